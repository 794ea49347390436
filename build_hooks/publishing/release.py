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
        is_scheduled = article.date is not None and article.date > today and not article.is_date_from_git
        if is_preview or not (article.is_draft or is_scheduled):
            yield replace(article, is_scheduled=is_scheduled) if is_scheduled else article


def reservation(article: Article, notation: Notation = USUAL) -> str:
    """Return what a preview says of an article that readers do not see yet: `مسودة`; empty for any other."""
    if article.is_draft:
        return DRAFT
    return f"يُنشر في {notation.date(article.date)}" if article.is_scheduled and article.date else ""
