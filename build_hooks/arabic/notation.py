"""How a site writes the numbers and dates that are its own."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from build_hooks.arabic.dates import EGYPTIAN, format_date, format_month, month_name
from build_hooks.arabic.hijri import format_hijri
from build_hooks.arabic.numbers import Digits, Noun, counted, grouped, in_digits


class Notation(NamedTuple):
    """What an editor chose for all numbers and dates around the articles. Their texts stay as written."""

    months: str = EGYPTIAN
    """In which tradition months are named: a key of `arabic.dates.MONTHS`."""

    digits: Digits = Digits.WESTERN

    hijri: bool = False
    """Whether the Hijri date stands beside the Gregorian one."""

    def number(self, n: int) -> str:
        """Write a number, thousands grouped: `1,234` or `١٬٢٣٤`."""
        return grouped(n, self.digits)

    def counted(self, n: int, noun: Noun) -> str:
        """Say how many there are, with the noun in agreement: `3 مقالات` or `٣ مقالات`."""
        return counted(n, noun, self.digits)

    def date(self, date: datetime.date) -> str:
        """Write a day: `24 نوفمبر 2026`."""
        return in_digits(format_date(date, self.months), self.digits)

    def hijri_date(self, date: datetime.date) -> str:
        """Write a day in the Hijri calendar, `14 جمادى الآخرة 1448 هـ`; empty where none is wanted or known."""
        return in_digits(format_hijri(date) or "", self.digits) if self.hijri else ""

    def month(self, year: int, month: int) -> str:
        """Write a month, 1 to 12, with its year: `نوفمبر 2026`."""
        return in_digits(format_month(year, month, self.months), self.digits)

    def month_name(self, month: int) -> str:
        """Give the name of a month, 1 to 12."""
        return month_name(month, self.months)

    def year(self, year: int) -> str:
        """Write a year, which is never grouped: `2026`."""
        return in_digits(str(year), self.digits)


USUAL = Notation()
"""The notation of a site whose editor chose nothing."""
