"""What the templates show: texts and links, ready to print."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import MINUTE
from build_hooks.arabic.words import reading_minutes, shorten, word_count
from build_hooks.model import Article, Term
from build_hooks.publishing.release import reservation
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.urls import article_path, page_path, term_path, url

LEDE_LENGTH = 220
"""Characters of a lede in a listing: two to three lines of the text column."""

PAGE_LENGTH = 50
"""Articles on one page of a listing."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page of the site."""

    text: str
    """The name as written, not escaped."""

    url: str
    """Relative to the site's root."""

    count: str = ""
    """How many articles stand behind it, `1,234`; empty where that is not shown."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as readers and as programs read it."""

    text: str
    """In words: `24 نوفمبر 2026`."""

    iso: str
    """`2026-11-24`."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article in a listing."""

    headline: str
    url: str
    lede: str
    day: Day | None
    reservation: str = ""
    """What a preview says of an article that readers do not see yet."""

    tag: Link | None = None
    """The first of its tags that is no writing style, where that is shown."""

    reading_time: str = ""
    """`3 دقائق`, where that is shown."""


Entry = TypeVar("Entry")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """One page of a long listing."""

    path: str
    """Where it stands below the site's root."""

    number: int
    """Counted from 1."""

    count: int
    """Of how many pages."""

    place: str
    """Both, as readers are told: `الصفحة 2 من 3`."""

    items: tuple[Item, ...]
    previous: str | None
    """URL of the page before, relative to the site's root."""

    next: str | None
    """URL of the page after, relative to the site's root."""


def day(date: datetime.date | None, notation: Notation = USUAL) -> Day | None:
    """Return `date` for display; None stays None, as no date is shown where none is known."""
    return Day(notation.date(date), date.isoformat()) if date else None


def article_link(article: Article) -> Link:
    """Return a link to an article by its headline."""
    return Link(article.headline, url(article_path(article)))


def term_link(index: str, term: Term, notation: Notation = USUAL) -> Link:
    """Return a link to a term's page in the index at path `index`, with the number of its articles."""
    return Link(term.name, url(term_path(index, term.slug)), notation.number(len(term.appearances)))


def teaser(article: Article, notation: Notation = USUAL) -> Teaser:
    """Return `article` as a listing shows it."""
    return Teaser(
        article.headline,
        url(article_path(article)),
        shorten(article.lede, LEDE_LENGTH),
        day(article.date, notation),
        reservation(article, notation),
    )


def reading_time(article: Article, notation: Notation = USUAL) -> str:
    """Say how long it takes to read `article`: `3 دقائق`."""
    return notation.counted(reading_minutes(sum(map(word_count, article.paragraphs))), MINUTE)


def listing_pages(
    path: str,
    template: str,
    entries: Sequence[Entry],
    show: Callable[[Entry], Item],
    page: Callable[[Slice[Item]], SitePage],
    notation: Notation = USUAL,
) -> Iterator[PlannedPage]:
    """Yield the pages of the listing of `entries` at `path`, one empty page where there are none.

    Args:
        path: Where its first page stands below the site's root.
        template: The name of its pages' template.
        entries: What is listed.
        show: Gives what a page shows of an entry.
        page: Gives the page that shows a part of the listing.
        notation: That of the pages' numbers.
    """
    count = max(1, -(-len(entries) // PAGE_LENGTH))
    for number in range(1, count + 1):

        def make(number: int = number) -> SitePage:
            shown = entries[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
            return page(
                Slice(
                    path=page_path(path, number),
                    number=number,
                    count=count,
                    place=f"الصفحة {notation.number(number)} من {notation.number(count)}",
                    items=tuple(map(show, shown)),
                    previous=url(page_path(path, number - 1)) if number > 1 else None,
                    next=url(page_path(path, number + 1)) if number < count else None,
                )
            )

        yield PlannedPage(page_path(path, number), template, make)
