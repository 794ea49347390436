"""How often each word stands in each of some documents, counted without a Python object for each time.

A word is here what stands between characters that no token holds, as written. Words are told apart by a hash of 54 bits: among two million
different ones, the odds that any two have the same are 1 to 9,000.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.arabic.analyser import THOUSANDS_SEPARATORS, blank_out
from build_hooks.indexing.hashed_words import Codes, hashed_words, same_as
from build_hooks.indexing.runs import Places, changes
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.weights import CREDIT, HEADING, KEYWORD, MOST_OCCURRENCES, TAG, TITLE

_NUMBER_BITS = 10

MOST_DOCUMENTS = 1 << _NUMBER_BITS
"""How many documents can be counted at once: their number takes the lowest bits of a word's hash."""

HASH_BITS = 64 - _NUMBER_BITS
"""What is left for the hash of a word."""

COUNT_BITS = MOST_OCCURRENCES.bit_length()
"""With the number of a document they make sixteen."""

_WORD, _GAP, _COMMA, _DIGIT = range(4)
"""What a UTF-16 code unit may be."""


class Occurrences(NamedTuple):
    """The words of some documents."""

    words: bytes
    """A line for each in UTF-8, in order of the hashes."""

    hashes: NDArray[np.uint64]
    """Of each word; the same in every collection."""

    frequencies: NDArray[np.uint16]
    """For each word, how many documents have it."""

    counts: NDArray[np.uint16]
    """Of the first word, then of the second …: the number of each document that has it among the documents, rising,
    and in the lowest `COUNT_BITS`, how often the word stands there, weighed by the places, `MOST_OCCURRENCES` at most.
    """


def count_words(documents: Sequence[SearchDocument]) -> Occurrences:
    """Count the words of at most `MOST_DOCUMENTS` documents."""
    found = hashed_words([_weighed_text(document) for document in documents], _is_gap)
    hashes = found.hashes & np.uint64(-MOST_DOCUMENTS & 2**64 - 1)
    # Sorting takes a fraction of the time where nobody asks which number came from where.
    keys = np.sort(hashes | np.repeat(np.arange(len(documents), dtype=np.uint64), found.counts))
    pairs = changes(keys)
    counts = np.diff(pairs, append=len(keys))
    keys = keys[pairs]
    words = changes(keys >> np.uint64(_NUMBER_BITS))
    numbers = (keys & np.uint64(MOST_DOCUMENTS - 1)).astype(np.uint16)
    same = same_as(hashes)
    places = np.flatnonzero(same == np.arange(len(same)))
    return Occurrences(
        words=found.spelt(places[np.argsort(hashes[places])]).encode("utf-8", "surrogatepass"),
        hashes=keys[words] >> np.uint64(_NUMBER_BITS),
        frequencies=np.diff(words, append=len(keys)).astype(np.uint16),
        counts=numbers << np.uint16(COUNT_BITS) | np.minimum(counts, MOST_OCCURRENCES).astype(np.uint16),
    )


def rearranged_words(parts: Sequence[tuple[Occurrences, Places]]) -> Occurrences:
    """Return the words of documents out of several parts.

    Args:
        parts: the words of each, and for each of its documents the place that it has now, −1 where it is left out.
    """
    documents = np.concatenate([places[some.counts >> COUNT_BITS] for some, places in parts])
    hashes = np.concatenate([np.repeat(some.hashes, some.frequencies) for some, _ in parts])
    counts = np.concatenate([some.counts & np.uint16(MOST_OCCURRENCES) for some, _ in parts])
    kept = np.flatnonzero(documents >= 0)
    kept = kept[np.argsort(hashes[kept] << np.uint64(_NUMBER_BITS) | documents[kept].astype(np.uint64))]
    hashes = hashes[kept]
    words = changes(hashes)
    lines = [line for some, _ in parts for line in some.words.split(b"\n")[:-1]]
    spelt = dict(zip(np.concatenate([some.hashes for some, _ in parts]).tolist(), lines, strict=True))
    return Occurrences(
        words=b"".join([spelt[word] + b"\n" for word in hashes[words].tolist()]),
        hashes=hashes[words],
        frequencies=np.diff(words, append=len(kept)).astype(np.uint16),
        counts=documents[kept].astype(np.uint16) << np.uint16(COUNT_BITS) | counts[kept],
    )


def _weighed_text(document: SearchDocument) -> str:
    """Return all words of a document, each as often as its place counts."""
    texts = [text for text, _ in document.passages]
    texts += [document.title] * TITLE
    texts += document.keywords * KEYWORD
    texts += document.tags * TAG
    texts += document.credits * CREDIT
    texts += document.headings * HEADING
    return "\n".join(texts)


def _is_gap(codes: Codes) -> NDArray[np.bool_]:
    """Tell which UTF-16 code units no word holds."""
    kinds = _kinds().take(codes)
    is_gap: NDArray[np.bool_] = kinds == _GAP
    # Between digits a comma parts thousands; elsewhere it is like any other mark.
    commas = np.flatnonzero(kinds == _COMMA)
    is_gap[commas] = (kinds[commas - 1] != _DIGIT) | (kinds[commas + 1] != _DIGIT)
    return is_gap


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return what each UTF-16 code unit is."""
    letters = "".join(map(chr, range(1 << 16)))
    kinds = np.full(1 << 16, _WORD, np.uint8)
    blanked = blank_out(letters).encode("utf-16-le", "surrogatepass")
    kinds[np.frombuffer(blanked, "<u2") == ord(" ")] = _GAP
    # Each is half a character; what it is half of, the analyser will tell.
    kinds[0xD800:0xE000] = _WORD
    kinds[[ord(comma) for comma in THOUSANDS_SEPARATORS]] = _COMMA
    kinds[[ord(digit) for digit in re.findall(r"\d", letters)]] = _DIGIT
    return kinds
