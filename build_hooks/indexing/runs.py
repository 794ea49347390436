"""Runs of numbers, such as those of each article, that lie one behind the other in one array."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Whole = NDArray[np.integer[Any]]
Values = NDArray[np.number[Any]]

_CELLS = 1 << 17
"""Among how many values the greatest are looked for at a time: few enough for the processor's cache."""


class Runs(NamedTuple):
    """Runs of numbers."""

    bounds: Places
    """Where each begins; behind the last, where it ends."""

    numbers: Numbers

    def lists(self, first: int = 0, behind: int | None = None) -> list[list[int]]:
        """Return the numbers of each of some runs that follow each other; of all, unless it is said of which."""
        edges = self.bounds[first : None if behind is None else behind + 1].tolist()
        begin = edges[0]
        numbers = self.numbers[begin : edges[-1]].tolist()
        return [numbers[start - begin : end - begin] for start, end in pairwise(edges)]


def joined(runs: Iterable[Numbers]) -> Numbers:
    """Return some runs, or none, as one array."""
    return np.concatenate((np.empty(0, np.int32), *runs))


def one_behind_the_other(parts: Iterable[Runs]) -> Runs:
    """Return the runs of some parts, or of none, as one."""
    parts = tuple(parts)
    return Runs(joined_bounds(part.bounds for part in parts), joined(part.numbers for part in parts))


def joined_bounds(parts: Iterable[Places]) -> Places:
    """Return the bounds of the runs of all parts, one part behind the other."""
    return bounds(np.concatenate((np.empty(0, np.int64), *map(np.diff, parts))))


def starts(lengths: Whole) -> Places:
    """Return where each run begins."""
    ends: Places = np.cumsum(lengths, dtype=np.int64)
    return ends - lengths


def bounds(lengths: Whole) -> Places:
    """Return where each run begins, and behind the last where it ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))


def lengths_of(some: Whole, cuts: Whole) -> Places:
    """Return the lengths of some runs, where `cuts` are the bounds of all."""
    return cuts[1:][some] - cuts[some]


def ranges(first: Whole, lengths: Whole) -> Places:
    """Return the numbers from each first one on, as many as its length, run after run."""
    return np.arange(int(lengths.sum()), dtype=np.int64) + np.repeat(first - starts(lengths), lengths)


def changes(numbers: Whole) -> Places:
    """Return the places where another number stands than before, of which the first is one."""
    is_other = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=is_other[1:])
    return np.flatnonzero(is_other)


def others(numbers: Whole, count: int) -> Places:
    """Return which numbers below `count` are not among `numbers`, in order."""
    is_other = np.ones(count, bool)
    is_other[numbers] = False
    return np.flatnonzero(is_other)


def heads(cuts: Whole, most: int) -> tuple[Places, Places]:
    """Cut runs short.

    Args:
        cuts: Where each run begins, and behind the last where it ends.
        most: How many numbers are left of each.

    Returns:
        The bounds of what is left, and where that stands.
    """
    lengths = np.minimum(np.diff(cuts), most)
    return bounds(lengths), ranges(cuts[:-1], lengths)


def greatest(cuts: Whole, values: Values, most: int) -> NDArray[np.bool_]:
    """Say which values are the greatest of their run.

    Args:
        cuts: Where each run begins, and behind the last where it ends.
        values: None of them below 0.
        most: How many are wanted of each run. Those equal to the last of them are among them too, so that nothing
            hangs on their order.
    """
    lengths = np.diff(cuts)
    least = np.zeros(len(lengths), values.dtype)
    by_length = np.argsort(lengths)
    left = by_length[np.searchsorted(lengths[by_length], most, side="right") :]
    # Runs of about one length are the rows of a table, whose empty cells are few, and all its rows are parted at once.
    while len(left):
        width = int(lengths[left[-1]])
        left, some = np.split(left, [-max(1, _CELLS // width)])
        table = np.zeros((len(some), width), values.dtype)
        table[np.arange(width) < lengths[some, np.newaxis]] = values[ranges(cuts[some], lengths[some])]
        least[some] = np.partition(table, width - most, axis=1)[:, width - most]
    return values >= np.repeat(least, lengths)


def blocks(cuts: Whole, most: int) -> Iterator[tuple[int, int]]:
    """Part runs into blocks, so that what is worked out of one after the other needs little memory.

    Args:
        cuts: Where each run begins, and behind the last where it ends.
        most: How many numbers the runs of a block hold together; a run that holds more is a block alone.

    Yields:
        Each block's first run, and the one behind its last.
    """
    first = 0
    while first < len(cuts) - 1:
        fitting = int(np.searchsorted(cuts, int(cuts[first]) + most, side="right")) - 1
        behind = max(first + 1, fitting)
        yield first, behind
        first = behind
