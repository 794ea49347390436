"""A stretch of a text as words and gaps, so that the rest of the text need not be taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_CHUNK = re.compile(r"\S+")


class Chunks:
    """A text as runs of characters without white space: no word goes across one."""

    __slots__ = ("_chunk", "_start", "_starts", "chunks", "text")

    def __init__(self, text: str, chunks: Sequence[str]) -> None:
        """Take a text and what `text.split()` gives."""
        self.text = text
        self.chunks = chunks
        self._starts: Sequence[int] | None = None
        self._chunk = self._start = 0
        # Mostly one white space stands between two chunks and none at the ends: then lengths say where each begins.
        if sum(map(len, chunks)) + len(chunks) - 1 != len(text):
            self._starts = [chunk.start() for chunk in _CHUNK.finditer(text)]

    def start(self, chunk: int) -> int:
        """Return the offset of a chunk in the text; ask for them in ascending order."""
        if self._starts is not None:
            return self._starts[chunk]
        self._start += sum(map(len, self.chunks[self._chunk : chunk])) + chunk - self._chunk
        self._chunk = chunk
        return self._start


class Stretch:
    """Some chunks of a text in a row, as words and gaps; it grows as more is asked of it."""

    __slots__ = ("_chunks", "_end", "_first", "_parts_of", "next", "parts", "start", "text")

    def __init__(self, whole: Chunks, first: int, parts_of: Mapping[str, Sequence[str]]) -> None:
        """Begin with one chunk.

        Args:
            whole: the text.
            first: the chunk's number in it.
            parts_of: by a chunk what `split_words` gives of it.
        """
        self.text = whole.text
        self.start = whole.start(first)
        self.parts = list(parts_of[whole.chunks[first]])
        """As `split_words` gives them; the last gap may go on in the text."""

        self.next = first + 1
        """The number of the chunk behind the stretch."""

        self._chunks = whole.chunks
        self._parts_of = parts_of
        self._first = first
        self._end = self.start + len(whole.chunks[first])

    def reaches(self, place: int) -> bool:
        """Tell whether the text has a word at a place among the parts, and take in what stands before it."""
        parts = self.parts
        while place >= len(parts) and self.next < len(self._chunks):
            chunk = self._chunks[self.next]
            start = self._end + 1
            while self.text[start].isspace():
                start += 1
            others = self._parts_of[chunk]
            parts[-1] += self.text[self._end : start] + others[0]
            parts += others[1:]
            self._end = start + len(chunk)
            self.next += 1
        return place < len(parts)

    def offset(self, place: int) -> int:
        """Return where in the text a part begins."""
        return self.start + sum(map(len, self.parts[:place]))

    def before(self, place: int) -> tuple[str | None, str]:
        """Return the word before the one at a place, None where the text has none, and the gap between them."""
        if place > 1:
            return self.parts[place - 2], self.parts[place - 1]
        end = start = self.start
        for number in range(self._first - 1, -1, -1):
            while self.text[start - 1].isspace():
                start -= 1
            *others, tail = self._parts_of[self._chunks[number]]
            if others:
                return others[-1], self.text[start - len(tail) : end] + self.parts[0]
            start -= len(tail)
        return None, self.text[:end] + self.parts[0]
