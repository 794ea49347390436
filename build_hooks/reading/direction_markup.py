"""The characters in Markdown that turn the direction of text: written as references they count as such, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from re import Match
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from build_hooks.arabic.direction import closed, has_controls, without_controls
from build_hooks.errors import SeedWarning
from build_hooks.reading.html_elements import HEADINGS
from build_hooks.reading.lines import direction_warning

# None of them has a name.
_REFERENCE = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+);")


class DirectionMarkup(Extension):
    """Markdown extension: headings lose what turns the direction of text, in other blocks it is closed at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.references: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Take references before `entity` (80) does, and look at blocks between `attr_list` (8) and the anchors (6)."""
        md.registerExtension(self)
        md.inlinePatterns.register(_References(self, md), "nashir_direction_references", 81)
        md.treeprocessors.register(_Blocks(md), "nashir_direction_blocks", 6.5)

    def reset(self) -> None:
        """Forget the references in the text before."""
        self.references = set()


def direction_references(markdown: Markdown) -> frozenset[str]:
    """Return the references that turned the direction of the text that `markdown` converted last, as written."""
    return frozenset(
        reference
        for extension in markdown.registeredExtensions
        if isinstance(extension, DirectionMarkup)
        for reference in extension.references
    )


def reference_warnings(
    references: frozenset[str], text: str, first_line: int, source: str
) -> Iterator[SeedWarning]:
    """Yield a warning for each line of `text` that has one of `references`.

    A line of code that shows the same reference has one, too: Markdown tells what it found, not where.
    """
    if not references:
        return
    for number, line in enumerate(text.split("\n"), first_line):
        found = next((written for written in _REFERENCE.findall(line) if written in references), None)
        if found:
            yield direction_warning(unescape(found), source, number)


class _References(InlineProcessor):
    """Writes the characters themselves: code, in which a reference is none, has been taken out by now."""

    def __init__(self, markup: DirectionMarkup, md: Markdown) -> None:
        super().__init__(_REFERENCE.pattern, md)
        self._markup = markup

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name is Markdown's)
        self, m: Match[str], data: str
    ) -> tuple[str, int, int] | tuple[None, None, None]:
        character = unescape(m[0])
        if not has_controls(character):
            return None, None, None
        self._markup.references.add(m[0])
        return character, m.start(0), m.end(0)


class _Blocks(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in HEADINGS:
                _free(element)
            elif self.md.is_block_level(element.tag):
                self._close(element)

    def _close(self, block: Element) -> None:
        """Close what is open at the end of a block's own text, which is followed by other blocks in it, if any."""
        text, last = block.text or "", None
        for child in block:
            if self.md.is_block_level(child.tag):
                break
            text += f"{''.join(child.itertext())}{child.tail or ''}"
            last = child
        ends = closed(text).removeprefix(text)
        if ends and last is None:
            block.text = text + ends
        elif ends and last is not None:
            last.tail = (last.tail or "") + ends


def _free(heading: Element) -> None:
    for element in heading.iter():
        element.text = without_controls(element.text or "")
        element.tail = without_controls(element.tail or "")
        for name in {"alt", "title"} & set(element.keys()):
            # Markdown leaves references in attributes as they are.
            element.set(name, without_controls(_REFERENCE.sub(_resolved, element.get(name, ""))))


def _resolved(reference: Match[str]) -> str:
    character = unescape(reference[0])
    return character if has_controls(character) else reference[0]
