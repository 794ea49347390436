"""Words in letters of two alphabets that look alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_hooks.errors import SeedWarning
from build_hooks.reading.characters import quote
from build_hooks.reading.declarations import Declarations, values_of
from build_hooks.reading.fields import Field

_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_ALPHABETS = (
    re.compile("[A-Za-z\u00c0-\u024f]"),
    re.compile("[\u0370-\u03ff]"),
    re.compile("[\u0400-\u052f]"),
)
_WORD = re.compile(r"\w+")


def mixed_word(text: str) -> str | None:
    """Return the first word of `text` with letters of two of the Latin, Greek and Cyrillic alphabets.

    To a reader such a word (NАTO with a Cyrillic А) is the same as the one in one alphabet; to a program it is
    another.

    Source: Unicode Technical Standard 39, section 5.1, mixed-script detection, for the three alphabets whose
    letters are taken for one another.
    """
    if not _GREEK_OR_CYRILLIC.search(text):
        return None
    return next((word for word in _WORD.findall(text) if _is_mixed(word)), None)


def lookalike_warnings(declarations: Declarations, source: str) -> Iterator[SeedWarning]:
    """Yield a warning for each keyword and tag with such a word."""
    for field in (Field.KEYWORDS, Field.TAGS):
        values = values_of(declarations, field)
        # One look at all of them: hardly ever is there such a word.
        if mixed_word("\n".join(values)) is None:
            continue
        for word in filter(None, map(mixed_word, values)):
            message = f"{quote(word)} has letters of two alphabets that look alike; type it anew in one"
            yield SeedWarning(message, source, declarations[field].line)


def _is_mixed(word: str) -> bool:
    return sum(alphabet.search(word) is not None for alphabet in _ALPHABETS) > 1
