"""Pages that lead from another name of a term to the term."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from build_hooks.model import Index
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import term_path, url

# The address is a sibling's, so that it holds wherever the site stands; search engines take the canonical for the page.
_PAGE = """<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{address}">
<meta http-equiv="refresh" content="0; url={address}">
<meta name="robots" content="noindex">
</head>
<body><p>انظر <a href="{address}">{title}</a>.</p></body>
</html>
"""


def redirects(path: str, index: Index) -> Iterator[SiteFile]:
    """Yield a page for each other name of a term in the index at `path`."""
    for reference in index.references:
        address = f"../{url(reference.term.slug)}/"
        page = _PAGE.format(title=escape(reference.term.name), address=address)
        yield SiteFile(f"{term_path(path, reference.slug)}index.html", page)
