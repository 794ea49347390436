"""The door to MkDocs: the site's pages become its files. Besides `main`, only this module imports MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page

from build_hooks.errors import SeedError
from build_hooks.publishing.metadata import document_head
from build_hooks.publishing.publication import Publication, address_of, locale, months, number_of_cards
from build_hooks.publishing.sharing import HandWritten
from build_hooks.publishing.site_page import SiteFile, SitePage
from build_hooks.publishing.term_links import link_terms
from build_hooks.reading.seed_markup import SeedMarkup


class NashirPage(Page):
    """A page that carries what its template shows around the text, and puts its links into it."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, page: SitePage) -> None:
        super().__init__(title, file, config)
        self.view = page.view
        self.head = page.head
        self._text_links = page.text_links

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text as seeds are converted, then link the terms in it."""
        own = copy(config)
        own.markdown_extensions = seed_extensions(config)
        super().render(own, files)
        if self._text_links:
            self.content = link_terms(self.content or "", self._text_links)


def seed_extensions(config: MkDocsConfig) -> list[Any]:
    """Return the Markdown extensions for seeds: those of hand-written pages and, last, the one that trusts no text.

    Raises:
        SeedError: Where `extra.nashir.trust_markdown` is neither true nor false.
    """
    is_trusted = _options(config).get("trust_markdown", False)
    if not isinstance(is_trusted, bool):
        message = f"extra.nashir.trust_markdown is {is_trusted!r}; write true or false"
        raise SeedError(message, "mkdocs.yml")
    return [*config.markdown_extensions, *([] if is_trusted else [SeedMarkup()])]


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
        months=months(options),
        cards=number_of_cards(options),
        policy=config.extra.get("content_security_policy", ""),
    )


def _options(config: MkDocsConfig) -> dict[str, object]:
    options = config.extra.get("nashir") or {}
    if not isinstance(options, dict):
        raise SeedError("extra.nashir holds no options; write `name: value` lines below it", "mkdocs.yml")
    return options


def hand_written(files: Files, config: MkDocsConfig) -> HandWritten:
    """Return what MkDocs found in `docs/` and will publish."""
    # MkDocs asks mkdocs.yml what to leave out only after its event; asking twice gives the same.
    set_exclusions(files, config)
    published = [file for file in files if file.inclusion.value > InclusionLevel.DRAFT.value]
    return HandWritten(
        files=[file.dest_uri for file in published],
        pages=[_path(file.url) for file in published if file.is_documentation_page()],
    )


def describe(page: Page, config: MkDocsConfig) -> None:
    """Give a hand-written page its head; Nashir's own have theirs."""
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


def drop_theme_sitemap(config: MkDocsConfig) -> None:
    """Take out the sitemap of MkDocs' theme, which knows no day but that of the build and would overwrite ours.

    Only once MkDocs has gathered the theme's files: what is no template by then is a plain file.
    """
    config.theme.static_templates.discard("sitemap.xml")


def _path(url: str) -> str:
    """Return a page's path below the site's root, from MkDocs' address of it."""
    return "" if url in (".", "./") else unquote(url)


def add_to_site(
    pages: Iterable[SitePage], others: Iterable[SiteFile], files: Files, config: MkDocsConfig
) -> None:
    """Give MkDocs `pages` and `others` beside the `files` it found in `docs/`.

    Raises SeedError where a hand-written file stands in the place of one of ours: MkDocs would drop one of the two.
    """
    taken = {file.dest_uri: file.src_uri for file in files}
    nav_titles = dict(_nav_titles(config.nav))
    for page in pages:
        file = _page_file(page, config)
        NashirPage(nav_titles.get(page.source_path), file, config, page)
        _add(file, files, taken)
    for other in others:
        _add(File.generated(config, other.path, content=other.content), files, taken)


def _add(file: File, files: Files, taken: Mapping[str, str]) -> None:
    if file.dest_uri in taken:
        message = (
            f"Nashir itself makes /{file.dest_uri.removesuffix('index.html')}; give this file another name"
        )
        raise SeedError(message, f"docs/{taken[file.dest_uri]}")
    files.append(file)


def _page_file(page: SitePage, config: MkDocsConfig) -> File:
    # Out of the navigation: with it, 1,000 articles weigh 393 KB of HTML each, and build time is quadratic.
    file = File.generated(
        config, page.source_path, content=page.markdown(), inclusion=InclusionLevel.NOT_IN_NAV
    )
    if page.seed:
        # Below the address of the docs folder; `..` leads to the repository's root.
        file.edit_uri = f"../{quote(page.seed)}"
    return file


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
