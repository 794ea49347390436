"""Runs of numbers, such as those of each article, that lie one behind the other in one array."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Whole = NDArray[np.integer[Any]]


def joined(runs: Iterable[Numbers]) -> Numbers:
    """Return some runs, or none, as one array."""
    return np.concatenate((np.empty(0, np.int32), *runs))


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
