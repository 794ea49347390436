"""What a reader's browser may load and run on the site's pages (Content Security Policy Level 3, W3C).

Everything comes from the site itself. Nothing inline stands in a page, so that no hash is needed: JSON-LD is a data
block, which is no script to browsers (WHATWG HTML, section 4.12.1). Two of the site's own style sheets hold `data:`
images. `frame-ancestors` would be ignored, as it counts in a header only, which a static host does not let us send.
"""

from __future__ import annotations

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"


def policy_meta(policy: str) -> str:
    """Return the element that makes `policy` hold from there on in the page; nothing where it is empty."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n' if policy else ""
