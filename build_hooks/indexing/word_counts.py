"""How often each word occurs in a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from build_hooks.arabic.fold import fold
from build_hooks.arabic.tokens import words_of


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of some texts.

    Args:
        texts: any texts.

    Returns:
        How often each word occurs, by its folded form. The counts of two parts of a collection add up.
    """
    # No word goes across white space, and what stands between it repeats: little of it is looked into.
    chunks: Counter[str] = Counter()
    for text in texts:
        chunks.update(text.split())
    folded: Counter[str] = Counter()
    for chunk, count in chunks.items():
        for word in words_of(chunk):
            folded[fold(word)] += count
    return folded
