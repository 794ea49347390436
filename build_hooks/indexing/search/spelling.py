"""Lists of all words of a collection, by which the client finds the neighbours of a misspelt one.

One slip leaves either the beginning or the end of a word whole. So the words are listed twice, in order of their
beginnings and in order of their ends; a client reads the stretch that has the same half as its word, never the list.
The pigeonhole argument is that of U. Manber and S. Wu, "An algorithm for approximate membership checking with
application to password security", Information Processing Letters 50 (1994).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from build_hooks.indexing.runs import Numbers, Places
from build_hooks.indexing.search.compression import Compression
from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.shards import Shard, pack, without_bodies

_SHARD_SIZE = 6 * 1024
"""Before compression: some 500 words, and 2 KB behind it."""

_HIGHEST_RANK = 9
_LONGEST_PREFIX = 15


def spellings(
    known: KnownWords, cores: Numbers, frequencies: Places, compression: Compression
) -> tuple[list[Shard], list[Shard]]:
    """Return the words in order of their beginnings, and, each spelt backwards, in order of their ends.

    Args:
        known: all that is known of words.
        cores: the words, by their numbers among these.
        frequencies: how many documents have each.
        compression: what compresses.
    """
    by_core = np.zeros(len(known.names), np.int64)
    by_core[cores] = frequencies
    forward, backward = (order[by_core[order] > 0] for order in (known.forward, known.backward))
    return (
        spelling([known.names[core] for core in forward.tolist()], by_core[forward], compression),
        spelling([known.names[core][::-1] for core in backward.tolist()], by_core[backward], compression),
    )


def spelling(words: Sequence[str], frequencies: Places, compression: Compression) -> list[Shard]:
    """Return the shards of one list.

    A line is the number of first letters that a word shares with the one before it in hexadecimal, a digit that
    grows with the logarithm of how many documents have the word, and its other letters.

    Args:
        words: the words in order.
        frequencies: how many documents have each.
        compression: what compresses.
    """
    ranks = np.minimum(np.frexp(frequencies)[1] - 1, _HIGHEST_RANK)
    shared = _shared_with_the_one_before(words)
    heads = _heads()
    lines = [
        f"{heads[head]}{word[common:]}"
        for word, common, head in zip(
            words, shared.tolist(), (shared * (_HIGHEST_RANK + 1) + ranks).tolist(), strict=True
        )
    ]
    return pack(without_bodies(words, lines), compression, _SHARD_SIZE)


def _heads() -> list[str]:
    """Return how lines begin, by the number of shared letters and then by rank."""
    return [f"{shared:x}{rank}" for shared in range(_LONGEST_PREFIX + 1) for rank in range(_HIGHEST_RANK + 1)]


def _shared_with_the_one_before(words: Sequence[str]) -> Places:
    """Return how many first letters each word shares with the one before it, at most `_LONGEST_PREFIX`."""
    letters = np.array(["", *words], f"U{_LONGEST_PREFIX}").view(np.uint32).reshape(-1, _LONGEST_PREFIX)
    # No two words are the same, so the letters that are not there are no longer counted.
    shared: Places = np.logical_and.accumulate(letters[1:] == letters[:-1], axis=1).sum(axis=1)
    return shared
