"""Related articles: for each article the nearest others, by the terms and the words that they share.

An article is a vector of features, the stems of its words and its terms in the keyword index, each weighed by how
often it stands there and how rare it is among all articles (`features`, `vectors`); nearness is the cosine of two
vectors (`nearest`).

The constants there and here are measured on 460 paragraphs of the Arabic Wikipedia, of which several each have one
headline (H. Mozannar et al., "Neural Arabic Question Answering", 2019), with `tests/benchmarks/related_quality.py`:
for how many articles the first related one, and any of the five, has the same headline. A choice stands where both
halves of the headlines speak for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.features import Stems, count_features, stems_of
from build_hooks.indexing.nearest import nearest
from build_hooks.indexing.vectors import rarity, weigh
from build_hooks.model import Appearance, Article, Index, Related, Term

MOST_RELATED = 5
"""How many articles one is related to at most."""

MOST_SHARED = 3
"""How many terms are named at most as what two articles share."""

DECLARED = 5
"""Occurrences that it is worth that an article declares a term, beside those that it has; set by judgement."""


def related_articles(
    articles: Sequence[Article], chunks: Chunks, keywords: Index, stems: Stems = stems_of
) -> Mapping[str, tuple[Related, ...]]:
    """Find for each article those that its readers may want next.

    Args:
        articles: All articles in any order, no two at one permalink.
        chunks: What these articles' texts are made of, in the same order.
        keywords: The index of their keywords.
        stems: Gives the stems of chunks, those that are known without working them out.

    Returns:
        By every article's permalink at most `MOST_RELATED` others, the nearest first, those equally near by
        permalink; none where no other shares what weighs most in it. Stop words are not counted. Time and memory
        are in proportion to the text.
    """
    worth = [
        {term.slug: _occurrences(appearance) for term, appearance in keywords.of(article)}
        for article in articles
    ]
    order = sorted(range(len(articles)), key=lambda place: articles[place].permalink)
    vectors = weigh(count_features(chunks, worth, stems), np.argsort(order))
    terms = _Terms(keywords, len(articles))
    return {
        articles[place].permalink: tuple(
            Related(articles[other], terms.in_common(worth[place], worth[other]))
            for other in map(order.__getitem__, others)
        )
        for place, others in zip(order, nearest(vectors, MOST_RELATED), strict=True)
    }


class _Terms:
    """The terms of an index, and how much each tells."""

    def __init__(self, keywords: Index, articles: int) -> None:
        having = np.array([len(term.appearances) for term in keywords.terms])
        rarities = rarity(having, articles).tolist()
        self._by_slug = {term.slug: term for term in keywords.terms}
        self._rarities = dict(zip(self._by_slug, rarities, strict=True))

    def in_common(self, ours: Mapping[str, int], theirs: Mapping[str, int]) -> tuple[Term, ...]:
        """Return the terms that two articles have, those that bring them nearest first.

        Args:
            ours: How many occurrences each term is worth in the one, by slug.
            theirs: The same of the other.
        """

        def key(slug: str) -> tuple[float, str]:
            # The occurrences first, as they are whole: what weighs the same measures so.
            return -(ours[slug] * theirs[slug]) * self._rarities[slug] ** 2, slug

        both = sorted(filter(theirs.__contains__, ours), key=key)
        return tuple(self._by_slug[slug] for slug in both[:MOST_SHARED])


def _occurrences(appearance: Appearance) -> int:
    return len(appearance.mentions) + DECLARED * appearance.declared
