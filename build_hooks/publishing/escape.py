"""Literal text through Markdown: escaped on the way in, plain again on the way out."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markupsafe import escape as markup

# Every ASCII punctuation mark means something to Markdown or to one of its extensions, somewhere.
# A character reference means only itself, whichever extensions an editor turns on. A tab would become spaces.
_REFERENCES = {ord(mark): f"&#{ord(mark)};" for mark in "\t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}

# These five mean something in HTML too, and stay references there.
_PLAIN = {reference: chr(code) for code, reference in _REFERENCES.items() if chr(code) not in "&<>\"'"}
_PLAIN_REFERENCE = re.compile("|".join(_PLAIN))

# Noncharacters of Unicode, which no seed may hold: 32 in a row, as many as there are marks, and one for the tab.
_SEALS = dict(zip(_REFERENCES.values(), map(chr, (0xFFFE, *range(0xFDD0, 0xFDF0))), strict=True))
_REFERENCE = re.compile("|".join(_SEALS))
_OPENED = {seal: _PLAIN.get(reference, reference) for reference, seal in _SEALS.items()}
_SEAL = re.compile("[\ufffe\ufdd0-\ufdef]")


def escape(text: str) -> str:
    """Return Markdown that renders to exactly `text`, one line of literal text without control characters.

    Measured: with Python-Markdown 3.11, text so escaped comes back unchanged from any mix of the extensions
    that MkDocs and Material recommend; backslash escapes do not, as some characters have none.
    """
    return text.translate(_REFERENCES)


# `replace` takes a tenth of the time of `translate`, which looks every Arabic letter up. The ampersand comes first.
_IN_HTML = tuple((mark, _REFERENCES[ord(mark)]) for mark in "&<>\"'")


def escape_html(text: str) -> str:
    """Return `text` in HTML as a page has it that went the way of `escape` and Markdown."""
    for mark, reference in _IN_HTML:
        if mark in text:
            text = text.replace(mark, reference)
    return text


def escaped(text: str) -> str:
    """Return `text` as HTML and as an attribute's value, to the letter what the templates' `e` gives."""
    # Most texts are plain, and Markup's own strings, which `e` makes, take longer than all the rest.
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return str(markup(text))
    return text


def seal(markdown: str) -> str:
    """Return Markdown that `escape` made with one character for each reference, which `PlainReferences` opens.

    Measured: Python-Markdown takes 8 seconds over a paragraph of 20,000 references, and four times as long over
    twice as many; over what is no mark to it, its time grows in line.
    """
    return _REFERENCE.sub(lambda match: _SEALS[match[0]], markdown)


class PlainReferences(Extension):
    """Markdown extension: opens what is sealed, and writes a mark as itself where HTML needs no reference.

    References are a third of a page's bytes.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Register after `raw_html` (priority 30), which puts the references in."""
        md.postprocessors.register(_ReferencePostprocessor(md), "nashir_references", 5)


class _ReferencePostprocessor(Postprocessor):
    def run(self, text: str) -> str:
        opened = _SEAL.sub(lambda match: _OPENED[match[0]], text)
        return _PLAIN_REFERENCE.sub(lambda match: _PLAIN[match[0]], opened)
