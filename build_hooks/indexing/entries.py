"""Which terms appear in which articles, in columns; `Appearance` objects are made of them where they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.mention_table import MentionTable, Span, mentions_at
from build_hooks.indexing.runs import Numbers, Places, bounds, changes, ranges
from build_hooks.model import Appearance, Article, Term

Flags = NDArray[np.bool_]


class Entries(NamedTuple):
    """Terms in articles, article after article.

    In each stand first those that it declares, in its own order, then those that it only mentions, by their number.
    """

    bounds: Places
    """Where those of each article begin; behind the last, where they end."""

    articles: Numbers
    """The place of each one's article."""

    terms: Numbers
    """The number of each one's term."""

    declared: Flags
    """Whether the article itself names the term."""

    first: Places
    """Where its mentions begin in the table of all."""

    counts: Numbers
    """How many mentions there are of it."""

    mentions: MentionTable

    def by_term(self) -> Places:
        """Return the places of all entries, term after term: of each first those that are declared, then the others."""
        order: Places = np.argsort(self.terms.astype(np.int64) * 2 + ~self.declared, kind="stable")
        return order

    def numbered(self, numbers: Numbers) -> Entries:
        """Return the same with other numbers for its terms, each by the one that it has."""
        return Entries(
            self.bounds,
            self.articles,
            numbers[self.terms],
            self.declared,
            self.first,
            self.counts,
            self.mentions,
        )


def entries_of(declared: Sequence[Sequence[int]], mentions: MentionTable) -> Entries:
    """Bring together what some articles declare and what they mention.

    Args:
        declared: The numbers of the terms that each article declares, no one twice.
        mentions: The mentions in these articles, with the same numbers.
    """
    lengths = np.fromiter(map(len, declared), np.int64, len(declared))
    own_terms = np.fromiter(chain.from_iterable(declared), np.int64)
    total = 1 + max(int(own_terms.max(initial=0)), int(mentions.terms.max(initial=0)))
    # Numbers that hold both article and term are compared and sorted at once.
    own = np.repeat(np.arange(len(declared)), lengths) * total + own_terms
    mentioned = np.repeat(np.arange(len(declared)), np.diff(mentions.bounds)) * total + mentions.terms
    # They are in order; NumPy would look for those that are the same in all.
    only = mentioned[changes(mentioned)]
    only = only[~np.isin(only, own, assume_unique=True)]
    pairs = np.concatenate((own, only))
    # Stable: what is declared stays before what is only mentioned.
    order = np.argsort(pairs // total, kind="stable")
    pairs = pairs[order]
    articles, terms = np.divmod(pairs, total)
    first = np.searchsorted(mentioned, pairs, side="left")
    return Entries(
        bounds(np.bincount(articles, minlength=len(declared))),
        articles.astype(np.int32),
        terms.astype(np.int32),
        order < len(own),
        first,
        (np.searchsorted(mentioned, pairs, side="right") - first).astype(np.int32),
        mentions,
    )


class InArticles:
    """Tells the entries of articles, one by one: all that is told of one stands together."""

    def __init__(self, entries: Entries) -> None:
        """Tell of `entries`."""
        self._bounds = entries.bounds.tolist()
        self._rows: Places = np.stack(
            (entries.terms, entries.declared, entries.first, entries.counts), axis=1
        )
        self._span_bounds = entries.mentions.bounds.tolist()
        self._spans = entries.mentions.spans

    def of(self, place: int) -> Iterator[tuple[int, bool, Sequence[Span]]]:
        """Yield those of an article, given by its place: the number of the term, whether it is declared, its mentions."""
        begin, stop = self._span_bounds[place : place + 2]
        spans = self._spans[begin:stop].tolist()
        for term, declared, first, count in self._rows_of(place).tolist():
            yield term, bool(declared), spans[first - begin : first - begin + count]

    def terms(self, place: int) -> list[int]:
        """Return the numbers of the terms of an article, given by its place."""
        terms: list[int] = self._rows_of(place)[:, 0].tolist()
        return terms

    def _rows_of(self, place: int) -> Places:
        start, end = self._bounds[place : place + 2]
        return self._rows[start:end]


class Shown:
    """Makes the appearances of all terms, each when it is asked for."""

    def __init__(self, articles: Sequence[Article], entries: Entries) -> None:
        """Make those of `entries`, whose articles these are."""
        self._of_articles = articles
        # Term after term, so that what a page shows is one stretch of each column.
        order = entries.by_term()
        self._articles = entries.articles[order]
        self._declared = entries.declared[order]
        self._counts = entries.counts[order]
        self._bounds = bounds(self._counts)
        self._spans = entries.mentions.spans[ranges(entries.first[order], self._counts)]

    def appearances(self, first: int, behind: int) -> Iterator[Appearance]:
        """Yield some appearances, given by their places among those of all terms."""
        declared = self._declared[first:behind].tolist()
        for is_declared, (article, spans) in zip(declared, self.spans(first, behind), strict=True):
            yield Appearance(article, is_declared, mentions_at(article, spans) if spans else ())

    def spans(self, first: int, behind: int) -> Iterator[tuple[Article, Sequence[Span]]]:
        """Yield the articles of some appearances, with the mentions in each."""
        spans = iter(self._spans[self._bounds[first] : self._bounds[behind]].tolist())
        places, counts = self._articles[first:behind].tolist(), self._counts[first:behind].tolist()
        for place, count in zip(places, counts, strict=True):
            yield self._of_articles[place], [*islice(spans, count)] if count else ()


@dataclass(frozen=True, slots=True)
class OfTerm(Sequence[Appearance]):
    """The appearances of a term, or some of them that follow each other."""

    shown: Shown
    places: range
    """Where among those of all terms they stand."""

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.places)

    def __iter__(self) -> Iterator[Appearance]:
        """Yield all."""
        return self.shown.appearances(self.places.start, self.places.stop)

    def spans(self) -> Iterator[tuple[Article, Sequence[Span]]]:
        """Yield the articles, with the mentions in each: what the appearances are made of."""
        return self.shown.spans(self.places.start, self.places.stop)

    @overload
    def __getitem__(self, place: int) -> Appearance: ...
    @overload
    def __getitem__(self, place: slice) -> OfTerm: ...
    def __getitem__(self, place: int | slice) -> Appearance | OfTerm:
        """Return one, or some."""
        if isinstance(place, slice):
            return OfTerm(self.shown, self.places[place])
        entry = self.places[place]
        return next(self.shown.appearances(entry, entry + 1))


class OfArticle(Mapping[str, Sequence[tuple[Term, Appearance]]]):
    """By an article's permalink its terms with their appearances."""

    def __init__(self, articles: Sequence[Article], entries: Entries, terms: Sequence[Term]) -> None:
        """Tell the terms of `articles`, to which the numbers of `entries` lead."""
        self._places = {article.permalink: place for place, article in enumerate(articles)}
        self._articles = articles
        self._entries = entries
        self._terms = terms

    @cached_property
    def _in_articles(self) -> InArticles:
        return InArticles(self._entries)

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """Yield their permalinks."""
        return iter(self._places)

    def __getitem__(self, permalink: str) -> tuple[tuple[Term, Appearance], ...]:
        """Return those of one article."""
        place = self._places[permalink]
        article = self._articles[place]
        return tuple(
            [
                (self._terms[term], Appearance(article, declared, mentions_at(article, spans)))
                for term, declared, spans in self._in_articles.of(place)
            ]
        )
