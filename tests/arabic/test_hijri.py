from __future__ import annotations

import datetime

import pytest

from build_hooks.arabic.dates import parse_date
from build_hooks.arabic.hijri import HIJRI_MONTHS, format_hijri


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("14 جمادى الآخرة 1448 هـ", "2026-11-24"),
        # The first days of Ramadan, the feasts and the year, as the Saudi calendar has them.
        ("1 رمضان 1445 هـ", "2024-03-11"),
        ("1 شوال 1445 هـ", "2024-04-10"),
        ("10 ذو الحجة 1445 هـ", "2024-06-16"),
        ("1 محرم 1446 هـ", "2024-07-07"),
        ("29 ذو الحجة 1446 هـ", "2025-06-25"),
    ],
)
def test_a_day_is_that_of_umm_al_qura(expected: str, day: str) -> None:
    """Day, month and year of Saudi Arabia's calendar, with the era."""
    assert expected == format_hijri(datetime.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        (None, "1924-07-31"),
        ("1 محرم 1343 هـ", "1924-08-01"),
        ("30 ذو الحجة 1500 هـ", "2077-11-16"),
        (None, "2077-11-17"),
        (None, "0001-01-01"),
    ],
)
def test_a_day_that_no_calendar_has_is_none(expected: str | None, day: str) -> None:
    """The calendar is known from 1343 to 1500."""
    assert expected == format_hijri(datetime.date.fromisoformat(day))


@pytest.mark.parametrize("month", HIJRI_MONTHS)
def test_its_months_are_known_where_dates_are_read(month: str) -> None:
    """An editor who writes a Hijri date is told so, whichever the month."""
    with pytest.raises(ValueError, match="is a Hijri date"):
        parse_date(f"1 {month} 1448")
