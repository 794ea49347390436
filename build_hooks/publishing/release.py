"""Which articles readers see today, and which only their editors."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.model import Article

# A day has come where it has begun in Muscat, the easternmost Arab capital: no reader has to wait for it, and the
# result does not depend on where the site is built.
_ZONE = datetime.timezone(datetime.timedelta(hours=4))

DRAFT = "مسودة"


def build_day(environment: Mapping[str, str]) -> datetime.date:
    """Return the day of the build: that of `SOURCE_DATE_EPOCH` where `environment` has it, else today.

    Source: https://reproducible-builds.org/specs/source-date-epoch/, seconds since 1970.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    now = (
        datetime.datetime.now(_ZONE) if epoch is None else datetime.datetime.fromtimestamp(int(epoch), _ZONE)
    )
    return now.date()


def released(articles: Iterable[Article], today: datetime.date, *, is_preview: bool) -> Iterator[Article]:
    """Yield the articles that are to be seen: in a preview all, else those that are no drafts and whose day has come.

    A date from git never holds an article back: its committer may live where the day begins sooner.
    """
    for article in articles:
        is_scheduled = _due(article, today) is not None
        if is_preview or not (article.is_draft or is_scheduled):
            yield replace(article, is_scheduled=is_scheduled) if is_scheduled else article


def held_back(articles: Iterable[Article], today: datetime.date) -> str:
    """Return what an editor is told of the articles that readers do not see yet; empty where there are none."""
    drafts, days = 0, []
    for article in articles:
        if article.is_draft:
            drafts += 1
        elif day := _due(article, today):
            days.append(day)
    as_drafts = f"as drafts: {drafts}" if drafts else ""
    until = f"until their day: {len(days)}, the next on {min(days)}" if days else ""
    held = "; ".join(filter(None, (as_drafts, until)))
    return f"Held back {held}" if held else ""


def _due(article: Article, today: datetime.date) -> datetime.date | None:
    """Return the day on which an article is to be published, where that is still to come."""
    date = None if article.is_date_from_git else article.date
    return date if date and date > today else None


def reservation(article: Article, notation: Notation = USUAL) -> str:
    """Return what a preview says of an article that readers do not see yet: `مسودة`; empty for any other."""
    if article.is_draft:
        return DRAFT
    return f"يُنشر في {notation.date(article.date)}" if article.is_scheduled and article.date else ""
