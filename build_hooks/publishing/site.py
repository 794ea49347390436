"""The whole site: every page that the articles make."""

from __future__ import annotations

from collections.abc import Iterator

from build_hooks.arabic.dates import EGYPTIAN
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


def site_pages(catalogue: Catalogue, description: str, months: str = EGYPTIAN) -> Iterator[SitePage]:
    """Yield every page of the site; `description` is the site's own, `months` the tradition in which it names them."""
    yield front_page(catalogue, description, months)
    yield from article_pages(catalogue, months)
    yield from index_pages(KEYWORDS, catalogue.keywords)
    yield from term_pages(KEYWORDS, catalogue.keywords, catalogue.companions, months)
    yield from index_pages(TAGS, catalogue.tags)
    yield from term_pages(TAGS, catalogue.tags, months=months)
    yield from archive_pages(catalogue.archive, months)
    yield search_page()


def site_files(catalogue: Catalogue, policy: str = "") -> Iterator[SiteFile]:
    """Yield every other file of the site; `policy` is the content security policy of its pages."""
    yield keyword_file(catalogue.keywords)
    yield from redirects(KEYWORDS.path, catalogue.keywords, policy)
    yield from search_files(catalogue)
