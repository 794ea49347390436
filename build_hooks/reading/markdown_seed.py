"""The text of an `.md` seed → headline, sections and body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from markdown import Markdown

from build_hooks.arabic.direction import without_controls
from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedError, SeedWarning
from build_hooks.model import Section
from build_hooks.reading.characters import is_blank, one_line, quote
from build_hooks.reading.html_elements import VOID
from build_hooks.reading.sections import Block, sections_of
from build_hooks.reading.seed_markup import Refusal, refusals

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What stands on a line of its own, so that its text does not run into the text before it.
_LINES = frozenset({"br", "dd", "div", "dt", "hr", "li", "p", "pre", "td", "th", "tr"})
_UNREAD = frozenset({"script", "style", "template"})
_SEEN_WITHOUT_TEXT = frozenset({"audio", "iframe", "img", "object", "svg", "video"})
_PARAGRAPH_ID = re.compile("p[0-9]+")


@dataclass(frozen=True, slots=True)
class MarkdownSeed:
    """An `.md` seed without its front matter, read."""

    headline: str
    """Its plain text; empty where there is none."""

    sections: tuple[Section, ...]
    """The plain text of headings and top-level paragraphs; that of a paragraph with only an image is empty."""

    body: str
    """The Markdown below the headline."""

    has_text: bool
    """Whether a reader sees something other than headings, be it a list or an image."""

    warnings: tuple[SeedWarning, ...] = ()
    """What of its Markdown readers do not get."""


def read_markdown(
    text: str, source: str, markdown: Markdown, title: str | None = None, first_line: int = 1
) -> MarkdownSeed:
    """Read the body of an `.md` seed.

    Args:
        text: The text after the front matter, with a line feed at each line end.
        source: The file's path from the project's root, for messages.
        markdown: A converter with the site's extensions, so that the paragraphs are those of the page.
        title: The headline where front matter gives it. A first line `# …` is then part of the text, unless it
            says the same.
        first_line: The number of the text's first line in the file.

    Returns:
        The headline, the text in sections, the body as written, and a warning for each kind of thing that
        `seed_markup` refuses.

    Raises:
        SeedError: Where an extension cannot convert the text, or a link in it is no address.
    """
    headline, body = title or "", text.strip("\n")
    refused: tuple[Refusal, ...] = ()
    first, _, rest = body.partition("\n")
    # To Python-Markdown `#عنوان` is a heading too.
    if re.match("#(?!#)", first):
        written = " ".join(element.text for element in _page(first, source, markdown).elements)
        if title is None or fold(written) == fold(title):
            headline, body = title or written, rest.strip("\n")
            refused = refusals(markdown)
    page = _page(body, source, markdown)
    return MarkdownSeed(
        headline,
        sections_of(_blocks(page.elements)),
        body,
        page.has_text,
        tuple(_warnings((*refused, *refusals(markdown)), text, first_line, source)),
    )


def _warnings(refused: Sequence[Refusal], text: str, first_line: int, source: str) -> Iterator[SeedWarning]:
    """Yield one warning for each kind of refusal, at the place of its first."""
    for kind in dict.fromkeys(refusal.kind for refusal in refused):
        first, *others = (refusal.written for refusal in refused if refusal.kind == kind)
        # Unless it was put together from pieces, as an address from its definition.
        place = text.find(first.partition("\n")[0])
        more = f" and {len(others)} more" if others else ""
        yield SeedWarning(
            f"{kind.value}: {quote(first)}{more}; write it otherwise, or let seeds do as they please: "
            "trust_markdown: true below extra.nashir in mkdocs.yml",
            source,
            None if place < 0 else first_line + text.count("\n", 0, place),
        )


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    id: str
    text: str


def _blocks(elements: Sequence[_Element]) -> Iterator[Block]:
    # Where the converter numbers paragraphs, its numbers count: it passes over `<p>` written as raw HTML.
    numbered = any(_is_numbered(element) for element in elements)
    for element in elements:
        if element.tag in _HEADINGS:
            yield element.text, True
        elif not numbered or _is_numbered(element):
            yield element.text, False


def _is_numbered(element: _Element) -> bool:
    return element.tag == "p" and _PARAGRAPH_ID.fullmatch(element.id) is not None


def _page(text: str, source: str, markdown: Markdown) -> _PageReader:
    try:
        html = markdown.reset().convert(text)
    # Extensions are other people's code, and deep nesting exhausts the stack.
    except Exception as error:
        reason = one_line(str(error)) or type(error).__name__
        raise SeedError(
            f"cannot convert the Markdown: {reason}; mend the text or the extension", source
        ) from error
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    for link in reader.links:
        _demand_address(link, source)
    return reader


def _demand_address(link: str, source: str) -> None:
    """Raise SeedError where a link cannot be read as an address, on which MkDocs would stop with a traceback."""
    try:
        urlsplit(link)
    except ValueError as error:
        raise SeedError(f"the link {quote(link)} is no address; mend it", source) from error


class _PageReader(HTMLParser):
    """Collects the headings and paragraphs that stand in no other element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[_Element] = []
        self.has_text = False
        self.links: list[str] = []
        self._open: list[str] = []
        self._id = ""
        self._text: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SEEN_WITHOUT_TEXT:
            self.has_text = True
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]
        if tag in _LINES:
            self._text.append(" ")
        if tag in VOID:
            return
        attributes = dict(attrs)
        if not self._open:
            self._id, self._text = attributes.get("id") or "", []
        # The toc extension's ¶ is not part of a heading.
        if self._unread or tag in _UNREAD or "headerlink" in (attributes.get("class") or "").split():
            self._unread += 1
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._close() != tag:
            pass

    def _close(self) -> str:
        tag = self._open.pop()
        self._unread = max(0, self._unread - 1)
        if not self._open and (tag == "p" or tag in _HEADINGS):
            text = one_line("".join(self._text))
            # The file may hold it as a reference: `&#x202e;`.
            text = without_controls(text) if tag in _HEADINGS else text
            self.elements.append(_Element(tag, self._id, text))
        return tag

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        self._text.append(data)
        if not is_blank(data) and not (self._open and self._open[0] in _HEADINGS):
            self.has_text = True
