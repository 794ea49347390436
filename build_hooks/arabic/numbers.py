"""Numbers with their nouns, as Arabic counts."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Noun(NamedTuple):
    """A noun in the forms that it takes beside a number, one for each plural category of Arabic."""

    zero: str
    """The whole phrase for none: لا مقالات."""

    one: str
    """The whole phrase for one: مقال واحد."""

    two: str
    """The whole phrase for two: the dual, مقالان."""

    few: str
    """The noun after 3–10, 103–110 …: the plural, مقالات."""

    many: str
    """The noun after 11–99, 111–199 …: the singular in the accusative, مقالًا."""

    other: str
    """The noun after whole hundreds and what exceeds them by one or two: the singular, مقال."""


ARTICLE = Noun("لا مقالات", "مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال")
KEYWORD = Noun("لا كلمات", "كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة")
TAG = Noun("لا وسوم", "وسم واحد", "وسمان", "وسوم", "وسمًا", "وسم")
MENTION = Noun("لا مواضع", "موضع واحد", "موضعان", "مواضع", "موضعًا", "موضع")
MINUTE = Noun("لا دقائق", "دقيقة واحدة", "دقيقتان", "دقائق", "دقيقة", "دقيقة")
RESULT = Noun("لا نتائج", "نتيجة واحدة", "نتيجتان", "نتائج", "نتيجة", "نتيجة")
PAGE = Noun("لا صفحات", "صفحة واحدة", "صفحتان", "صفحات", "صفحة", "صفحة")


class Digits(StrEnum):
    """The figures that numbers are written in."""

    WESTERN = "western"
    """0–9, which the Maghreb writes, and most news sites everywhere."""

    ARABIC_INDIC = "arabic-indic"
    """٠–٩, U+0660–0669."""


_WESTERN, _ARABIC_INDIC = "0123456789", "٠١٢٣٤٥٦٧٨٩"
_TO_ARABIC_INDIC = str.maketrans(_WESTERN, _ARABIC_INDIC)
_TO_WESTERN = str.maketrans(_ARABIC_INDIC, _WESTERN)


def in_digits(text: str, digits: Digits) -> str:
    """Return `text`, the figures of which are ASCII, in other figures: `24 نوفمبر` or `٢٤ نوفمبر`."""
    return text.translate(_TO_ARABIC_INDIC) if digits is Digits.ARABIC_INDIC else text


def western(text: str) -> str:
    """Return `text` with its Arabic-Indic figures as ASCII ones."""
    return text.translate(_TO_WESTERN)


def grouped(n: int, digits: Digits = Digits.WESTERN) -> str:
    """Write a number, thousands grouped.

    Args:
        n: the number.
        digits: the figures.

    Returns:
        `1,234` or `١٬٢٣٤`.

    Source: Unicode CLDR, symbols of the numbering systems `latn` and `arab` in `ar`; the group separator of
    the second is U+066C.
    """
    western = f"{n:,}"
    return in_digits(western.replace(",", "٬"), digits) if digits is Digits.ARABIC_INDIC else western


def counted(n: int, noun: Noun, digits: Digits = Digits.WESTERN) -> str:
    """Say how many there are, with the noun in agreement.

    Args:
        n: how many, not negative.
        noun: what is counted.
        digits: the figures of the number.

    Returns:
        The phrase, thousands grouped: `مقالان`, `3 مقالات`, `1,234 مقالًا`, `١٬٢٣٤ مقالًا`.

    Raises:
        ValueError: `n` is negative.

    Source: Unicode CLDR, supplemental/plurals.xml, cardinal rules for `ar`: zero n = 0; one n = 1;
    two n = 2; few n % 100 = 3..10; many n % 100 = 11..99; other.
    """
    if n < 0:
        msg = f"cannot count {n} things"
        raise ValueError(msg)
    match n:
        case 0:
            return noun.zero
        case 1:
            return noun.one
        case 2:
            return noun.two
        case _:
            return f"{grouped(n, digits)} {_form(n % 100, noun)}"


def _form(last_two_digits: int, noun: Noun) -> str:
    if 3 <= last_two_digits <= 10:
        return noun.few
    return noun.many if last_two_digits > 10 else noun.other
