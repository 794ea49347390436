"""What an image for sharing shows, without the means to draw it."""

from __future__ import annotations

from dataclasses import dataclass


class CardError(Exception):
    """Cards cannot be drawn here; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Card:
    """What an image for sharing shows."""

    headline: str
    name: str
    """The site's name."""

    kicker: str = ""
    """The article's first tag."""

    date: str = ""
    """In words: `24 نوفمبر 2026`."""
