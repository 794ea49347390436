from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing import hashed_words
from build_hooks.indexing.hashed_words import Codes, same_as
from build_hooks.indexing.hashed_words import hashed_words as hashed

TEXTS = st.lists(st.text("اب😀a \n", max_size=12), max_size=6)


def is_gap(codes: Codes) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell the gaps of these texts."""
    return codes <= ord(" ")


@pytest.mark.parametrize("block", [1, 7, 1 << 16])
@given(texts=TEXTS)
def test_words_stand_where_they_are_written(texts: list[str], block: int) -> None:
    """Each text has its words, in order, however much is hashed at once; a word has one hash wherever it stands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashed_words, "_BLOCK", block)
        found = hashed(texts, is_gap)
    expected = [word for text in texts for word in text.split()]
    assert [len(text.split()) for text in texts] == found.counts.tolist()
    assert expected == found.spelt(np.arange(len(found.hashes))).split("\n")[:-1]
    assert len(set(expected)) == len(set(zip(expected, found.hashes.tolist(), strict=True)))
    assert len(set(expected)) == len(set(found.hashes.tolist()))


@given(st.lists(st.integers(0, 3) | st.integers(0, 2**64 - 1)))
def test_the_same_hashes_have_the_same_place(numbers: list[int]) -> None:
    """One at which they stand, those also that have a slot in common with others."""
    places = same_as(np.array(numbers, np.uint64)).tolist()
    assert numbers == [numbers[place] for place in places]
    assert len(set(numbers)) == len(set(places))
