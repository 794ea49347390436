"""Dates: read in the ways that Arabic editors write them, written in one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from build_hooks.arabic.fold import fold
from build_hooks.arabic.hijri import HIJRI_MONTHS

MONTHS: Mapping[str, tuple[str, ...]] = {
    tradition: tuple(names.split("، "))
    for tradition, names in {
        "egyptian": "يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر",
        "levantine": "كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، "
        "تموز، آب، أيلول، تشرين الأول، تشرين الثاني، كانون الأول",
        "algerian": "جانفي، فيفري، مارس، أفريل، ماي، جوان، جويلية، أوت، سبتمبر، أكتوبر، نوفمبر، ديسمبر",
        "moroccan": "يناير، فبراير، مارس، أبريل، ماي، يونيو، يوليوز، غشت، شتنبر، أكتوبر، نونبر، دجنبر",
        "mauritanian": "يناير، فبراير، مارس، إبريل، مايو، يونيو، يوليو، أغشت، شتمبر، أكتوبر، نوفمبر، دجمبر",
    }.items()
}
"""The names of the twelve months, January first, in each tradition.

Egyptian names are used from Egypt to the Gulf, Levantine ones in Iraq, Jordan, Lebanon, Palestine and Syria,
Algerian ones in Tunisia too. Source: Unicode CLDR, months of the Gregorian calendar in `ar`, `ar-LB` and
`ar-IQ`, `ar-DZ` and `ar-TN`, `ar-MA`, `ar-MR`.
"""

EGYPTIAN = "egyptian"
"""The tradition that is understood most widely."""

_ENGLISH = tuple(
    "January February March April May June July August September October November December".split()
)

_OTHER_SPELLINGS = {
    "كانون ثاني": 1,
    "كانون ثان": 1,
    "مايس": 5,
    "يونيه": 6,
    "يوليه": 7,
    "Sept": 9,
    "تشرين أول": 10,
    "تشرين ثاني": 11,
    "تشرين ثان": 11,
    "كانون أول": 12,
}
"""Other spellings in newspapers: Iraqi مايس, Egyptian يونيه, Levantine names without the article."""

# The word that tells: not ذو, nor which ربيع of two.
_HIJRI_WORDS = tuple(dict.fromkeys(name.removeprefix("ذو ").split()[0] for name in HIJRI_MONTHS))

_WEEKDAYS = (
    *"الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split(),
    *"Sunday Monday Tuesday Wednesday Thursday Friday Saturday Sun Mon Tue Wed Thu Fri Sat".split(),
)

_ENDINGS = str.maketrans("ةى", "هي")


def _plain(text: str) -> str:
    """Fold a text further than `fold` dares: no two names of months or days differ in ة/ه or ى/ي only."""
    return fold(text).translate(_ENDINGS)


def _month_numbers() -> dict[str, int]:
    numbers = {_plain(name): number for name, number in _OTHER_SPELLINGS.items()}
    for names in (*MONTHS.values(), _ENGLISH, tuple(name[:3] for name in _ENGLISH)):
        numbers |= {_plain(name): number for number, name in enumerate(names, start=1)}
    return numbers


_MONTH_NUMBERS = _month_numbers()


def _any_of(names: tuple[str, ...]) -> str:
    """Give a regular expression for one of the names, as `_plain` leaves them."""
    return "|".join(re.escape(_plain(name)) for name in names)


_NAME = _any_of(tuple(_MONTH_NUMBERS))
_NAMED_MONTH = rf"(?P<name>{_NAME})\.?(?: ?(?:[/-] ?(?P<slashed>{_NAME})|\( ?(?P<bracketed>{_NAME}) ?\)))?"
_SEPARATOR = r" ?(?P<separator>[-/.\u060d]) ?"  # U+060D is the Arabic date separator
_SAME = " ?(?P=separator) ?"
_TIME = r"(?:[t ][0-9]{1,2}:[0-9]{2}[0-9:., z+-]*)?"
_ERA = r"(?: ?م\.?)?"

# Compiled when they are needed, which those with names take long for: most archives write one form.
_YEAR_FIRST = (
    rf"(?P<year>[0-9]{{4}}){_SEPARATOR}(?P<month>[0-9]{{1,2}}){_SAME}(?P<day>[0-9]{{1,2}})"
    rf"{_TIME}{_ERA}"
)
_DAY_FIRST = rf"(?P<day>[0-9]{{1,2}}){_SEPARATOR}(?P<month>[0-9]{{1,2}}){_SAME}(?P<year>[0-9]+){_TIME}{_ERA}"
_DAY_NAMED_MONTH = (
    rf"(?P<day>[0-9]{{1,2}})(?:[ -]?| من ){_NAMED_MONTH}(?: ?[,،] ?|[ -])?(?P<year>[0-9]+){_TIME}{_ERA}"
)
_NAMED_MONTH_DAY = rf"{_NAMED_MONTH} ?(?P<day>[0-9]{{1,2}})(?: ?[,،] ?| )(?P<year>[0-9]+){_ERA}"
_FORMS = (_YEAR_FIRST, _DAY_FIRST, _DAY_NAMED_MONTH, _NAMED_MONTH_DAY)

_WEEKDAY = re.compile(rf"(?:يوم )?(?:{_any_of(_WEEKDAYS)})\b ?[,،]? ?(?:الموافق )?")
# No newspaper is older, and the Hijri year 1600 is far off: it begins in 2174.
_FIRST_YEAR = 1600
_HIJRI_YEAR = re.compile("(?<![0-9])1[345][0-9]{2}(?![0-9])")
_HIJRI = re.compile(rf"[0-9] ?ه\b|\bهجري|\b(?:{_any_of(_HIJRI_WORDS)})\b")


def parse_date(text: str) -> datetime.date:
    """Read a date of the Gregorian calendar.

    It may be written in figures, the day first (`24/11/2026`) unless the year is (`2026-11-24`), or with the
    month's name in any tradition of `MONTHS` or in English, or in two of them (تشرين الثاني/نوفمبر). A time
    behind it is passed over, and so is a Hijri date behind الموافق. Digits may be ASCII, Arabic-Indic or
    Persian; a weekday may stand before and م after; tashkeel, tatweel, hamza on alef and invisible marks make
    no difference.

    Args:
        text: the date as written.

    Returns:
        The day.

    Raises:
        ValueError: the text is no date, its year has not four digits or lies before 1600, its day is not in the
            calendar, or it is of the Hijri calendar; the message says which of it, and what to write.

    Source: the names, see `MONTHS`; figures, ISO 8601 and the short dates of Unicode CLDR for `ar`, which put
    the day first in every Arab country.
    """
    plain = _plain(text)
    weekday = _WEEKDAY.match(plain)
    day = _without_hijri(plain[weekday.end() :] if weekday else plain)
    for form in _FORMS:
        if match := re.fullmatch(form, day):
            return _date(match.groupdict())
    if _HIJRI.search(plain):
        msg = "it is a Hijri date; write the Gregorian one, like 2026-11-24"
        raise ValueError(msg)
    msg = "it is no date; write it like 2026-11-24 or 24 نوفمبر 2026"
    raise ValueError(msg)


def _without_hijri(plain: str) -> str:
    """Leave out the same day in the other calendar: `24/11/2026 الموافق 14/6/1448`."""
    day, _, other = plain.partition(" الموافق ")
    return day.rstrip(" ,،") if _HIJRI_YEAR.search(other) else plain


def _date(parts: Mapping[str, str | None]) -> datetime.date:
    year, day = parts["year"] or "", parts["day"] or ""
    if len(year) != len("2026"):
        digits = "two digits" if len(year) == len("26") else f"{len(year)} digits"
        msg = f"its year has {digits}; write all four, like 2026-11-24"
        raise ValueError(msg)
    if int(year) < _FIRST_YEAR:
        msg = "its year looks like one of the Hijri calendar; write the Gregorian date, like 2026-11-24"
        raise ValueError(msg)
    month = _month(parts)
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError as error:
        msg = "it is no day of the calendar; write it like 2026-11-24"
        raise ValueError(msg) from error


def _month(parts: Mapping[str, str | None]) -> int:
    if figures := parts.get("month"):
        return int(figures)
    names = filter(None, (parts["name"], parts["slashed"], parts["bracketed"]))
    numbers = {_MONTH_NUMBERS[name] for name in names}
    if len(numbers) > 1:
        msg = "it names two different months; write one of them"
        raise ValueError(msg)
    return numbers.pop()


def month_name(month: int, tradition: str = EGYPTIAN) -> str:
    """Give a month's name.

    Args:
        month: 1 to 12.
        tradition: a key of `MONTHS`.

    Returns:
        The name in that tradition.

    Raises:
        ValueError: there is no such month.
    """
    names = MONTHS[tradition]
    if not 1 <= month <= len(names):
        msg = f"there is no month {month}"
        raise ValueError(msg)
    return names[month - 1]


def format_month(year: int, month: int, tradition: str = EGYPTIAN) -> str:
    """Write a month: `نوفمبر 2026`.

    Args:
        year: the Gregorian year.
        month: 1 to 12.
        tradition: a key of `MONTHS`.

    Returns:
        The month's name and the year in ASCII digits.

    Raises:
        ValueError: there is no such month.
    """
    return f"{month_name(month, tradition)} {year}"


def format_date(date: datetime.date, tradition: str = EGYPTIAN) -> str:
    """Write a day: `24 نوفمبر 2026`.

    Args:
        date: the day.
        tradition: a key of `MONTHS`.

    Returns:
        The day, the month's name and the year, in ASCII digits; `parse_date` reads it back, the year having
        four digits.
    """
    return f"{date.day} {format_month(date.year, date.month, tradition)}"
