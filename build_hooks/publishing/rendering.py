"""The door to MkDocs: the site's pages become its files. Besides `main`, only this module imports MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from build_hooks.errors import SeedError
from build_hooks.publishing.site_page import SiteFile, SitePage
from build_hooks.publishing.term_links import link_terms


class NashirPage(Page):
    """A page that carries what its template shows around the text, and puts its links into it."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, page: SitePage) -> None:
        super().__init__(title, file, config)
        self.view = page.view
        self._text_links = page.text_links

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text, then link the terms in it."""
        super().render(config, files)
        if self._text_links:
            self.content = link_terms(self.content or "", self._text_links)


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
