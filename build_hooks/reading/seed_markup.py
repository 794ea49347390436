"""Markdown as a seed may use it: a text, and no part of the page around it."""

from __future__ import annotations

from collections.abc import Callable
from re import Match
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from build_hooks.reading.safe_html import Refused, is_reserved, safe_html

# Python-Markdown's tags and comments, and what else browsers take for markup: `<!doctype html>`, `<?xml version="1.0"?>`.
_HTML = rf"{HTML_RE}|<[!?][^<>]*>"


class Refusal(NamedTuple):
    """Something in a seed that readers do not get as its Markdown would have it."""

    kind: Refused
    written: str


class SeedMarkup(Extension):
    """Markdown extension for texts that nobody vouches for; to be registered after all others.

    HTML in the text is shown as text. Of what the other extensions make, only what shows a text comes through.
    """

    def __init__(self) -> None:
        super().__init__()
        self.refusals: dict[Refusal, None] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Take the ways of HTML into the page away, and look at what comes out at the very end."""
        md.registerExtension(self)
        # Takes blocks of HTML out of the text, to put them into the page as they are.
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.register(_HtmlAsText(self, md), "html", 90)
        # After `attr_list` (8); before `nashir_anchors` (6), which would leave an id that it finds, and before MkDocs
        # (0), which would stop at an address that cannot be read.
        md.treeprocessors.register(_FreeAttributes(self, md), "nashir_free_attributes", 7)
        md.postprocessors.register(_SafeHtml(self, md), "nashir_safe_html", -100)

    def reset(self) -> None:
        """Forget what was refused in the text before."""
        self.refusals = {}

    def refuse(self, kind: Refused, written: str) -> None:
        """Note what readers do not get; the same thing once, as Python-Markdown asks for parts of a page twice."""
        self.refusals[Refusal(kind, written)] = None


def refusals(markdown: Markdown) -> tuple[Refusal, ...]:
    """Return what was refused in the text that `markdown` converted last, in order; nothing where it trusts texts."""
    return tuple(
        refusal
        for extension in markdown.registeredExtensions
        if isinstance(extension, SeedMarkup)
        for refusal in extension.refusals
    )


class _HtmlAsText(HtmlInlineProcessor):
    def __init__(self, markup: SeedMarkup, md: Markdown) -> None:
        super().__init__(_HTML, md)
        self._markup = markup

    def handleMatch(self, m: Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        written = self.backslash_unescape(self.unescape(m[0]))
        self._markup.refuse(Refused.HTML, written)
        # The serialiser would leave `&lt;` as it is.
        return written.replace("&", "&amp;"), m.start(0), m.end(0)


class _FreeAttributes(Treeprocessor):
    """Takes attributes away on which others would stumble before the HTML is there to be looked at."""

    def __init__(self, markup: SeedMarkup, md: Markdown) -> None:
        super().__init__(md)
        self._markup = markup

    def run(self, root: Element) -> None:
        for element in root.iter():
            self._write_small(element)
            # Nothing may be called like a paragraph: here none is numbered yet.
            self._drop(element, "id", Refused.ATTRIBUTE, lambda name: is_reserved(name, ""))
            self._drop(element, "href", Refused.LINK, _is_no_address)
            self._drop(element, "src", Refused.IMAGE, _is_no_address)

    def _write_small(self, element: Element) -> None:
        """Give attributes the names by which others look for them; of two with one name, the one that has it stays."""
        for name in [name for name in element.attrib if name != name.lower()]:
            value = element.attrib.pop(name)
            if element.attrib.setdefault(name.lower(), value) != value:
                self._markup.refuse(Refused.ATTRIBUTE, f"{name}={value}")

    def _drop(self, element: Element, name: str, kind: Refused, is_bad: Callable[[str], bool]) -> None:
        value = element.get(name)
        if value is not None and is_bad(value):
            del element.attrib[name]
            self._markup.refuse(kind, value)


def _is_no_address(written: str) -> bool:
    try:
        urlsplit(written)
    except ValueError:
        return True
    return False


class _SafeHtml(Postprocessor):
    def __init__(self, markup: SeedMarkup, md: Markdown) -> None:
        super().__init__(md)
        self._markup = markup

    def run(self, text: str) -> str:
        return safe_html(text, self._markup.refuse)
