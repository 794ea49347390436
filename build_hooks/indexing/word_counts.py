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
    written: Counter[str] = Counter()
    for text in texts:
        written.update(words_of(text))
    folded: Counter[str] = Counter()
    for word, count in written.items():
        folded[fold(word)] += count
    return folded
