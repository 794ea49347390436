"""Sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.sentences import sentence_around

TEXT = "وصل الوفد أمس. هل بلغ النمو 3.5 في المئة؟ قالت «ا.ف.ب: نعم.» ثم غادر!"


@pytest.mark.parametrize(
    ("expected", "word"),
    [
        ("وصل الوفد أمس.", "الوفد"),
        ("هل بلغ النمو 3.5 في المئة؟", "النمو"),
        ("هل بلغ النمو 3.5 في المئة؟", "المئة"),
        ("قالت «ا.ف.ب: نعم.»", "نعم"),
        ("ثم غادر!", "غادر"),
    ],
)
def test_a_word_stands_in_its_sentence(expected: str, word: str) -> None:
    """A sentence ends at . ؟ ! with the quotes that close behind it, not inside a number or an abbreviation."""
    start = TEXT.index(word)
    first, last = sentence_around(TEXT, start, start + len(word))
    assert expected == TEXT[first:last]


@given(st.text(st.sampled_from("اب .؟!»\n\u00a0")), st.data())
def test_the_sentence_holds_the_place(text: str, data: st.DataObject) -> None:
    """Whatever the text, the place lies within its sentence, and the sentence within the text."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
