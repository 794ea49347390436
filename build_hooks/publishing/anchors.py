"""Places within a page that a link can point to: `#p3`, `#معسكر-الهول`."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor, render_inner_html, strip_tags
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from build_hooks.arabic.direction import is_left_to_right
from build_hooks.indexing.slugs import slug
from build_hooks.reading.characters import is_blank
from build_hooks.reading.html_elements import HEADINGS, PARAGRAPHS

# The only id in the templates that could be a slug: all others have an underscore, which slugs have not.
_TAKEN = frozenset({"article"})


class Anchored:
    """The names of places in one page, each given once."""

    def __init__(self, paragraphs: int, taken: Iterable[str] = ()) -> None:
        """Begin with the names of that many paragraphs, and with those that are `taken`."""
        self._used = {*_TAKEN, *taken, *_names_of(paragraphs)}
        # How many of a name were tried before, so that a thousand headings of one name take no longer each.
        self._counts: defaultdict[str, int] = defaultdict(int)

    def heading(self, text: str) -> str:
        """Return a name for a heading: its slug, or the first of `x-2`, `x-3`, … that is free."""
        name = free = slug(text) or "section"
        while free in self._used:
            self._counts[name] += 1
            free = f"{name}-{self._counts[name] + 1}"
        self._used.add(free)
        return free


# Few numbers of paragraphs, and many pages.
@lru_cache(maxsize=1 << 7)
def _names_of(paragraphs: int) -> frozenset[str]:
    return frozenset(f"p{number}" for number in range(1, paragraphs + 1))


class Anchors(Extension):
    """Markdown extension: numbers paragraphs `p1`, `p2`, …, gives them a direction, and names headings after their text.

    A paragraph is what holds text of its own, be it an item of a list or a cell of a table, in the order of reading.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Register before `toc` (priority 5), which keeps the ids that it finds and would make `_1` of Arabic."""
        md.treeprocessors.register(_AnchorTreeprocessor(md), "nashir_anchors", 6)


# What Python-Markdown puts in the place of HTML and of references, which it brings back later on.
_PLACEHOLDER = re.compile(f"{STX}[^{ETX}]*{ETX}")


def _is_left_to_right(paragraph: Element) -> bool:
    return is_left_to_right(_PLACEHOLDER.sub("", "".join(paragraph.itertext())))


class _AnchorTreeprocessor(Treeprocessor):
    def run(self, root: Element) -> None:
        paragraphs = [element for element in root.iter() if self._is_paragraph(element)]
        names = Anchored(
            len(paragraphs), {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        )
        for number, element in enumerate(paragraphs, start=1):
            element.set("id", f"p{number}")
            # Not of an item of a list, whose mark would change sides, too.
            if element.tag == "p" and "dir" not in element.attrib and _is_left_to_right(element):
                element.set("dir", "ltr")
        for element in root:
            if element.tag in HEADINGS and "id" not in element.attrib:
                element.set("id", names.heading(self._text(element)))

    def _is_paragraph(self, element: Element) -> bool:
        if element.tag == "p":
            return not self._is_raw_block(element) and not self._is_contents(element)
        return element.tag in PARAGRAPHS and self._has_text(element)

    def _has_text(self, element: Element) -> bool:
        """Say whether there is text in an element that is in no block within it."""
        inline = (child for child in element if not self.md.is_block_level(child.tag))
        texts = (
            element.text,
            *(child.tail for child in element),
            *(text for child in inline for text in child.itertext()),
        )
        return any(text and not is_blank(text) for text in texts)

    def _is_raw_block(self, element: Element) -> bool:
        """Say whether a `p` only holds the place of a block of HTML or code, which replaces it later on."""
        placeholder = HTML_PLACEHOLDER_RE.fullmatch(element.text or "")
        if placeholder is None or len(element):
            return False
        raw = cast(RawHtmlPostprocessor, self.md.postprocessors["raw_html"])
        stashed = self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]
        return isinstance(stashed, str) and raw.isblocklevel(stashed)

    def _is_contents(self, element: Element) -> bool:
        """Say whether a `p` only holds the place of the table of contents, which `toc` puts there later on."""
        if "toc" not in self.md.treeprocessors or len(element):
            return False
        marker = cast(TocTreeprocessor, self.md.treeprocessors["toc"]).marker
        return bool(marker) and (element.text or "").strip() == marker

    def _text(self, element: Element) -> str:
        return html.unescape(strip_tags(render_inner_html(element, self.md)))
