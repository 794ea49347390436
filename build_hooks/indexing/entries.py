"""Which terms appear in which articles, in columns; `Appearance` objects are made of them where they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import overload

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.mention_table import MentionTable, Texts
from build_hooks.indexing.runs import Numbers, Places, bounds, changes
from build_hooks.model import Appearance, Article, Term

Flags = NDArray[np.bool_]

# Some 25 MB at most, whatever the number of articles.
_MOST_KNOWN = 1 << 14


@dataclass(frozen=True, slots=True)
class Entries:
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


class Shown:
    """Makes appearances of entries, each when it is asked for."""

    def __init__(self, articles: Sequence[Article], entries: Entries) -> None:
        """Make those of `entries`, whose articles these are."""
        self._of_articles = articles
        self._mentions = entries.mentions
        # Lists, as one number of an array takes several times as long.
        self._articles = entries.articles.tolist()
        self._declared = entries.declared.tolist()
        self._first = entries.first.tolist()
        self._counts = entries.counts.tolist()
        self._texts: dict[int, Texts] = {}

    def appearance(self, entry: int) -> Appearance:
        """Return the appearance that an entry stands for."""
        place, first, count = self._articles[entry], self._first[entry], self._counts[entry]
        mentions = self._mentions.mentions(first, first + count, self._texts_of(place)) if count else ()
        return Appearance(self._of_articles[place], self._declared[entry], mentions)

    def _texts_of(self, place: int) -> Texts:
        if place not in self._texts:
            if len(self._texts) == _MOST_KNOWN:
                self._texts.clear()
            self._texts[place] = self._of_articles[place].texts
        return self._texts[place]


@dataclass(frozen=True, slots=True)
class OfTerm(Sequence[Appearance]):
    """The appearances of a term."""

    by_term: Sequence[int]
    """All entries, term after term."""

    places: range
    """Where among these those of the term stand."""

    shown: Shown

    def __len__(self) -> int:
        """Return in how many articles it appears."""
        return len(self.places)

    @overload
    def __getitem__(self, place: int) -> Appearance: ...
    @overload
    def __getitem__(self, place: slice) -> OfTerm: ...
    def __getitem__(self, place: int | slice) -> Appearance | OfTerm:
        """Return one, or some."""
        if isinstance(place, slice):
            return OfTerm(self.by_term, self.places[place], self.shown)
        return self.shown.appearance(self.by_term[self.places[place]])


class OfArticle(Mapping[str, Sequence[tuple[Term, Appearance]]]):
    """By an article's permalink its terms with their appearances."""

    def __init__(
        self, articles: Sequence[Article], entries: Entries, terms: Sequence[Term], shown: Shown
    ) -> None:
        """Tell the terms of `articles`, to which the numbers of `entries` lead."""
        self._places = {article.permalink: place for place, article in enumerate(articles)}
        self._entries = entries
        self._terms = terms
        self._shown = shown

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """Yield their permalinks."""
        return iter(self._places)

    def __getitem__(self, permalink: str) -> tuple[tuple[Term, Appearance], ...]:
        """Return those of one article."""
        start, end = self._entries.bounds[self._places[permalink] :][:2].tolist()
        terms = map(self._terms.__getitem__, self._entries.terms[start:end].tolist())
        return tuple(zip(terms, map(self._shown.appearance, range(start, end)), strict=True))
