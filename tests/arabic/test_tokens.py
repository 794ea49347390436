from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.tokens import split_words, visible_length, without_invisible, words_of


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["أمن", "الحدود"], "أمن الحدود"),
        (["داعش"], "«داعش»،"),
        (["الْعِرَاقُ"], "(الْعِرَاقُ)"),
        (["داعــش"], "داعــش."),
        (["لـ", "داعش"], "لـ«داعش»"),
        (["العر\u200fاق"], "العر\u200fاق"),
        (["نيرو\u200cبي"], "نيرو\u200cبي"),
        (["أمن", "الطاقة"], "#أمن_الطاقة"),
        (["12,000", "عراقي"], "12,000 عراقي"),
        (["3.5", "و2030"], "3.5، و2030."),
        (["١٢٬٠٠٠"], "١٢٬٠٠٠"),
        (["C++", "C#", "C"], "C++ C# C"),
        (["1"], "+1+"),
        (["NATO", "s"], "NATO's"),
        (["كوفيد", "19"], "كوفيد-19"),
        (["caf\u00e9", "cafe\u0301"], "caf\u00e9 cafe\u0301"),
        (["ﺍﻟﻌﺮﺍﻕ"], "ﺍﻟﻌﺮﺍﻕ"),
        (["北京"], "«北京»"),
        (["𞸀𞸁"], "𞸀𞸁 🙂"),
        ([], " \u200f… 🙂 _"),
    ],
)
def test_words(words: list[str], text: str) -> None:
    """Marks and tatweel stay in a word, separators in a number; white space, punctuation and _ end it."""
    assert words == words_of(text)


@given(st.text())
def test_no_character_is_lost(text: str) -> None:
    """Gaps and words in turns are the text, and the words are those of `words_of`."""
    parts = split_words(text)
    assert text == "".join(parts)
    assert words_of(text) == parts[1::2]


@given(st.text(st.sampled_from("اب1a.,+#_ ـًّ\u200f\u0301«")))
def test_words_begin_with_a_letter_or_digit(text: str) -> None:
    """However marks and separators meet, a word begins with a letter, a digit or tatweel."""
    assert all(word[0].isalnum() for word in words_of(text))


@pytest.mark.parametrize("unit", ["ا", "ًا", "1.", "1,2", "a+", "ـ", "\u200f", "a\u0301"])
def test_long_texts_take_linear_time(unit: str) -> None:
    """A quarter of a million characters without a space are split in less than two seconds."""
    begin = time.perf_counter()
    split_words(unit * (250_000 // len(unit)))
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize(
    ("length", "word"),
    [
        (6, "العراق"),
        (6, "العراق\u200f\u202c"),
        (7, "العر\u200fاق\u200e"),
        (3, "منْ"),
        (0, "\u200f"),
        (1, "\u3164\u200b"),
        (1, "\U0001bca0\u200b"),
    ],
)
def test_visible_length(length: int, word: str) -> None:
    """Invisible characters at the end do not count, tashkeel there does, and so do letters that nobody sees."""
    assert length == visible_length(word)


def test_without_invisible() -> None:
    """Only what nobody sees goes."""
    assert " «" == without_invisible("\u200f «\u202b")
