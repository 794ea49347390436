"""What an image for sharing shows, without the means to draw it."""

from __future__ import annotations

from typing import NamedTuple


class CardError(Exception):
    """Cards cannot be drawn here; the message says what to install."""


class Card(NamedTuple):
    """What an image for sharing shows."""

    headline: str
    name: str
    """The site's name."""

    kicker: str = ""
    """The article's first tag."""

    date: str = ""
    """In words: `24 نوفمبر 2026`."""
