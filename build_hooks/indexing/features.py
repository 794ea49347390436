"""The features of articles, by which one is like another: here the stems of its words; its terms are the others.

Those of a chunk of text are worked out once for all places where it stands; the rest is done by NumPy, for many
articles together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, count
from typing import NamedTuple, TypeAlias

import numpy as np

from build_hooks.arabic.analyser import terms
from build_hooks.arabic.stems import light_stem
from build_hooks.cache import Cache, Lines
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.runs import Numbers, Places, Whole, blocks, bounds, changes, lengths_of, ranges

Stems: TypeAlias = Callable[[Sequence[str]], Sequence[Sequence[str]]]
"""Gives the stems of each of some different chunks."""

OPENING = (2, 2, 2, 2, 2, 1, 1, 1, 1, 1)
"""Occurrences that the first chunks of a headline and of a text are worth, beside the one that each is.

Reports and encyclopedias name their subject first. Measured: the first related article is right for 5 in 100 more than
with all words alike; openings of 5 to 10 words, at 2 to 3 occurrences a word, are within 1 in 100 of each other.
"""

STEMS_KIND = "stems"
"""The kind of value of a cache that holds the stems of the last build's chunks."""

_SHORTEST_TERM = 2

_AT_ONCE = 1 << 17
"""How many chunks are counted at a time: those of some 250 articles."""

NO_STEM = 0
"""The number of what is no stem, which stands for stop words: they are less work counted than left out."""

_SEVERAL = -1
"""What stands for the stems of a chunk that has several."""


class Counts(NamedTuple):
    """How often features occur in some articles, article after article, each feature of an article once."""

    bounds: Places
    """Where those of each begin; behind the last, where they end."""

    features: Numbers
    counts: Numbers


class Counted(NamedTuple):
    """The stems of all articles."""

    parts: Sequence[Counts]
    """The counts, some articles at a time."""

    articles: int
    """How many articles there are."""

    different: int
    """How many numbers there are: the first is no stem's, the others are in the order of the stems."""


class _InChunks(NamedTuple):
    """The stems of chunks."""

    bounds: Places
    """Where those of each begin; behind the last, where they end."""

    stems: Numbers

    alone: Numbers
    """For each chunk its one stem, `NO_STEM`, or `_SEVERAL`, which few have."""

    def of(self, chunks: Whole) -> tuple[Places, Numbers]:
        """Return how many stems each of `chunks` has, and all of them, chunk after chunk."""
        lengths = lengths_of(chunks, self.bounds)
        return lengths, self.stems[ranges(self.bounds[chunks], lengths)]


def stems_of(chunks: Sequence[str]) -> list[list[str]]:
    """Return the stems of each of some chunks, but those of stop words."""
    return list(map(_stems, chunks))


def known_stems(cache: Cache) -> Stems:
    """Return what gives the stems of chunks, and works out only those that the build before had not."""

    def stems(chunks: Sequence[str]) -> list[list[str]]:
        known = dict(zip(*(cache.last(STEMS_KIND) or ((), ())), strict=True))
        # No stem has a space.
        found = Lines([known[chunk] if chunk in known else " ".join(_stems(chunk)) for chunk in chunks])
        cache.keep_last(STEMS_KIND, (Lines(chunks), found))
        return list(map(str.split, found))

    return stems


def count_stems(chunks: Chunks, stems: Stems = stems_of) -> Counted:
    """Count the stems of articles. Stop words have none.

    Args:
        chunks: The articles' texts.
        stems: Gives the stems of chunks.
    """
    found = stems(chunks.known)
    names = sorted(set(chain.from_iterable(found)))
    in_chunks = _numbered(found, names)
    different = len(names) + 1
    parts = [
        _counted(chunks, in_chunks, different, first, behind)
        for first, behind in blocks(chunks.texts[chunks.articles], _AT_ONCE)
    ]
    return Counted(parts, len(chunks.articles) - 1, different)


def _stems(chunk: str) -> list[str]:
    # Letters alone abbreviate what is no subject: م and هـ behind years.
    return [light_stem(term) for term, is_stop in terms(chunk) if not is_stop and len(term) >= _SHORTEST_TERM]


def _numbered(found: Sequence[Sequence[str]], names: Iterable[str]) -> _InChunks:
    numbers = dict(zip(names, count(NO_STEM + 1), strict=False))
    lengths = np.fromiter(map(len, found), np.int64, len(found))
    stems = np.fromiter(map(numbers.__getitem__, chain.from_iterable(found)), np.int32, int(lengths.sum()))
    cuts = bounds(lengths)
    alone = np.where(lengths, _SEVERAL, NO_STEM).astype(np.int32)
    has_one = np.flatnonzero(lengths == 1)
    alone[has_one] = stems[cuts[has_one]]
    return _InChunks(cuts, stems, alone)


def _counted(chunks: Chunks, in_chunks: _InChunks, different: int, first: int, behind: int) -> Counts:
    """Count the stems of the articles from `first` on."""
    rows, numbers = _standing(chunks, first, behind)
    # Sorting numbers that are both article and stem is the quickest way to bring together what is counted, and those
    # of half the length are sorted in half the time.
    kind = np.int32 if (behind - first) * different < 1 << 31 else np.int64
    lowest: Whole = np.arange(0, (behind - first + 1) * different, different, dtype=kind)
    keys = lowest[rows]
    stems = in_chunks.alone[numbers]
    several = np.flatnonzero(stems == _SEVERAL)
    stems[several] = NO_STEM
    lengths, more = in_chunks.of(numbers[several])
    keys = np.concatenate((keys + stems, np.repeat(keys[several], lengths) + more))
    keys.sort()
    firsts = changes(keys)
    counts = np.diff(firsts, append=len(keys)).astype(np.int32)
    keys = keys[firsts]
    cuts = np.searchsorted(keys, lowest)
    return Counts(cuts, (keys - np.repeat(lowest[:-1], np.diff(cuts))).astype(np.int32, copy=False), counts)


def _standing(chunks: Chunks, first: int, behind: int) -> tuple[Numbers, Numbers]:
    """Return which chunks stand in the articles from `first` on, as often as they count, behind the article of each.

    The articles are numbered from 0 on.
    """
    texts = chunks.articles[first : behind + 1]
    begins = chunks.texts[texts]
    # The first text is the headline.
    bodies = chunks.texts[texts[:-1] + 1]
    articles = np.arange(behind - first, dtype=np.int32)
    openings, places = _opening(np.concatenate((begins[:-1], bodies)), np.concatenate((bodies, begins[1:])))
    return (
        np.concatenate((np.repeat(articles, np.diff(begins)), np.tile(articles, 2)[openings])),
        np.concatenate((chunks.numbers[begins[0] : begins[-1]], chunks.numbers[places])),
    )


def _opening(begins: Numbers, ends: Numbers) -> tuple[Places, Places]:
    """Return the places of chunks that open runs, each as often as it is worth beside the once that it stands.

    Before them the run of each.
    """
    lengths = np.minimum(ends - begins, len(OPENING))
    worth = np.array(OPENING)[ranges(np.zeros_like(lengths), lengths)]
    runs = np.repeat(np.arange(len(begins)), lengths)
    return np.repeat(runs, worth), np.repeat(ranges(begins, lengths), worth)
