"""The terms that two articles share."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing import shared_terms as shared_terms_module
from build_hooks.indexing.article_terms import ArticleTerms
from build_hooks.indexing.runs import bounds
from build_hooks.indexing.shared_terms import shared_terms
from build_hooks.indexing.vectors import RARITY

ARTICLES = st.lists(st.dictionaries(st.integers(0, 6), st.integers(1, 3)), min_size=1, max_size=8)
"""For each article what its terms are worth, in its own order."""


def terms_of(articles: list[dict[int, int]]) -> ArticleTerms:
    """Return the terms of articles, which declare none."""
    worth = [times for terms in articles for times in terms.values()]
    return ArticleTerms(
        bounds(np.array([len(terms) for terms in articles])),
        np.array([term for terms in articles for term in terms], np.int32),
        np.zeros(len(worth), np.bool_),
        np.array(worth, np.int32),
        7,
        np.arange(7, dtype=np.int32),
    )


def found(articles: list[dict[int, int]], pairs: list[list[int]], most: int) -> list[list[int]]:
    """Return the terms that pairs of articles share."""
    terms = terms_of(articles)
    return shared_terms(np.array(pairs, np.int32), terms, terms.mentions, most).lists()


def test_what_tells_most_comes_first() -> None:
    """That of which both have more, then the rarer one, then the one with the lower number."""
    articles = [{5: 1, 4: 1, 0: 1, 6: 2, 1: 9}, {0: 1, 4: 1, 5: 1, 6: 2}, {0: 1}]
    assert [[6, 4, 5], [0], [6, 4, 5], [0], [0], [0]] == found(articles, [[1, 2], [0, 2], [0, 1]], 3)


def test_no_pair_shares_nothing() -> None:
    """Where an article has fewer others, nothing stands for the rest; a pair may have nothing in common."""
    assert [[], [], [2], []] == found([{1: 1}, {2: 1}, {2: 1}], [[1, -1], [2, -1]], 3)
    assert [] == shared_terms(np.empty((0, 5), np.int32), terms_of([]), np.empty(0, np.int32), 3).lists()


@given(ARTICLES, st.integers(1, 3), st.integers(1, 20), st.data())
def test_shared_terms_are_those_that_plain_reckoning_finds(
    articles: list[dict[int, int]], most: int, cells: int, data: st.DataObject
) -> None:
    """However many articles are worked on at a time."""
    numbers = st.integers(-1, len(articles) - 1)
    pairs = [data.draw(st.lists(numbers, min_size=2, max_size=2)) for _ in articles]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared_terms_module, "_CELLS", cells)
        assert [
            reckoned(articles, ours, other)[:most]
            for ours, others in zip(articles, pairs, strict=True)
            for other in others
        ] == found(articles, pairs, most)


def reckoned(articles: list[dict[int, int]], ours: dict[int, int], other: int) -> list[int]:
    """Return all terms that two articles share, worked out for them alone."""
    theirs = {} if other < 0 else articles[other]

    def key(term: int) -> tuple[float, int]:
        having = sum(term in terms for terms in articles)
        rarity = math.log((len(articles) + 1) / having) ** RARITY if having > 1 else 0
        return -(ours[term] * theirs[term]) * rarity**2, term

    return sorted(ours.keys() & theirs.keys(), key=key)
