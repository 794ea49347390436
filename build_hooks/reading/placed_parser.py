"""An HTML parser that knows where in the text it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser


def with_changes(html: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """Return `html` with other text in some places, all else as it is.

    Args:
        html: The text.
        changes: From where to where each place goes, in characters, and what stands there then; in order.
    """
    pieces, done = [], 0
    for start, end, written in changes:
        pieces += [html[done:start], written]
        done = end
    return "".join([*pieces, html[done:]])


class PlacedParser(HTMLParser):
    """Reads an HTML text, so that changes can be made in it and all else stays letter by letter.

    `place` is the offset in characters of what it reads now. Text comes with its references resolved.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]

    @property
    def place(self) -> int:
        """Where the tag, text or reference that is read now begins."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def read(self) -> None:
        """Read the whole text."""
        self.feed(self.html)
        self.close()
