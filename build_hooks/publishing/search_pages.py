"""The search page, and the index that its script asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_hooks.cache import Cache
from build_hooks.cache import digest as cache_digest
from build_hooks.indexing.catalogue import Holdings
from build_hooks.indexing.search.digests import Digest, batches, digest
from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.indexing.search.index import DIRECTORY, Known, index_files
from build_hooks.model import Article
from build_hooks.publishing.site_page import PlannedPage, SiteFile, SitePage
from build_hooks.publishing.urls import SEARCH, article_path, url

_TEMPLATE = "search.html"

SEARCH_KIND = "search"
"""The kind of answer of a cache that is what the search takes from a batch."""

KNOWN_KIND = "search-known"
"""The kind of what one index leaves to the next."""

# Beside the scripts, which find it by their own address.
_FOLDER = "assets/search/"
SEARCH_DIRECTORY = f"{_FOLDER}{DIRECTORY}"


@dataclass(frozen=True, slots=True)
class SearchBatch:
    """Neighbouring articles as the search takes them."""

    key: bytes
    """Tells all that it takes of them."""

    documents: Callable[[], list[SearchDocument]]

    def digest(self) -> Digest:
        """Return what it takes."""
        return digest(self.documents())


def search_page() -> PlannedPage:
    """Return the page that shows what a query finds; its script fills it."""
    front_matter = {"title": "البحث", "description": "ابحث في كل المقالات", "template": _TEMPLATE}
    return PlannedPage(SEARCH, _TEMPLATE, lambda: SitePage(SEARCH, front_matter, view=None))


def search_batches(holdings: Holdings) -> list[SearchBatch]:
    """Return all articles in batches, the newest first, which come first among equally good ones."""
    labelled = [
        (article, holdings.keywords.names(place), holdings.tags.names(place))
        for place, article in enumerate(holdings.archive.articles)
    ]
    parts = batches([article.permalink for article in holdings.archive.articles])
    return [_batch(labelled[part]) for part in parts]


def search_files(parts: Iterable[SearchBatch], cache: Cache) -> Iterator[SiteFile]:
    """Yield the files of the search index.

    Args:
        parts: all articles.
        cache: what builds before have worked out.
    """
    digests = [cache.value(SEARCH_KIND, part.key, part.digest) for part in parts]
    files, known = index_files(digests, cache.last(KNOWN_KIND) or Known())
    cache.keep_last(KNOWN_KIND, known)
    for path, content in files.items():
        yield SiteFile(f"{_FOLDER}{path}", content)


def _batch(labelled: Sequence[tuple[Article, list[str], list[str]]]) -> SearchBatch:
    told = [(article.permalink, article.digest, *labels) for article, *labels in labelled]
    return SearchBatch(
        cache_digest(repr(told).encode()),
        lambda: [
            article_document(article, url(article_path(article)), keywords, tags)
            for article, keywords, tags in labelled
        ],
    )
