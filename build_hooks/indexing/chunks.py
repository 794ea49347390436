"""The texts of articles, cut at white space: each different chunk once, and in which order they stand.

No word goes across white space, and a collection is made of few chunks that repeat: what is asked of a word is asked
of each chunk once, and the rest is done on their numbers, by NumPy, for all articles together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, count

import numpy as np

from build_hooks.cache import Answer, Cache
from build_hooks.indexing.runs import Numbers, joined, ranges, starts
from build_hooks.model import Article
from build_hooks.processes import in_shares


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
        written = [chunk for text in chunks for chunk in text]
        runs.append(np.fromiter(map(table.__getitem__, written), np.int32, len(written)))
    return Chunks(tuple(table), joined(runs), _bounds(texts), _bounds(in_articles))


def cut_batches(
    batches: Sequence[tuple[bytes, Sequence[Article]]], cache: Cache
) -> Callable[[Sequence[Article]], Chunks]:
    """Cut the texts of a collection in batches, but those that a build before has cut.

    Args:
        batches: All articles, in batches, each with a key that tells it from any other.
        cache: What builds before have cut.

    Returns:
        What gives the chunks of some of the articles, in any order.
    """

    def cut_batch(batch: tuple[bytes, Sequence[Article]]) -> Answer:
        key, articles = batch
        return cache.answer("chunks", key, lambda: cut(articles))

    average = sum(len(articles) for _, articles in batches) // len(batches) if batches else 0
    parts = list(map(cache.open, in_shares(cut_batch, batches, weight=average)))
    permalinks = (article.permalink for _, articles in batches for article in articles)
    places = {permalink: place for place, permalink in enumerate(permalinks)}
    return lambda articles: gather(parts, [places[article.permalink] for article in articles])


def gather(parts: Sequence[Chunks], places: Sequence[int]) -> Chunks:
    """Return the texts of several cuts as one.

    Args:
        parts: What was cut.
        places: Which articles are wanted, in this order: places in all parts together.
    """
    table: defaultdict[str, int] = defaultdict(count().__next__)
    runs = [
        np.fromiter(map(table.__getitem__, part.known), np.int32, len(part.known))[part.numbers]
        for part in parts
    ]
    lengths = joined([np.diff(part.texts) for part in parts])
    articles = joined([np.diff(part.articles) for part in parts])
    chosen = np.asarray(places, np.int64)
    # From articles to texts, from texts to chunks: where each begins, and how many there are.
    wanted_texts = ranges(starts(articles)[chosen], articles[chosen])
    wanted = ranges(starts(lengths)[wanted_texts], lengths[wanted_texts])
    return Chunks(
        tuple(table),
        joined(runs)[wanted],
        _bounds((0, *lengths[wanted_texts].tolist())),
        _bounds((0, *articles[chosen].tolist())),
    )


def _bounds(lengths: Iterable[int]) -> Numbers:
    return np.fromiter(accumulate(lengths), np.int32)
