"""Lists of all words of a collection, by which the client finds the neighbours of a misspelt one.

One slip leaves either the beginning or the end of a word whole. So the words are listed twice, in order of their
beginnings and in order of their ends; a client reads the stretch that has the same half as its word, never the list.
The pigeonhole argument is that of U. Manber and S. Wu, "An algorithm for approximate membership checking with
application to password security", Information Processing Letters 50 (1994).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import hexdigits

import numpy as np

from build_hooks.indexing.search.shards import Entry, Shard, by_code_units, pack
from build_hooks.indexing.search.vocabulary import STOP

SHORTEST = 3
"""Letters that a word must have to be worth guessing."""

_SHARD_SIZE = 6 * 1024
"""Before compression: some 500 words, and 2 KB behind it."""

_HIGHEST_RANK = 9
_LONGEST_PREFIX = 15


def spellings(frequencies: Mapping[str, int]) -> tuple[list[Shard], list[Shard]]:
    """Return the words in order of their beginnings, and, each spelt backwards, in order of their ends.

    A line is the number of first letters that a word shares with the one before it in hexadecimal, a digit that
    grows with the logarithm of how many documents have the word, and its other letters.

    Args:
        frequencies: how many documents have each core.
    """
    words = [core for core in frequencies if len(core) >= SHORTEST and _is_word(core)]
    ranks = {word: str(min(_HIGHEST_RANK, frequencies[word].bit_length() - 1)) for word in words}
    ranks_backward = {word[::-1]: rank for word, rank in ranks.items()}
    return list(pack(_entries(ranks), _SHARD_SIZE)), list(pack(_entries(ranks_backward), _SHARD_SIZE))


def _is_word(core: str) -> bool:
    return not core.startswith(STOP) and not core.isdigit()


def _entries(ranks: Mapping[str, str]) -> Iterator[Entry]:
    words = sorted(ranks, key=by_code_units)
    for word, shared in zip(words, _shared_with_the_one_before(words), strict=True):
        yield Entry(word, hexdigits[shared] + ranks[word] + word[shared:])


def _shared_with_the_one_before(words: Sequence[str]) -> list[int]:
    """Return how many first letters each word shares with the one before it, at most `_LONGEST_PREFIX`."""
    letters = np.array(["", *words], f"U{_LONGEST_PREFIX}").view(np.uint32).reshape(-1, _LONGEST_PREFIX)
    # No two words are the same, so the letters that are not there are no longer counted.
    shared: list[int] = np.logical_and.accumulate(letters[1:] == letters[:-1], axis=1).sum(axis=1).tolist()
    return shared
