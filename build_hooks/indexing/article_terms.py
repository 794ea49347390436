"""The terms of articles, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import Numbers, Places
from build_hooks.indexing.taxonomy import Indexed


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """Which terms of an index some articles have, article after article, each once."""

    bounds: Places
    """Where those of each article begin; behind the last, where they end."""

    terms: Numbers
    """Those that it declares, in its own order, then those that it only mentions; numbered in the order of slugs."""

    declared: NDArray[np.bool_]
    """Whether the article declares it."""

    mentions: Numbers
    """How often it occurs in the article."""

    different: int
    """How many terms there are."""

    order: Numbers
    """The place of each term in the index, by its number."""

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.bounds) - 1

    def having(self) -> Places:
        """Return for each term how many articles have it."""
        return np.bincount(self.terms, minlength=self.different)


def terms_of(keywords: Indexed) -> ArticleTerms:
    """Return the terms of articles, numbered in the order of slugs, which stays when names change."""
    terms, entries = keywords.index.terms, keywords.entries
    order = np.array(sorted(range(len(terms)), key=lambda place: terms[place].slug), np.int32)
    numbers = np.empty_like(order)
    numbers[order] = np.arange(len(order), dtype=np.int32)
    return ArticleTerms(
        entries.bounds, numbers[entries.terms], entries.declared, entries.counts, len(terms), order
    )
