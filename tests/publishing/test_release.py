from __future__ import annotations

import datetime

import pytest

from build_hooks.publishing.release import build_day, held_back, released, reservation
from tests.factory import an_article

TODAY = datetime.date(2026, 11, 24)
ARTICLES = [
    an_article("undated"),
    an_article("today", day="2026-11-24"),
    an_article("tomorrow", day="2026-11-25"),
    an_article("draft", day="2026-11-01", is_draft=True),
    an_article("committed", day="2026-11-25", is_date_from_git=True),
]


def test_readers_see_what_is_out() -> None:
    """Drafts and articles of a day to come are kept back; a date from git keeps none back."""
    out = released(ARTICLES, TODAY, is_preview=False)
    assert ["undated", "today", "committed"] == [article.permalink for article in out]


def test_editors_see_everything_with_a_mark() -> None:
    """A preview says why readers do not see an article."""
    marks = {
        article.permalink: reservation(article) for article in released(ARTICLES, TODAY, is_preview=True)
    }
    assert {
        "undated": "",
        "today": "",
        "tomorrow": "يُنشر في 25 نوفمبر 2026",
        "draft": "مسودة",
        "committed": "",
    } == marks


def test_editors_are_told_what_is_held_back() -> None:
    """A date that was mistyped would else keep an article out unnoticed."""
    assert "Held back as drafts: 1; until their day: 1, the next on 2026-11-25" == held_back(ARTICLES, TODAY)
    later = [an_article("a", day="2062-01-01"), an_article("b", day="2027-01-01")]
    assert "Held back until their day: 2, the next on 2027-01-01" == held_back(later, TODAY)
    assert "Held back as drafts: 1" == held_back([an_article("a", day="2062-01-01", is_draft=True)], TODAY)
    assert "" == held_back(ARTICLES[:2], TODAY)


@pytest.mark.parametrize(
    ("expected", "epoch"),
    [("2026-11-24", 1795507200), ("2026-11-24", 1795550399), ("2026-11-25", 1795550400)],
)
def test_the_day_of_the_build(expected: str, epoch: int) -> None:
    """SOURCE_DATE_EPOCH tells it; a day begins with that of Muscat, at 20:00 UTC."""
    assert expected == build_day({"SOURCE_DATE_EPOCH": str(epoch)}).isoformat()


def test_without_an_epoch_it_is_today() -> None:
    """The clock tells the day where nothing else does."""
    now = datetime.datetime.now(datetime.UTC).date()
    assert build_day({}) - now <= datetime.timedelta(days=1)
