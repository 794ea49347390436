"""The search page, and the index that its script asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from build_hooks.cache import Answer, Cache
from build_hooks.cache import digest as cache_digest
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.search.digests import Digest, batches, digest
from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.indexing.search.index import DIRECTORY, index_files
from build_hooks.model import Article
from build_hooks.processes import in_shares
from build_hooks.publishing.site_page import PlannedPage, SiteFile, SitePage
from build_hooks.publishing.urls import SEARCH, article_path, url

_TEMPLATE = "search.html"
# Beside the scripts, which find it by their own address.
_FOLDER = "assets/search/"
SEARCH_DIRECTORY = f"{_FOLDER}{DIRECTORY}"


class _Labels(NamedTuple):
    """What an article can be filtered by, besides its year."""

    keywords: tuple[str, ...]
    tags: tuple[str, ...]


def search_page() -> PlannedPage:
    """Return the page that shows what a query finds; its script fills it."""
    front_matter = {"title": "البحث", "description": "ابحث في كل المقالات", "template": _TEMPLATE}
    return PlannedPage(SEARCH, _TEMPLATE, lambda: SitePage(SEARCH, front_matter, view=None))


def search_digests(catalogue: Catalogue, cache: Cache) -> list[Digest]:
    """Return what the search takes from all articles, batch by batch, the newest first.

    Args:
        catalogue: the articles and their indexes.
        cache: what builds before have digested.
    """
    articles = catalogue.archive.articles
    labels = [_labels(article, catalogue) for article in articles]

    def digest_batch(part: slice) -> Answer:
        batch = list(zip(articles[part], labels[part], strict=True))
        return cache.answer("search", _key(batch), lambda: digest([_document(*one) for one in batch]))

    parts = batches([article.permalink for article in articles])
    answers = in_shares(digest_batch, parts, weight=len(articles) // len(parts))
    return [cache.open(answer) for answer in answers]


def search_files(digests: Sequence[Digest]) -> Iterator[SiteFile]:
    """Yield the files of the search index."""
    for path, content in index_files(digests).items():
        yield SiteFile(f"{_FOLDER}{path}", content)


def _labels(article: Article, catalogue: Catalogue) -> _Labels:
    return _Labels(
        tuple([term.name for term, appearance in catalogue.keywords.of(article) if appearance.declared]),
        tuple([term.name for term, _ in catalogue.tags.of(article)]),
    )


def _key(batch: Iterable[tuple[Article, _Labels]]) -> bytes:
    told = [(article.permalink, article.digest, *labels) for article, labels in batch]
    return cache_digest(repr(told).encode())


def _document(article: Article, labels: _Labels) -> SearchDocument:
    return article_document(article, url(article_path(article)), labels.keywords, labels.tags)
