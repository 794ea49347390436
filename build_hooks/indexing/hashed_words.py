"""The words of texts by their hashes: cut, told apart and counted without a Python object for each time.

A word is here what stands between two gaps; whoever cuts says what a gap is. Words are told apart by 64 bits: among
two million different ones, the odds that any two have the same are 1 to 9,000,000.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.runs import Places, bounds, ranges

Codes: TypeAlias = NDArray[np.uint16]
"""UTF-16 code units."""

Hashes: TypeAlias = NDArray[np.uint64]

_BLOCK = 1 << 16
"""Code units that are hashed at once, about: few enough for the processor's cache."""

_SLOT_BITS = 18
"""Of a table that tells words apart: it fits into the processor's cache, too."""

_LINE_FEED = ord("\n")


class HashedWords(NamedTuple):
    """The words of some texts, in reading order, text after text."""

    hashes: Hashes
    """Of each word; the same in every collection."""

    counts: Places
    """How many words each text has."""

    codes: Codes
    """The texts."""

    edges: Places
    """Behind which of these the first word begins, behind which it ends, then the same of the second word …"""

    def spelt(self, places: Places) -> str:
        """Return the words at these places, a line for each."""
        before = self.edges[2 * places]
        # With the gap behind each, in whose place the line feed comes.
        lengths = self.edges[2 * places + 1] - before + 1
        lines = self.codes[ranges(before + 1, lengths)]
        lines[np.cumsum(lengths) - 1] = _LINE_FEED
        spelt: bytes = lines.tobytes()
        return spelt.decode("utf-16-le", "surrogatepass")


class _Block(NamedTuple):
    """The words of neighbouring texts."""

    hashes: Hashes
    counts: Places
    codes: Codes
    edges: Places


def hashed_words(texts: Iterable[str], is_gap: Callable[[Codes], NDArray[np.bool_]]) -> HashedWords:
    """Cut texts into words.

    Args:
        texts: The texts; no word goes from one into the next.
        is_gap: Tells of each code unit whether it is in a gap; a line feed always is.
    """
    blocks = [_block(some, is_gap) for some in _in_blocks(texts)]
    offsets = bounds(np.array([len(block.codes) for block in blocks]))
    return HashedWords(
        np.concatenate([block.hashes for block in blocks]),
        np.concatenate([block.counts for block in blocks]),
        np.concatenate([block.codes for block in blocks]),
        np.concatenate([block.edges + offset for block, offset in zip(blocks, offsets, strict=False)]),
    )


def same_as(hashes: Hashes) -> Places:
    """Return for each hash the place of one that is the same: for all that are the same, the same place."""
    slots = (hashes >> np.uint64(64 - _SLOT_BITS)).astype(np.int64)
    table = np.empty(1 << _SLOT_BITS, np.int64)
    table[slots] = np.arange(len(hashes))
    found: Places = table[slots]
    left = np.flatnonzero(hashes[found] != hashes)
    # Of the different hashes that have one slot, one is found each time.
    while len(left):
        table[slots[left]] = left
        found[left] = table[slots[left]]
        left = left[hashes[found[left]] != hashes[left]]
    return found


def _in_blocks(texts: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    size = 0
    for text in texts:
        block.append(text)
        size += len(text)
        if size >= _BLOCK:
            yield block
            block, size = [], 0
    yield block


def _block(texts: Sequence[str], is_gap: Callable[[Codes], NDArray[np.bool_]]) -> _Block:
    joined = "\n".join(("", *texts, ""))
    codes = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), "<u2")
    gaps = is_gap(codes)
    edges = np.flatnonzero(gaps[1:] != gaps[:-1])
    before, ends = edges[0::2], edges[1::2]
    # The sum up to each place, by which the hash of a word is the difference of two, moved to one and the same power.
    sums = _code_hashes().take(codes)
    powers, inverses = _powers((len(codes) - 1).bit_length())
    sums *= powers[: len(codes)]
    np.cumsum(sums, out=sums)
    hashes = (sums[ends] - sums[before]) * inverses[before]
    # Of nearly all texts each character is one code unit.
    is_plain = len(codes) == len(joined)
    lengths = [len(text if is_plain else text.encode("utf-16-le", "surrogatepass")[::2]) for text in texts]
    text_ends = np.cumsum(np.array(lengths, np.int64) + 1)
    return _Block(hashes, np.diff(np.searchsorted(before, text_ends), prepend=0), codes, edges)


@cache
def _code_hashes() -> Hashes:
    """Return a number for each UTF-16 code unit, as good as chosen by chance.

    Source: the mixing function of G. Steele, D. Lea and C. Flood, "Fast Splittable Pseudorandom Number Generators",
    OOPSLA 2014, in the variant 13 of D. Stafford.
    """
    mixed = np.arange(1, (1 << 16) + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    return mixed ^ mixed >> np.uint64(31)


@cache
def _powers(bits: int) -> tuple[Hashes, Hashes]:
    """Return the first 2 ** `bits` powers of an odd number, and those of its inverse, modulo 2 ** 64.

    Source: the rolling hash of R. Karp and M. Rabin, "Efficient Randomized Pattern-Matching Algorithms", IBM Journal
    of Research and Development 31 (1987).
    """
    base = 0xD1342543DE82EF95
    rows = [np.full(1 << bits, number, np.uint64) for number in (base, pow(base, -1, 1 << 64))]
    powers, inverses = [np.multiply.accumulate(row) for row in rows]
    return powers, inverses
