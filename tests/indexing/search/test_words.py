from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.search.weights import LEVELS
from build_hooks.indexing.search.words import most_postings, weightiest


@given(st.lists(st.integers(0, LEVELS - 1), min_size=1), st.data())
def test_the_weightiest_postings_stay(levels: list[int], data: st.DataObject) -> None:
    """Of a long row, the highest levels stay, as many as there is room for, and of equal ones the first."""
    most = data.draw(st.integers(1, len(levels)))
    order = sorted(range(len(levels)), key=lambda place: (-levels[place], place))
    kept = weightiest(np.array(levels, np.uint8), most)
    assert sorted(order[:most]) == np.flatnonzero(kept).tolist()


def test_room_grows_with_the_collection() -> None:
    """A shard keeps 1,024 postings of a word, and one thirty-second of a very large collection."""
    assert 1024 == most_postings(10_000)
    assert 3125 == most_postings(100_000)
