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

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from build_hooks.indexing.article_terms import ArticleTerms
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.features import Counts, Stems, count_stems, stems_of
from build_hooks.indexing.nearest import NONE, nearest
from build_hooks.indexing.runs import Numbers, Runs
from build_hooks.indexing.shared_terms import shared_terms
from build_hooks.indexing.taxonomy import Indexed
from build_hooks.indexing.vectors import Weighed, vectors_of, weigh, weigh_stems
from build_hooks.model import Article, Related, Term

MOST_RELATED = 5
"""How many articles one is related to at most."""

MOST_SHARED = 3
"""How many terms are named at most as what two articles share."""

DECLARED = 5
"""Occurrences that it is worth that an article declares a term, beside those that it has; set by judgement."""


class RelatedArticles(Mapping[str, tuple[Related, ...]]):
    """By every article's permalink those that its readers may want next, made when they are asked for."""

    def __init__(
        self, articles: Sequence[Article], terms: Sequence[Term], nearest: Numbers, shared: Runs
    ) -> None:
        """Tell of `articles`.

        Args:
            articles: All articles.
            terms: All terms of their index.
            nearest: A row for each article, as `nearest_articles` gives them.
            shared: For each number in them, row after row, the places of the terms that both articles have.
        """
        self._articles = articles
        self._places = {article.permalink: place for place, article in enumerate(articles)}
        self._terms = terms
        self.nearest = nearest
        self.shared = shared

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._articles)

    def __iter__(self) -> Iterator[str]:
        """Yield their permalinks."""
        return iter(self._places)

    def __getitem__(self, permalink: str) -> tuple[Related, ...]:
        """Return those of one article."""
        place = self._places[permalink]
        row = self.nearest[place].tolist()
        first = place * len(row)
        return tuple(
            Related(
                self._articles[other],
                tuple([self._terms[term] for term in self.shared.slice(number, number + 1).tolist()]),
            )
            for number, other in enumerate(row, first)
            if other != NONE
        )


def weighed_stems(chunks: Chunks, stems: Stems = stems_of) -> Weighed:
    """Weigh the stems of articles.

    Args:
        chunks: What the articles' texts are made of.
        stems: Gives the stems of chunks, those that are known without working them out.
    """
    return weigh_stems(count_stems(chunks, stems))


def related_articles(
    articles: Sequence[Article], stems: Weighed, keywords: Indexed, terms: ArticleTerms
) -> RelatedArticles:
    """Find for each article those that its readers may want next.

    Args:
        articles: All articles in any order, no two at one permalink.
        stems: The stems of these articles' texts, in the same order.
        keywords: The index of their keywords.
        terms: The terms in them.

    Returns:
        By every article's permalink at most `MOST_RELATED` others, the nearest first, those equally near by
        permalink; none where no other shares what weighs most in it. Stop words are not counted. Time and memory
        are in proportion to the text.
    """
    pairs = nearest_articles(articles, stems, terms)
    shared = shared_terms(pairs, terms, worth(terms), MOST_SHARED)
    in_index = Runs(shared.bounds, terms.order[shared.numbers])
    return RelatedArticles(articles, keywords.index.terms, pairs, in_index)


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
