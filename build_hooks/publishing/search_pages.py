"""The search page, and the index that its script asks."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.search.digests import Digest, batches, digest
from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.indexing.search.index import index_files, search_index
from build_hooks.model import Article
from build_hooks.publishing.site_page import SiteFile, SitePage
from build_hooks.publishing.urls import SEARCH, article_path, url

# Beside the scripts, which find it by their own address.
_FOLDER = "assets/search/"
# Below this many articles, other processes take longer to start than they save.
_WORTH_WORKERS = 2000
# A forked process has all that is imported at once; elsewhere than on Linux forking is not safe.
_START = "fork" if sys.platform == "linux" else "spawn"


def search_page() -> SitePage:
    """Return the page that shows what a query finds; its script fills it."""
    front_matter = {"title": "البحث", "description": "ابحث في كل المقالات", "template": "search.html"}
    return SitePage(SEARCH, front_matter, view=None)


def search_files(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Yield the files of the search index, the newest articles first among equally good ones."""
    documents = [_document(article, catalogue) for article in catalogue.archive.articles]
    for path, content in build_index(documents).items():
        yield SiteFile(f"{_FOLDER}{path}", content)


def build_index(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of the search index, of many documents with a process on each core; see `index_files`."""
    if len(documents) < _WORTH_WORKERS:
        return search_index(documents)
    some = batches(documents)
    with ProcessPoolExecutor(
        mp_context=get_context(_START), initializer=_batches.extend, initargs=(some,)
    ) as pool:
        return index_files(list(pool.map(_digest, range(len(some)))), pool.map)


# A forked process has what its initializer is given without a copy; what `map` sends it would be pickled.
_batches: list[Sequence[SearchDocument]] = []


def _digest(number: int) -> Digest:
    return digest(_batches[number])


def _document(article: Article, catalogue: Catalogue) -> SearchDocument:
    return article_document(
        article,
        url(article_path(article)),
        keywords=[term.name for term, appearance in catalogue.keywords.of(article) if appearance.declared],
        tags=[term.name for term, _ in catalogue.tags.of(article)],
    )
