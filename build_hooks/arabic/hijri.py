"""Days in the Hijri calendar of Umm al-Qura."""

from __future__ import annotations

import datetime

from hijridate import Gregorian

HIJRI_MONTHS = tuple(
    (
        "محرم، صفر، ربيع الأول، ربيع الآخر، جمادى الأولى، جمادى الآخرة، "
        "رجب، شعبان، رمضان، شوال، ذو القعدة، ذو الحجة"
    ).split("، ")
)
"""The names of the twelve months, Muharram first. Source: Unicode CLDR, months of the Islamic calendar in `ar`."""


def format_hijri(date: datetime.date) -> str | None:
    """Write a day in the Hijri calendar: `14 جمادى الآخرة 1448 هـ`.

    Args:
        date: the day in the Gregorian calendar.

    Returns:
        The day, the month's name and the year in ASCII digits, and the era; None for a day outside of
        1 August 1924 to 16 November 2077, for which no calendar of Umm al-Qura is known.

    Source: the calendar of Umm al-Qura, as Saudi Arabia publishes it, in the tables of `hijridate`. Where the
    crescent is looked for, a month may begin a day before or after.
    """
    try:
        day = Gregorian(date.year, date.month, date.day).to_hijri()
    except OverflowError:
        return None
    return f"{day.day} {HIJRI_MONTHS[day.month - 1]} {day.year} هـ"
