"""The hook file that MkDocs loads: hands its events to `publishing`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# MkDocs puts only this file's own folder on the path, and only while it loads it.
_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from markdown import Markdown  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import get_plugin_logger  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402

from build_hooks.errors import SeedError, SeedErrors  # noqa: E402
from build_hooks.indexing.catalogue import build_catalogue  # noqa: E402
from build_hooks.indexing.vocabulary import read_vocabulary  # noqa: E402
from build_hooks.publishing.anchors import Anchors  # noqa: E402
from build_hooks.publishing.document import mend  # noqa: E402
from build_hooks.publishing.escape import PlainReferences  # noqa: E402
from build_hooks.publishing.policy import POLICY  # noqa: E402
from build_hooks.publishing.release import build_day, released  # noqa: E402
from build_hooks.publishing.rendering import (  # noqa: E402
    add_to_site,
    describe,
    drop_theme_sitemap,
    hand_written,
    publication_of,
    seed_extensions,
)
from build_hooks.publishing.sharing import share  # noqa: E402
from build_hooks.publishing.site import site_files, site_pages  # noqa: E402
from build_hooks.publishing.site_size import site_size  # noqa: E402
from build_hooks.reading.collection import read_collection  # noqa: E402

_log = get_plugin_logger("nashir")
# MkDocs tells its command once, before the first build, and nowhere else: a preview shows drafts too.
_run = {"command": "build"}


def on_startup(*, command: str, **_: object) -> None:
    """Remember the command."""
    _run["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give every page anchors and a policy, and seed text the way back from its escapes."""
    config.markdown_extensions.extend([Anchors(), PlainReferences()])  # type: ignore[list-item]
    # For the templates, which see nothing of the command.
    config.extra["content_security_policy"] = "" if _run["command"] == "serve" else POLICY
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read the seeds and add the pages that they make."""
    root = Path(config.config_file_path).parent
    try:
        markdown = Markdown(extensions=seed_extensions(config), extension_configs=config.mdx_configs)
        collection = read_collection(root / "seeds", root, markdown)
        vocabulary = read_vocabulary(root / "seeds" / "vocabulary.yml", "seeds/vocabulary.yml")
        publication = publication_of(config)
        is_preview = _run["command"] == "serve"
        articles = released(collection.articles, build_day(os.environ), is_preview=is_preview)
        catalogue = build_catalogue(articles, vocabulary)
        shared = share(
            list(site_pages(catalogue, publication.description, publication.months)),
            list(site_files(catalogue, publication.policy)),
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


def on_post_build(*, config: MkDocsConfig) -> None:
    """Say how large the site is."""
    if _run["command"] == "serve":
        return
    size = site_size(Path(config.site_dir))
    _log.info("%s", size.summary())
    if warning := size.warning():
        _log.warning("%s", warning)
