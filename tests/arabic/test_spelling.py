from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.fold import fold
from build_hooks.arabic.spelling import (
    are_different,
    bare,
    ends_in_persian_ya,
    has_article,
    has_tanwin,
    match_keys,
    spell,
)


@pytest.mark.parametrize(
    ("spelling", "word"),
    [
        ("أمن", "أَمْن"),
        ("إيران", "إيـران\u200f"),
        ("القرآن", "القرآن"),
        ("الأمن", "ٱلأمن"),
        ("أمن", "ا\u0654من"),
        ("كركوك", "کرکوک"),
        ("nato", "NATO"),
    ],
)
def test_spell_keeps_the_hamzas_of_alef(spelling: str, word: str) -> None:
    """Everything folds but أ, إ and آ."""
    assert spelling == spell(word)


@given(st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF)))
def test_a_bare_spelling_is_the_fold(text: str) -> None:
    """Without its hamzas a spelling is what `fold` gives."""
    assert fold(text) == bare(spell(text))


@given(st.text())
def test_a_bare_spelling_is_the_fold_of_any_text(text: str) -> None:
    """The same holds for all of Unicode but the private characters that `spell` uses."""
    text = text.translate({0xE000: None, 0xE001: None, 0xE002: None})
    assert fold(text) == bare(spell(text))


@pytest.mark.parametrize(
    ("expected", "spelling"),
    [(True, "الأمن"), (True, "الله"), (False, "ألمانيا"), (False, "الى"), (False, "ال"), (False, "وال")],
)
def test_has_article(expected: bool, spelling: str) -> None:
    """The article has a bare alef, and two letters or more behind it."""
    assert expected is has_article(spelling)


@pytest.mark.parametrize(
    ("expected", "word"),
    [(True, "معسكرًا"), (True, "معسكراً"), (True, "معسكراﹰ"), (False, "معسكرا"), (False, "معسكرٌ")],
)
def test_has_tanwin(expected: bool, word: str) -> None:
    """Fathatan may stand on either side of its alef."""
    assert expected is has_tanwin(word)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        (("العراقية",), "العراقيه"),
        (("العراقية",), "العراقية"),
        (("اسره",), "أسره"),
        (("الوجة",), "الوجه"),
        (("على",), "على"),
        (("علي", "على"), "علی"),
        (("علي", "على"), "ﻋﻠﯽ"),
        (("سيناء",), "سیناء"),
    ],
)
def test_match_keys(keys: tuple[str, ...], word: str) -> None:
    """Final ه is ة in a word with the article only; final ی is ي and ى, ی elsewhere is ي."""
    assert keys == match_keys(spell(word), persian_ya=ends_in_persian_ya(word))


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (False, "أمن", "امن"),
        (False, "أمن", "أمن"),
        (False, "أسرائيل", "إسرائيل"),
        (False, "إنتخابات", "انتخابات"),
        (False, "الأخوان", "الإخوان"),
        (True, "أعلام", "إعلام"),
        (True, "الأعلام", "الإعلام"),
        (True, "إمام", "أمام"),
        (True, "آمن", "أمن"),
        (True, "إلهام", "الهام"),
        (True, "فأس", "فاس"),
    ],
)
def test_lookalikes(expected: bool, one: str, other: str) -> None:
    """Two listed words are different, any other two spellings one with its hamza left out or mistaken."""
    assert expected is are_different(one, other)
    assert expected is are_different(other, one)
