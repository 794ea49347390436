"""What hangs on words alone: their readings, stems, and places among others, which one index leaves to the next.

It is held in columns, as a collection has tens of thousands of words, and an index changes with few of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import numpy as np

from build_hooks.cache import Lines
from build_hooks.indexing.hashed_words import Hashes
from build_hooks.indexing.runs import Numbers, Places
from build_hooks.indexing.search.occurrences import HASH_BITS
from build_hooks.indexing.search.shards import by_code_units
from build_hooks.indexing.search.vocabulary import is_worth_guessing, readings, stem

_SLOT_BITS = 18
"""Of the table in which words are looked up."""


def _no_numbers() -> Numbers:
    return np.empty(0, np.int32)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words, and all cores that they may have, numbered as they became known."""

    hashes: Hashes = field(default_factory=lambda: np.empty(0, np.uint64))
    """Of each word, as `occurrences` has them."""

    words: Numbers = field(default_factory=_no_numbers)
    """For each core that a token of a word may have, which word that is; rising."""

    cores: Numbers = field(default_factory=_no_numbers)
    """For each of these, which core it is; the token's own before those behind its clitics."""

    wholes: Numbers = field(default_factory=_no_numbers)
    """For each of these, which core is the token's own."""

    names: Lines = field(default_factory=Lines)
    """Of each core."""

    shortened: Lines = field(default_factory=Lines)
    """The same with `~` for the stem."""

    stem_numbers: Numbers = field(default_factory=_no_numbers)
    """For each core, which of the stems it has."""

    stems: Lines = field(default_factory=Lines)
    """Those that the cores have, as they became known."""

    by_stem: Numbers = field(default_factory=_no_numbers)
    """All cores, in order of their stems, and those with one stem in their own."""

    forward: Numbers = field(default_factory=_no_numbers)
    """Those cores that are worth guessing, in order of their beginnings."""

    backward: Numbers = field(default_factory=_no_numbers)
    """The same in order of their ends."""

    def numbers(self, hashes: Hashes) -> Places:
        """Return the numbers of words by their hashes; −1 for those that are not known."""
        if not len(self.hashes):
            return np.full(len(hashes), -1)
        # Nearly all are found in a table that fits into the processor's cache; of the words that share a slot, one is.
        table = np.zeros(1 << _SLOT_BITS, np.int32)
        table[_slots(self.hashes)] = np.arange(len(self.hashes))
        numbers = table[_slots(hashes)].astype(np.int64)
        left = np.flatnonzero(self.hashes[numbers] != hashes)
        order = np.argsort(self.hashes)
        places = order.take(np.searchsorted(self.hashes, hashes[left], sorter=order), mode="clip")
        numbers[left] = np.where(self.hashes[places] == hashes[left], places, -1)
        return numbers

    def with_others(self, hashes: Hashes, words: Iterable[str]) -> KnownWords:
        """Return these with other words, of which none is known, and their hashes."""
        numbers, stem_numbers = _numbered(self.names), _numbered(self.stems)
        found = [
            (number, numbers[core], numbers[some[0]])
            for number, word in enumerate(words, len(self.hashes))
            for some in readings(word)
            for core in some
        ]
        of_words, cores, wholes = np.array(found, np.int32).reshape(-1, 3).T
        names = Lines(numbers)
        new = range(len(self.names), len(names))
        stems_of = [stem(names[core]) for core in new]
        guesses = [core for core in new if is_worth_guessing(names[core])]
        return KnownWords(
            np.concatenate((self.hashes, hashes)),
            np.concatenate((self.words, of_words)),
            np.concatenate((self.cores, cores)),
            np.concatenate((self.wholes, wholes)),
            names,
            Lines(
                [
                    *self.shortened,
                    *[names[core].replace(some, "~", 1) for core, some in zip(new, stems_of, strict=True)],
                ]
            ),
            np.concatenate(
                (self.stem_numbers, np.array([stem_numbers[some] for some in stems_of], np.int32))
            ),
            Lines(stem_numbers),
            _merged(self.by_stem, new, lambda core: _by_stem(names[core])),
            _merged(self.forward, guesses, lambda core: by_code_units(names[core])),
            _merged(self.backward, guesses, lambda core: by_code_units(names[core][::-1])),
        )


def _slots(hashes: Hashes) -> Hashes:
    return hashes >> np.uint64(HASH_BITS - _SLOT_BITS)


def _numbered(texts: Sequence[str]) -> defaultdict[str, int]:
    """Return different texts with their numbers, which others have as they come."""
    return defaultdict(count(len(texts)).__next__, zip(texts, count(), strict=False))


def _by_stem(core: str) -> tuple[bytes, str]:
    return by_code_units(stem(core)), core


def _merged(order: Numbers, others: Sequence[int], key: Callable[[int], Any]) -> Numbers:
    """Return what stands in order of a key with others among it."""
    others = sorted(others, key=key)
    if not len(order):
        return np.array(others, np.int32)
    # To sort all anew would take the key of each.
    known = order.tolist()
    return np.insert(order, [bisect_left(known, key(other), key=key) for other in others], others)
