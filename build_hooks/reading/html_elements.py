"""What the HTML standard says of elements."""

from __future__ import annotations

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Those without an end tag (WHATWG HTML, section 13.1.2, void elements)."""
