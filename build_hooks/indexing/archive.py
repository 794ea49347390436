"""Articles by date."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from build_hooks.model import Article


class Month(NamedTuple):
    """The articles of one month."""

    year: int
    month: int
    """1 to 12."""

    articles: tuple[Article, ...]
    """Newest first."""


class Archive(NamedTuple):
    """All articles by date."""

    articles: tuple[Article, ...]
    """Newest first; those without a date last."""

    months: tuple[Month, ...]
    """Newest first."""

    undated: tuple[Article, ...]
    """The articles whose date is not known."""

    @property
    def years(self) -> tuple[tuple[int, tuple[Month, ...]], ...]:
        """The months under their years, newest first."""
        return tuple((year, tuple(months)) for year, months in groupby(self.months, lambda month: month.year))


def build_archive(articles: Iterable[Article]) -> Archive:
    """Return `articles` by date: newest first, those without a date last.

    Of one day the latest stands first, those without a time behind those with one; then the permalink decides.
    """
    ordered = sorted(articles, key=_age)
    dated = [article for article in ordered if article.date]
    months = tuple(
        Month(year, month, tuple(group)) for (year, month), group in groupby(dated, _year_and_month)
    )
    return Archive(tuple(ordered), months, tuple(ordered[len(dated) :]))


def _age(article: Article) -> tuple[int, float, str]:
    # The day is the one that readers see, whichever it is elsewhere at that moment.
    day = -article.date.toordinal() if article.date else 0
    return day, _time_left(article), article.permalink


def _time_left(article: Article) -> float:
    """Return what is less the later an article was published."""
    if not (article.date and article.time):
        return math.inf
    return -datetime.datetime.combine(article.date, article.time).timestamp()


def _year_and_month(article: Article) -> tuple[int, int]:
    assert article.date
    return (article.date.year, article.date.month)
