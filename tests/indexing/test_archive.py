"""The archive."""

from __future__ import annotations

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
