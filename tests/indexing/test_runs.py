"""Runs of numbers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.runs import blocks, bounds, changes, joined, lengths_of, ranges, starts

LENGTHS = st.lists(st.integers(0, 6), max_size=12)


def test_runs_are_joined_be_there_none() -> None:
    assert [] == joined([]).tolist()
    assert [1, 2, 3] == joined([np.array([1], np.int32), np.array([2, 3], np.int32)]).tolist()


def test_runs_have_starts_and_bounds() -> None:
    """An empty run starts where the next one does."""
    assert [0, 2, 2] == starts(np.array([2, 0, 3])).tolist()
    assert [0, 2, 2, 5] == bounds(np.array([2, 0, 3])).tolist()
    assert [0] == bounds(np.array([], np.int32)).tolist()
    assert [3, 2, 0] == lengths_of(np.array([2, 0, 1]), np.array([0, 2, 2, 5])).tolist()


def test_ranges_stand_one_behind_the_other() -> None:
    assert [7, 8, 3, 3, 4] == ranges(np.array([7, 9, 3, 3]), np.array([2, 0, 1, 2])).tolist()


def test_changes_begin_runs_of_one_number() -> None:
    assert [0, 2, 3] == changes(np.array([4, 4, 2, 4, 4])).tolist()
    assert [] == changes(np.array([], np.int64)).tolist()


@given(LENGTHS, st.integers(1, 10))
def test_blocks_hold_as_many_runs_as_fit(lengths: list[int], most: int) -> None:
    """Every run is in one block, in order, and a block is over full only where it is one run."""
    found = list(blocks(bounds(np.array(lengths, np.int64)), most))
    assert list(range(len(lengths))) == [run for first, behind in found for run in range(first, behind)]
    for first, behind in found:
        assert sum(lengths[first:behind]) <= most or behind == first + 1
        assert behind == len(lengths) or sum(lengths[first : behind + 1]) > most
