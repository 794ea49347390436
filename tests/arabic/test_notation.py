from __future__ import annotations

import datetime

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import ARTICLE, Digits

DAY = datetime.date(2026, 11, 24)


def test_what_an_editor_gets_who_chose_nothing() -> None:
    """Western figures, the months' most widely understood names, no Hijri date."""
    assert ("1,234", "3 مقالات") == (USUAL.number(1234), USUAL.counted(3, ARTICLE))
    assert ("24 نوفمبر 2026", "نوفمبر 2026", "نوفمبر", "2026", "") == (
        USUAL.date(DAY),
        USUAL.month(2026, 11),
        USUAL.month_name(11),
        USUAL.year(2026),
        USUAL.hijri_date(DAY),
    )


def test_everything_follows_the_choice() -> None:
    """Figures and months alike, in dates of both calendars; a year is never grouped."""
    notation = Notation("levantine", Digits.ARABIC_INDIC, hijri=True)
    assert ("١٬٢٣٤", "٣ مقالات") == (notation.number(1234), notation.counted(3, ARTICLE))
    assert (
        "٢٤ تشرين الثاني ٢٠٢٦",
        "تشرين الثاني ٢٠٢٦",
        "تشرين الثاني",
        "٢٠٢٦",
        "١٤ جمادى الآخرة ١٤٤٨ هـ",
    ) == (
        notation.date(DAY),
        notation.month(2026, 11),
        notation.month_name(11),
        notation.year(2026),
        notation.hijri_date(DAY),
    )


def test_a_day_outside_of_the_hijri_calendar_has_no_hijri_date() -> None:
    """The Gregorian one stands alone."""
    assert "" == Notation(hijri=True).hijri_date(datetime.date(1900, 1, 1))
