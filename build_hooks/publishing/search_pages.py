"""The search page, and the index that its script asks."""

from __future__ import annotations

from collections.abc import Iterator

from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.indexing.search.index import DIRECTORY, search_index
from build_hooks.model import Article
from build_hooks.publishing.site_page import PlannedPage, SiteFile, SitePage
from build_hooks.publishing.urls import SEARCH, article_path, url

_TEMPLATE = "search.html"
# Beside the scripts, which find it by their own address.
_FOLDER = "assets/search/"
SEARCH_DIRECTORY = f"{_FOLDER}{DIRECTORY}"


def search_page() -> PlannedPage:
    """Return the page that shows what a query finds; its script fills it."""
    front_matter = {"title": "البحث", "description": "ابحث في كل المقالات", "template": _TEMPLATE}
    return PlannedPage(SEARCH, _TEMPLATE, lambda: SitePage(SEARCH, front_matter, view=None))


def search_files(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Yield the files of the search index, the newest articles first among equally good ones."""
    documents = [_document(article, catalogue) for article in catalogue.archive.articles]
    for path, content in search_index(documents).items():
        yield SiteFile(f"{_FOLDER}{path}", content)


def _document(article: Article, catalogue: Catalogue) -> SearchDocument:
    return article_document(
        article,
        url(article_path(article)),
        keywords=[term.name for term, appearance in catalogue.keywords.of(article) if appearance.declared],
        tags=[term.name for term, _ in catalogue.tags.of(article)],
    )
