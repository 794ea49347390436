"""What may stand between two words of a term."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from build_hooks.arabic.tokens import without_invisible

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212"
_TIGHT = frozenset((*_HYPHENS, "_"))
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")

_CLOSING = {"«": "»", "“": "”", "”": "“", "„": "“", '"': '"', "‹": "›", "‘": "’", "'": "'"}
_OPENED = re.compile(rf"\s+([{''.join(_CLOSING)}])\Z")

DASH = "-"
"""The label of a hyphen with white space beside it, which joins only where the term has a hyphen, too."""


class Gap(NamedTuple):
    """What the characters between two words mean for a term that would go across them."""

    label: str
    """Empty where they join any two words; else what the term must have between its words."""

    closing: str = ""
    """The quotation mark that must follow the term, because one is opened here."""


@lru_cache(maxsize=4096)
def gap_between(written: str) -> Gap:
    """Tell what the characters between two words mean.

    White space of any kind joins, and so do a hyphen without spaces and the `_` of a hashtag. So does a
    quotation mark that opens before the last words of a name and closes behind it: حركة «حماس». Anything else
    (full stop, comma, colon, dash, bracket) parts, but for the terms that are written with it: AT&T.

    Args:
        written: the characters between two words.

    Returns:
        Their meaning.
    """
    visible = without_invisible(written)
    if not visible.strip() or visible in _TIGHT:
        return Gap("")
    if opened := _OPENED.match(visible):
        return Gap("", _CLOSING[opened[1]])
    label = " ".join(visible.split()).translate(_APOSTROPHES)
    return Gap(DASH if label in tuple(_HYPHENS) else label)


def labels_in_term(written: str) -> tuple[str, ...]:
    """Give the labels of gaps in a text that are equal to what a term has between two of its words."""
    if without_invisible(written).strip() in tuple(_HYPHENS):
        return ("", DASH)
    return (gap_between(written).label,)
