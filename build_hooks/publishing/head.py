"""What a page says of itself in its `<head>`."""

from __future__ import annotations

from dataclasses import dataclass

from build_hooks.publishing.views import Link

CARD_SIZE = (1200, 630)
"""Width and height in pixels of the image for sharing: what Facebook and X show large (1.91 : 1)."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's `<head>` tells search engines, readers of feeds and those who share it; texts are not escaped."""

    description: str
    author: str | None = None
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
