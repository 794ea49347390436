"""The features of articles, by which one is like another: the stems of its words, and its terms in the keyword index.

Those of a chunk of text are worked out once for all places where it stands; the rest is done by NumPy, for many
articles together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeAlias

import numpy as np

from build_hooks.arabic.analyser import terms
from build_hooks.arabic.stems import light_stem
from build_hooks.cache import Cache
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.runs import Numbers, Places, Whole, blocks, bounds, changes, lengths_of, ranges

Stems: TypeAlias = Callable[[Sequence[str]], Sequence[Sequence[str]]]
"""Gives the stems of each of some different chunks."""

OPENING = (2, 2, 2, 2, 2, 1, 1, 1, 1, 1)
"""Occurrences that the first chunks of a headline and of a text are worth, beside the one that each is.

Reports and encyclopedias name their subject first. Measured: the first related article is right for 5 in 100 more than
with all words alike; openings of 5 to 10 words, at 2 to 3 occurrences a word, are within 1 in 100 of each other.
"""

_SHORTEST_TERM = 2

_AT_ONCE = 1 << 18
"""How many chunks are counted at a time: those of some 500 articles."""


class Counts(NamedTuple):
    """How often features occur in some articles: one entry for each article and feature that it has, sorted by both."""

    articles: Numbers
    features: Numbers
    counts: Numbers


@dataclass(frozen=True, slots=True)
class Counted:
    """The features of all articles."""

    parts: Sequence[Counts]
    """The counts, some articles at a time."""

    articles: int
    """How many articles there are."""

    different: int
    """How many different features they have; these are numbered in the order of their names."""


@dataclass(frozen=True, slots=True)
class _Owned:
    """The features of chunks, or those of articles."""

    bounds: Places
    """Where those of each begin; behind the last, where they end."""

    features: Numbers

    def of(self, owners: Whole) -> tuple[Places, Numbers]:
        """Return how many features each of `owners` has, and all of them, owner after owner."""
        lengths = lengths_of(owners, self.bounds)
        return lengths, self.features[ranges(self.bounds[owners], lengths)]


def stems_of(chunks: Sequence[str]) -> list[list[str]]:
    """Return the stems of each of some chunks, but those of stop words."""
    return list(map(_stems, chunks))


def known_stems(cache: Cache) -> Stems:
    """Return what gives the stems of chunks, and works out only those that the build before had not."""

    def stems(chunks: Sequence[str]) -> list[list[str]]:
        known: Mapping[str, str] = cache.last("stems") or {}
        # No stem has a space, and a text for each chunk is read in half the time that a list takes.
        found = {chunk: known[chunk] if chunk in known else " ".join(_stems(chunk)) for chunk in chunks}
        cache.keep_last("stems", found)
        return list(map(str.split, found.values()))

    return stems


def count_features(chunks: Chunks, worth: Sequence[Mapping[str, int]], stems: Stems = stems_of) -> Counted:
    """Count the features of articles. Stop words are none.

    Args:
        chunks: The articles' texts.
        worth: For each article how many occurrences each of its terms is worth, by the term's slug.
        stems: Gives the stems of chunks.
    """
    in_chunks = stems(chunks.known)
    # No stem has a sign.
    signs = [[f"#{slug}" for slug in slugs] for slugs in worth]
    names = sorted({*chain.from_iterable(in_chunks), *chain.from_iterable(signs)})
    numbers = {name: number for number, name in enumerate(names)}
    of_chunks = _owned(in_chunks, numbers)
    of_articles = _repeated(_owned(signs, numbers), chain.from_iterable(slugs.values() for slugs in worth))
    parts = [
        _counted(*_occurrences(chunks, of_chunks, of_articles, first, behind), len(names))
        for first, behind in blocks(chunks.texts[chunks.articles], _AT_ONCE)
    ]
    return Counted(parts, len(worth), len(names))


def _stems(chunk: str) -> list[str]:
    # Letters alone abbreviate what is no subject: م and هـ behind years.
    return [light_stem(term) for term, is_stop in terms(chunk) if not is_stop and len(term) >= _SHORTEST_TERM]


def _owned(names: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> _Owned:
    lengths = np.fromiter(map(len, names), np.int64, len(names))
    features = np.fromiter(map(numbers.__getitem__, chain.from_iterable(names)), np.int32, int(lengths.sum()))
    return _Owned(bounds(lengths), features)


def _repeated(owned: _Owned, worth: Iterable[int]) -> _Owned:
    """Repeat each feature as often as it is worth."""
    times = np.fromiter(worth, np.int64, len(owned.features))
    return _Owned(bounds(times)[owned.bounds], np.repeat(owned.features, times))


def _occurrences(
    chunks: Chunks, of_chunks: _Owned, of_articles: _Owned, first: int, behind: int
) -> tuple[Places, Numbers]:
    """Return in which of the articles from `first` on features occur, and which: as often as each occurs."""
    texts = chunks.articles[first : behind + 1]
    begins = chunks.texts[texts]
    # The first text is the headline.
    bodies = chunks.texts[texts[:-1] + 1]
    places = np.concatenate(
        (np.arange(begins[0], begins[-1]), _opening(begins[:-1], bodies), _opening(bodies, begins[1:]))
    )
    where = np.searchsorted(begins, places, side="right") - 1 + first
    lengths, stems = of_chunks.of(chunks.numbers[places])
    articles = np.arange(first, behind)
    worth, signs = of_articles.of(articles)
    return (
        np.concatenate((np.repeat(where, lengths), np.repeat(articles, worth))),
        np.concatenate((stems, signs)),
    )


def _opening(begins: Numbers, ends: Numbers) -> Places:
    """Return the places of the chunks that open runs, each as often as it is worth beside the once that it stands."""
    lengths = np.minimum(ends - begins, len(OPENING))
    worth = np.array(OPENING)[ranges(np.zeros_like(lengths), lengths)]
    return np.repeat(ranges(begins, lengths), worth)


def _counted(articles: Places, features: Numbers, total: int) -> Counts:
    # Sorting numbers that are both article and feature is the quickest way to bring together what is counted.
    keys = articles * total + features
    keys.sort()
    firsts = changes(keys)
    found = np.divmod(keys[firsts], total)
    counts = np.diff(firsts, append=len(keys))
    return Counts(*(numbers.astype(np.int32) for numbers in (*found, counts)))
