"""The texts of articles, cut at white space: each different chunk once, and in which order they stand.

No word goes across white space, and a collection is made of few chunks that repeat: what is asked of a word is asked
of each chunk once, and the rest is done on their numbers, by NumPy, for all articles together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, compress, count, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.cache import Lines
from build_hooks.indexing.hashed_words import Codes, hashed_words, same_as
from build_hooks.indexing.runs import Numbers, Places, bounds, changes, joined, others, ranges
from build_hooks.model import Article

_AT_ONCE = 1024
"""Articles that are cut together: so many that most chunks repeat, and few enough to take little memory."""

# All white space that Python knows; asking it of each character would take as long as cutting a hundred articles.
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_IS_SPACE = np.zeros(1 << 16, bool)
_IS_SPACE[list(map(ord, _SPACES))] = True


class Before(NamedTuple):
    """The chunks of the build before."""

    key: bytes | None = None
    """Tells them from all others, as they are numbered and counted; None where there are none."""

    known: Sequence[str] = ()
    counts: Numbers = np.empty(0, np.int32)

    stayed: Places = np.empty(0, np.int64)
    """The numbers there of those that have stayed, which are the first ones now, in the same order."""


@dataclass(frozen=True, slots=True)
class Chunks:
    """The texts of some articles. Nothing may hang on how chunks are numbered, only on what they are."""

    known: Lines
    """The different chunks; the place of each is its number."""

    counts: Numbers
    """How often each stands in the texts."""

    numbers: Numbers
    """Which chunks stand in the texts, in reading order, article after article."""

    texts: Numbers
    """Where each text of `Article.written` begins among `numbers`; behind the last, where it ends."""

    articles: Numbers
    """Where each article begins among the texts; behind the last, where it ends."""

    key: bytes = b""
    """Tells the chunks from all others, as they are numbered and counted, where anything is kept of them."""

    before: Before = field(default_factory=Before)


def cut(articles: Iterable[Article]) -> Chunks:
    """Cut the texts of `articles`."""
    texts = [article.written for article in articles]
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
    in_texts = joined(runs)
    return Chunks(
        Lines(table),
        np.bincount(in_texts, minlength=len(table)).astype(np.int32),
        in_texts,
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
        Their texts. The chunks of the first part have the numbers that they had there, and some may stand nowhere.
    """
    everything = _one_behind_the_other(parts or [cut(())])
    # A first build wants all as they come, and would copy them for nothing.
    if list(places) == list(range(len(everything.articles) - 1)):
        return everything
    return _chosen(everything, np.asarray(places, np.int64))


def without_unused(chunks: Chunks) -> Chunks:
    """Return the same texts with the chunks alone that stand in them, in the same order."""
    is_used = chunks.counts > 0
    if is_used.all():
        return chunks
    return replace(
        chunks,
        known=Lines(compress(chunks.known, is_used.tolist())),
        counts=chunks.counts[is_used],
        numbers=(np.cumsum(is_used, dtype=np.int32) - 1)[chunks.numbers],
    )


def _one_behind_the_other(parts: Sequence[Chunks]) -> Chunks:
    first, *rest = parts
    # What was cut before is most of all: no table is made of its chunks, but of those that come again.
    wanted = set(chain.from_iterable(part.known for part in rest))
    again = {chunk: number for number, chunk in enumerate(first.known) if chunk in wanted}
    table = defaultdict(count(len(first.known)).__next__, again)
    own = [np.fromiter(map(table.__getitem__, part.known), np.int32, len(part.known)) for part in rest]
    known = Lines(chain(first.known, islice(table, len(again), None)))
    counts = np.zeros(len(known), np.int32)
    counts[: len(first.known)] = first.counts
    for part, numbers in zip(rest, own, strict=True):
        counts[numbers] += part.counts
    return Chunks(
        known,
        counts,
        joined([first.numbers, *(numbers[part.numbers] for part, numbers in zip(rest, own, strict=True))]),
        bounds(joined([np.diff(part.texts) for part in parts])).astype(np.int32),
        bounds(joined([np.diff(part.articles) for part in parts])).astype(np.int32),
    )


def _chosen(chunks: Chunks, places: Places) -> Chunks:
    """Return the texts of the articles at these places."""
    articles = np.diff(chunks.articles)
    numbers = _numbers(chunks, places)
    return Chunks(
        chunks.known,
        _counts(chunks, places, numbers),
        numbers,
        bounds(np.diff(chunks.texts)[ranges(chunks.articles[places], articles[places])]).astype(np.int32),
        bounds(articles[places]).astype(np.int32),
    )


def _numbers(chunks: Chunks, places: Places) -> Numbers:
    """Return the numbers of the chunks of the articles at these places."""
    # Nearly all stand beside their neighbours: they are moved as a few long runs.
    first = changes(places - np.arange(len(places)))
    last = first + np.diff(first, append=len(places)) - 1
    begins = chunks.texts[chunks.articles[places[first]]].tolist()
    ends = chunks.texts[chunks.articles[places[last] + 1]].tolist()
    return joined([chunks.numbers[begin:end] for begin, end in zip(begins, ends, strict=True)])


def _counts(chunks: Chunks, places: Places, numbers: Numbers) -> Numbers:
    """Count the chunks of the articles at these places, which have these numbers."""
    different = len(chunks.known)
    left_out = others(places, len(chunks.articles) - 1)
    # Of a collection that has hardly changed, what is left out is counted sooner; unless some article is wanted twice.
    if len(left_out) < len(places) == len(chunks.articles) - 1 - len(left_out):
        return chunks.counts - np.bincount(_numbers(chunks, left_out), minlength=different).astype(np.int32)
    return np.bincount(numbers, minlength=different).astype(np.int32)
