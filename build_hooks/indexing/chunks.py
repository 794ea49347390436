"""The texts of articles, cut at white space: each different chunk once, and in which order they stand.

No word goes across white space, and a collection is made of few chunks that repeat: what is asked of a word is asked
of each chunk once, and the rest is done on their numbers, by NumPy, for all articles together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.hashed_words import Codes, hashed_words, same_as
from build_hooks.indexing.runs import Numbers, Places, bounds, joined, ranges
from build_hooks.model import Article

_AT_ONCE = 1024
"""Articles that are cut together: so many that most chunks repeat, and few enough to take little memory."""

# All white space that Python knows; asking it of each character would take as long as cutting a hundred articles.
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_IS_SPACE = np.zeros(1 << 16, bool)
_IS_SPACE[list(map(ord, _SPACES))] = True


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
    texts = [[text for _, text in article.texts] for article in articles]
    table: defaultdict[str, int] = defaultdict(count().__next__)
    runs: list[Numbers] = []
    lengths: list[Numbers] = []
    for first in range(0, len(texts), _AT_ONCE):
        words = hashed_words([text for some in texts[first : first + _AT_ONCE] for text in some], _is_space)
        same = same_as(words.hashes)
        places = np.flatnonzero(same == np.arange(len(same)))
        numbers = np.empty(len(same), np.int32)
        numbers[places] = [table[chunk] for chunk in words.spelt(places).split()]
        runs.append(numbers[same])
        lengths.append(words.counts.astype(np.int32))
    in_articles = np.array([len(some) for some in texts], np.int32)
    return Chunks(
        list(table),
        joined(runs),
        bounds(joined(lengths)).astype(np.int32),
        bounds(in_articles).astype(np.int32),
    )


def _is_space(codes: Codes) -> NDArray[np.bool_]:
    """Tell which UTF-16 code units are white space."""
    is_space: NDArray[np.bool_] = _IS_SPACE.take(codes)
    return is_space


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
    # A first build wants all as they come, and would copy them for nothing.
    if list(places) != list(range(len(articles))):
        numbers, texts, articles = _chosen(numbers, texts, articles, np.asarray(places, np.int64))
    is_used = np.zeros(len(table), bool)
    is_used[numbers] = True
    if not is_used.all():
        numbers = (np.cumsum(is_used, dtype=np.int32) - 1)[numbers]
    return Chunks(
        list(compress(table, is_used.tolist())),
        numbers,
        bounds(texts).astype(np.int32),
        bounds(articles).astype(np.int32),
    )


def _chosen(
    numbers: Numbers, texts: Numbers, articles: Numbers, places: Places
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the numbers of chunks of the articles at these places, and the lengths of their texts and of themselves."""
    in_texts, in_articles = bounds(texts), bounds(articles)
    # An article has few texts, but many chunks: they are moved as runs.
    start, end = (in_texts[in_articles[place]].tolist() for place in (places, places + 1))
    return (
        joined([numbers[run] for run in map(slice, start, end)]),
        texts[ranges(in_articles[places], articles[places])],
        articles[places],
    )
