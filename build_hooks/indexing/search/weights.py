"""How much an occurrence of a word counts.

Okapi BM25 with fields: occurrences are weighed by where they stand and divided by the document's length here;
the client saturates and adds them up. S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25
and Beyond", Foundations and Trends in Information Retrieval 3 (2009), sections 3.4 and 3.6 (BM25F).
"""

from __future__ import annotations

import math

TITLE = 6
"""Occurrences in the text that one in the headline is worth."""

KEYWORD = 3
TAG = 3
CREDIT = 3
HEADING = 2

LENGTH_NORMALISATION = 0.4
"""BM25's b: 0 takes no notice of a document's length, 1 divides by it."""

LEVELS = 16
"""Into how many steps frequencies are put: four bits each."""

LOWEST = 0.25
"""The normalised frequency of level 0."""

STEP = 1.4
"""The ratio of two neighbouring levels."""

MOST_OCCURRENCES = 63
"""Weighted occurrences in one document that still make a difference."""


def levels(length: float) -> bytes:
    """Return the level of 0 to `MOST_OCCURRENCES` weighted occurrences in a document.

    Args:
        length: the document's, as a multiple of the average length in its collection.
    """
    divisor = 1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length
    return bytes(_level(count / divisor) for count in range(MOST_OCCURRENCES + 1))


def _level(frequency: float) -> int:
    """Return the level nearest to a normalised frequency, in ratio."""
    steps = round(math.log(max(frequency, LOWEST) / LOWEST, STEP))
    return min(LEVELS - 1, steps)
