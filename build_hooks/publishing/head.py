"""What a page says of itself in its `<head>`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from build_hooks.publishing.escape import escaped
from build_hooks.publishing.urls import url
from build_hooks.publishing.views import Link

CARD_SIZE = (1200, 630)
"""Width and height in pixels of the image for sharing: what Facebook and X show large (1.91 : 1)."""


class Head(NamedTuple):
    """What a page's `<head>` tells search engines, readers of feeds and those who share it; texts are not escaped."""

    description: str
    authors: tuple[str, ...] = ()
    is_found: bool = True
    """Whether search engines may list the page."""

    canonical: str | None = None
    """The page's whole address; None where the site's is not known."""

    properties: tuple[tuple[str, str], ...] = ()
    """Names and values in the Open Graph protocol, in order, but for the description, which serves it too."""

    has_image: bool = False
    """Whether the properties have a large image, which X and others show as a card."""

    feed: Link | None = None
    """The page's own feed, beside those of the site."""

    structured_data: str = ""
    """JSON-LD, escaped for a `<script>`; empty where there is none."""

    previous: str | None = None
    """The path of the page before it, if any."""

    next: str | None = None

    def html(self, root: str) -> str:
        """Return the elements for a page from which `root` leads to the site's root."""
        return "\n".join(self._elements(root))

    def _elements(self, root: str) -> Iterator[str]:
        if self.description:
            also = ' property="og:description"' if self.canonical else ""
            yield f'<meta name="description"{also} content="{escaped(self.description)}">'
        for author in self.authors:
            yield f'<meta name="author" content="{escaped(author)}">'
        if not self.is_found:
            yield '<meta name="robots" content="noindex">'
        if self.canonical:
            if self.feed:
                title, address = escaped(self.feed.text), url(self.feed.path)
                yield f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{root}{address}">'
            yield f'<link rel="canonical" href="{escaped(self.canonical)}">'
            for name, content in self.properties:
                yield f'<meta property="{name}" content="{escaped(content)}">'
            if self.has_image:
                yield '<meta name="twitter:card" content="summary_large_image">'
            yield f'<script type="application/ld+json">{self.structured_data}</script>'
        if self.previous is not None:
            yield f'<link rel="prev" href="{root}{url(self.previous)}">'
        if self.next is not None:
            yield f'<link rel="next" href="{root}{url(self.next)}">'
