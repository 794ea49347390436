from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.stems import light_stem

WORDS = st.text(st.sampled_from("ابتجدرسعفقكلمنهويء"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("مهندس", "مهندس المهندس مهندسون مهندسين المهندسات ومهندس فالمهندس كالمهندس للمهندس مهندسي مهندسه"),
        ("عراق", "عراق العراق والعراق بالعراق عراقي عراقيه العراقيون العراقيات"),
        ("درس", "درس الدرس بالدرس للدرس ودرس درسان درسها درسي"),
    ],
)
def test_forms_of_a_word_have_one_stem(stem: str, words: str) -> None:
    """Article, «and» and endings of number, gender and person make no difference."""
    assert {stem} == {light_stem(word) for word in words.split()}


@pytest.mark.parametrize("word", ["يد", "ولد", "ال", "وال", "بيت", "nato", "2026", ""])
def test_what_would_leave_no_word_stays(word: str) -> None:
    """Two letters must be left behind the article and before an ending, three behind «and»."""
    assert word == light_stem(word)


def test_endings_are_taken_once_in_order() -> None:
    """The list of endings is gone through once: ها that only comes to light when a later ending goes stays."""
    assert "سيارت" == light_stem("سيارتاتها")
    assert "كتاب" == light_stem("كتابانها")
    assert "كتابها" == light_stem("كتابهاه")


@given(WORDS)
def test_a_stem_is_a_part_of_its_word(word: str) -> None:
    """Stemming only takes letters away, and never leaves fewer than two of a longer word."""
    stem = light_stem(word)
    assert stem in word
    assert len(stem) >= min(2, len(word))
