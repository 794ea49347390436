"""The archive."""

from __future__ import annotations

import datetime

import pytest

from build_hooks.indexing.archive import build_archive
from tests.factory import an_article


def test_articles_stand_newest_first_and_undated_last() -> None:
    """Those of one day stand by permalink, so that the order never hangs on the file system."""
    articles = [
        an_article("z"),
        an_article("b", day="2026-11-24"),
        an_article("c", day="2026-12-01"),
        an_article("a", day="2026-11-24"),
    ]
    archive = build_archive(articles)
    assert ["c", "a", "b", "z"] == [article.permalink for article in archive.articles]
    assert ["z"] == [article.permalink for article in archive.undated]


@pytest.mark.parametrize(
    ("expected", "times"),
    [
        (["c", "b", "a"], {"a": "08:00+03:00", "b": "12:00+03:00", "c": "20:00+03:00"}),
        # The moment counts, not the hour as written.
        (["b", "a"], {"a": "12:00+03:00", "b": "10:00Z"}),
        (["a", "b"], {"b": "12:00+03:00", "a": "09:00Z"}),
        (["b", "c", "a", "d"], {"a": None, "b": "23:59+00:00", "c": "00:00Z", "d": None}),
        # By these clocks it is another day in London, but readers see this one.
        (["z", "x", "y"], {"x": "12:00Z", "y": "00:30+14:00", "z": "23:30-12:00"}),
    ],
)
def test_the_latest_of_a_day_stands_first(expected: list[str], times: dict[str, str | None]) -> None:
    """Those without a time stand behind those with one, and what has the same moment by permalink."""
    articles = [
        an_article(name, day="2026-06-01", time=time and datetime.time.fromisoformat(time))
        for name, time in times.items()
    ]
    articles += [an_article("before", day="2026-05-31"), an_article("behind", day="2026-06-02")]
    archive = build_archive(articles)
    assert ["behind", *expected, "before"] == [article.permalink for article in archive.articles]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_moment_may_lie_outside_of_the_calendar(day: str) -> None:
    """The first and the last day have times whose moment in London no calendar has."""
    zones = {"a": "00:00+14:00", "b": "23:59-12:00"}
    articles = [
        an_article(name, day=day, time=datetime.time.fromisoformat(time)) for name, time in zones.items()
    ]
    assert ["b", "a"] == [article.permalink for article in build_archive(articles).articles]


def test_months_stand_under_their_years() -> None:
    """Years and their months come newest first, and the same month of two years stays apart."""
    days = ["2026-11-24", "2025-11-02", "2026-01-31", "2026-11-01"]
    archive = build_archive(an_article(day, day=day) for day in days)
    assert [(2026, [(11, 2), (1, 1)]), (2025, [(11, 1)])] == [
        (year, [(month.month, len(month.articles)) for month in months]) for year, months in archive.years
    ]


def test_archive_of_nothing_is_empty() -> None:
    """No articles, no months."""
    archive = build_archive([])
    assert ((), (), (), ()) == (archive.articles, archive.months, archive.undated, archive.years)
