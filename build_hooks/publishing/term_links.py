"""Links to terms in a text that is HTML already."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import unquote

from build_hooks.publishing.placed_parser import PlacedParser
from build_hooks.publishing.urls import href
from build_hooks.reading.html_elements import VOID

_PARAGRAPH = re.compile(r"p([0-9]+)")
_ADDRESS = re.compile('(?<=<a href=")[^"]+')
# Links do not nest; code is quoted as it is; scripts and styles are no text.
_NO_LINKS = frozenset({"a", "button", "code", "kbd", "pre", "samp", "script", "style", "svg"})


class TextLink(NamedTuple):
    """A link to put around a part of a paragraph."""

    start: int
    """Offset of its first character in the paragraph's plain text, white space runs counted as one."""

    end: int
    """Offset behind its last character."""

    url: str


def link_terms(html: str, links: Mapping[int, Sequence[TextLink]]) -> str:
    """Return `html`, the text of an `.md` seed, with `links`, given in order by the number of their paragraph (`id="p3"`).

    Text and markup stay as they are. A link that would cross an element or stand in a link or in code is left out.
    """
    finder = _LinkFinder(html, links)
    finder.read()
    pieces, done = [], 0
    for start, end, url in finder.found:
        pieces += [html[done:start], f'<a href="{escape(url)}">', html[start:end], "</a>"]
        done = end
    return "".join([*pieces, html[done:]])


def with_letters(html: str) -> str:
    """Return the text of a `.txt` seed, all links of which are to terms, with letters in them that MkDocs encoded."""
    return _ADDRESS.sub(lambda match: href(unquote(match[0])), html)


class _LinkFinder(PlacedParser):
    """Finds where in the HTML the links begin and end, so that nothing else in it is written anew."""

    def __init__(self, html: str, links: Mapping[int, Sequence[TextLink]]) -> None:
        super().__init__(html)
        self.found: list[TextLink] = []
        self._links = links
        self._pending: list[TextLink] = []
        self._open: list[str] = []
        self._place = 0
        self._after_space = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = _PARAGRAPH.fullmatch(dict(attrs).get("id") or "") if tag == "p" and not self._open else None
        if number:
            self._pending = list(self._links.get(int(number[1]), ()))
            self._place, self._after_space = 0, True
        if tag == "br":
            self._count(" ")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._count(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if not self._open:
            self._pending = []

    def handle_data(self, data: str) -> None:
        offsets = {place: offset for offset, place in enumerate(self._count(data), self.place) if place >= 0}
        while self._pending and self._pending[0].end <= self._place:
            link = self._pending.pop(0)
            # Where the link begins before this text, it crosses an element.
            if link.start in offsets and _NO_LINKS.isdisjoint(self._open):
                self.found.append(TextLink(offsets[link.start], offsets[link.end - 1] + 1, link.url))

    def handle_entityref(self, name: str) -> None:
        self._count("&")

    def handle_charref(self, name: str) -> None:
        self._count("&")

    def _count(self, data: str) -> list[int]:
        """Return the offset of each character in the paragraph's text; -1 for white space that does not count."""
        places = []
        for character in data:
            is_space = character.isspace()
            if is_space and self._after_space:
                places.append(-1)
                continue
            places.append(self._place)
            self._place += 1
            self._after_space = is_space
        return places
