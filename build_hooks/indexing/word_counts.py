"""How often each word occurs in a collection."""

from __future__ import annotations

from collections import Counter

import numpy as np

from build_hooks.arabic.fold import fold
from build_hooks.arabic.tokens import words_of
from build_hooks.indexing.chunks import Chunks


def count_words(chunks: Chunks) -> Counter[str]:
    """Count the words of some texts.

    Args:
        chunks: The texts, cut.

    Returns:
        How often each word occurs, by its folded form. The counts of two parts of a collection add up.
    """
    folded: Counter[str] = Counter()
    counts = np.bincount(chunks.numbers, minlength=len(chunks.known)).tolist()
    for chunk, count in zip(chunks.known, counts, strict=True):
        for word in words_of(chunk):
            folded[fold(word)] += count
    return folded
