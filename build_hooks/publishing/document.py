"""What every HTML document needs and Material's base template leaves no block to give."""

from __future__ import annotations

import re

# Material puts the direction on <body>; the page's own scroll bar, title and selection follow <html>
# (https://www.w3.org/International/questions/qa-html-dir).
_LANGUAGE, _DIRECTION = '<html lang="ar" class="no-js"', '<html lang="ar" dir="rtl"'

# What Material's base template puts into every page for its scripts and its own look, neither of which is here:
# switches, a curtain, a link and two boxes that are never shown.
_UNUSED = re.compile(
    r'\s*(?:<input class="md-toggle"[^>]*>'
    r'|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="skip">(?:\s*<a [^>]*class="md-skip">[^<]*</a>)?\s*</div>'
    r'|<div data-md-component="announce">\s*</div>'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>)'
)

# Where white space means something.
_VERBATIM = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
# Not all that `strip` knows: an Arabic text may begin with a space that is meant.
_BLANK = " \t\r\f"


def mend(html: str) -> str:
    """Return a rendered document with its direction on `<html>`, and without what only takes up room in it."""
    html = html.replace(_LANGUAGE, _DIRECTION, 1)
    # Outside, verbatim element, its name, outside, …
    pieces = _VERBATIM.split(_UNUSED.sub("", html))
    for place in range(0, len(pieces), 3):
        pieces[place] = without_indentation(pieces[place])
    return "".join(piece for place, piece in enumerate(pieces) if place % 3 < 2)


def without_indentation(html: str) -> str:
    """Return HTML without the indentation of templates, which in the page would be an eighth of its weight.

    What stands before its first line break and behind its last one stays.
    """
    first, *lines = html.split("\n")
    if not lines:
        return html
    inner = [line for line in map(_strip, lines[:-1]) if line]
    return "\n".join([first.rstrip(_BLANK), *inner, lines[-1].lstrip(_BLANK)])


def _strip(line: str) -> str:
    return line.strip(_BLANK)
