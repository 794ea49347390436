"""How often each word occurs in a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from build_hooks.arabic.fold import fold
from build_hooks.arabic.tokens import words_of
from build_hooks.cache import Cache
from build_hooks.indexing.chunks import Chunks


class _Kept(NamedTuple):
    """What one build has counted, for the next."""

    chunks: Mapping[str, int]
    words: Counter[str]


def count_words(chunks: Chunks, cache: Cache | None = None) -> Counter[str]:
    """Count the words of some texts.

    Args:
        chunks: The texts, cut.
        cache: What keeps the counts, of which the next build has most again.

    Returns:
        How often each word occurs, by its folded form, at least once. The counts of two parts of a collection add up.
    """
    cache = cache or Cache()
    now = dict(
        zip(chunks.known, np.bincount(chunks.numbers, minlength=len(chunks.known)).tolist(), strict=True)
    )
    kept: _Kept = cache.last("words") or _Kept({}, Counter())
    before, words = kept.chunks, kept.words.copy()
    other = [chunk for chunk, count in now.items() if before.get(chunk) != count]
    for chunk in (*other, *(chunk for chunk in before if chunk not in now)):
        more = now.get(chunk, 0) - before.get(chunk, 0)
        for word in map(fold, words_of(chunk)):
            words[word] += more
            if not words[word]:
                del words[word]
    cache.keep_last("words", _Kept(now, words))
    return words
