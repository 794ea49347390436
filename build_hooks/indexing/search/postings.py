"""Lists of documents, as the files of the index hold them."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import sub

from build_hooks.indexing.search.digests import LEVEL_BITS, Digest
from build_hooks.indexing.search.vocabulary import Readings, listed
from build_hooks.indexing.search.weights import LEVELS

_FEWEST_KEPT = 1024
_KEPT_SHARE = 32


def most_postings(documents: int) -> int:
    """Return how many postings of one word a shard holds at most in a collection of `documents`.

    Those where the word counts most stay: a word that very many documents have tells little about one of them.
    Measured with `tests/benchmarks/search_quality.py`: lists cut to a tenth of the documents cost the questions
    0.002 of mean reciprocal rank and no recall, lists cut to a twentieth 0.006 and 0.004.
    """
    return max(_FEWEST_KEPT, documents // _KEPT_SHARE)


def postings(digests: Iterable[Digest]) -> dict[str, array[int]]:
    """Return the row of each core of a collection, in order of documents."""
    rows: dict[Readings, array[int]] = {}
    for digest in digests:
        for some, row in digest.rows.items():
            if some in rows:
                rows[some].extend(row)
            else:
                rows[some] = array("I", row)
    parts: defaultdict[str, list[array[int]]] = defaultdict(list)
    for some, cores in listed({some: len(row) for some, row in rows.items()}).items():
        for core in cores:
            parts[core].append(rows[some])
    return {core: _joined(some) for core, some in parts.items()}


def _joined(parts: Sequence[array[int]]) -> array[int]:
    return (
        parts[0] if len(parts) == 1 else array("I", sorted([posting for part in parts for posting in part]))
    )


def weightiest(row: Sequence[int], most: int) -> Sequence[int]:
    """Return the `most` postings of a row with the highest levels, in order of documents."""
    if len(row) <= most:
        return row
    row_levels = [posting & LEVELS - 1 for posting in row]
    lowest, room = _lowest_kept(Counter(row_levels), most)
    kept = []
    for posting, level in zip(row, row_levels, strict=True):
        if level > lowest:
            kept.append(posting)
        elif level == lowest and room > 0:
            kept.append(posting)
            room -= 1
    return kept


def _lowest_kept(counts: Counter[int], room: int) -> tuple[int, int]:
    """Return the lowest level of which there is room for postings, and for how many of it."""
    for level in sorted(counts, reverse=True):
        if counts[level] >= room:
            return level, room
        room -= counts[level]
    return 0, room


def encode(row: Sequence[int]) -> bytes:
    """Encode a row: the documents as deltas, then a byte for the level of each."""
    return deltas([posting >> LEVEL_BITS for posting in row]) + bytes(
        [posting & LEVELS - 1 for posting in row]
    )


def documents_of(row: Sequence[int]) -> list[int]:
    """Return the documents of a row, each once."""
    return list(dict.fromkeys([posting >> LEVEL_BITS for posting in row]))


def deltas(numbers: Sequence[int]) -> bytes:
    """Encode rising numbers as the varints of their distances; the first counts from 0."""
    steps = list(map(sub, numbers, [0, *numbers[:-1]]))
    return bytes(steps) if max(steps, default=0) < 128 else varints(steps)


def varints(numbers: Iterable[int]) -> bytes:
    """Encode numbers from 0 on in groups of seven bits, the lowest first; a set high bit says that more follow."""
    encoded = bytearray()
    for number in numbers:
        while number > 127:
            encoded.append(number & 127 | 128)
            number >>= 7
        encoded.append(number)
    return bytes(encoded)
