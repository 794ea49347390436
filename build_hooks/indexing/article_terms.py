"""The terms of articles, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import Numbers, Places, bounds
from build_hooks.model import Appearance, Index, Term


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

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.bounds) - 1

    def having(self) -> Places:
        """Return for each term how many articles have it."""
        return np.bincount(self.terms, minlength=self.different)


def by_slug(index: Index) -> list[Term]:
    """Return the terms of an index; the place of each is its number."""
    return sorted(index.terms, key=lambda term: term.slug)


def terms_of(articles: Iterable[Sequence[tuple[Term, Appearance]]], terms: Sequence[Term]) -> ArticleTerms:
    """Return the terms of articles as numbers.

    Args:
        articles: What an `Index` has of each article.
        terms: All terms of the index, as `by_slug` gives them.
    """
    numbers = {term.slug: number for number, term in enumerate(terms)}
    found = tuple(articles)
    entries = tuple(chain.from_iterable(found))
    return ArticleTerms(
        bounds(np.fromiter(map(len, found), np.int64, len(found))),
        np.array([numbers[term.slug] for term, _ in entries], np.int32),
        np.array([appearance.declared for _, appearance in entries], np.bool_),
        np.array([len(appearance.mentions) for _, appearance in entries], np.int32),
        len(terms),
    )
