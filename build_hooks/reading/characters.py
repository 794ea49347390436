"""The characters of a text: those nobody sees, those that cannot be published, and how to quote them."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

from build_hooks.arabic.direction import has_controls
from build_hooks.arabic.marks import INVISIBLE, code_points

_INVISIBLE = frozenset(map(chr, code_points(INVISIBLE)))

# Category Cc but for tab and line ends, surrogates, and the noncharacters of every plane (Unicode 16, section 23.7).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, sys.maxunicode, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LONGEST_QUOTE = 60


def is_blank(text: str) -> bool:
    """Tell whether a reader would see nothing of `text`: word processors leave lines of nothing but marks."""
    text = text.strip()
    return not text or (text[0] in _INVISIBLE and not trim(text))


def trim(text: str) -> str:
    """Return `text` without white space and invisible characters at its ends."""
    text = text.strip()
    if not text or (text[0] not in _INVISIBLE and text[-1] not in _INVISIBLE):
        return text
    begin, end = 0, len(text)
    while begin < end and _is_invisible(text[begin]):
        begin += 1
    while end > begin and _is_invisible(text[end - 1]):
        end -= 1
    return text[begin:end]


def _is_invisible(character: str) -> bool:
    return character in _INVISIBLE or character.isspace()


def one_line(text: str) -> str:
    """Return `text` trimmed, with every run of white space, line breaks too, as one space."""
    return " ".join(trim(text).split())


def one_line_places(text: str) -> list[int]:
    """Return where in `text` each character of `one_line(text)` stands; a space is where its white space begins."""
    bare = trim(text)
    first = text.find(bare)
    return [
        first + place
        for place, character in enumerate(bare)
        if not (character.isspace() and bare[place - 1].isspace())
    ]


# Of the text of each seed it is asked twice, by all who read it one behind the other, and it takes as long as decoding.
@lru_cache(maxsize=1)
def is_plain(text: str) -> bool:
    """Tell whether all of `text` but its line feeds can be printed, so that nothing in it turns its direction."""
    return text.replace("\n", "").isprintable()


def first_forbidden(text: str) -> int | None:
    """Return the index of the first character that no page can hold, None where there is none.

    Such are control characters, noncharacters and lone surrogates.
    """
    # Most texts are plain, which is found out ten times as fast.
    if is_plain(text):
        return None
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def code_point(character: str) -> str:
    """Name a character that cannot be shown: `U+0000`."""
    return f"U+{ord(character):04X}"


def quote(text: str) -> str:
    """Return the beginning of `text` in double quotes, on one line and fit for any terminal."""
    short = one_line(text[: 4 * _LONGEST_QUOTE])
    if len(short) > _LONGEST_QUOTE or len(text) > 4 * _LONGEST_QUOTE:
        short = short[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f'"{printable(short)}"'


def printable(text: str) -> str:
    """Return `text` with what cannot be printed on one line, or turns its direction, written as an escape."""
    if text.isprintable():
        return text
    return "".join(_escaped(c) if _is_unprintable(c) else c for c in text)


def _is_unprintable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or has_controls(character)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
