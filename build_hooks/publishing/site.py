"""The whole site: every page that the articles make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_hooks.cache import Cache
from build_hooks.indexing.catalogue import Catalogue, Holdings
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.publishing.archive_pages import archive_pages
from build_hooks.publishing.article_pages import article_pages, article_runs
from build_hooks.publishing.front_page import front_page
from build_hooks.publishing.identities import Identities
from build_hooks.publishing.index_kind import KEYWORDS, TAGS
from build_hooks.publishing.index_pages import index_pages
from build_hooks.publishing.keyword_file import KEYWORD_FILE, LINES_KIND, keyword_file
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.search_pages import (
    KNOWN_KIND,
    SEARCH_DIRECTORY,
    SEARCH_KIND,
    search_batches,
    search_folder,
    search_page,
)
from build_hooks.publishing.site_page import PlannedFiles, PlannedFolder, PlannedPage, Run
from build_hooks.publishing.term_pages import term_pages, term_runs


def site_pages(
    catalogue: Catalogue, publication: Publication, identities: Identities
) -> Iterator[PlannedPage]:
    """Yield every page of the site; `identities` are those of the catalogue."""
    notation = publication.notation
    yield front_page(catalogue, publication.description, notation)
    yield from article_pages(catalogue, publication.cards, identities)
    yield from index_pages(KEYWORDS, catalogue.keywords, notation)
    companions = catalogue.companions
    yield from term_pages(KEYWORDS, catalogue.keywords, companions, notation, identities.keywords)
    yield from index_pages(TAGS, catalogue.tags, notation)
    yield from term_pages(TAGS, catalogue.tags, notation=notation, identities=identities.tags)
    yield from archive_pages(catalogue.archive, notation)
    yield search_page()


def site_runs(catalogue: Catalogue, publication: Publication, identities: Identities) -> Iterator[Run]:
    """Yield those of `site_pages` that stand in runs."""
    yield from article_runs(catalogue, publication.cards, identities)
    yield from term_runs(KEYWORDS, catalogue.keywords, catalogue.companions, identities.keywords)
    yield from term_runs(TAGS, catalogue.tags, {}, identities.tags)


def search_index(holdings: Holdings, pages: Sequence[SearchDocument], cache: Cache) -> PlannedFolder:
    """Return the folder that the search asks.

    Args:
        holdings: all articles.
        pages: the hand-written pages.
        cache: what builds before have worked out.
    """
    parts = search_batches(holdings)
    # It is another process that asks.
    for part in parts:
        cache.claim(SEARCH_KIND, part.key)
    cache.claim_last(KNOWN_KIND)
    return PlannedFolder([SEARCH_DIRECTORY], lambda: search_folder(parts, pages, cache))


def keyword_index(catalogue: Catalogue, identities: Identities, cache: Cache) -> PlannedFiles:
    """Return the file of all terms with their mentions; `cache` knows what the build before has written in it."""
    # It is another process that asks.
    cache.claim_last(LINES_KIND)
    return PlannedFiles(
        [KEYWORD_FILE], lambda: [keyword_file(catalogue.keywords, identities.keywords, cache)]
    )
