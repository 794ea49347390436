"""What every HTML document needs and Material's base template leaves no block to give."""

from __future__ import annotations

# Material puts the direction on <body>; the page's own scroll bar, title and selection follow <html>
# (https://www.w3.org/International/questions/qa-html-dir).
_LANGUAGE, _DIRECTION = '<html lang="ar"', '<html lang="ar" dir="rtl"'
# Attributes that a checkbox may not have (HTML Living Standard, the input element).
_AUTOCOMPLETE = ' type="checkbox" id="{}" autocomplete="off"'


def mend(html: str) -> str:
    """Return a rendered document with its direction on `<html>` and without Material's faulty attributes."""
    html = html.replace(_LANGUAGE, _DIRECTION, 1)
    for name in ("__drawer", "__search"):
        html = html.replace(_AUTOCOMPLETE.format(name), f' type="checkbox" id="{name}"', 1)
    return html
