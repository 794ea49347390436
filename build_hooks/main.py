"""The hook file that MkDocs loads: hands its events to `publishing`."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from pathlib import Path

# MkDocs puts only this file's own folder on the path, and only while it loads it.
_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from markdown import Markdown  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import event_priority, get_plugin_logger  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import CountHandler  # noqa: E402

from build_hooks.errors import SeedError, SeedErrors  # noqa: E402
from build_hooks.indexing.catalogue import build_catalogue  # noqa: E402
from build_hooks.indexing.vocabulary import read_vocabulary  # noqa: E402
from build_hooks.publishing.anchors import Anchors  # noqa: E402
from build_hooks.publishing.document import mend  # noqa: E402
from build_hooks.publishing.escape import PlainReferences  # noqa: E402
from build_hooks.publishing.release import build_day, released  # noqa: E402
from build_hooks.publishing.rendering import (  # noqa: E402
    add_to_site,
    describe,
    drop_theme_sitemap,
    hand_written,
    publication_of,
)
from build_hooks.publishing.sharing import share  # noqa: E402
from build_hooks.publishing.site import site_files, site_pages  # noqa: E402
from build_hooks.publishing.site_size import site_size  # noqa: E402
from build_hooks.publishing.staging import (  # noqa: E402
    Staging,
    StagingError,
    discard,
    is_full,
    open_staging,
    publish,
)
from build_hooks.reading.collection import read_collection  # noqa: E402

_log = get_plugin_logger("nashir")
# MkDocs tells its command once, before the first build, and nowhere else: a preview shows drafts too.
_run = {"command": "build"}
# The build under way; MkDocs tells neither its errors nor its end what it built.
_under_way: list[Staging] = []


def on_startup(*, command: str, **_: object) -> None:
    """Remember the command; when told to end, leave nothing behind, as after an error."""
    _run["command"] = command
    if command != "serve" and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give every page anchors, and seed text the way back from its escapes; build beside the site."""
    config.markdown_extensions.extend([Anchors(), PlainReferences()])  # type: ignore[list-item]
    if _run["command"] != "serve":
        # One that was interrupted in this process, and not shut down.
        _discard()
        try:
            staging = open_staging(
                config.site_dir, lambda: _log.info("Waiting for another build of this site")
            )
        except StagingError as error:
            raise PluginError(str(error)) from error
        _under_way.append(staging)
        config.site_dir = str(staging.folder)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read the seeds and add the pages that they make."""
    root = Path(config.config_file_path).parent
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    try:
        collection = read_collection(root / "seeds", root, markdown)
        vocabulary = read_vocabulary(root / "seeds" / "vocabulary.yml", "seeds/vocabulary.yml")
        publication = publication_of(config)
        is_preview = _run["command"] == "serve"
        articles = released(collection.articles, build_day(os.environ), is_preview=is_preview)
        catalogue = build_catalogue(articles, vocabulary)
        shared = share(
            list(site_pages(catalogue, publication.description, publication.months)),
            list(site_files(catalogue)),
            catalogue,
            publication,
            hand_written=hand_written(files, config),
            markdown=markdown,
            cache=root / ".cache" / "cards",
        )
        add_to_site(shared.pages, shared.files, files, config)
        drop_theme_sitemap(config)
    except (SeedError, SeedErrors) as error:
        raise PluginError(f"The site was not built; mend this first:\n{error}") from error
    if collection.lacks_history:
        _log.info(
            "This is a shallow clone: seeds without a date of their own show none; fetch the whole history"
        )
    for remark in shared.remarks:
        _log.info("%s", remark)
    for warning in (*collection.warnings, *shared.warnings):
        _log.warning("%s", warning)
    return files


def on_page_context(context: object, *, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Give hand-written pages a head."""
    describe(page, config)


def on_post_page(output: str, **_: object) -> str:
    """Mend what Material's base template leaves no block for."""
    return mend(output)


def on_post_template(output_content: str, *, template_name: str, **_: object) -> str:
    """Mend the templates that are no pages, such as 404.html."""
    return mend(output_content) if template_name.endswith(".html") else output_content


# After all others, which may still write into the site or warn.
@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Say how large the site is, and put it in place unless MkDocs is about to fail."""
    if _run["command"] == "serve":
        return
    size = site_size(Path(config.site_dir))
    _log.info("%s", size.summary())
    if warning := size.warning():
        _log.warning("%s", warning)
    if config.strict and _counted():
        return
    [staging] = _under_way
    try:
        publish(staging)
    except StagingError as error:
        raise PluginError(str(error)) from error
    _under_way.clear()
    # `mkdocs gh-deploy` takes the site from there.
    config.site_dir = staging.site_dir


@event_priority(-100)
def on_build_error(*, error: Exception) -> None:
    """Leave the site as it was; a full disk is told in one line."""
    _discard()
    if is_full(error):
        raise PluginError(f"There is no room for the site: {error}; make some, then build again") from error


def on_shutdown() -> None:
    """Leave the site as it was after what is no error to MkDocs: Ctrl-C, and SIGTERM."""
    _discard()


def _discard() -> None:
    while _under_way:
        discard(_under_way.pop())


def _counted() -> bool:
    """Tell whether MkDocs has counted a warning, for which a strict build fails after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
