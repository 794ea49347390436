"""The texts of articles, cut at white space: each different chunk once, and in which order they stand.

No word goes across white space, and a collection is made of few chunks that repeat: what is asked of a word is asked
of each chunk once, and the rest is done on their numbers, by NumPy, for all articles together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count

import numpy as np

from build_hooks.indexing.runs import Numbers, bounds, joined, ranges, starts
from build_hooks.model import Article


@dataclass(frozen=True, slots=True)
class Chunks:
    """The texts of some articles. Nothing may hang on how chunks are numbered, only on what they are."""

    known: Sequence[str]
    """The different chunks; the place of each is its number."""

    numbers: Numbers
    """Which chunks stand in the texts, in reading order, article after article."""

    texts: Numbers
    """Where each text of `Article.texts` begins among `numbers`; behind the last, where it ends."""

    articles: Numbers
    """Where each article begins among the texts; behind the last, where it ends."""


def cut(articles: Iterable[Article]) -> Chunks:
    """Cut the texts of `articles`."""
    table: defaultdict[str, int] = defaultdict(count().__next__)
    runs: list[Numbers] = []
    texts, in_articles = [0], [0]
    for article in articles:
        chunks = [text.split() for _, text in article.texts]
        texts += map(len, chunks)
        in_articles.append(len(chunks))
        runs.append(np.fromiter(map(table.__getitem__, chain.from_iterable(chunks)), np.int32))
    return Chunks(list(table), joined(runs), _bounds(texts), _bounds(in_articles))


def gather(parts: Sequence[Chunks], places: Sequence[int]) -> Chunks:
    """Return the texts of several cuts as one.

    Args:
        parts: What was cut.
        places: Which articles are wanted, in this order: places in all parts together.

    Returns:
        Their texts, with the chunks alone that stand in them.
    """
    # What was cut before is most of all, and keeps its numbers.
    first, *others = parts or [cut(())]
    table = defaultdict(count(len(first.known)).__next__, zip(first.known, count(), strict=False))
    renumbered = [
        np.fromiter(map(table.__getitem__, part.known), np.int32, len(part.known))[part.numbers]
        for part in others
    ]
    numbers = joined([first.numbers, *renumbered])
    texts = joined([np.diff(part.texts) for part in parts])
    articles = joined([np.diff(part.articles) for part in parts])
    chosen = np.asarray(places, np.int64)
    wanted_texts = texts[ranges(starts(articles)[chosen], articles[chosen])]
    # An article has few texts, but many chunks: they are moved as runs.
    in_texts, in_articles = bounds(texts), bounds(articles)
    start, end = (in_texts[in_articles[place]].tolist() for place in (chosen, chosen + 1))
    wanted = joined([numbers[run] for run in map(slice, start, end)])
    is_used = np.zeros(len(table), bool)
    is_used[wanted] = True
    return Chunks(
        list(compress(table, is_used.tolist())),
        (np.cumsum(is_used, dtype=np.int32) - 1)[wanted],
        bounds(wanted_texts).astype(np.int32),
        bounds(articles[chosen]).astype(np.int32),
    )


def _bounds(lengths: Iterable[int]) -> Numbers:
    return np.fromiter(accumulate(lengths), np.int32)
