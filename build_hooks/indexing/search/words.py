"""The shards of words: an entry for each stem, with the postings of every core that has it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.search.postings import Postings
from build_hooks.indexing.search.shards import Entry, Shard, pack
from build_hooks.indexing.search.varints import many_varints
from build_hooks.indexing.search.weights import LEVELS

_FEWEST_KEPT = 1024
_KEPT_SHARE = 32


@dataclass(frozen=True, slots=True)
class Part:
    """Some neighbouring stems; parts can be packed in several processes."""

    postings: Postings
    most: int
    """How many postings of one core a shard holds at most."""

    first_long: int
    """How many rows before this part are too long for a shard."""


@dataclass(frozen=True, slots=True)
class PackedPart:
    """The files of a part."""

    shards: list[Shard]
    whole_rows: list[bytes]
    """For each row that is too long for a shard, the numbers of all its documents."""


def most_postings(documents: int) -> int:
    """Return how many postings of one word a shard holds at most in a collection of `documents`.

    Those where the word counts most stay: a word that very many documents have tells little about one of them.
    Measured with `tests/benchmarks/search_quality.py`: lists cut to a tenth of the documents cost the questions
    0.002 of mean reciprocal rank and no recall, lists cut to a twentieth 0.006 and 0.004.
    """
    return max(_FEWEST_KEPT, documents // _KEPT_SHARE)


def parts(postings: Iterable[Postings], most: int) -> Iterator[Part]:
    """Yield the rows of a collection as parts.

    Args:
        postings: the rows.
        most: how many postings of one core a shard holds at most.
    """
    first_long = 0
    for some in postings:
        yield Part(some, most, first_long)
        first_long += int((np.diff(some.bounds) > most).sum())


def pack_part(part: Part) -> PackedPart:
    """Write a part.

    A line of a shard is the stem and the length of its body in bytes, then for each core: itself with `~` for the
    stem, and its number of postings; of one with too long a row, also the row's length and its number among these.
    A body is, core by core, the documents as varints of their distances, then a byte for the level of each.
    """
    rows = part.postings
    lengths = np.diff(rows.bounds).tolist()
    long_rows = [
        slice(*rows.bounds[core : core + 2]) for core, size in enumerate(lengths) if size > part.most
    ]
    whole_rows = [zlib.compress(many_varints(_steps(rows.documents[row], [0]))[0]) for row in long_rows]
    bodies = _bodies(rows, long_rows, part.most)
    entries = []
    core_number, long_number = 0, part.first_long
    for key, cores in rows.entries:
        fields = []
        body = b"".join(bodies[core_number : core_number + len(cores)])
        for core in cores:
            size = lengths[core_number]
            field = f"{core.replace(key, '~', 1)} {min(size, part.most)}"
            if size > part.most:
                field += f" {size} {long_number}"
                long_number += 1
            fields.append(field)
            core_number += 1
        entries.append(Entry(key, "\t".join([key, str(len(body)), *fields]), body))
    return PackedPart(list(pack(entries)), whole_rows)


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
        steps[ends[core] : ends[core + 1]] + levels[cuts[core] : cuts[core + 1]]
        for core in range(len(cuts) - 1)
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
