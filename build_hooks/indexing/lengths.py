"""How long articles are, in words."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from build_hooks.arabic.words import word_counts
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.runs import Numbers


class Lengths:
    """Counts the words of articles: those of each different chunk once, however many pages ask."""

    def __init__(self, chunks: Chunks) -> None:
        """Count in these texts; nothing is counted before the first article is asked for."""
        self._chunks = chunks

    @cached_property
    def _of_chunks(self) -> Numbers:
        # Small numbers, of which the processor's cache holds more.
        return word_counts(self._chunks.known).astype(np.int32)

    def of(self, article: int) -> int:
        """Return how many words an article, given by its place, has below its headline."""
        texts, articles = self._chunks.texts, self._chunks.articles
        below = slice(texts[articles[article] + 1], texts[articles[article + 1]])
        # No word goes across white space.
        return int(np.add.reduce(self._of_chunks.take(self._chunks.numbers[below])))
