"""Articles as vectors: of each its weightiest features, weighed by how often it has them and how rare they are.

That is TF-IDF: G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", Information
Processing & Management 24, 1988. `build_hooks.indexing.related` tells what the constants are measured on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.features import NO_STEM, Counted, Counts
from build_hooks.indexing.runs import (
    Numbers,
    Places,
    Whole,
    bounds,
    changes,
    greatest,
    joined,
    joined_bounds,
    lengths_of,
    ranges,
)

Floats = NDArray[np.float32]

RARITY = 1.25
"""The power to which the logarithm of a feature's rarity is raised. Measured: 1 and 1.5 are within 1 in 100."""

FEATURES = 40
"""How many features make a vector, an article's weightiest. Measured: 30 lose 1 in 100, more win nothing."""

LENGTH = 1 << 15
"""The length of a vector.

Weights are whole numbers, so that sums of their products are exact in whatever order: what is equally near measures
so. They are rounded down, so that no sum is greater than LENGTH².
"""

BITS = 31
"""How many bits hold LENGTH², or a float above zero."""

PLACE_BITS = 24
"""How many bits hold the place of an article, or the number of a feature: of 16 million there may be."""

ROWS = 256
"""How many vectors are worked on at a time at most.

One number of 63 bits then holds row, weight and place; NumPy sorts such numbers many times as fast as it sorts by three
things.
"""

_ALL_BITS = (1 << BITS) - 1


class Weighed(NamedTuple):
    """Features of articles, article after article, with their weights, all above zero."""

    bounds: Places
    """Where those of each article begin; behind the last, where they end."""

    features: Numbers
    weights: Floats

    different: int
    """How many different features there may be; they are numbered from 0 on."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Features with their weights, vector after vector; the weightiest first, those that weigh the same by number."""

    bounds: Places
    """Where each vector begins; behind the last, where it ends."""

    features: Numbers
    weights: Numbers

    different: int
    """How many different features there are; they are numbered from 0 on."""

    def __len__(self) -> int:
        """Return how many vectors there are."""
        return len(self.bounds) - 1


def rarity(having: Whole, articles: int) -> NDArray[np.float64]:
    """Return what one occurrence of each feature weighs, by how many of all `articles` have it."""
    # The one more lets what all articles have count a little: a site may have three, on one subject.
    rarities: NDArray[np.float64] = np.log((articles + 1) / np.maximum(having, 1)) ** RARITY
    # What one article alone has brings it near to none.
    return np.where(having > 1, rarities, 0.0)


def weigh_stems(counted: Counted) -> Weighed:
    """Weigh the stems of articles, and keep of each article those that its vector may need."""
    having = np.zeros(counted.different, np.int64)
    for part in counted.parts:
        having += np.bincount(part.features, minlength=counted.different)
    rarities = rarity(having, counted.articles)
    rarities[NO_STEM] = 0
    parts = [_weightiest(part, rarities) for part in counted.parts]
    return Weighed(
        joined_bounds(part.bounds for part in parts),
        joined(part.features for part in parts),
        np.concatenate([np.empty(0, np.float32), *(part.weights for part in parts)]),
        counted.different,
    )


def weigh(counts: Counts, different: int) -> Weighed:
    """Weigh the few features of another kind that articles have."""
    having = np.bincount(counts.features, minlength=different)
    return _weightiest(counts, rarity(having, len(counts.bounds) - 1))


def _weightiest(counts: Counts, rarities: NDArray[np.float64]) -> Weighed:
    weights = (counts.counts * rarities[counts.features]).astype(np.float32)
    kept = np.flatnonzero(greatest(counts.bounds, weights, FEATURES) & (weights > 0))
    return Weighed(np.searchsorted(kept, counts.bounds), counts.features[kept], weights[kept], len(rarities))


def vectors_of(terms: Weighed, stems: Weighed, order: Places) -> Vectors:
    """Make a vector of the weightiest features of each article.

    Args:
        terms: The terms of each article; of features that weigh the same they come before stems.
        stems: The stems of each.
        order: The articles in the order of their vectors.
    """
    parts = [_vectors(terms, stems, order[first : first + ROWS]) for first in range(0, len(order), ROWS)]
    features, different = _renumbered(
        joined(part.features for part in parts), terms.different + stems.different
    )
    return Vectors(
        joined_bounds(part.bounds for part in parts),
        features,
        joined(part.weights for part in parts),
        different,
    )


def _vectors(terms: Weighed, stems: Weighed, articles: Places) -> Vectors:
    """Make the vectors of a few articles."""
    keys = np.concatenate((_keys(terms, articles, 0), _keys(stems, articles, terms.different)))
    keys.sort()
    # What weighs as much as the last that is wanted is kept, too, so that nothing hangs on how features are numbered.
    heavy = keys >> PLACE_BITS
    firsts = changes(heavy >> BITS)
    lengths = np.diff(firsts, append=len(keys))
    least = heavy[firsts + np.minimum(lengths, FEATURES) - 1]
    kept = heavy <= np.repeat(least, lengths)
    heavy = heavy[kept]
    rows = heavy >> BITS
    weights = (_ALL_BITS - (heavy & _ALL_BITS)).astype(np.int32).view(np.float32)
    return Vectors(
        bounds(np.bincount(rows, minlength=len(articles))),
        (keys[kept] & (1 << PLACE_BITS) - 1).astype(np.int32),
        _of_one_length(rows, weights),
        terms.different + stems.different,
    )


def _keys(weighed: Weighed, articles: Places, first: int) -> Places:
    """Return numbers that are in order where the rows rise, within a row the weights fall, and then features rise."""
    lengths = lengths_of(articles, weighed.bounds)
    places = ranges(weighed.bounds[articles], lengths)
    rows = np.repeat(np.arange(len(articles)), lengths)
    # Floats above zero are in the order of the bits that they are made of.
    bits = weighed.weights[places].view(np.int32)
    return (rows << BITS | _ALL_BITS - bits) << PLACE_BITS | weighed.features[places] + first


def _renumbered(features: Numbers, different: int) -> tuple[Numbers, int]:
    """Number anew the features that are left of so many, and count them."""
    is_left = np.bincount(features, minlength=different) > 0
    numbers = np.cumsum(is_left, dtype=np.int32) - 1
    return numbers[features], int(is_left.sum())


def _of_one_length(vectors: Places, weights: Floats) -> Numbers:
    squares = np.bincount(vectors, weights.astype(np.float64) ** 2)
    return (weights / np.sqrt(squares)[vectors] * LENGTH).astype(np.int32)
