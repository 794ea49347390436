"""How often each word occurs in a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from build_hooks.arabic.fold import fold
from build_hooks.arabic.tokens import words_of
from build_hooks.cache import Cache, Lines
from build_hooks.indexing.chunks import Before, Chunks
from build_hooks.indexing.runs import Places, others


class _Kept(NamedTuple):
    """What one build has counted, for the next."""

    chunks: bytes
    """The key of the chunks that the words were counted in."""

    words: Lines
    counts: Places


def count_words(chunks: Chunks, cache: Cache | None = None) -> Counter[str]:
    """Count the words of some texts.

    Args:
        chunks: The texts, cut.
        cache: What keeps the counts, of which the next build has most again.

    Returns:
        How often each word occurs, by its folded form, at least once. The counts of two parts of a collection add up.
    """
    cache = cache or Cache()
    kept: _Kept | None = cache.last("words")
    before, words = Before(), Counter[str]()
    if kept and kept.chunks == chunks.before.key:
        before = chunks.before
        words.update(dict(zip(kept.words, kept.counts.tolist(), strict=True)))
    for chunk, more in _changed(chunks, before):
        for word in map(fold, words_of(chunk)):
            # Not as `Counter` would add it up: that asks a function of Python's for each new word.
            if now := words.get(word, 0) + more:
                words[word] = now
            else:
                del words[word]
    counts = np.fromiter(words.values(), np.int64, len(words))
    cache.keep_last("words", _Kept(chunks.key, Lines(words), counts))
    return words


def _changed(chunks: Chunks, before: Before) -> Iterator[tuple[str, int]]:
    """Yield each chunk that occurs more or less often than before, with how much more."""
    more = chunks.counts.copy()
    more[: len(before.stayed)] -= before.counts[before.stayed]
    now = np.flatnonzero(more).tolist()
    yield from zip(map(chunks.known.__getitem__, now), more[now].tolist(), strict=True)
    gone = others(before.stayed, len(before.known)).tolist()
    yield from zip(map(before.known.__getitem__, gone), (-before.counts[gone]).tolist(), strict=True)
