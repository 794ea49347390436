"""The hook file that MkDocs loads: hands its events to `publishing`."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

# MkDocs puts only this file's own folder on the path, and only while it loads it.
_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))
# Modules stay: to look through them for what nobody needs takes a tenth of their time.
gc.disable()
# NumPy's library for matrices, of which there are none, would keep a processor waiting for work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# With AVX-512 AMD's Zen 4 takes five times as long to sort as without (AMD, "Software Optimization Guide for the AMD
# Zen4 Microarchitecture", 2.11.2), which was a sixth of a build in which one seed had changed; others lose little.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "X86_V4")

from jinja2 import Environment  # noqa: E402
from markdown import Markdown  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort, PluginError  # noqa: E402
from mkdocs.plugins import event_priority, get_plugin_logger  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import CountHandler  # noqa: E402

from build_hooks.cache import Cache  # noqa: E402
from build_hooks.errors import SeedError, SeedErrors  # noqa: E402
from build_hooks.processes import Garbage, fork_beside_threads, leave_to_the_system  # noqa: E402
from build_hooks.publishing.anchors import Anchors  # noqa: E402
from build_hooks.publishing.compiled_templates import CompiledTemplates  # noqa: E402
from build_hooks.publishing.document import mend  # noqa: E402
from build_hooks.publishing.edition import Edition, prepare  # noqa: E402
from build_hooks.publishing.escape import PlainReferences  # noqa: E402
from build_hooks.publishing.policy import POLICY  # noqa: E402
from build_hooks.publishing.press import Press, Writing  # noqa: E402
from build_hooks.publishing.previous_site import PreviousSite  # noqa: E402
from build_hooks.publishing.removal import remove  # noqa: E402
from build_hooks.publishing.rendering import (  # noqa: E402
    SiteFiles,
    add_to_site,
    describe,
    drop_parts_of_theme,
    files_alone,
    hand_written,
    is_alone,
    leave_as_it_is,
    list_no_icons,
    made_with,
    publication_of,
    seed_extensions,
    start_press,
    version_of,
)
from build_hooks.publishing.site_record import SiteRecord, keep_record, last_record, scan  # noqa: E402
from build_hooks.publishing.site_size import site_size  # noqa: E402
from build_hooks.publishing.spare import leave_spare  # noqa: E402
from build_hooks.publishing.stages import Stages  # noqa: E402
from build_hooks.publishing.staging import (  # noqa: E402
    Staging,
    StagingError,
    discard,
    is_full,
    open_staging,
    publish,
)

gc.freeze()
gc.enable()

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_log = get_plugin_logger("nashir")
_log_of_mkdocs = logging.getLogger("mkdocs")


@dataclass
class _Run:
    """What one event leaves to a later one."""

    # MkDocs tells its command once, before the first build, and nowhere else: a preview shows drafts too.
    command: str = "build"
    press: Press | None = None
    nav: Navigation | None = None
    writing: Writing | None = None
    stages: Stages | None = None
    edition: Edition | SiteRecord | None = None
    # Counts what others warn of while a site is rendered, which no record of it has.
    others: CountHandler | None = None
    # MkDocs tells neither its errors nor its end what it built.
    staging: Staging | None = None
    # In a preview, the builds of one process know what the one before worked out.
    cache: Cache | None = None
    previous: PreviousSite | None = None
    spare: Path | None = None
    garbage: Garbage = field(default_factory=Garbage)
    templates: CompiledTemplates | None = None
    # Files in whose folder nobody needs to look for others.
    alone: frozenset[str] = frozenset()


_run = _Run()


def on_startup(*, command: str, **_: object) -> None:
    """Remember the command; when told to end, leave nothing behind, as after an error."""
    _run.command = command
    if command != "serve" and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give every page anchors and a policy, and seed text the way back from its escapes; build beside the site."""
    config.markdown_extensions.extend([Anchors(), PlainReferences()])  # type: ignore[list-item]
    # For the templates, which see nothing of the command.
    config.extra["content_security_policy"] = "" if _run.command == "serve" else POLICY
    # One that was interrupted in this process, and not shut down.
    _discard()
    if _run.command == "serve" and _run.cache:
        _run.garbage.collect()
    try:
        _run.staging = open_staging(
            config.site_dir, lambda: _log.info("Waiting for another build of this site")
        )
    except StagingError as error:
        raise PluginError(str(error)) from error
    config.site_dir = str(_run.staging.folder)
    if is_alone(config):
        list_no_icons(config)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read the seeds and add what they make."""
    assert _run.staging
    files = SiteFiles(files, config)
    root, version = Path(config.config_file_path).parent, version_of(config)
    _run.stages = Stages(lambda name: _log.info("%s", name.capitalize()))
    _run.cache = _run.cache or Cache(_cache_folder(config), remembers=_run.command == "serve")
    _run.cache.renew(version)
    if is_alone(config):
        site = _run.staging.site
        _run.previous = PreviousSite(str(site), last_record(site, _run.command, _run.cache))
        _run.spare = _place_of_spare(_run.staging, config)
        _run.previous.take_spare(_run.spare, _run.staging.beside())
    try:
        _run.edition = prepare(
            root,
            publication_of(config),
            hand_written=hand_written(files, config),
            markdown=Markdown(extensions=seed_extensions(config), extension_configs=config.mdx_configs),
            is_preview=_run.command == "serve",
            stages=_run.stages,
            cache=_run.cache,
            made_with=made_with(files, config, version),
            previous=_run.previous,
            site=Path(config.site_dir),
        )
        if isinstance(_run.edition, SiteRecord):
            leave_as_it_is(files, config)
        else:
            _run.others = _begin_to_count()
            _run.press = add_to_site(_run.edition, files, config, own={on_page_context, on_post_page})
            drop_parts_of_theme(files, config)
    except (SeedError, SeedErrors) as error:
        raise PluginError(f"The site was not built; mend this first:\n{error}") from error
    for remark in _run.edition.remarks:
        _log.info("%s", remark)
    for warning in _run.edition.warnings:
        _log.warning("%s", warning)
    return files


# After all others, which may give the server what builds, to know it by.
@event_priority(-100)
def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Let later builds use all processors, too, beside the threads of the server, and have seeds watched cheaply.

    Where one fails, what was there before is shown on: MkDocs would answer nobody until the error is mended.
    """
    # A build has no use for what it loads.
    from build_hooks.publishing.folder_watch import FolderWatch

    fork_beside_threads()
    server.observer = FolderWatch(server.observer, lambda: _run.staging is not None)  # type: ignore[assignment]
    build = server.builder

    def builder() -> None:
        try:
            build()
        except Abort:
            _log.error("The preview shows what it showed before, until this is mended")

    server.builder = builder
    return server


def on_nav(nav: Navigation, **_: object) -> None:
    """Keep what the press prints into each header."""
    _run.nav = nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Let the press begin, while MkDocs renders its own pages."""
    if _run.press:
        assert _run.nav
        assert _run.cache
        env.bytecode_cache = _run.templates = CompiledTemplates(_run.cache)
        _run.writing = start_press(_run.press, env, _run.nav, files, config, _run.previous)
        # Others may write anywhere.
        _run.alone = (
            files_alone(files, config) if _run.previous and isinstance(files, SiteFiles) else frozenset()
        )


def on_page_context(context: object, *, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Give hand-written pages a head, and what scrolls in any page to the keyboard."""
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
    """Wait for the press, say how large the site is, and put it in place unless MkDocs is about to fail."""
    assert _run.staging
    assert _run.stages
    assert _run.edition
    assert _run.cache
    record = _run.edition
    if isinstance(record, Edition):
        assert _run.writing
        with _run.stages.stage("writing"):
            pages = _run.writing.finish()
            known = {file: state for file, _, state in pages if file in _run.alone}
            folders = record.search_being_written.results()
            known |= {f"{one.path}/{name}": state for one in folders for name, state in one.states.items()}
            runs = _run.writing.runs
            _run.writing = None
            record = record.record(
                str(_run.staging.site),
                scan(config.site_dir, known),
                {file: key for file, key, _ in pages},
                runs,
                folders,
                is_told=_is_told(),
            )
    else:
        _log.info("Nothing has changed; the site stays as it is")
    _log.info("%s; %s", record.contents, _run.stages.summary())
    size = site_size(record.files)
    _log.info("%s", size.summary())
    if warning := size.warning():
        _log.warning("%s", warning)
    if config.strict and _counted():
        return
    _publish(record, config)
    # `mkdocs gh-deploy` takes the site from there.
    config.site_dir = _run.staging.site_dir
    _run.staging = None


@event_priority(-100)
def on_build_error(*, error: Exception) -> None:
    """Leave the site as it was; a full disk is told in one line."""
    _discard()
    if is_full(error):
        raise PluginError(f"There is no room for the site: {error}; make some, then build again") from error


def on_shutdown() -> None:
    """Leave the site as it was after what is no error to MkDocs: Ctrl-C, and SIGTERM."""
    leave_to_the_system((_run.edition, _run.press, _run.writing, _run.previous))
    _discard()
    if _run.command == "serve" and _run.spare:
        remove(_run.spare)


def _publish(record: SiteRecord, config: MkDocsConfig) -> None:
    assert _run.staging
    assert _run.cache
    is_new = record is not _run.edition
    previous = _run.previous
    try:
        if not is_new:
            if previous:
                previous.put_spare_back()
            discard(_run.staging)
        elif previous and previous.record:
            assert _run.spare
            publish(_run.staging, previous.record.files, partial(leave_spare, place=_run.spare))
        else:
            publish(_run.staging)
    except StagingError as error:
        raise PluginError(str(error)) from error
    if is_new:
        assert _run.templates
        # Before the record: where that is known, the next build may have nothing to do, and sweep away no torn file.
        _run.templates.keep()
        keep_record(record, _run.command, _run.cache)
    _run.cache.sweep()


def _cache_folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ".cache"


def _place_of_spare(staging: Staging, config: MkDocsConfig) -> Path:
    # That of a preview is on the disk on which MkDocs has the preview, and gone when it ends.
    if _run.command == "serve":
        return staging.site.with_name(f".{staging.site.name}.spare")
    return _cache_folder(config) / "spare"


def _discard() -> None:
    if _run.writing:
        _run.writing.shares.stop()
    if isinstance(_run.edition, Edition):
        _run.edition.stop()
    if _run.previous:
        _run.previous.put_spare_back()
    if _run.others:
        _log_of_mkdocs.removeHandler(_run.others)
    _run.writing = _run.press = _run.nav = _run.edition = _run.previous = _run.templates = _run.others = None
    if _run.staging:
        discard(_run.staging)
        _run.staging = None


def _begin_to_count() -> CountHandler:
    """Begin to count warnings but Nashir's own."""
    counter = CountHandler(level=logging.WARNING)
    counter.addFilter(lambda record: record.name != _log.logger.name)
    _log_of_mkdocs.addHandler(counter)
    return counter


def _is_told() -> bool:
    """Say whether nobody but Nashir has warned of anything; with `--quiet` nobody knows."""
    assert _run.others
    return _log_of_mkdocs.isEnabledFor(logging.WARNING) and not _run.others.get_counts()


def _counted() -> bool:
    """Tell whether MkDocs has counted a warning, for which a strict build fails after its last event."""
    handlers = _log_of_mkdocs.handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
