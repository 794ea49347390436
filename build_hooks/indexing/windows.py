"""Windows: runs of chunks, each as long as a name may go on that begins in its first chunk.

Chunks repeat, and so do windows: names are looked for in each different window once, and NumPy tells where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.arabic.tokens import without_invisible, words_of
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.runs import Numbers, Places
from build_hooks.indexing.window_names import WindowNames

Flags = NDArray[np.bool_]


class Window(NamedTuple):
    """A window where it stands."""

    words: str
    text: int
    """In which text of its article it stands."""

    length: int
    """How many characters the text has."""

    word: int
    """How many words of the text stand before it."""

    start: int
    """Where in the text it begins, in Unicode characters."""


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows in which names stand, in reading order.

    They are those of the texts with one space for any white space, and without chunks that nobody sees.
    """

    known: Sequence[str]
    """The different windows; the place of each is its number."""

    rows: Places
    """The number of each, and the numbers of a `Window` in its order."""

    articles: Places
    """Where the windows of each article begin; behind the last, where they end."""

    def of(self, article: int) -> Iterator[Window]:
        """Yield the windows of an article by its place."""
        rows = self.rows[:, self.articles[article] : self.articles[article + 1]].tolist()
        return map(Window, map(self.known.__getitem__, rows[0]), *rows[1:])


def find_windows(chunks: Chunks, names: WindowNames) -> Windows:
    """Find the windows of texts that are cut."""
    words = list(map(words_of, chunks.known))
    chunks = _visible(chunks, words)
    numbers, texts, articles = chunks.numbers, chunks.texts, chunks.articles
    at = np.flatnonzero(_flags(map(names.may_begin, words))[numbers])
    in_texts = np.searchsorted(texts, at, "right") - 1
    known, found = _widened(chunks, names, words, at, texts[in_texts + 1].astype(np.int64))
    is_name = _flags(bool(names.looks[window].beginnings) for window in known)[found]
    at, in_texts, found = at[is_name], in_texts[is_name], found[is_name]
    begin, end = texts[in_texts], texts[in_texts + 1]
    before = _before(list(map(len, words)), numbers)
    offsets = _before([len(chunk) + len(" ") for chunk in chunks.known], numbers)
    return Windows(
        known,
        np.stack(
            (
                found,
                in_texts - articles[np.searchsorted(articles, in_texts, "right") - 1],
                offsets[end] - offsets[begin] - len(" "),
                before[at] - before[begin],
                offsets[at] - offsets[begin],
            )
        ),
        np.searchsorted(in_texts, articles),
    )


def _visible(chunks: Chunks, words: Sequence[Sequence[str]]) -> Chunks:
    """Leave out chunks of which nobody sees anything: they are as good as white space."""
    hidden = [
        number
        for number, (chunk, in_chunk) in enumerate(zip(chunks.known, words, strict=True))
        if not in_chunk and not without_invisible(chunk)
    ]
    if not hidden:
        return chunks
    counts = chunks.counts.copy()
    counts[hidden] = 0
    is_seen = ~np.isin(chunks.numbers, hidden)
    seen = np.concatenate(([0], np.cumsum(is_seen))).astype(np.int32)
    return replace(chunks, counts=counts, numbers=chunks.numbers[is_seen], texts=seen[chunks.texts])


def _before(lengths: Sequence[int], numbers: Numbers) -> Numbers:
    """Return how much stands before each chunk, and in all, by the length of each different one.

    Beyond two thousand million it begins anew, as differences within a text are right all the same.
    """
    sums = np.zeros(len(numbers) + 1, np.int32)
    np.cumsum(np.array(lengths, np.int32)[numbers], out=sums[1:])
    return sums


def _widened(
    chunks: Chunks, names: WindowNames, words: Sequence[Sequence[str]], at: Places, ends: Places
) -> tuple[list[str], Places]:
    """Return the different windows, and which of them begins at each place and ends before its end."""
    table: defaultdict[str, int] = defaultdict(count().__next__)
    found = _of_chunks(chunks.numbers[at], words, lambda number: table[chunks.known[number]])
    growing, width = np.arange(len(at)), 1

    def wider(pair: int) -> int:
        number, following = divmod(pair, len(words))
        return table[names.widened(known[number], chunks.known[following])]

    while True:
        known = list(table)
        is_open = _flags(names.looks[window].is_open for window in known)
        growing = growing[is_open[found[growing]] & (at[growing] + width < ends[growing])]
        following = chunks.numbers[at[growing] + width]
        goes_on = _of_chunks(following, words, lambda number: names.may_go_on(words[number])).astype(np.bool_)
        growing, following = growing[goes_on], following[goes_on]
        if not growing.size:
            return known, found
        before = found[growing]
        pairs, places = np.unique(before * len(words) + following, return_inverse=True)
        found[growing] = np.fromiter(map(wider, pairs.tolist()), np.int64)[places]
        growing = growing[found[growing] != before]
        width += 1


def _of_chunks(numbers: Numbers, words: Sequence[Sequence[str]], answer: Callable[[int], int]) -> Places:
    """Return the answer for each chunk, asking of each different one once."""
    answers = np.zeros(len(words), np.int64)
    answers[numbers] = 1
    for number in np.flatnonzero(answers).tolist():
        answers[number] = answer(number)
    return answers[numbers]


def _flags(answers: Iterable[bool]) -> Flags:
    return np.fromiter(answers, np.bool_)
