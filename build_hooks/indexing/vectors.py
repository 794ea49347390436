"""Articles as vectors: of each its weightiest features, weighed by how often it has them and how rare they are.

That is TF-IDF: G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", Information
Processing & Management 24, 1988. `build_hooks.indexing.related` tells what the constants are measured on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.features import Counted, Counts
from build_hooks.indexing.runs import Numbers, Places, Whole, bounds, changes, joined

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
"""How many bits hold LENGTH²; so many `greatest` compares, and those of a float without its sign."""

_ALL_BITS = (1 << BITS) - 1


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


class _Weighed(NamedTuple):
    """Features of articles, those of each by number, with their weights."""

    articles: Numbers
    features: Numbers
    weights: Floats


def rarity(having: Whole, articles: int) -> NDArray[np.float64]:
    """Return what one occurrence of each feature weighs, by how many of all `articles` have it."""
    # The one more lets what all articles have count a little: a site may have three, on one subject.
    rarities: NDArray[np.float64] = np.log((articles + 1) / np.maximum(having, 1)) ** RARITY
    # What one article alone has brings it near to none.
    return np.where(having > 1, rarities, 0.0)


def weigh(counted: Counted, places: Places) -> Vectors:
    """Make a vector of the features of each article.

    Args:
        counted: How often each article has each feature.
        places: For each article the place of its vector among all.
    """
    having = np.zeros(counted.different, np.int64)
    for part in counted.parts:
        having += np.bincount(part.features, minlength=counted.different)
    rarities = rarity(having, counted.articles)
    kept = [_weightiest(part, rarities) for part in counted.parts]
    features, different = _renumbered(joined(part.features for part in kept), counted.different)
    weights = np.concatenate([np.empty(0, np.float32), *(part.weights for part in kept)])
    vectors = places[joined(part.articles for part in kept)]
    # Stable, so that those that weigh the same stay in order.
    order = np.argsort(_keys(vectors, _comparable(weights)), kind="stable")
    return Vectors(
        bounds(np.bincount(vectors, minlength=counted.articles)),
        features[order],
        _of_one_length(vectors[order], weights[order]),
        different,
    )


def greatest(rows: Whole, values: Whole, most: int) -> NDArray[np.bool_]:
    """Say which values are the greatest of their row.

    Args:
        rows: The number of each value's row; those of a row stand together, the lower rows first.
        values: Whole numbers of up to `BITS`.
        most: How many are wanted of each row. Those equal to the last of them are among them too, so that nothing
            hangs on their order.
    """
    keys = _keys(rows, values)
    ordered = np.sort(keys)
    firsts = changes(ordered >> BITS)
    lengths = np.diff(firsts, append=len(keys))
    least = ordered[firsts + np.minimum(lengths, most) - 1]
    return keys <= np.repeat(least, lengths)


def _keys(rows: Whole, values: Whole) -> Places:
    """Return numbers that are in order where the rows rise and, within a row, the values fall.

    NumPy sorts numbers many times as fast as it sorts by two things.
    """
    return rows.astype(np.int64) << BITS | _ALL_BITS - values


def _weightiest(part: Counts, rarities: NDArray[np.float64]) -> _Weighed:
    weights = (part.counts * rarities[part.features]).astype(np.float32)
    weighty = np.flatnonzero(weights)
    kept = weighty[greatest(part.articles[weighty], _comparable(weights[weighty]), FEATURES)]
    return _Weighed(part.articles[kept], part.features[kept], weights[kept])


def _comparable(weights: Floats) -> Numbers:
    """Return whole numbers in the same order: floats above zero are in the order of the bits that they are made of."""
    return weights.view(np.int32)


def _renumbered(features: Numbers, different: int) -> tuple[Numbers, int]:
    """Number anew the features that are left of so many, and count them."""
    is_left = np.bincount(features, minlength=different) > 0
    numbers = np.cumsum(is_left, dtype=np.int32) - 1
    return numbers[features], int(is_left.sum())


def _of_one_length(vectors: Places, weights: Floats) -> Numbers:
    squares = np.bincount(vectors, weights.astype(np.float64) ** 2)
    return (weights / np.sqrt(squares)[vectors] * LENGTH).astype(np.int32)
