"""What every HTML document needs and Material's base template leaves no block to give."""

from __future__ import annotations

import re

# Material puts the direction on <body>; the page's own scroll bar, title and selection follow <html>
# (https://www.w3.org/International/questions/qa-html-dir).
_LANGUAGE, _DIRECTION = '<html lang="ar" class="no-js"', '<html lang="ar" dir="rtl"'

# What Material's base template puts into every page for its scripts and its own look, neither of which is here:
# switches, a curtain, a link and two boxes that are never shown.
_UNUSED = re.compile(
    r'(?<!\s)\s*+(?:<input class="md-toggle"[^>]*>'
    r'|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="skip">(?:\s*<a [^>]*class="md-skip">[^<]*</a>)?\s*</div>'
    r'|<div data-md-component="announce">\s*</div>'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>)'
)

# Where white space means something.
_VERBATIM = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
# Not `\s`: an Arabic text may begin with a space that is meant.
_INDENTATION = re.compile(r"(?<![ \t\r\f])[ \t\r\f]*+\n[ \t\r\n\f]*")


def mend(html: str) -> str:
    """Return a rendered document with its direction on `<html>`, and without what only takes up room in it."""
    html = html.replace(_LANGUAGE, _DIRECTION, 1)
    return _without_indentation(_UNUSED.sub("", html))


def _without_indentation(html: str) -> str:
    """Templates indent for those who read them; in the page it would be an eighth of its weight."""
    # Outside, verbatim element, its name, outside, …
    pieces = _VERBATIM.split(html)
    for place in range(0, len(pieces), 3):
        pieces[place] = _INDENTATION.sub("\n", pieces[place])
    return "".join(piece for place, piece in enumerate(pieces) if place % 3 < 2)
