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
from build_hooks.indexing.window_names import WindowNames

Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


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


def find_windows(chunks: Chunks, names: WindowNames, wanted: Flags) -> Windows:
    """Find the windows of the articles that are wanted, as flags by article."""
    chunks = _visible(chunks)
    numbers, texts, articles = chunks.numbers, chunks.texts, chunks.articles
    is_wanted = np.repeat(np.repeat(wanted, np.diff(articles)), np.diff(texts))
    at = np.flatnonzero(_flags(map(names.may_begin, chunks.known))[numbers] & is_wanted)
    in_texts = np.searchsorted(texts, at, "right") - 1
    known, found = _widened(chunks, names, at, texts[in_texts + 1].astype(np.int64))
    is_name = _flags(bool(names.looks[window].beginnings) for window in known)[found]
    at, in_texts, found = at[is_name], in_texts[is_name], found[is_name]
    words, characters = (
        np.concatenate(([0], np.cumsum(np.array(lengths, np.int64)[numbers])))
        for lengths in (
            [len(words_of(chunk)) for chunk in chunks.known],
            [len(chunk) + len(" ") for chunk in chunks.known],
        )
    )
    begin, end = texts[in_texts], texts[in_texts + 1]
    return Windows(
        known,
        np.stack(
            (
                found,
                in_texts - articles[np.searchsorted(articles, in_texts, "right") - 1],
                characters[end] - characters[begin] - len(" "),
                words[at] - words[begin],
                characters[at] - characters[begin],
            )
        ),
        np.searchsorted(in_texts, articles),
    )


def _visible(chunks: Chunks) -> Chunks:
    """Leave out what nobody sees: it is as good as white space."""
    hidden = [number for number, chunk in enumerate(chunks.known) if not without_invisible(chunk)]
    if not hidden:
        return chunks
    is_seen = ~np.isin(chunks.numbers, hidden)
    seen = np.concatenate(([0], np.cumsum(is_seen)))
    return replace(chunks, numbers=chunks.numbers[is_seen], texts=seen[chunks.texts])


def _widened(chunks: Chunks, names: WindowNames, at: Places, ends: Places) -> tuple[list[str], Places]:
    """Return the different windows, and which of them begins at each place and ends before its end."""
    table: defaultdict[str, int] = defaultdict(count().__next__)
    found = _of_each(chunks.numbers[at].astype(np.int64), lambda number: table[chunks.known[number]])
    growing, width = np.arange(len(at)), 1

    def wider(pair: int) -> int:
        number, following = divmod(pair, len(chunks.known))
        return table[names.widened(known[number], chunks.known[following])]

    while True:
        known = list(table)
        is_open = _flags(names.looks[window].is_open for window in known)
        growing = growing[is_open[found[growing]] & (at[growing] + width < ends[growing])]
        following = chunks.numbers[at[growing] + width].astype(np.int64)
        goes_on = _of_each(following, lambda number: names.may_go_on(chunks.known[number])).astype(np.bool_)
        growing, following = growing[goes_on], following[goes_on]
        if not growing.size:
            return known, found
        before = found[growing]
        found[growing] = _of_each(before * len(chunks.known) + following, wider)
        growing = growing[found[growing] != before]
        width += 1


def _of_each(numbers: Places, answer: Callable[[int], int]) -> Places:
    """Return the answer for each number, asking of each different one once."""
    different, places = np.unique(numbers, return_inverse=True)
    return np.array([answer(number) for number in different.tolist()], np.int64)[places]


def _flags(answers: Iterable[bool]) -> Flags:
    return np.fromiter(answers, np.bool_)
