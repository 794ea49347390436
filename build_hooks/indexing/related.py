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
from itertools import islice

import numpy as np

from build_hooks.indexing.article_terms import ArticleTerms, by_slug, terms_of
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.features import Counts, Stems, count_stems, stems_of
from build_hooks.indexing.nearest import NONE, nearest
from build_hooks.indexing.runs import Numbers
from build_hooks.indexing.shared_terms import shared_terms
from build_hooks.indexing.vectors import Weighed, vectors_of, weigh, weigh_stems
from build_hooks.model import Article, Index, Related

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
    names = by_slug(keywords)
    terms = terms_of((keywords.of(article) for article in articles), names)
    pairs = nearest_articles(articles, weigh_stems(count_stems(chunks, stems)), terms)
    shared = iter(shared_terms(pairs, terms, worth(terms), MOST_SHARED).lists())
    return {
        article.permalink: tuple(
            Related(articles[other], tuple(names[term] for term in both))
            for other, both in zip(others, islice(shared, MOST_RELATED), strict=True)
            if other != NONE
        )
        for article, others in zip(articles, pairs.tolist(), strict=True)
    }


def nearest_articles(articles: Sequence[Article], stems: Weighed, terms: ArticleTerms) -> Numbers:
    """Find the nearest articles.

    Args:
        articles: All articles in any order, no two at one permalink.
        stems: The stems of their texts, in the same order.
        terms: Their terms.

    Returns:
        A row for each article, with the places of at most `MOST_RELATED` others, the nearest first, those equally
        near by permalink, and `NONE` where there are no more.
    """
    order = np.array(sorted(range(len(articles)), key=lambda place: articles[place].permalink), np.int64)
    signs = weigh(Counts(terms.bounds, terms.terms, worth(terms)), terms.different)
    found = nearest(vectors_of(signs, stems, order), MOST_RELATED)
    others = np.empty_like(found)
    others[order] = np.where(found == NONE, NONE, order[found])
    return others


def worth(terms: ArticleTerms) -> Numbers:
    """Return how many occurrences each of the terms of articles is worth."""
    return terms.mentions + np.int32(DECLARED) * terms.declared
