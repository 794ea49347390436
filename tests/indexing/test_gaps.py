from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.gaps import Gap, gap_between, labels_in_term


@pytest.mark.parametrize(
    ("gap", "written"),
    [
        (Gap(""), " "),
        (Gap(""), "  "),
        (Gap(""), "\u00a0"),
        (Gap(""), " \u200f"),
        (Gap(""), "-"),
        (Gap(""), "_"),
        (Gap("", "»"), " «"),
        (Gap("", '"'), ' "'),
        (Gap("-"), " - "),
        (Gap("-"), " – "),
        (Gap("."), ". "),
        (Gap("،"), "، "),
        (Gap("'"), "’"),
        (Gap("» ("), "» ("),
        (Gap(""), ""),
        (Gap(""), "\u200f"),
    ],
)
def test_gaps(gap: Gap, written: str) -> None:
    """White space, a tight hyphen and _ join, as does an opening quotation mark; the rest has a label."""
    assert gap == gap_between(written)


@pytest.mark.parametrize(
    ("labels", "written"), [(("",), " "), (("", "-"), "-"), (("", "-"), " – "), (("&",), "&"), (("",), " «")]
)
def test_labels_in_a_term(labels: tuple[str, ...], written: str) -> None:
    """A hyphen in a term may be one with or without spaces, or a space, in the text."""
    assert labels == labels_in_term(written)


@given(st.text())
def test_what_a_term_is_written_with_is_what_it_is_found_with(written: str) -> None:
    """Whatever stands between two words of a term, the same gap in a text has one of its labels."""
    assert gap_between(written).label in labels_in_term(written)
