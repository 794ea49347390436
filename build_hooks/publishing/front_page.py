"""The front page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from build_hooks.arabic.fold import fold
from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Article, Term
from build_hooks.publishing import urls
from build_hooks.publishing.archive_pages import TITLE as ARCHIVE_TITLE
from build_hooks.publishing.archive_pages import month_link
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.views import Link, counted_link, term_link

TITLE = "الرئيسية"

_TEMPLATE = "front.html"

# Short enough to scan, long enough that a day's news does not fall off it.
_LATEST, _TERMS, _MONTHS = 20, 12, 6
# Of how many tags the front page shows the newest articles that do not stand on it already, and how many of each.
_TAGS, _OF_EACH_TAG = 4, 3


class Teaser(NamedTuple):
    """An article on the front page."""

    article: Article
    words: int
    """How many it has below its headline."""

    tag: Link | None
    """The first of its tags that is no writing style."""


class TagView(NamedTuple):
    """A tag with its newest articles."""

    link: Link
    articles: tuple[Article, ...]


class FrontView(NamedTuple):
    """The newest articles, and ways into the older ones."""

    lead: Teaser | None
    """The newest article; None while there is none."""

    latest: tuple[Teaser, ...]
    older: Link | None
    """Where the list goes on."""

    by_tag: tuple[TagView, ...]
    """The tags used most; none on a site with few articles, as no article stands on the page twice."""

    keywords: tuple[Link, ...]
    """The keywords used most, most used first."""

    tags: tuple[Link, ...]
    months: tuple[Link, ...]


def front_page(catalogue: Catalogue, description: str, notation: Notation = USUAL) -> PlannedPage:
    """Return the front page; `description` is the site's own."""
    archive = catalogue.archive
    teasers = tuple(_teaser(place, catalogue) for place in range(len(archive.articles[:_LATEST])))
    view = FrontView(
        lead=teasers[0] if teasers else None,
        latest=teasers[1:],
        older=Link(ARCHIVE_TITLE, urls.ARCHIVE) if len(archive.articles) > _LATEST else None,
        by_tag=tuple(_by_tag(catalogue)),
        keywords=_most_used(urls.KEYWORDS, catalogue.keywords.terms),
        tags=_most_used(urls.TAGS, catalogue.tags.terms),
        months=tuple(month_link(month, notation) for month in archive.months[:_MONTHS]),
    )
    front_matter = {"title": TITLE, "description": description, "template": _TEMPLATE}
    return PlannedPage(urls.FRONT, _TEMPLATE, lambda: SitePage(urls.FRONT, front_matter, view))


def _teaser(place: int, catalogue: Catalogue) -> Teaser:
    article = catalogue.archive.articles[place]
    styles = _styles([article], catalogue)
    tags = (term for term, _ in catalogue.tags.of(article) if fold(term.name) not in styles)
    tag = next(tags, None)
    return Teaser(article, catalogue.lengths.of(place), term_link(urls.TAGS, tag) if tag else None)


def _by_tag(catalogue: Catalogue) -> Iterator[TagView]:
    articles = catalogue.archive.articles
    shown = {article.permalink for article in articles[:_LATEST]}
    styles = _styles(articles, catalogue)
    tags = [term for term in _ranked(catalogue.tags.terms) if fold(term.name) not in styles]
    for tag in tags[:_TAGS]:
        newest = (one.article for one in tag.appearances if one.article.permalink not in shown)
        chosen = list(islice(newest, _OF_EACH_TAG))
        if len(chosen) == _OF_EACH_TAG:
            shown.update(article.permalink for article in chosen)
            yield TagView(term_link(urls.TAGS, tag), tuple(chosen))


def _styles(articles: Sequence[Article], catalogue: Catalogue) -> set[str]:
    """Return the names of the writing styles of `articles`, which are tags too, folded."""
    return {
        fold(catalogue.style(style))
        for style in {one for article in articles for one in article.writing_styles}
    }


def _most_used(index: str, terms: Sequence[Term]) -> tuple[Link, ...]:
    return tuple(counted_link(index, term) for term in _ranked(terms)[:_TERMS])


def _ranked(terms: Sequence[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: -len(term.appearances))
