"""The shards of words: an entry for each stem, with the postings of every core that has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import Numbers, Places, bounds, changes
from build_hooks.indexing.search.compression import Compression
from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.postings import Postings
from build_hooks.indexing.search.shards import Entries, Shard, pack
from build_hooks.indexing.search.varints import many_steps
from build_hooks.indexing.search.weights import LEVELS

_STEMS_AT_ONCE = 2048
"""Few enough that the work takes little memory; no shard goes beyond as many."""

_FEWEST_KEPT = 1024
_KEPT_SHARE = 32


@dataclass(frozen=True, slots=True)
class PackedWords:
    """All words of a collection, packed."""

    shards: list[Shard] = field(default_factory=list)

    whole_rows: list[bytes] = field(default_factory=list)
    """For each row that is too long for a shard, the numbers of all its documents."""


def most_postings(documents: int) -> int:
    """Return how many postings of one word a shard holds at most in a collection of `documents`.

    Those where the word counts most stay: a word that very many documents have tells little about one of them.
    Measured with `tests/benchmarks/search_quality.py`: lists cut to a tenth of the documents cost the questions
    0.002 of mean reciprocal rank and no recall, lists cut to a twentieth 0.006 and 0.004.
    """
    return max(_FEWEST_KEPT, documents // _KEPT_SHARE)


def pack_words(postings: Postings, known: KnownWords, most: int, compression: Compression) -> PackedWords:
    """Write the rows of a collection.

    A line of a shard is the stem and the length of its body in bytes, then for each core: itself with `~` for the
    stem, and its number of postings; of one with too long a row, also the row's length and its number among these.
    A body is, core by core, the documents as varints of their distances, then a byte for the level of each.

    Args:
        postings: the rows.
        known: the words that they are of.
        most: how many postings of one core a shard holds at most.
        compression: what compresses.
    """
    words = PackedWords()
    # Where the cores of each stem begin, and behind all.
    stems = np.append(changes(known.stem_numbers[postings.cores]), len(postings.cores))
    for first in range(0, len(stems) - 1, _STEMS_AT_ONCE):
        cuts = stems[first : first + _STEMS_AT_ONCE + 1]
        rows = postings.of(int(cuts[0]), int(cuts[-1]))
        lengths = np.diff(rows.bounds)
        long_rows = [slice(*rows.bounds[core : core + 2]) for core in np.flatnonzero(lengths > most)]
        bodies, ends = _bodies(rows, long_rows, most)
        sizes = _sizes(lengths.tolist(), most, len(words.whole_rows))
        entries = _entries(rows.cores, cuts - cuts[0], known, sizes, bodies, ends)
        words.shards.extend(pack(entries, compression))
        words.whole_rows.extend(map(compression.of, _whole(rows, long_rows)))
    return words


def _entries(
    cores: Numbers, cuts: Places, known: KnownWords, sizes: Sequence[str], bodies: bytes, ends: Places
) -> Entries:
    """Return the entries of some cores.

    Args:
        cores: the cores.
        cuts: where those of each stem begin, and where the last end.
        known: the words that they are of.
        sizes: how lines tell of the row of each core.
        bodies: what shards hold of the rows.
        ends: where that of each core begins in them, and where the last ends.
    """
    keys = [known.stems[stem] for stem in known.stem_numbers[cores[cuts[:-1]]].tolist()]
    fields = [f"\t{known.shortened[core]} {size}" for core, size in zip(cores.tolist(), sizes, strict=True)]
    bounds = ends[cuts]
    lines = [
        f"{key}\t{length}{''.join(fields[first:behind])}"
        for key, length, (first, behind) in zip(
            keys, np.diff(bounds).tolist(), pairwise(cuts.tolist()), strict=True
        )
    ]
    return Entries(keys, lines, bodies, bounds.tolist())


def _sizes(lengths: Iterable[int], most: int, long_number: int) -> list[str]:
    """Return how lines tell of some rows; `long_number` is how many rows before these are too long for a shard."""
    numbers = count(long_number)
    return [str(size) if size <= most else f"{most} {size} {next(numbers)}" for size in lengths]


def _whole(rows: Postings, some: Sequence[slice]) -> list[bytes]:
    """Return the numbers of all documents of some rows."""
    if not some:
        return []
    documents = [rows.documents[row] for row in some]
    cuts = bounds(np.array([len(row) for row in documents]))
    steps, ends = many_steps(np.concatenate(documents), cuts)
    return [steps[start:end].tobytes() for start, end in pairwise(ends.tolist())]


def _bodies(rows: Postings, long_rows: Sequence[slice], most: int) -> tuple[bytes, Places]:
    """Return what shards hold of the rows, one behind the other, and where each begins, with the end of the last."""
    is_kept = np.ones(len(rows.documents), bool)
    for row in long_rows:
        is_kept[row] = weightiest(rows.levels[row], most)
    kept = np.flatnonzero(is_kept)
    cuts = bounds(np.minimum(np.diff(rows.bounds), most))
    encoded, ends = many_steps(rows.documents[kept], cuts)
    steps, levels = encoded.tobytes(), rows.levels[kept].tobytes()
    bodies = [
        part
        for (start, end), (first, behind) in zip(
            pairwise(ends.tolist()), pairwise(cuts.tolist()), strict=True
        )
        for part in (steps[start:end], levels[first:behind])
    ]
    return b"".join(bodies), ends + cuts


def weightiest(levels: NDArray[np.uint8], most: int) -> NDArray[np.bool_]:
    """Tell which `most` of a row's postings have the highest levels; of equal ones, the first."""
    counts = np.bincount(levels, minlength=LEVELS)
    at_least = np.cumsum(counts[::-1])[::-1]
    lowest = int(np.flatnonzero(at_least >= most)[-1])
    room = most - int(at_least[lowest] - counts[lowest])
    is_lowest = levels == lowest
    kept: NDArray[np.bool_] = (levels > lowest) | (is_lowest & (np.cumsum(is_lowest) <= room))
    return kept
