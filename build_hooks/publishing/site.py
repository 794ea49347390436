"""The whole site: every page that the articles make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_hooks.arabic.fold import fold
from build_hooks.indexing.archive import build_archive
from build_hooks.indexing.taxonomy import build_terms, keywords_of, tags_of
from build_hooks.model import Article, Term
from build_hooks.publishing.archive_pages import archive_pages
from build_hooks.publishing.article_pages import Names, article_pages
from build_hooks.publishing.front_page import front_page
from build_hooks.publishing.index_pages import KEYWORDS, TAGS, index_pages
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.views import term_link


def site_pages(articles: Iterable[Article], description: str) -> Iterator[SitePage]:
    """Yield every page of the site with `articles`; `description` is the site's own."""
    archive = build_archive(articles)
    keywords = build_terms(archive.articles, keywords_of)
    tags = build_terms(archive.articles, tags_of)
    yield front_page(archive, keywords, tags, description)
    yield from article_pages(archive.articles, _names(KEYWORDS.path, keywords), _names(TAGS.path, tags))
    yield from index_pages(KEYWORDS, keywords)
    yield from index_pages(TAGS, tags)
    yield from archive_pages(archive)


def _names(index: str, terms: Sequence[Term]) -> Names:
    return {fold(term.name): term_link(index, term) for term in terms}
