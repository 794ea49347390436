from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.reading.characters import (
    first_forbidden,
    is_blank,
    one_line,
    one_line_places,
    printable,
    quote,
    trim,
)


@pytest.mark.parametrize("text", ["", " ", "\t\u00a0\u2028", "\u200f", " \ufeff \u200b\u2067", "\u061c"])
def test_white_space_and_invisible_marks_are_blank(text: str) -> None:
    """A reader sees nothing of them."""
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "\u200fا", "\u0640", "\u064b", "\u0600"])
def test_what_has_a_glyph_is_not_blank(text: str) -> None:
    """Tatweel, a mark without its letter, and the Arabic number sign can be seen."""
    assert not is_blank(text)


def test_trim_takes_both_ends_only() -> None:
    """Marks inside a text may tell letters apart."""
    assert trim(" \u200f \u202bمي\u200cخ \u202c\n") == "مي\u200cخ"


def test_one_line() -> None:
    """Line breaks and runs of white space become one space."""
    assert one_line(" أ\n ب\u2028\tج\u200f ") == "أ ب ج"


@given(st.text(st.sampled_from("اب \n\xa0\u2028\u200f\u200c\xad\ufeff")))
def test_one_line_is_found_in_the_text(text: str) -> None:
    """Each of its characters has its place, and a space that of white space."""
    found = "".join(" " if text[place].isspace() else text[place] for place in one_line_places(text))
    assert one_line(text) == found


FORBIDDEN_CATEGORIES = {"Cc", "Cs"}


@given(st.characters())
def test_forbidden_characters(character: str) -> None:
    """Forbidden are controls but for tab and line ends, surrogates, and the noncharacters of every plane."""
    code = ord(character)
    noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    control = unicodedata.category(character) in FORBIDDEN_CATEGORIES and character not in "\t\n\r"
    assert first_forbidden(f"نص {character}") == (3 if control or noncharacter else None)


@pytest.mark.parametrize(
    "character", ["\0", "\x0b", "\x1b", "\x7f", "\x85", "\ufdd0", "\ufffe", "\U0010ffff", "\udc80"]
)
def test_forbidden_character_among_others(character: str) -> None:
    """The first one is found, after characters that merely look suspicious."""
    assert first_forbidden(f"\u200f\t\r\n{character}{character}") == 4


@pytest.mark.parametrize("text", ["", "\t\r\n", "\u200f\u2028\ue000\ufffd\u0378", "👍🏽", "\ufeff"])
def test_unusual_characters_are_allowed(text: str) -> None:
    """Bidi marks, private use, the replacement character and unassigned ones can be published."""
    assert first_forbidden(text) is None


def test_quote_is_short_and_on_one_line() -> None:
    """An error message is one line, whatever the seed holds."""
    assert quote("أ\nب") == '"أ ب"'
    assert quote("م" * 61) == '"' + "م" * 59 + '…"'
    assert quote(" " * 500 + "م") == '"…"'


def test_printable_escapes_what_a_terminal_cannot_show() -> None:
    """So does a file name that is not UTF-8, which comes with lone surrogates."""
    assert printable("م\n\x1b\udcff\u2028") == r"م\n\x1b\udcff\u2028"
