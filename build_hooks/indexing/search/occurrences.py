"""How often each word stands in each of some documents, counted without a Python object for each time.

A word is here what stands between characters that no token holds, as written. Words are told apart by a hash of 54 bits: among two million
different ones, the odds that any two have the same are 1 to 9,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from build_hooks.arabic.analyser import THOUSANDS_SEPARATORS, blank_out
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.weights import HEADING, KEYWORD, MOST_OCCURRENCES, TITLE

_NUMBER_BITS = 10

MOST_DOCUMENTS = 1 << _NUMBER_BITS
"""How many documents can be counted at once: their number takes the lowest bits of a word's hash."""

_BLOCK = 1 << 16
"""UTF-16 code units that are hashed at once, about: few enough for the processor's cache."""

_LINE_FEED = ord("\n")

_WORD, _GAP, _COMMA, _DIGIT = range(4)
"""What a UTF-16 code unit may be."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The words of some documents."""

    words: str
    """A line for each, in order of the hashes."""

    hashes: NDArray[np.uint64]
    """Of each word; the same in every collection."""

    frequencies: NDArray[np.uint32]
    """For each word, how many documents have it."""

    documents: NDArray[np.uint16]
    """Of the first word, then of the second …: their numbers among the documents, rising."""

    counts: NDArray[np.uint8]
    """For each of these, how often the word stands there, weighed by the places, `MOST_OCCURRENCES` at most."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of a stretch of text."""

    hashes: NDArray[np.uint64]
    documents: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    codes: NDArray[np.uint16]


def count_words(documents: Sequence[SearchDocument]) -> Occurrences:
    """Count the words of at most `MOST_DOCUMENTS` documents."""
    blocks = list(
        _blocks([_weighed_text(document).encode("utf-16-le", "surrogatepass") for document in documents])
    )
    hashes = np.concatenate([block.hashes for block in blocks]) & np.uint64(-MOST_DOCUMENTS & 2**64 - 1)
    keys = hashes | np.concatenate([block.documents for block in blocks])
    order = np.argsort(keys)
    keys = keys[order]
    pairs = _firsts(keys)
    counts = np.diff(pairs, append=len(keys))
    keys, order = keys[pairs], order[pairs]
    words = _firsts(keys >> np.uint64(_NUMBER_BITS))
    return Occurrences(
        words=_spelt(blocks, order[words]),
        hashes=keys[words] >> np.uint64(_NUMBER_BITS),
        frequencies=np.diff(words, append=len(keys)).astype(np.uint32),
        documents=(keys & np.uint64(MOST_DOCUMENTS - 1)).astype(np.uint16),
        counts=np.minimum(counts, MOST_OCCURRENCES).astype(np.uint8),
    )


def _weighed_text(document: SearchDocument) -> str:
    """Return all words of a document, each as often as its place counts."""
    texts = [text for text, _ in document.passages]
    texts += [document.title] * TITLE
    texts += document.keywords * KEYWORD
    texts += document.headings * HEADING
    return "\n".join(texts) + "\n"


def _blocks(encoded: Sequence[bytes]) -> Iterator[_Block]:
    start = size = 0
    for end, text in enumerate(encoded, 1):
        size += len(text) // 2
        if size >= _BLOCK:
            yield _block(encoded[start:end], start)
            start, size = end, 0
    yield _block(encoded[start:], start)


def _block(encoded: Sequence[bytes], first: int) -> _Block:
    codes = np.frombuffer(b"\n\0" + b"".join(encoded), "<u2")
    edges = _edges(codes)
    before, ends = edges[0::2], edges[1::2]
    # The sum up to each place, by which the hash of a word is the difference of two, moved to one and the same power.
    sums = _code_hashes()[codes]
    powers, inverses = _powers((len(codes) - 1).bit_length())
    sums *= powers[: len(codes)]
    np.cumsum(sums, out=sums)
    hashes = (sums[ends] - sums[before]) * inverses[before]
    text_ends = np.cumsum([len(text) // 2 for text in encoded])
    per_document = np.diff(np.searchsorted(before, text_ends), prepend=0)
    numbers = np.arange(first, first + len(encoded), dtype=np.uint64)
    return _Block(hashes, np.repeat(numbers, per_document), before + 1, ends + 1, codes)


def _firsts(numbers: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return where each run of equal numbers begins."""
    is_first = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=is_first[1:])
    return np.flatnonzero(is_first)


def _spelt(blocks: Sequence[_Block], places: NDArray[np.int64]) -> str:
    """Return the words at these places among those of all blocks, a line each."""
    offsets = np.cumsum([0, *(len(block.codes) for block in blocks)])
    starts = np.concatenate([block.starts + offset for block, offset in zip(blocks, offsets, strict=False)])[
        places
    ]
    ends = np.concatenate([block.ends + offset for block, offset in zip(blocks, offsets, strict=False)])[
        places
    ]
    codes = np.concatenate([block.codes for block in blocks])
    # With the gap behind each, in whose place the line feed comes.
    lengths = ends - starts + 1
    line_ends = np.cumsum(lengths)
    lines = codes[np.repeat(starts - line_ends + lengths, lengths) + np.arange(lengths.sum())]
    lines[line_ends - 1] = _LINE_FEED
    spelt: bytes = lines.tobytes()
    return spelt.decode("utf-16-le", "surrogatepass")


def _edges(codes: NDArray[np.uint16]) -> NDArray[np.int64]:
    """Return the places behind which a word begins or ends, in turn."""
    kinds = _kinds()[codes]
    is_gap = kinds == _GAP
    # Between digits a comma parts thousands; elsewhere it is like any other mark.
    commas = np.flatnonzero(kinds == _COMMA)
    is_gap[commas] = (kinds[commas - 1] != _DIGIT) | (kinds[commas + 1] != _DIGIT)
    return np.flatnonzero(is_gap[1:] != is_gap[:-1])


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return what each UTF-16 code unit is."""
    letters = "".join(map(chr, range(1 << 16)))
    kinds = np.full(1 << 16, _WORD, np.uint8)
    kinds[[letter == " " for letter in blank_out(letters)]] = _GAP
    # Each is half a character; what it is half of, the analyser will tell.
    kinds[0xD800:0xE000] = _WORD
    kinds[[ord(comma) for comma in THOUSANDS_SEPARATORS]] = _COMMA
    kinds[[ord(letter) for letter in letters if letter.isdecimal()]] = _DIGIT
    return kinds


@cache
def _code_hashes() -> NDArray[np.uint64]:
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
def _powers(bits: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the first 2 ** `bits` powers of an odd number, and those of its inverse, modulo 2 ** 64.

    Source: the rolling hash of R. Karp and M. Rabin, "Efficient Randomized Pattern-Matching Algorithms", IBM Journal
    of Research and Development 31 (1987).
    """
    base = 0xD1342543DE82EF95
    rows = [np.full(1 << bits, number, np.uint64) for number in (base, pow(base, -1, 1 << 64))]
    powers, inverses = [np.multiply.accumulate(row) for row in rows]
    return powers, inverses
