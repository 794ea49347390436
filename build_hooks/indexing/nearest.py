"""Which vectors are nearest to each: by the cosine, which is the sum of the products of the weights of what both have.

Only a vector's weightiest features lead to others, and each only to so many, so that the work for one vector does not
grow with the number of all; those that look nearest are then compared in full. `build_hooks.indexing.related` tells
what the constants are measured on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import Numbers, Places, blocks, bounds, changes, lengths_of, ranges, starts
from build_hooks.indexing.vectors import BITS, LENGTH, Vectors, greatest

POSTINGS = 64
"""To how many articles a feature leads at most, those in which it weighs most."""

STEPS = 256
"""After how many articles, some of them met several times, an article's features lead no further.

Measured: 64 lose 1 in 100 of the five, 512 win nothing. Of 10,000 generated articles, the five that are found are
99 in 100 as near as the five that are nearest.
"""

CANDIDATES = 10
"""How many articles are compared in full. Measured: 8 to 30 do the same."""

_ROWS = 256
"""How many vectors are worked on at a time at most.

One number of 63 bits holds row, place and product, which leaves 24 for the place: of 16 million articles.
"""

_CELLS = 1 << 23
"""How many weights the table has room for in which vectors are looked up, a row for each, a column for each feature."""

_AT_ONCE = 1 << 18
"""How many weights are compared at a time."""


class _Entries(NamedTuple):
    """The features of some vectors, vector after vector, the weightiest first."""

    rows: Places
    """Which of these vectors has each, from 0 on."""

    features: Numbers
    weights: Numbers


@dataclass(frozen=True, slots=True)
class _Postings:
    """The vectors to which each feature leads."""

    bounds: Places
    """Where those of each feature begin; behind the last, where they end."""

    places: Numbers
    """Those in which the feature weighs most first, those in which it weighs the same by place."""

    weights: Numbers
    """What it weighs in them."""


class _Pairs(NamedTuple):
    """Vectors that are worked on, each with the place of another."""

    rows: Places
    others: Places


def nearest(vectors: Vectors, most: int) -> list[list[int]]:
    """Return for each vector the places of the nearest others.

    Args:
        vectors: All vectors.
        most: How many others are wanted at most.

    Returns:
        The nearest first, those equally near by place; none that have nothing in common with it. Time is in
        proportion to the number of vectors.
    """
    postings = _postings(vectors)
    rows = max(1, min(_ROWS, _CELLS // max(1, vectors.different)))
    table = np.zeros(rows * vectors.different, np.uint16)
    found: list[list[int]] = []
    for first in range(0, len(vectors), rows):
        behind = min(first + rows, len(vectors))
        entries = _entries(vectors, first, behind)
        pairs = _candidates(entries, first, postings, len(vectors))
        found += _in_order(pairs, _compared(pairs, entries, vectors, table), behind - first, most)
    return found


def _postings(vectors: Vectors) -> _Postings:
    rows, features, weights = _entries(vectors, 0, len(vectors))
    # NumPy sorts numbers that hold all three, features rising and weights falling, many times as fast as by all three.
    keys = (features.astype(np.int64) * (LENGTH + 1) + (LENGTH - weights)) * len(vectors) + rows
    keys.sort()
    keys, places = np.divmod(keys, len(vectors))
    features, lacking = np.divmod(keys, LENGTH + 1)
    firsts = changes(features)
    kept = ranges(firsts, np.minimum(np.diff(firsts, append=len(features)), POSTINGS))
    return _Postings(
        bounds(np.bincount(features[kept], minlength=vectors.different)),
        places[kept].astype(np.int32),
        (LENGTH - lacking[kept]).astype(np.int32),
    )


def _entries(vectors: Vectors, first: int, behind: int) -> _Entries:
    cuts = vectors.bounds[first : behind + 1]
    some = slice(cuts[0], cuts[-1])
    rows = np.repeat(np.arange(behind - first), np.diff(cuts))
    return _Entries(rows, vectors.features[some], vectors.weights[some])


def _candidates(entries: _Entries, first: int, postings: _Postings, total: int) -> _Pairs:
    """Pair vectors, the first of which is at `first`, with those to which their features lead with the most weight."""
    rows, others, products = _steps(_leading(entries, postings), postings)
    is_other = others != rows + first
    # What is added up is brought together by sorting numbers that hold row, other and product.
    keys = ((rows * total + others) << BITS | products)[is_other]
    keys.sort()
    pairs = keys >> BITS
    firsts = changes(pairs)
    so_far = np.add.reduceat(keys & (1 << BITS) - 1, firsts)
    rows, others = np.divmod(pairs[firsts], total)
    chosen = greatest(rows, so_far, CANDIDATES)
    return _Pairs(rows[chosen], others[chosen])


def _leading(entries: _Entries, postings: _Postings) -> _Entries:
    """Return those before which a vector has taken fewer steps than it may."""
    steps = starts(lengths_of(entries.features, postings.bounds))
    firsts = changes(entries.rows)
    steps -= np.repeat(steps[firsts], np.diff(firsts, append=len(steps)))
    leading = steps < STEPS
    return _Entries(entries.rows[leading], entries.features[leading], entries.weights[leading])


def _steps(entries: _Entries, postings: _Postings) -> tuple[Places, Numbers, Numbers]:
    """Return for each step from which row it leads, to which place, and the product of both weights."""
    lengths = lengths_of(entries.features, postings.bounds)
    steps = ranges(postings.bounds[entries.features], lengths)
    products = np.repeat(entries.weights, lengths) * postings.weights[steps]
    return np.repeat(entries.rows, lengths), postings.places[steps], products


def _compared(pairs: _Pairs, entries: _Entries, vectors: Vectors, table: NDArray[np.uint16]) -> Places:
    """Return how near the two of each pair are.

    `table` is all noughts, before and after: to empty the whole of it would take the most time.
    """
    cells = entries.rows * vectors.different + entries.features
    table[cells] = entries.weights
    nearness = [np.empty(0, np.int64), *_nearness(pairs, vectors, table)]
    table[cells] = 0
    return np.concatenate(nearness)


def _nearness(pairs: _Pairs, vectors: Vectors, table: NDArray[np.uint16]) -> Iterator[Places]:
    lengths = lengths_of(pairs.others, vectors.bounds)
    for first, behind in blocks(bounds(lengths), _AT_ONCE):
        some = slice(first, behind)
        theirs = ranges(vectors.bounds[pairs.others[some]], lengths[some])
        cells = np.repeat(pairs.rows[some] * vectors.different, lengths[some]) + vectors.features[theirs]
        products = table[cells] * vectors.weights[theirs]
        yield np.add.reduceat(products, starts(lengths[some]), dtype=np.int64)


def _in_order(pairs: _Pairs, nearness: Places, rows: int, most: int) -> list[list[int]]:
    """Return for each row the others that are nearest."""
    others = pairs.others[np.lexsort((pairs.others, -nearness, pairs.rows))].tolist()
    cuts = bounds(np.bincount(pairs.rows, minlength=rows)).tolist()
    return [others[start : min(end, start + most)] for start, end in pairwise(cuts)]
