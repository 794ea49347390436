"""What turns the direction of text never reaches farther than its paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.direction import (
    closed,
    first_control,
    has_controls,
    is_left_to_right,
    without_controls,
)

CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.text(st.sampled_from(CONTROLS + "اب aب\u200f"))


@pytest.mark.parametrize(
    ("closing", "text"),
    [
        ("", "نص بلا شيء"),
        ("\u202c", "\u202eنص"),
        ("", "\u202eنص\u202c"),
        ("\u2069", "نص \u2066NATO"),
        ("", "نص \u2068NATO\u2069 نص"),
        ("\u202c\u2069\u202c", "\u202a \u2067 \u202d نص"),
        ("", "\u2067 \u202d نص\u2069"),  # an isolate ends what was opened in it
        ("\u202c", "\u202a \u2067 \u202d نص\u2069"),
        ("\u2069", "\u2067 نص\u202c"),  # nothing was opened in the isolate
        ("", "نص\u2069\u202c"),
        ("\u202c", "\u2069\u202e"),
    ],
)
def test_what_is_open_is_closed_at_the_end(closing: str, text: str) -> None:
    """The last one opened is closed first, and what is closed once too often stays as it is."""
    assert text + closing == closed(text)


@given(TEXTS)
def test_a_closed_text_has_nothing_to_close(text: str) -> None:
    """The text itself stays letter by letter; only closing characters come behind it."""
    found = closed(text)
    assert found.startswith(text)
    assert set(found[len(text) :]) <= {"\u202c", "\u2069"}
    assert found == closed(found)


@given(TEXTS)
def test_texts_without_controls(text: str) -> None:
    """All nine go, and nothing else does."""
    assert [c for c in text if c not in CONTROLS] == list(without_controls(text))
    assert (without_controls(text) != text) == has_controls(text)
    assert next((c for c in text if c in CONTROLS), None) == first_control(text)


@pytest.mark.parametrize("mark", ["\u061c", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "ﻻ"])
def test_marks_that_turn_nothing_but_themselves_stay(mark: str) -> None:
    """Direction marks, joiners and presentation forms are written on purpose."""
    assert f"ا{mark}ب" == without_controls(f"ا{mark}ب") == closed(f"ا{mark}ب")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "The dams are full."),
        (True, "Плотины полны، ٨"),
        (False, "NATO يجتمع."),
        (False, "Shalom שלום"),
        (False, "2026 – 2027"),
        (False, ""),
    ],
)
def test_what_runs_from_left_to_right(expected: bool, text: str) -> None:
    """Only letters count, and one Arabic letter is enough: a name in Latin letters may begin an Arabic sentence."""
    assert expected == is_left_to_right(text)
