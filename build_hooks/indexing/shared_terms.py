"""The terms that two articles share, those that bring them nearest first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.article_terms import ArticleTerms
from build_hooks.indexing.runs import Numbers, Runs, bounds, heads, lengths_of, one_behind_the_other, ranges
from build_hooks.indexing.vectors import rarity

_CELLS = 1 << 20
"""How many numbers the table has room for in which terms are looked up, a row for each article."""


def shared_terms(pairs: Numbers, terms: ArticleTerms, worth: Numbers, most: int) -> Runs:
    """Find what the articles of pairs share.

    Args:
        pairs: A row for each article: the places of others, and numbers below 0 where there are no more.
        terms: The terms of all articles.
        worth: How many occurrences each of them is worth, one or more.
        most: How many terms are wanted at most of each pair.

    Returns:
        For each number in `pairs`, row after row, terms that both have: first that with the greatest product of the
        occurrences in both and the square of its rarity, and of those alike in this the one with the lowest number.
    """
    squares = rarity(terms.having(), len(terms)) ** 2
    rows = max(1, _CELLS // max(1, terms.different))
    return one_behind_the_other(
        _shared(pairs[first : first + rows], first, terms, worth, squares, most)
        for first in range(0, len(pairs), rows)
    )


def _shared(
    pairs: Numbers, first: int, terms: ArticleTerms, worth: Numbers, squares: NDArray[np.float64], most: int
) -> Runs:
    """Find what some articles share with others; the place of the first is `first`."""
    table = np.zeros((len(pairs), terms.different), np.int32)
    cuts = terms.bounds[first : first + len(pairs) + 1]
    ours = slice(cuts[0], cuts[-1])
    table[np.repeat(np.arange(len(pairs)), np.diff(cuts)), terms.terms[ours]] = worth[ours]
    asked = np.flatnonzero(pairs >= 0)
    others = pairs.flat[asked]
    lengths = lengths_of(others, terms.bounds)
    places = ranges(terms.bounds[others], lengths)
    asked = np.repeat(asked, lengths)
    in_ours = table[asked // pairs.shape[1], terms.terms[places]]
    both = np.flatnonzero(in_ours)
    asked, places = asked[both], places[both]
    found = terms.terms[places]
    # The occurrences first, as they are whole: what weighs the same measures so.
    strengths = in_ours[both].astype(np.int64) * worth[places] * squares[found]
    order = np.lexsort((found, -strengths, asked))
    cuts, kept = heads(bounds(np.bincount(asked, minlength=pairs.size)), most)
    return Runs(cuts, found[order[kept]])
