"""The whole site: every page that the articles make."""

from __future__ import annotations

from collections.abc import Iterator

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.publishing.archive_pages import archive_pages
from build_hooks.publishing.article_pages import article_pages
from build_hooks.publishing.front_page import front_page
from build_hooks.publishing.index_kind import KEYWORDS, TAGS
from build_hooks.publishing.index_pages import index_pages
from build_hooks.publishing.keyword_file import keyword_file
from build_hooks.publishing.redirects import redirects
from build_hooks.publishing.search_pages import search_files, search_page
from build_hooks.publishing.site_page import SiteFile, SitePage
from build_hooks.publishing.term_pages import term_pages


def site_pages(catalogue: Catalogue, description: str, notation: Notation = USUAL) -> Iterator[SitePage]:
    """Yield every page of the site; `description` is the site's own, `notation` that of its numbers and dates."""
    yield front_page(catalogue, description, notation)
    yield from article_pages(catalogue, notation)
    yield from index_pages(KEYWORDS, catalogue.keywords, notation)
    yield from term_pages(KEYWORDS, catalogue.keywords, catalogue.companions, notation)
    yield from index_pages(TAGS, catalogue.tags, notation)
    yield from term_pages(TAGS, catalogue.tags, notation=notation)
    yield from archive_pages(catalogue.archive, notation)
    yield search_page()


def site_files(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Yield every other file of the site."""
    yield keyword_file(catalogue.keywords)
    yield from redirects(KEYWORDS.path, catalogue.keywords)
    yield from search_files(catalogue)
