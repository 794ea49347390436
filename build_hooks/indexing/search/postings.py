"""Which documents have each word of a collection, and how much it counts there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.search.digests import Digest
from build_hooks.indexing.search.lexicon import Entries, Lexicon, lexicon
from build_hooks.indexing.search.occurrences import Occurrences
from build_hooks.indexing.search.weights import MOST_OCCURRENCES, levels

_LENGTH_CLASSES = 16
"""Into how many classes documents up to the average length are put."""

_STEMS_AT_ONCE = 2048

_COUNT_BITS, _NUMBER_BITS = 8, 24


@dataclass(frozen=True, slots=True)
class Postings:
    """The rows of some neighbouring stems."""

    entries: Entries

    bounds: NDArray[np.int64]
    """Where the row of each core begins, in order of the entries; behind the last, where it ends."""

    documents: NDArray[np.uint32]
    """The rows: each document once, rising."""

    levels: NDArray[np.uint8]
    """How much the core counts in each of these."""


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Where in a batch the documents of each core stand: a stretch for each word that is listed under it."""

    cores: NDArray[np.int64]
    """Rising."""

    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]

    def of(self, first: int, behind: int) -> _Stretches:
        """Return those of some neighbouring cores."""
        some = slice(*np.searchsorted(self.cores, (first, behind)))
        return _Stretches(self.cores[some], self.starts[some], self.lengths[some])


def postings(digests: Sequence[Digest]) -> Iterator[Postings]:
    """Yield the rows of a collection, many stems at once but never all: so the work takes little memory."""
    words = lexicon([digest.occurrences for digest in digests])
    stretches = [
        _stretches(digest.occurrences, words, numbers)
        for digest, numbers in zip(digests, words.numbers, strict=True)
    ]
    tables, table_of = _levels(digests)
    first = 0
    for start in range(0, len(words.entries), _STEMS_AT_ONCE):
        entries = words.entries[start : start + _STEMS_AT_ONCE]
        behind = first + sum(len(cores) for _, cores in entries)
        keys = _keys(digests, [some.of(first, behind) for some in stretches])
        keys.sort()
        places = keys >> np.uint64(_COUNT_BITS)
        firsts = np.flatnonzero(np.diff(places, prepend=~places[:1]))
        counts = np.add.reduceat(keys & np.uint64(2**_COUNT_BITS - 1), firsts)
        places = places[firsts]
        documents = (places & np.uint64(2**_NUMBER_BITS - 1)).astype(np.uint32)
        cores = np.arange(first, behind + 1, dtype=np.uint64)
        bounds = np.searchsorted(places >> np.uint64(_NUMBER_BITS), cores)
        # A word in several spellings may occur more often than each.
        capped = np.minimum(counts, MOST_OCCURRENCES).astype(np.int64)
        yield Postings(entries, bounds, documents, tables[table_of[documents], capped])
        first = behind


def _keys(digests: Sequence[Digest], stretches: Sequence[_Stretches]) -> NDArray[np.uint64]:
    """Return a number for each posting: that of its core, the document's, and how often the word occurs."""
    parts = []
    first = 0
    for digest, some in zip(digests, stretches, strict=True):
        pairs = _ranges(some.starts, some.lengths)
        cores = np.repeat(some.cores.astype(np.uint64) << np.uint64(_NUMBER_BITS + _COUNT_BITS), some.lengths)
        numbers = digest.occurrences.documents[pairs].astype(np.uint64) + np.uint64(first)
        parts.append(cores | numbers << np.uint64(_COUNT_BITS) | digest.occurrences.counts[pairs])
        first += len(digest.lengths)
    return np.concatenate(parts)


def _stretches(some: Occurrences, words: Lexicon, numbers: NDArray[np.int64]) -> _Stretches:
    behind = np.cumsum(some.frequencies, dtype=np.int64)
    # A word with several cores has several stretches, one without any has none.
    times = words.bounds[numbers + 1] - words.bounds[numbers]
    cores = words.cores[_ranges(words.bounds[numbers], times)]
    order = np.argsort(cores, kind="stable")
    places = np.repeat(np.arange(len(numbers)), times)[order]
    lengths = some.frequencies[places].astype(np.int64)
    return _Stretches(cores[order], behind[places] - lengths, lengths)


def _ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers from each start on, as many as its length says."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - ends + lengths, lengths) + np.arange(lengths.sum())


def _levels(digests: Sequence[Digest]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return tables of the levels by number of occurrences, and the number of each document's table."""
    lengths = [length for digest in digests for length in digest.lengths]
    average = max(1.0, sum(lengths) / max(1, len(lengths)))
    sizes = [round(length / average * _LENGTH_CLASSES) for length in lengths]
    classes = sorted(set(sizes))
    tables = np.frombuffer(b"".join([levels(size / _LENGTH_CLASSES) for size in classes]), np.uint8)
    return tables.reshape(-1, MOST_OCCURRENCES + 1), np.searchsorted(classes, sizes)
