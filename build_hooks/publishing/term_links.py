"""Links to terms in a text that is HTML already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

from build_hooks.publishing.urls import href
from build_hooks.reading.characters import one_line_places
from build_hooks.reading.page_reader import Element, Run, read_page
from build_hooks.reading.placed_parser import with_changes

_ADDRESS = re.compile('(?<=<a href=")[^"]+')
# Links do not nest; code is quoted as it is; scripts and styles are no text.
_NO_LINKS = frozenset({"a", "button", "code", "kbd", "pre", "samp", "script", "style", "svg"})
# A character, or what may be a reference to one: as `html.unescape` finds them.
_CHARACTER = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|.", re.DOTALL)


class TextLink(NamedTuple):
    """A link to put around a part of a paragraph."""

    start: int
    """Offset of its first character in the paragraph's plain text, which is what `Element.text` gives."""

    end: int
    """Offset behind its last character."""

    url: str


def link_terms(html: str, links: Mapping[int, Sequence[TextLink]]) -> str:
    """Return `html`, the text of an `.md` seed, with `links`, given in order by the number of their paragraph (`id="p3"`).

    Text and markup stay as they are. A link that would cross an element or stand in a link or in code is left out.
    """
    changes = (
        (start, end, f'<a href="{escape(url)}">{html[start:end]}</a>')
        for paragraph in read_page(html).elements
        for start, end, url in _placed(html, paragraph, links.get(paragraph.number or 0, ()))
    )
    return with_changes(html, changes)


def with_letters(html: str) -> str:
    """Return the text of a `.txt` seed, all links of which are to terms, with letters in them that MkDocs encoded."""
    return _ADDRESS.sub(lambda match: href(unquote(match[0])), html)


class _Place(NamedTuple):
    """Where in the HTML a character stands, as itself or as a reference."""

    start: int
    end: int
    run: Run


def _placed(html: str, paragraph: Element, links: Sequence[TextLink]) -> Iterator[TextLink]:
    """Yield the links that can stand in a paragraph, with their places in the HTML."""
    if not links:
        return
    written = [place for run in paragraph.runs for place in _places(html, run)]
    places = [written[offset] for offset in one_line_places(paragraph.written)]
    for start, end, url in links:
        # Another plugin may have made the text shorter.
        first, last = (places[start], places[end - 1]) if end <= len(places) else (None, None)
        if first and last and first.run is last.run and _NO_LINKS.isdisjoint(first.run.within):
            yield TextLink(first.start, last.end, url)


def _places(html: str, run: Run) -> list[_Place | None]:
    """Return the place of each character of a run; None where it has none that is its own."""
    if run.place is None:
        return [None] * len(run.text)
    places: list[_Place | None] = []
    for match in _CHARACTER.finditer(html, run.place):
        if len(places) == len(run.text):
            break
        characters = unescape(match[0])
        if len(characters) == 1:
            places.append(_Place(*match.span(), run))
        elif characters == match[0]:
            # It looks like a reference and is none.
            places += [_Place(place, place + 1, run) for place in range(*match.span())]
        else:
            places += [None] * len(characters)
    return places
