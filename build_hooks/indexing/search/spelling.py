"""Lists of all words of a collection, by which the client finds the neighbours of a misspelt one.

One slip leaves either the beginning or the end of a word whole. So the words are listed twice, in order of their
beginnings and in order of their ends; a client reads the stretch that has the same half as its word, never the list.
The pigeonhole argument is that of U. Manber and S. Wu, "An algorithm for approximate membership checking with
application to password security", Information Processing Letters 50 (1994).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
    forward = sorted(words, key=by_code_units)
    backward = sorted([word[::-1] for word in words], key=by_code_units)
    return (
        _shards((word, frequencies[word]) for word in forward),
        _shards((word, frequencies[word[::-1]]) for word in backward),
    )


def _is_word(core: str) -> bool:
    return not core.startswith(STOP) and not core.isdigit()


def _shards(words: Iterable[tuple[str, int]]) -> list[Shard]:
    return list(pack(_entries(words), _SHARD_SIZE))


def _entries(words: Iterable[tuple[str, int]]) -> Iterator[Entry]:
    before = ""
    for word, frequency in words:
        shared = _shared(before, word)
        rank = min(_HIGHEST_RANK, frequency.bit_length() - 1)
        yield Entry(word, f"{shared:x}{rank}{word[shared:]}")
        before = word


def _shared(one: str, other: str) -> int:
    shared = 0
    for left, right in zip(one[:_LONGEST_PREFIX], other, strict=False):
        if left != right:
            break
        shared += 1
    return shared
