"""What every HTML document needs and Material's base template leaves no block to give."""

from __future__ import annotations

import re

# Material puts the direction on <body>; the page's own scroll bar, title and selection follow <html>
# (https://www.w3.org/International/questions/qa-html-dir).
_LANGUAGE, _DIRECTION = '<html lang="ar" class="no-js"', '<html lang="ar" dir="rtl"'

# What Material's base template puts into every page for its scripts and its own look, neither of which is here:
# switches, a curtain, a link and two boxes that are never shown, and names of parts.
_UNUSED = re.compile(
    r'(?<!\s)\s*+(?:<input class="md-toggle"[^>]*>'
    r'|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="skip">(?:\s*<a [^>]*class="md-skip">[^<]*</a>)?\s*</div>'
    r'|<div data-md-component="announce">\s*</div>'
    r'|(?<=<div class="md-container" )data-md-component="container"'
    r'|(?<=<main class="md-main" )data-md-component="main"'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>)'
)

# Where white space means something.
_VERBATIM = ("pre", "textarea", "script", "style")
_OPENING = re.compile(rf"<({'|'.join(_VERBATIM)})\b", re.IGNORECASE | re.ASCII)
_CLOSING = {name: re.compile(f"</{name}>", re.IGNORECASE | re.ASCII) for name in _VERBATIM}
# Not all that `strip` knows: an Arabic text may begin with a space that is meant.
_BLANK = " \t\r\f"
# Python finds line breaks at once, and so what is told of them by a pattern that begins with one.
_BESIDE_BLANK = re.compile(f"\\n(?:[{_BLANK}\\n]|(?<=[{_BLANK}]\\n))")
_INDENTATION = re.compile(f"\\n[{_BLANK}\\n]+")
_BLANKS = re.compile(f"(?<![{_BLANK}])[{_BLANK}]++\\n")


def mend(html: str) -> str:
    """Return a rendered document with its direction on `<html>`, and without what only takes up room in it."""
    html = html.replace(_LANGUAGE, _DIRECTION, 1)
    html = _UNUSED.sub("", html)
    pieces, done = [], 0
    # What is never closed is looked for once, not once for each time that it is opened.
    unclosed: set[str] = set()
    for opening in _OPENING.finditer(html):
        name = opening[1].lower()
        if opening.start() < done or name in unclosed:
            continue
        closing = _CLOSING[name].search(html, opening.end())
        if closing is None:
            unclosed.add(name)
            continue
        pieces += [
            without_indentation(html[done : opening.start()]),
            html[opening.start() : closing.end()],
        ]
        done = closing.end()
    return "".join([*pieces, without_indentation(html[done:])])


def without_indentation(html: str) -> str:
    """Return HTML without the indentation of templates, which in the page would be an eighth of its weight.

    What stands before its first line break and behind its last one stays.
    """
    if not _BESIDE_BLANK.search(html):
        return html
    html = _INDENTATION.sub("\n", html)
    # Blanks before a break are rare, and those between words many.
    return _BLANKS.sub("\n", html) if _BESIDE_BLANK.search(html) else html
