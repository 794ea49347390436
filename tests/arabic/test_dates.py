from __future__ import annotations

import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.dates import MONTHS, format_date, format_month, month_name, parse_date

DAYS = st.dates(min_value=datetime.date(1600, 1, 1))
DAY = datetime.date(2026, 11, 24)
PIECES = st.sampled_from(
    ["24", "31", "0", "2026", "26", "نوفمبر", "آب/أيلول", "Nov", "رمضان", "الثلاثاء", "م", "هـ"]
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-11-24",
            "2026-11-24T14:05:00Z",
            "2026-11-24 14:05",
            "2026-11-24 14:05:00 +03:00",
            "2026/11/24",
        ),
        *("24/11/2026", "24-11-2026", "24.11.2026", " 24 / 11 / 2026 ", "24\u060d11\u060d2026"),
        *(
            "٢٤/١١/٢٠٢٦",
            "۲۴/۱۱/۲۰۲۶",
            "٢٠٢٦-١١-٢٤",
            "\u200f24/11/2026",
            "24\u200f/11\u200f/2026",
            "24/11/2026 م",
        ),
        *("24 نوفمبر 2026", "٢٤ نوفمبر ٢٠٢٦", "24 نوفمبر، 2026", "24 نُوفَمْبِر 2026م", "24 نوفمبر 2026 م."),
        *("\u206724 نوفمبر 2026\u2069", "24\u00a0نوفمبر\u00a02026", "24نوفمبر2026", "24-نوفمبر-2026"),
        *("24 تشرين الثاني 2026", "24 تشرين ثاني 2026", "24 تشرين الثانى 2026", "24 نونبر 2026"),
        *("24 تشرين الثاني/نوفمبر 2026", "24 نوفمبر / تشرين الثاني 2026", "24 تشرين الثاني (نوفمبر) 2026"),
        *("الثلاثاء، 24 نوفمبر 2026", "الثلاثاء 24 نوفمبر 2026", "يوم الثلاثاء, 24 نوفمبر 2026 م"),
        *("الثلاثاء 24/11/2026", "الثلاثاء، 24 تشرين الثاني/نوفمبر 2026 م"),
        *("24 November 2026", "Nov 24, 2026", "November 24 2026", "NOV. 24, 2026", "24-Nov-2026"),
        *("Tuesday, 24 November 2026", "Tue, 24 Nov 2026", "نوفمبر 24، 2026"),
        *("24/11/2026 10:30", "٢٤/١١/٢٠٢٦ ١٠:٣٠", "24 نوفمبر 2026 10:30", "24 من نوفمبر 2026"),
        *("24 نوفمبر 2026 الموافق 14 جمادى الآخرة 1448", "24/11/2026 م، الموافق لـ 14/6/1448 هـ"),
        *("الثلاثاء الموافق 24/11/2026", "يوم الثلاثاء الموافق 24 من نوفمبر 2026"),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    """24 November 2026 in figures and words, digits and separators of every kind."""
    assert DAY == parse_date(text)


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "يناير, جانفي, كانون الثاني, كانون ثاني, كانون ثان, January, Jan"),
        (2, "فبراير, فيفري, شباط, فيفرى, February, Feb"),
        (3, "مارس, آذار, اذار, March"),
        (4, "أبريل, إبريل, ابريل, أفريل, نيسان, April"),
        (5, "مايو, ماي, أيار, ايار, مايس, May"),
        (6, "يونيو, يونيه, جوان, حزيران, June"),
        (7, "يوليو, يوليه, يوليوز, جويلية, جويليه, تموز, تمّوز, July"),
        (8, "أغسطس, اغسطس, أوت, اوت, غشت, أغشت, آب, August"),
        (9, "سبتمبر, شتنبر, شتمبر, أيلول, ايلول, September, Sept, Sep"),
        (10, "أكتوبر, اكتوبر, تشرين الأول, تشرين الاول, تشرين أول, October"),
        (11, "نوفمبر, نونبر, تشرين الثاني, تشرين ثاني, تشرين ثان, November"),
        (12, "ديسمبر, دجنبر, دجمبر, كانون الأول, كانون الاول, كانون أول, December"),
    ],
)
def test_months_are_known_in_every_tradition(month: int, names: str) -> None:
    """Egyptian, Levantine, Algerian and Tunisian, Moroccan, Mauritanian and English names and spellings."""
    assert [datetime.date(2026, month, 3)] * len(names.split(", ")) == [
        parse_date(f"3 {name} 2026") for name in names.split(", ")
    ]


@pytest.mark.parametrize("tradition", MONTHS)
@given(date=DAYS)
def test_each_traditions_names_are_read(tradition: str, date: datetime.date) -> None:
    """A date written with the names of any tradition is read as that date."""
    assert date == parse_date(f"{date.day} {MONTHS[tradition][date.month - 1]} {date.year}")


def test_the_day_comes_first_unless_the_year_does() -> None:
    """3/4 is 3 April."""
    assert datetime.date(2026, 4, 3) == parse_date("3/4/2026")
    assert datetime.date(2026, 4, 3) == parse_date("2026/4/3")


@pytest.mark.parametrize("text", ["31/02/2026", "2026-13-01", "29 فبراير 2025", "0/1/2026", "32 مارس 2026"])
def test_a_day_that_does_not_exist_is_an_error(text: str) -> None:
    """The message says that the calendar has no such day."""
    with pytest.raises(ValueError, match="no day of the calendar"):
        parse_date(text)


@pytest.mark.parametrize("text", ["24/11/26", "26-11-24", "24 نوفمبر 26", "Nov 24, 26"])
def test_a_year_of_two_digits_is_an_error(text: str) -> None:
    """The message says so, since nobody knows the century."""
    with pytest.raises(ValueError, match="has two digits"):
        parse_date(text)


@pytest.mark.parametrize("text", ["24/11/026", "24 نوفمبر 20261"])
def test_a_year_has_four_digits(text: str) -> None:
    """Neither three nor five."""
    with pytest.raises(ValueError, match=r"has [35] digits"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "15/05/1448 هـ",
        "15 جمادى الأولى 1448",
        "١٥ رمضان ١٤٤٨هـ",
        "الثلاثاء 3 ذو القعدة 1448 هجري",
        "1448/05/15 هجرية",
    ],
)
def test_a_hijri_date_is_an_error(text: str) -> None:
    """The message says so, since the day depends on the country's calendar."""
    with pytest.raises(ValueError, match="is a Hijri date"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["1447/5/3", "3-5-1447", "1447-02-30", "30/2/1447", "3/5/1447 م", "3 مايو 1599"]
)
def test_a_year_long_ago_looks_hijri(text: str) -> None:
    """No article was published before 1600, and years of today's Hijri dates lie there."""
    with pytest.raises(ValueError, match="looks like one of the Hijri calendar"):
        parse_date(text)
    assert datetime.date(1600, 1, 1) == parse_date("1/1/1600")


def test_two_names_of_different_months_are_an_error() -> None:
    """تشرين الأول is October."""
    with pytest.raises(ValueError, match="two different months"):
        parse_date("24 تشرين الأول/نوفمبر 2026")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "نوفمبر 2026",
        "2026",
        "أمس",
        "24/11-2026",
        "24/11/2026 الموافق",
        "24/11/2026 الموافق الثلاثاء",
        "24/11/2026 الموافق 25/11/2026",
        "24 نوفمبرا 2026",
        "24 نوفمبر 2026 تقريبا",
        "20261124",
        "-1/1/2026",
    ],
)
def test_what_is_no_date_is_an_error(text: str) -> None:
    """The message says how to write a date."""
    with pytest.raises(ValueError, match="is no date; write it like 2026-11-24"):
        parse_date(text)


@given(
    st.tuples(PIECES, PIECES, PIECES).map(" ".join)
    | st.tuples(PIECES, PIECES, PIECES).map("/".join)
    | st.text()
)
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    """Nothing else is raised."""
    with contextlib.suppress(ValueError):
        assert isinstance(parse_date(text), datetime.date)


@given(DAYS)
def test_a_written_date_is_read_back(date: datetime.date) -> None:
    """`parse_date(format_date(d)) == d` for every year of four digits; so is ISO 8601."""
    assert date == parse_date(format_date(date))
    assert date == parse_date(date.isoformat())


def test_a_date_is_written_with_the_months_name() -> None:
    """Day, month, year, in ASCII digits, without a leading zero."""
    assert "24 نوفمبر 2026" == format_date(DAY)
    assert "1 يناير 2027" == format_date(datetime.date(2027, 1, 1))


def test_a_month_is_written_with_its_name() -> None:
    """Month and year."""
    assert "نوفمبر 2026" == format_month(2026, 11)


def test_each_month_has_its_name() -> None:
    """From January to December."""
    names = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
    assert names.split() == [month_name(month) for month in range(1, 13)]


@pytest.mark.parametrize("month", [-1, 0, 13])
def test_there_are_twelve_months(month: int) -> None:
    """Any other number is an error that names it."""
    with pytest.raises(ValueError, match=f"no month {month}"):
        month_name(month)
