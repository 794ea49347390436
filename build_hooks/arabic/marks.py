"""Characters that a reader of Arabic does not read as letters: tashkeel, tatweel, and what cannot be seen.

Each constant is a tuple of inclusive ranges of code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Ranges = tuple[tuple[int, int], ...]

TASHKEEL_FORMS: Ranges = (
    (0xFC5E, 0xFC63),
    (0xFCF2, 0xFCF4),
    (0xFE70, 0xFE7F),
)
"""Presentation forms of tashkeel, as in text copied out of a PDF.

NFKC turns the isolated ones into a space and a mark, which would break a word in two: drop them before it.
Source: the Unicode code charts FB50 and FE70.
"""

TASHKEEL: Ranges = (
    (0x0610, 0x061A),  # honorifics and Quranic signs
    (0x064B, 0x065F),  # tanwin, short vowels, shadda, sukun, combining madda and hamza
    (0x0670, 0x0670),  # superscript alef
    (0x06D6, 0x06ED),  # Quranic signs
    (0x0898, 0x089F),  # Quranic signs of Arabic Extended-B
    (0x08CA, 0x08FF),  # Quranic signs of Arabic Extended-A
    *TASHKEEL_FORMS,
)
"""Vowel signs and Quranic marks. Source: the Unicode code charts 0600, 0870 and 08A0."""

TATWEEL: Ranges = ((0x0640, 0x0640),)
"""The stroke that lengthens a word; it carries no meaning (The Unicode Standard, chapter 9.2)."""

INVISIBLE: Ranges = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero-width space and joiners, left-to-right and right-to-left marks
    (0x202A, 0x202E),  # bidi embeddings and overrides
    (0x2060, 0x206F),  # word joiner, bidi isolates
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),  # tags, further variation selectors
)
"""What nobody sees. Source: Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.txt."""


def code_points(ranges: Ranges) -> Iterable[int]:
    """Give each code point of the ranges, in order."""
    return (code for first, last in ranges for code in range(first, last + 1))


def character_class(ranges: Ranges) -> str:
    """Give the ranges as the inside of a regular expression's `[…]`."""
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


# Of the short vowels, tanwin and sukun, without the tanwin of an accusative, which stands on an alef in any text.
# Shadda goes before them or, in composed text, behind.
_VOWELS_IN_A_ROW = re.compile("[\u064c-\u0650\u0652]\u0651?[\u0621-\u064a]\u0651?[\u064c-\u0650\u0652]")


def is_vocalised(text: str) -> bool:
    """Tell whether letters that follow each other have vowels, as in verse: not one that a word would be misread without."""
    return _VOWELS_IN_A_ROW.search(text) is not None
