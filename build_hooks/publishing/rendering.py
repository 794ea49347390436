"""The door to MkDocs: the site's pages become its files. Besides `main`, only this module imports MkDocs."""

from __future__ import annotations

import os
import warnings
from collections.abc import Container, Iterable, Iterator, Mapping
from copy import copy
from html import unescape
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any, cast
from urllib.parse import quote, unquote

from jinja2 import Environment
from markdown import Markdown
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from build_hooks.cache import digest
from build_hooks.errors import SeedError
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.publishing import fingerprint
from build_hooks.publishing.edition import Edition
from build_hooks.publishing.head import Head
from build_hooks.publishing.metadata import document_head
from build_hooks.publishing.press import Press, Writing
from build_hooks.publishing.previous_site import PreviousSite
from build_hooks.publishing.publication import Publication, address_of, locale, notation, number_of_cards
from build_hooks.publishing.scrolling import reachable
from build_hooks.publishing.search_pages import page_document
from build_hooks.publishing.sharing import HandWritten
from build_hooks.publishing.shell import Shells
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.site_record import alone_in_folder
from build_hooks.publishing.snippets import Snippets
from build_hooks.publishing.theme_loader import ThemeLoader
from build_hooks.publishing.urls import root
from build_hooks.reading.direction_markup import DirectionMarkup
from build_hooks.reading.seed_markup import SeedMarkup

_PAGE_EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)


# Options of a command that change nothing in the site; where it is built is asked elsewhere.
_NO_MATTER = frozenset({"site_dir", "strict", "dev_addr"})


class NashirPage(Page):
    """A page that MkDocs renders, with what its template shows around the text."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, page: SitePage, head: Head
    ) -> None:
        super().__init__(title, file, config)
        self.view = page.view
        self.head = head
        self.root = root(page.path)
        self._text = page.text

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text as seeds are converted, then link the terms in it."""
        own = copy(config)
        own.markdown_extensions = seed_extensions(config)
        super().render(own, files)
        if self._text:
            self.content = self._text.finished(self.content or "")


class SiteFiles(Files):
    """All files of the site: those with which MkDocs has something to do, and by name alone those of the press.

    MkDocs goes through its files some ten times, and the press has tens of thousands.
    """

    def __init__(self, files: Iterable[File], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._pressed: dict[str, str] = {}
        self._site_dir = config.site_dir
        self._use_directory_urls = config.use_directory_urls

    def leave_to_press(self, source: str, path: str) -> None:
        """Have a file below the site's folder written by the press; `source` is what links call it."""
        self._pressed[source] = path

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of this name below `docs/`; to those of the press, too, hand-written pages may link."""
        found = super().get_file_from_path(path)
        source = PurePath(path).as_posix()
        if found or source not in self._pressed:
            return found
        return File(
            source,
            None,
            self._site_dir,
            self._use_directory_urls,
            dest_uri=self._pressed[source],
            inclusion=InclusionLevel.NOT_IN_NAV,
        )

    def paths(self) -> list[str]:
        """Return the paths of all below the site's folder."""
        return [*(file.dest_uri for file in self), *self._pressed.values()]


def seed_extensions(config: MkDocsConfig) -> list[Any]:
    """Return the Markdown extensions for seeds: those of hand-written pages, and behind them our own for texts.

    Last is the one that trusts no text.

    Raises:
        SeedError: Where `extra.nashir.trust_markdown` is neither true nor false.
    """
    is_trusted = _options(config).get("trust_markdown", False)
    if not isinstance(is_trusted, bool):
        message = f"extra.nashir.trust_markdown is {is_trusted!r}; write true or false"
        raise SeedError(message, "mkdocs.yml")
    return [*config.markdown_extensions, DirectionMarkup(), *([] if is_trusted else [SeedMarkup()])]


def publication_of(config: MkDocsConfig) -> Publication:
    """Return what mkdocs.yml says of the site as a whole.

    Raises:
        SeedError: Where an option under `extra.nashir` cannot be used.
    """
    options = _options(config)
    return Publication(
        name=config.site_name,
        description=config.site_description or "",
        address=address_of(config.site_url),
        logo=config.theme["favicon"],
        locale=locale(options),
        notation=notation(options),
        cards=number_of_cards(options),
        policy=config.extra.get("content_security_policy", ""),
    )


def _options(config: MkDocsConfig) -> dict[str, object]:
    options = config.extra.get("nashir") or {}
    if not isinstance(options, dict):
        raise SeedError("extra.nashir holds no options; write `name: value` lines below it", "mkdocs.yml")
    return options


def is_alone(config: MkDocsConfig) -> bool:
    """Say whether nobody else has a hand in the build: then what is the same once more comes out the same."""
    return len(config.plugins) == 1


def list_no_icons(config: MkDocsConfig) -> None:
    """Let MkDocs look for the theme's files where some may be."""
    theme, get_env = config.theme, config.theme.get_env

    def get_quick_env() -> Environment:
        env = get_env()
        env.loader = ThemeLoader(theme.dirs)
        return env

    theme.get_env = get_quick_env  # type: ignore[method-assign]  # MkDocs has no event before it


def version_of(config: MkDocsConfig) -> bytes:
    """Return the digest of what all of a site hangs on: the program, the settings, the templates, other hooks."""
    # MkDocs' annotation calls it a list.
    modules = cast(Mapping[str, ModuleType], config.hooks).values()
    hooks = (Path(str(module.__file__)).read_bytes() for module in modules)
    with warnings.catch_warnings():
        # MkDocs itself has no more use for it; no other place has all settings as they were given.
        warnings.simplefilter("ignore", DeprecationWarning)
        given = config.user_configs
    own = [
        {
            key: _without_place(some[key]) if key == "theme" else some[key]
            for key in some
            if key not in _NO_MATTER
        }
        for some in given
    ]
    theme = fingerprint.folders(config.theme.dirs)
    return digest(fingerprint.program(), fingerprint.settings(own), theme, *hooks)


def _without_place(theme: object) -> object:
    """Return the setting `theme` without the folder of its own templates, which is told by what it holds.

    MkDocs makes a path from the root of it, but not in the first build of a preview.
    """
    return {key: theme[key] for key in theme if key != "custom_dir"} if isinstance(theme, Mapping) else theme


def made_with(files: Files, config: MkDocsConfig, version: bytes) -> bytes:
    """Return the digest of what a site hangs on beside its seeds: `version`, its address, `docs/`."""
    documents = (
        part
        for file in sorted(files, key=lambda file: file.src_uri)
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(config.docs_dir)
        for part in (os.fsencode(file.src_uri), file.content_bytes)
    )
    return digest(version, str(config.site_url).encode(), *documents)


def leave_as_it_is(files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs nothing to do, as the site that stands is what it would make."""
    for file in list(files):
        files.remove(file)
    config.nav = []
    config.extra_templates = []
    config.theme.static_templates.clear()


def hand_written(files: Files, config: MkDocsConfig) -> HandWritten:
    """Return what MkDocs found in `docs/` and will publish."""
    # MkDocs asks mkdocs.yml what to leave out only after its event; asking twice gives the same.
    set_exclusions(files, config)
    published = [file for file in files if file.inclusion.value > InclusionLevel.DRAFT.value]
    pages = [file for file in published if file.is_documentation_page()]
    return HandWritten(
        files=[file.dest_uri for file in published],
        pages=[_path(file.url) for file in pages],
        documents=lambda: list(_documents(pages, config)),
    )


def _documents(pages: Iterable[File], config: MkDocsConfig) -> Iterator[SearchDocument]:
    """Yield hand-written pages as the search takes them, but for those that ask to be left out."""
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for file in pages:
        text, front_matter = get_data(file.content_string)
        search, title = front_matter.get("search"), front_matter.get("title")
        # As Material has it.
        if not (isinstance(search, dict) and search.get("exclude")):
            source = f"docs/{file.src_uri}"
            yield page_document(_path(file.url), source, text, str(title) if title else None, markdown)


def describe(page: Page, config: MkDocsConfig) -> None:
    """Give what scrolls in a page to the keyboard, and a hand-written one its head; Nashir's own have theirs."""
    page.content = reachable(page.content or "")
    if isinstance(page, NashirPage):
        return
    meta = page.meta
    page.head = document_head(  # type: ignore[attr-defined]  # for the template
        publication_of(config),
        _path(page.url),
        # A title that MkDocs took from a heading is HTML.
        title=str(meta.get("title") or unescape(page.title or "")),
        description=str(meta.get("description") or ""),
        author=str(meta["author"]) if meta.get("author") else None,
    )


def drop_parts_of_theme(files: Files, config: MkDocsConfig) -> None:
    """Take out what the theme brings and no page uses: its scripts, and what is for their developers.

    Its sitemap too, which knows no day but that of the build and would overwrite ours; only once MkDocs has gathered
    the theme's files, as what is no template by then is a plain file.
    """
    config.theme.static_templates.discard("sitemap.xml")
    for file in list(files):
        is_of_theme = file.src_dir != config.docs_dir and file.generated_by is None
        if is_of_theme and (file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map")):
            files.remove(file)


def _path(url: str) -> str:
    """Return a page's path below the site's root, from MkDocs' address of it."""
    return "" if url in (".", "./") else unquote(url)


def add_to_site(edition: Edition, files: SiteFiles, config: MkDocsConfig, own: Container[object]) -> Press:
    """Give MkDocs what it renders of `edition`, beside the `files` it found in `docs/`; return who writes the rest.

    Args:
        edition: What is to be published.
        files: What MkDocs found; ours are added.
        config: MkDocs' configuration.
        own: Nashir's handlers of events.

    Raises:
        SeedError: Where a hand-written file stands in the place of one of ours: MkDocs would drop one of the two.
    """
    taken = {file.dest_uri: file.src_uri for file in files}
    nav_titles = dict(_nav_titles(config.nav))
    is_fast = not _is_watched(config, own)
    pressed = []
    for planned in edition.pages:
        source, path = planned.source_path, planned.file
        _refuse_twice(path, taken)
        # What stands in the navigation has a header of its own.
        if is_fast and not planned.needs_markdown and source not in nav_titles:
            pressed.append(planned)
            files.leave_to_press(source, path)
        else:
            page = planned.make()
            file = _page_file(planned, page, config)
            NashirPage(nav_titles.get(source), file, config, page, edition.heads.of(page))
            files.append(file)
    for other in edition.files:
        _refuse_twice(other.path, taken)
        files.append(File.generated(config, other.path, content=other.content))
    paths = (path for planned_files in edition.planned_files for path in planned_files.paths)
    for path in (*paths, *edition.paths_being_written):
        _refuse_twice(path, taken)
        files.leave_to_press(path, path)
    return Press(pressed, edition.runs, edition.planned_files, edition.heads)


def start_press(
    press: Press,
    env: Environment,
    nav: Navigation,
    files: Files,
    config: MkDocsConfig,
    previous: PreviousSite | None,
) -> Writing:
    """Let `press` write below the site's folder, with the templates of `env`; return what to wait for.

    What is the same in the `previous` site, if that may be used, is taken from there.
    """
    pages = files.documentation_pages()
    # For MkDocs' own pages too.
    env.globals["show"] = Snippets(notation(_options(config)))

    def context_at(url: str) -> dict[str, object]:
        return dict(get_context(nav, pages, config, base_url=get_relative_url(".", url)))

    can_be_edited = bool(config.repo_url or config.edit_uri_template)

    def edit_url(planned: PlannedPage) -> str | None:
        if planned.seed is None or not can_be_edited:
            return None
        file = File.generated(config, planned.source_path, content="")
        file.edit_uri = _edit_uri(planned.seed)
        return Page(None, file, config).edit_url

    return press.start(Shells(env, context_at), edit_url, Path(config.site_dir), previous)


def files_alone(files: SiteFiles, config: MkDocsConfig) -> frozenset[str]:
    """Return the paths of files of the site beside which nothing else will stand in their folder."""
    # Templates of the theme are no files to MkDocs.
    return alone_in_folder([*files.paths(), *config.theme.static_templates])


def _is_watched(config: MkDocsConfig, own: Container[object]) -> bool:
    """Say whether someone else wants to see each page on its way, so that MkDocs has to render all."""
    return any(
        handler not in own for event in _PAGE_EVENTS for handler in config.plugins.events.get(event, ())
    )


def _refuse_twice(path: str, taken: Mapping[str, str]) -> None:
    if path in taken:
        message = f"Nashir itself makes /{path.removesuffix('index.html')}; give this file another name"
        raise SeedError(message, f"docs/{taken[path]}")


def _page_file(planned: PlannedPage, page: SitePage, config: MkDocsConfig) -> File:
    # Out of the navigation: with it, 1,000 articles weigh 393 KB of HTML each, and build time is quadratic.
    file = File.generated(
        config, planned.source_path, content=page.markdown(), inclusion=InclusionLevel.NOT_IN_NAV
    )
    if planned.seed:
        file.edit_uri = _edit_uri(planned.seed)
    return file


def _edit_uri(seed: str) -> str:
    # Below the address of the docs folder; `..` leads to the repository's root.
    return f"../{quote(seed)}"


def _nav_titles(entries: object) -> Iterator[tuple[str, str]]:
    """Yield the titles that `nav` in mkdocs.yml gives to pages; MkDocs asks only pages that it makes itself."""
    if isinstance(entries, list):
        for entry in entries:
            yield from _nav_titles(entry)
    elif isinstance(entries, dict):
        for title, target in entries.items():
            if isinstance(target, str):
                yield target, title
            else:
                yield from _nav_titles(target)
