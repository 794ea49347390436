"""What the HTML standard says of elements."""

from __future__ import annotations

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

PARAGRAPHS = frozenset("caption dd dt figcaption li p td th".split())
"""Those that may hold text of their own, as a paragraph does, be it within others."""

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Those without an end tag (WHATWG HTML, section 13.1.2, void elements)."""
