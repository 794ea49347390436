"""Literal text through Markdown: escaped on the way in, plain again on the way out."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

# Every ASCII punctuation mark means something to Markdown or to one of its extensions, somewhere.
# A character reference means only itself, whichever extensions an editor turns on.
_REFERENCES = {ord(mark): f"&#{ord(mark)};" for mark in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}

# These five mean something in HTML too, and stay references there.
_PLAIN = {reference: chr(code) for code, reference in _REFERENCES.items() if chr(code) not in "&<>\"'"}
_PLAIN_REFERENCE = re.compile("|".join(_PLAIN))

# Unicode's 32 noncharacters in a row, which no seed may hold: as many as there are marks.
_SEALS = {reference: chr(0xFDD0 + number) for number, reference in enumerate(_REFERENCES.values())}
_REFERENCE = re.compile("|".join(_SEALS))
_OPENED = {seal: _PLAIN.get(reference, reference) for reference, seal in _SEALS.items()}
_SEAL = re.compile("[\ufdd0-\ufdef]")


def escape(text: str) -> str:
    """Return Markdown that renders to exactly `text`, one line of literal text without control characters.

    Measured: with Python-Markdown 3.11, text so escaped comes back unchanged from any mix of the extensions
    that MkDocs and Material recommend; backslash escapes do not, as some characters have none.
    """
    return text.translate(_REFERENCES)


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
