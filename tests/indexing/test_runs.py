"""Runs of numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing import runs
from build_hooks.indexing.runs import (
    Runs,
    blocks,
    bounds,
    changes,
    greatest,
    heads,
    joined,
    lengths_of,
    one_behind_the_other,
    others,
    ranges,
    starts,
)

LENGTHS = st.lists(st.integers(0, 6), max_size=12)


def runs_of(lists: list[list[int]]) -> Runs:
    """Return lists as runs."""
    return Runs(
        bounds(np.array([len(numbers) for numbers in lists], np.int64)),
        joined(np.array(numbers, np.int32) for numbers in lists),
    )


def test_runs_are_joined_be_there_none() -> None:
    assert [] == joined([]).tolist()
    assert [1, 2, 3] == joined([np.array([1], np.int32), np.array([2, 3], np.int32)]).tolist()


def test_runs_of_some_parts_become_one() -> None:
    """Empty runs keep their places."""
    lists = [[[1, 2], []], [], [[], [3]]]
    assert [[1, 2], [], [], [3]] == one_behind_the_other(map(runs_of, lists)).lists()
    assert [] == one_behind_the_other([]).lists()


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


def test_others_are_those_that_are_missing() -> None:
    assert [0, 2, 3] == others(np.array([4, 1, 4]), 5).tolist()
    assert [] == others(np.array([0]), 1).tolist()


def test_heads_are_the_first_of_each_run() -> None:
    """A run that is short is its own head."""
    cuts, places = heads(bounds(np.array([3, 0, 1, 2])), 2)
    assert ([0, 2, 2, 3, 5], [0, 1, 3, 4, 5]) == (cuts.tolist(), places.tolist())


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), max_size=12), st.integers(1, 4), st.integers(1, 9))
def test_the_greatest_of_each_run(lists: list[list[int]], most: int, cells: int) -> None:
    """As many as are wanted and what is equal to the last of them, however many are looked at at a time."""
    found = runs_of(lists)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "_CELLS", cells)
        kept = greatest(found.bounds, found.numbers, most)
    assert [
        value >= min(sorted(values, reverse=True)[:most]) for values in lists for value in values
    ] == kept.tolist()


@given(LENGTHS, st.integers(1, 10))
def test_blocks_hold_as_many_runs_as_fit(lengths: list[int], most: int) -> None:
    """Every run is in one block, in order, and a block is over full only where it is one run."""
    found = list(blocks(bounds(np.array(lengths, np.int64)), most))
    assert list(range(len(lengths))) == [run for first, behind in found for run in range(first, behind)]
    for first, behind in found:
        assert sum(lengths[first:behind]) <= most or behind == first + 1
        assert behind == len(lengths) or sum(lengths[first : behind + 1]) > most
