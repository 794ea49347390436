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
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np

from build_hooks.indexing.article_terms import ArticleTerms
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.features import Counts, Stems, count_stems, stems_of
from build_hooks.indexing.nearest import NONE, nearest
from build_hooks.indexing.runs import Numbers, Runs
from build_hooks.indexing.shared_terms import shared_terms
from build_hooks.indexing.vectors import Weighed, vectors_of, weigh, weigh_stems
from build_hooks.model import Article, Related, Term
from build_hooks.processes import InTwoSteps

MOST_RELATED = 5
"""How many articles one is related to at most."""

MOST_SHARED = 3
"""How many terms are named at most as what two articles share."""

DECLARED = 5
"""Occurrences that it is worth that an article declares a term, beside those that it has; set by judgement."""


class Pairs(NamedTuple):
    """Articles that are near to others."""

    nearest: Numbers
    """A row for each article, as `nearest_articles` gives them."""

    shared: Runs
    """For each number in them, row after row, the places of the terms that both articles have."""


Finding: TypeAlias = InTwoSteps[ArticleTerms, Pairs]
"""The search for them: it goes through the texts before the terms in them are known."""


class RelatedArticles(Mapping[str, tuple[Related, ...]]):
    """By every article's permalink those that its readers may want next, made when they are asked for."""

    def __init__(self, articles: Sequence[Article], terms: Sequence[Term], finding: Finding) -> None:
        """Tell of `articles`.

        Args:
            articles: All articles.
            terms: All terms of their index.
            finding: Finds which are near to which.
        """
        self._articles = articles
        self._places = {article.permalink: place for place, article in enumerate(articles)}
        self._terms = terms
        self.finding = finding
        """What finds them; it has to be done before processes part that ask."""

    @cached_property
    def pairs(self) -> Pairs:
        """Which are near to which; the first who asks waits for it."""
        return self.finding.result()

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._articles)

    def __iter__(self) -> Iterator[str]:
        """Yield their permalinks."""
        return iter(self._places)

    def __getitem__(self, permalink: str) -> tuple[Related, ...]:
        """Return those of one article."""
        place = self._places[permalink]
        nearest, shared = self.pairs
        row = nearest[place].tolist()
        first = place * len(row)
        return tuple(
            [
                Related(self._articles[other], tuple([self._terms[term] for term in terms]))
                for other, terms in zip(row, shared.lists(first, first + len(row)), strict=True)
                if other != NONE
            ]
        )


def find_related(articles: Sequence[Article], chunks: Chunks, stems: Stems = stems_of) -> Finding:
    """Begin to find for each article those that its readers may want next, beside this process where that can be.

    Args:
        articles: All articles in any order, no two at one permalink.
        chunks: What their texts are made of.
        stems: Gives the stems of chunks, those that are known without working them out.

    Returns:
        What has to be told the terms in the articles. At most `MOST_RELATED` others are found for each, the nearest
        first, those equally near by permalink; none where no other shares what weighs most in it. Stop words are not
        counted. Time and memory are in proportion to the text.
    """

    def find(weighed: Weighed, terms: ArticleTerms) -> Pairs:
        pairs = nearest_articles(articles, weighed, terms)
        shared = shared_terms(pairs, terms, worth(terms), MOST_SHARED)
        return Pairs(pairs, Runs(shared.bounds, terms.order[shared.numbers]))

    return InTwoSteps(lambda: weigh_stems(count_stems(chunks, stems)), find, weight=len(articles))


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
