"""Which vectors are nearest to each: by the cosine, which is the sum of the products of the weights of what both have.

Only a vector's weightiest features lead to others, and each only to so many, so that the work for one vector does not
grow with the number of all; those that look nearest are then compared in full. `build_hooks.indexing.related` tells
what the constants are measured on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import (
    Numbers,
    Places,
    blocks,
    bounds,
    changes,
    greatest,
    heads,
    joined,
    lengths_of,
    ranges,
    starts,
)
from build_hooks.indexing.vectors import BITS, LENGTH, PLACE_BITS, ROWS, Vectors

NONE = -1
"""What stands for no vector."""

POSTINGS = 64
"""To how many articles a feature leads at most, those in which it weighs most."""

STEPS = 256
"""After how many articles, some of them met several times, an article's features lead no further.

Measured: 64 lose 1 in 100 of the five, 512 win nothing. Of 10,000 generated articles, the five that are found are
99 in 100 as near as the five that are nearest.
"""

CANDIDATES = 10
"""How many articles are compared in full. Measured: 8 to 30 do the same."""

_CELLS = 1 << 23
"""How many weights the table has room for in which vectors are looked up, a row for each, a column for each feature."""

_AT_ONCE = 1 << 18
"""How many weights are compared at a time."""


_PLACE = (1 << PLACE_BITS) - 1
_SUM = (1 << BITS) - 1


class _Entries(NamedTuple):
    """The features of some vectors, vector after vector, the weightiest first."""

    rows: Places
    """Which of these vectors has each, from 0 on."""

    features: Numbers
    weights: Numbers


class _Postings(NamedTuple):
    """The vectors to which each feature leads."""

    bounds: Places
    """Where those of each feature begin; behind the last, where they end."""

    places: Places
    """Those in which the feature weighs most first, those in which it weighs the same by place; above `BITS` bits."""

    weights: Numbers
    """What it weighs in them."""


def nearest(vectors: Vectors, most: int) -> Numbers:
    """Return for each vector the places of the nearest others.

    Args:
        vectors: All vectors.
        most: How many others are wanted at most.

    Returns:
        A row for each vector: the nearest first, those equally near by place; none that have nothing in common with
        it, and `NONE` where there are no more. Time is in proportion to the number of vectors.
    """
    postings = _postings(vectors)
    parts = (_candidates(vectors, first, postings) for first in range(0, len(vectors), ROWS))
    pairs = np.concatenate([np.empty(0, np.int64), *parts])
    rows, others = pairs >> PLACE_BITS, pairs & _PLACE
    # Most are a pair both ways, and as near.
    different, places = np.unique(
        np.minimum(rows, others) << PLACE_BITS | np.maximum(rows, others), return_inverse=True
    )
    nearness = joined(_compared(different, vectors))[places]
    # Stable, so that those equally near stay in order.
    order = np.argsort(rows << BITS | LENGTH**2 - nearness, kind="stable")
    cuts = bounds(np.bincount(rows, minlength=len(vectors)))
    lengths, kept = heads(cuts, most)
    found = np.full((len(vectors), most), NONE, np.int32)
    found[np.arange(most) < np.diff(lengths)[:, np.newaxis]] = others[order[kept]]
    return found


def _postings(vectors: Vectors) -> _Postings:
    rows, features, weights = _entries(vectors, 0, len(vectors))
    # NumPy sorts numbers that hold all three, features rising and weights falling, many times as fast as by all three.
    keys = (features.astype(np.int64) * (LENGTH + 1) + (LENGTH - weights)) << PLACE_BITS | rows
    keys.sort()
    cuts, kept = heads(bounds(np.bincount(features, minlength=vectors.different)), POSTINGS)
    keys = keys[kept]
    lacking = (keys >> PLACE_BITS) - np.repeat(np.arange(vectors.different) * (LENGTH + 1), np.diff(cuts))
    return _Postings(cuts, (keys & _PLACE) << BITS, (LENGTH - lacking).astype(np.int32))


def _entries(vectors: Vectors, first: int, behind: int) -> _Entries:
    cuts = vectors.bounds[first : behind + 1]
    some = slice(cuts[0], cuts[-1])
    rows = np.repeat(np.arange(behind - first), np.diff(cuts))
    return _Entries(rows, vectors.features[some], vectors.weights[some])


def _candidates(vectors: Vectors, first: int, postings: _Postings) -> Places:
    """Pair some vectors, the first of which is at `first`, with those to which their features lead with most weight.

    Returns:
        Pairs, each a number that holds the places of both, in order.
    """
    behind = min(first + ROWS, len(vectors))
    leading = _leading(_entries(vectors, first, behind), postings)
    steps = _steps(leading, postings)
    # What is added up is brought together by sorting.
    steps.sort()
    pairs = steps >> BITS
    firsts = changes(pairs)
    so_far = np.diff(bounds(steps & _SUM)[np.append(firsts, len(steps))])
    pairs = pairs[firsts]
    rows = pairs >> PLACE_BITS
    least = _least(leading, behind - first, postings)
    kept = np.flatnonzero((rows + first != pairs & _PLACE) & (so_far >= least[rows]))
    pairs, so_far = pairs[kept], so_far[kept]
    cuts = np.searchsorted(pairs, np.arange(len(least) + 1) << PLACE_BITS)
    return pairs[greatest(cuts, so_far, CANDIDATES)] + (first << PLACE_BITS)


def _least(leading: _Entries, rows: int, postings: _Postings) -> Places:
    """Return for each row with what weight enough others are met at the least, as one feature leads to them."""
    # One of the vectors to which a feature leads may be the row's own.
    lengths = lengths_of(leading.features, postings.bounds)
    many = lengths > CANDIDATES
    least = np.zeros(rows, np.int64)
    last = postings.bounds[leading.features[many]] + CANDIDATES
    np.maximum.at(least, leading.rows[many], leading.weights[many] * postings.weights[last])
    return least


def _leading(entries: _Entries, postings: _Postings) -> _Entries:
    """Return those before which a vector has taken fewer steps than it may."""
    steps = starts(lengths_of(entries.features, postings.bounds))
    firsts = changes(entries.rows)
    steps -= np.repeat(steps[firsts], np.diff(firsts, append=len(steps)))
    leading = steps < STEPS
    return _Entries(entries.rows[leading], entries.features[leading], entries.weights[leading])


def _steps(entries: _Entries, postings: _Postings) -> Places:
    """Return for each step a number that holds from which row it leads, to which place, and the product of both weights."""
    lengths = lengths_of(entries.features, postings.bounds)
    steps = ranges(postings.bounds[entries.features], lengths)
    products = np.repeat(entries.weights, lengths) * postings.weights[steps]
    return np.repeat(entries.rows << PLACE_BITS + BITS, lengths) + postings.places[steps] + products


def _compared(pairs: Places, vectors: Vectors) -> Iterator[Numbers]:
    """Yield how near the two of each pair are."""
    rows = max(1, min(ROWS, _CELLS // max(1, vectors.different)))
    # All noughts before and after each use: to empty the whole of it would take the most time.
    table = np.zeros(rows * vectors.different, np.uint16)
    cuts = np.searchsorted(pairs, np.arange(0, len(vectors) + rows, rows) << PLACE_BITS)
    for number, (start, end) in enumerate(pairwise(cuts)):
        first = number * rows
        entries = _entries(vectors, first, min(first + rows, len(vectors)))
        cells = entries.rows * vectors.different + entries.features
        table[cells] = entries.weights
        some = pairs[start:end]
        yield from _nearness((some >> PLACE_BITS) - first, some & _PLACE, vectors, table)
        table[cells] = 0


def _nearness(rows: Places, others: Places, vectors: Vectors, table: NDArray[np.uint16]) -> Iterator[Numbers]:
    """Yield how near vectors are to those whose weights stand in the rows of a table."""
    lengths = lengths_of(others, vectors.bounds)
    for first, behind in blocks(bounds(lengths), _AT_ONCE):
        some = slice(first, behind)
        theirs = ranges(vectors.bounds[others[some]], lengths[some])
        cells = np.repeat(rows[some] * vectors.different, lengths[some]) + vectors.features[theirs]
        products = table[cells] * vectors.weights[theirs]
        # No sum is greater than LENGTH².
        yield np.add.reduceat(products, starts(lengths[some]))
