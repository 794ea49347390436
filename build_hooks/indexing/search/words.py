"""The shards of words: an entry for each stem, with the postings of every core that has it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.search.lexicon import Entries
from build_hooks.indexing.search.postings import Postings
from build_hooks.indexing.search.shards import Entry, Shard, pack
from build_hooks.indexing.search.varints import many_varints
from build_hooks.indexing.search.weights import LEVELS

_FEWEST_KEPT = 1024
_KEPT_SHARE = 32


@dataclass(frozen=True, slots=True)
class PackedWords:
    """All words of a collection, packed."""

    shards: list[Shard]

    whole_rows: list[bytes]
    """For each row that is too long for a shard, the numbers of all its documents."""

    frequencies: dict[str, int]
    """How many documents have each core."""


def most_postings(documents: int) -> int:
    """Return how many postings of one word a shard holds at most in a collection of `documents`.

    Those where the word counts most stay: a word that very many documents have tells little about one of them.
    Measured with `tests/benchmarks/search_quality.py`: lists cut to a tenth of the documents cost the questions
    0.002 of mean reciprocal rank and no recall, lists cut to a twentieth 0.006 and 0.004.
    """
    return max(_FEWEST_KEPT, documents // _KEPT_SHARE)


def pack_words(postings: Iterable[Postings], most: int) -> PackedWords:
    """Write the rows of a collection.

    A line of a shard is the stem and the length of its body in bytes, then for each core: itself with `~` for the
    stem, and its number of postings; of one with too long a row, also the row's length and its number among these.
    A body is, core by core, the documents as varints of their distances, then a byte for the level of each.

    Args:
        postings: the rows.
        most: how many postings of one core a shard holds at most.
    """
    words = PackedWords([], [], {})
    for rows in postings:
        lengths = np.diff(rows.bounds).tolist()
        long_rows = [slice(*rows.bounds[core : core + 2]) for core, size in enumerate(lengths) if size > most]
        bodies = _bodies(rows, long_rows, most)
        words.shards.extend(pack(_entries(rows.entries, lengths, bodies, most, len(words.whole_rows))))
        words.whole_rows.extend(_whole(rows, long_rows))
        words.frequencies.update(
            zip((core for _, cores in rows.entries for core in cores), lengths, strict=True)
        )
    return words


def _entries(
    entries: Entries, lengths: Sequence[int], bodies: Sequence[bytes], most: int, long_number: int
) -> Iterator[Entry]:
    """Yield the entries of some rows; `long_number` is how many rows before these are too long for a shard."""
    first = 0
    for key, cores in entries:
        behind = first + len(cores)
        body = b"".join(bodies[first:behind])
        line = f"{key}\t{len(body)}"
        for core, size in zip(cores, lengths[first:behind], strict=True):
            name = core.replace(key, "~", 1)
            if size > most:
                line += f"\t{name} {most} {size} {long_number}"
                long_number += 1
            else:
                line += f"\t{name} {size}"
        yield Entry(key, line, body)
        first = behind


def _whole(rows: Postings, some: Sequence[slice]) -> list[bytes]:
    """Return the numbers of all documents of some rows."""
    if not some:
        return []
    documents = [rows.documents[row] for row in some]
    bounds = np.cumsum([0, *map(len, documents)])
    steps, places = many_varints(_steps(np.concatenate(documents), bounds[:-1]))
    ends = places[bounds].tolist()
    return [zlib.compress(steps[start:end]) for start, end in pairwise(ends)]


def _bodies(rows: Postings, long_rows: Sequence[slice], most: int) -> list[bytes]:
    """Return what shards hold of each row."""
    is_kept = np.ones(len(rows.documents), bool)
    for row in long_rows:
        is_kept[row] = weightiest(rows.levels[row], most)
    bounds = np.concatenate(([0], np.cumsum(np.minimum(np.diff(rows.bounds), most))))
    steps, places = many_varints(_steps(rows.documents[is_kept], bounds[:-1]))
    levels = rows.levels[is_kept].tobytes()
    cuts, ends = bounds.tolist(), places[bounds].tolist()
    return [
        steps[start:end] + levels[first:behind]
        for (start, end), (first, behind) in zip(pairwise(ends), pairwise(cuts), strict=True)
    ]


def _steps(documents: NDArray[np.uint32], starts: Sequence[int] | NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return the distances between the documents of each row; the first of a row counts from 0."""
    steps = np.diff(documents, prepend=np.uint32(0))
    steps[starts] = documents[starts]
    return steps


def weightiest(levels: NDArray[np.uint8], most: int) -> NDArray[np.bool_]:
    """Tell which `most` of a row's postings have the highest levels; of equal ones, the first."""
    counts = np.bincount(levels, minlength=LEVELS)
    at_least = np.cumsum(counts[::-1])[::-1]
    lowest = int(np.flatnonzero(at_least >= most)[-1])
    room = most - int(at_least[lowest] - counts[lowest])
    is_lowest = levels == lowest
    kept: NDArray[np.bool_] = (levels > lowest) | (is_lowest & (np.cumsum(is_lowest) <= room))
    return kept
