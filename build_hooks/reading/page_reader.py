"""The headings and paragraphs of a text that is HTML, as readers see them, and where in the HTML they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from build_hooks.arabic.direction import without_controls
from build_hooks.reading.characters import is_blank, one_line
from build_hooks.reading.html_elements import HEADINGS, PARAGRAPHS, VOID
from build_hooks.reading.placed_parser import PlacedParser

# What stands on a line of its own, so that its text does not run into the text before it.
_LINES = frozenset({"br", "dd", "div", "dt", "hr", "li", "p", "pre", "td", "th", "tr"})
_UNREAD = frozenset({"script", "style", "template"})
_SEEN_WITHOUT_TEXT = frozenset({"audio", "iframe", "img", "object", "svg", "video"})
# What leads from a heading to itself, and between a note and its place: signs of the page, not of the text.
_SIGNS = frozenset({"headerlink", "footnote-ref", "footnote-backref"})
_PARAGRAPH_ID = re.compile("p([0-9]{1,9})")


class Run(NamedTuple):
    """A part of an element's text in which no tag stands."""

    text: str
    """Its characters, with references resolved and white space as it is."""

    place: int | None
    """Where it begins in the HTML; None for the space in place of a tag, and in an element that holds no markup."""

    within: frozenset[str]
    """The tags of all elements that it stands in."""


@dataclass(slots=True)
class Element:
    """A heading that stands in no other element, or a paragraph that the converter has numbered."""

    tag: str
    id: str
    runs: list[Run] = field(default_factory=list)
    """Its text, without that of numbered paragraphs within it."""

    @property
    def written(self) -> str:
        """All characters of its runs."""
        return "".join(run.text for run in self.runs)

    @property
    def text(self) -> str:
        """What a reader sees of it, on one line."""
        text = one_line(self.written)
        # The file may hold it as a reference: `&#x202e;`.
        return without_controls(text) if self.is_heading else text

    @property
    def is_heading(self) -> bool:
        """Whether it is one, of whatever level."""
        return self.tag in HEADINGS

    @property
    def number(self) -> int | None:
        """That of a paragraph: 3 where its id is `p3`."""
        match = _PARAGRAPH_ID.fullmatch(self.id) if self.tag in PARAGRAPHS else None
        return int(match[1]) if match else None


class Page(NamedTuple):
    """What is read of an HTML text."""

    elements: tuple[Element, ...]
    links: tuple[str, ...]
    """All addresses in it, of images too."""

    has_text: bool
    """Whether a reader sees something other than headings, be it code or an image."""


def read_page(html: str) -> Page:
    """Read an HTML text."""
    reader = _PageReader(html)
    reader.read()
    return Page(tuple(reader.elements), tuple(reader.links), reader.has_text)


class _PageReader(PlacedParser):
    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.elements: list[Element] = []
        self.has_text = False
        self.links: list[str] = []
        self._open: list[tuple[str, Element | None]] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SEEN_WITHOUT_TEXT:
            self.has_text = True
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]
        if tag in _LINES:
            self._add(Run(" ", None, frozenset()))
        if tag in VOID:
            return
        attributes = dict(attrs)
        classes = (attributes.get("class") or "").split()
        if self._unread or tag in _UNREAD or not _SIGNS.isdisjoint(classes):
            self._unread += 1
        element = Element(tag, attributes.get("id") or "")
        is_read = element.number is not None or (element.is_heading and not self._open)
        self._open.append((tag, element if is_read else None))
        if is_read:
            self.elements.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == open_tag for open_tag, _ in self._open):
            while self._close() != tag:
                pass

    def _close(self) -> str:
        tag, _ = self._open.pop()
        self._unread = max(0, self._unread - 1)
        return tag

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        self._add(Run(data, None if self.cdata_elem else self.place, frozenset(tag for tag, _ in self._open)))
        if not is_blank(data) and not (self._open and self._open[0][0] in HEADINGS):
            self.has_text = True

    def _add(self, run: Run) -> None:
        """Add to the text of the innermost element that is collected."""
        if element := next((element for _, element in reversed(self._open) if element), None):
            element.runs.append(run)
