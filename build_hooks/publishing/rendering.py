"""The door to MkDocs: the site's pages become its files. Besides `main`, only this module imports MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from build_hooks.errors import SeedError
from build_hooks.publishing.site_page import SitePage


class NashirPage(Page):
    """A page that carries what its template shows around the text."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, view: object) -> None:
        super().__init__(title, file, config)
        self.view = view


def add_pages(pages: Iterable[SitePage], files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs `pages` beside the `files` it found in `docs/`.

    Raises SeedError where a hand-written file stands in a page's place: MkDocs would drop one of the two.
    """
    taken = {file.dest_uri: file.src_uri for file in files}
    nav_titles = dict(_nav_titles(config.nav))
    for page in pages:
        file = _file(page, config)
        NashirPage(nav_titles.get(page.source_path), file, config, page.view)
        if file.dest_uri in taken:
            raise SeedError(
                f"Nashir itself makes the page /{page.path}; give this file another name",
                f"docs/{taken[file.dest_uri]}",
            )
        files.append(file)


def _file(page: SitePage, config: MkDocsConfig) -> File:
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
