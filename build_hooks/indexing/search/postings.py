"""Which documents have each word of a collection, and how much it counts there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import Numbers, Places, Whole, bounds, changes, lengths_of, ranges, starts
from build_hooks.indexing.search.digests import Digest
from build_hooks.indexing.search.lexicon import Lexicon
from build_hooks.indexing.search.occurrences import COUNT_BITS, Occurrences
from build_hooks.indexing.search.weights import MOST_OCCURRENCES, levels

_LENGTH_CLASSES = 16
"""Into how many classes documents up to the average length are put."""

_PAIR_BITS = 16
"""Of a document and a count in `Occurrences`."""


class Postings(NamedTuple):
    """The rows of neighbouring cores."""

    cores: Numbers
    """These, by their numbers among all that are known, in order of their stems."""

    bounds: Places
    """Where the row of each core begins; behind the last, where it ends."""

    documents: NDArray[np.uint32]
    """The rows: each document once, rising."""

    levels: NDArray[np.uint8]
    """How much the core counts in each of these."""

    def of(self, first: int, behind: int) -> Postings:
        """Return the rows of some of the cores."""
        bounds = self.bounds[first : behind + 1]
        row = slice(bounds[0], bounds[-1])
        return Postings(self.cores[first:behind], bounds - bounds[0], self.documents[row], self.levels[row])


class _Pieces(NamedTuple):
    """What stands of a batch in the rows of all cores."""

    cores: Whole
    """Those that have documents there, rising."""

    lengths: Places
    """How many each has."""

    counts: NDArray[np.uint16]
    """As in `Occurrences`."""


def postings(digests: Sequence[Digest], words: Lexicon) -> Postings:
    """Return the rows of a collection; `words` are its words."""
    pieces = [
        _pieces(digest.occurrences, numbers, words)
        for digest, numbers in zip(digests, words.numbers, strict=True)
    ]
    lengths = np.zeros(len(words.order), np.int64)
    for some in pieces:
        lengths[some.cores] += some.lengths
    rows = bounds(lengths)
    documents, of_documents = np.empty(rows[-1], np.uint32), np.empty(rows[-1], np.uint8)
    # Batches follow each other as their documents do, so that a row is their pieces one behind the other.
    ends = rows[:-1].copy()
    batches = bounds(np.array([len(digest.lengths) for digest in digests]))
    tables, table_of = _levels(digests)
    for some, (first, behind) in zip(pieces, pairwise(batches), strict=True):
        places = ranges(ends[some.cores], some.lengths)
        ends[some.cores] += some.lengths
        documents[places] = (some.counts >> COUNT_BITS) + np.uint32(first)
        # A table has a cell for each count, so that a document and a count are the place of a cell.
        of_documents[places] = tables[table_of[first:behind]].ravel().take(some.counts)
    return Postings(words.order, rows, documents, of_documents)


def _pieces(some: Occurrences, numbers: Places, words: Lexicon) -> _Pieces:
    """Return the pieces of a batch; `numbers` are which of the known words its words are."""
    keys = _keys(some, numbers, words)
    keys.sort()
    is_first = np.ones(len(keys), bool)
    np.greater(keys[1:] ^ keys[:-1], MOST_OCCURRENCES, out=is_first[1:])
    # Few words of a document share a core with another, which may occur more often together than makes a difference.
    firsts, further = np.flatnonzero(is_first), np.flatnonzero(~is_first)
    counts = keys[firsts] & MOST_OCCURRENCES
    np.add.at(counts, np.searchsorted(firsts, further) - 1, keys[further] & MOST_OCCURRENCES)
    keys = keys[firsts]
    pairs = keys & ((1 << _PAIR_BITS) - 1 - MOST_OCCURRENCES) | np.minimum(counts, MOST_OCCURRENCES)
    keys >>= _PAIR_BITS
    starts = changes(keys)
    return _Pieces(keys[starts], np.diff(starts, append=len(keys)), pairs.astype(np.uint16))


def _keys(some: Occurrences, numbers: Places, words: Lexicon) -> Whole:
    """Return a number for each posting of a batch: that of its core, the document's, and how often the word occurs."""
    # Of nearly all collections half as long, which takes half the time.
    kind = np.uint32 if len(words.order) < 1 << 32 - _PAIR_BITS else np.uint64
    cores: Whole = np.left_shift(words.cores, _PAIR_BITS).astype(kind)
    times = lengths_of(numbers, words.bounds)
    # Nearly all words have one core; of these, what stands in the batch is used as it stands.
    own = np.zeros(len(numbers), cores.dtype)
    own[times > 0] = cores[words.bounds[numbers[times > 0]]]
    keys = np.repeat(own, some.frequencies) | some.counts
    if not times.all():
        keys = keys[np.repeat(times > 0, some.frequencies)]
    further = np.maximum(times - 1, 0)
    owners = np.repeat(np.arange(len(numbers)), further)
    lengths = some.frequencies[owners].astype(np.int64)
    pairs = some.counts[ranges(starts(some.frequencies)[owners], lengths)]
    others = cores[ranges(words.bounds[numbers] + 1, further)]
    return np.concatenate((keys, np.repeat(others, lengths) | pairs))


def _levels(digests: Sequence[Digest]) -> tuple[NDArray[np.uint8], Places]:
    """Return tables of the levels by number of occurrences, and the number of each document's table."""
    lengths = np.array([length for digest in digests for length in digest.lengths])
    average = max(1.0, int(lengths.sum()) / max(1, len(lengths)))
    classes, table_of = np.unique(np.rint(lengths / average * _LENGTH_CLASSES), return_inverse=True)
    tables = np.frombuffer(b"".join([levels(size / _LENGTH_CLASSES) for size in classes.tolist()]), np.uint8)
    return tables.reshape(-1, MOST_OCCURRENCES + 1), table_of
