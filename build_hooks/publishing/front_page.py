"""The front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Term
from build_hooks.publishing import urls
from build_hooks.publishing.archive_pages import TITLE as ARCHIVE_TITLE
from build_hooks.publishing.archive_pages import month_link
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.views import Link, Teaser, teaser, term_link

TITLE = "الرئيسية"

# Short enough to scan, long enough that a day's news does not fall off it.
_LATEST, _TERMS, _MONTHS = 20, 12, 6


@dataclass(frozen=True, slots=True)
class FrontView:
    """The newest articles, and ways into the older ones."""

    lead: Teaser | None
    """The newest article; None while there is none."""

    latest: tuple[Teaser, ...]
    older: Link | None
    """Where the list goes on."""

    keywords: tuple[Link, ...]
    """The keywords used most, most used first."""

    tags: tuple[Link, ...]
    months: tuple[Link, ...]


def front_page(catalogue: Catalogue, description: str) -> SitePage:
    """Return the front page; `description` is the site's own."""
    archive = catalogue.archive
    teasers = tuple(map(teaser, archive.articles[:_LATEST]))
    view = FrontView(
        lead=teasers[0] if teasers else None,
        latest=teasers[1:],
        older=Link(ARCHIVE_TITLE, urls.url(urls.ARCHIVE)) if len(archive.articles) > _LATEST else None,
        keywords=_most_used(urls.KEYWORDS, catalogue.keywords.terms),
        tags=_most_used(urls.TAGS, catalogue.tags.terms),
        months=tuple(map(month_link, archive.months[:_MONTHS])),
    )
    return SitePage(urls.FRONT, {"title": TITLE, "description": description, "template": "front.html"}, view)


def _most_used(index: str, terms: Sequence[Term]) -> tuple[Link, ...]:
    ranked = sorted(terms, key=lambda term: -len(term.appearances))
    return tuple(term_link(index, term) for term in ranked[:_TERMS])
