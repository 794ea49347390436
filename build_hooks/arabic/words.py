"""Words: how many there are, how long they take to read, where a text may be cut between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from build_hooks.arabic.direction import without_controls
from build_hooks.arabic.marks import INVISIBLE, TASHKEEL, TATWEEL, Ranges, character_class

WORDS_PER_MINUTE = 181
"""How fast adults read Arabic silently, in words a minute.

Source: M. Brysbaert, "How many words do we read per minute? A review and meta-analysis of reading rate",
Journal of Memory and Language 109 (2019), 104047, its table of other languages than English.
"""

_ACCENTS: Ranges = ((0x0300, 0x036F),)
# Tatweel is a letter to `\w`, but alone it is a dash to a reader.
_WORD = re.compile(
    rf"[^\W_\u0640][\w{character_class(_ACCENTS + TASHKEEL + TATWEEL + INVISIBLE)}]*"  # one class: linear
)
# What a character is to words, and a line feed to texts.
_ENDS, _MAKES, _STAYS, _PARTS = 0, 1, 2, 3
_SURROGATES = (0xD800, 0xDFFF)

_DANGLING = " .,،;؛:!?؟…-–—/\\|&«‹“„‘([{<\u061c\u200b\u200c\u200d\u200e\u200f\ufeff"
"""What must not stand before an ellipsis: separators, ends of sentences, opening marks, invisible marks."""


def word_count(text: str) -> int:
    """Count the words of a text.

    Args:
        text: any text.

    Returns:
        The number of runs of letters and digits. Tashkeel, tatweel, accents, invisible characters and `_`
        inside a run do not end it; white space and punctuation do.

    Source: Unicode Standard Annex 29, rules WB4, WB5 to WB10 and WB13; unlike it, a mark inside a number
    (3.5) or between letters (l'eau) ends a word.
    """
    return len(_WORD.findall(text))


def word_counts(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return the `word_count` of each of many texts without line feeds, in less than half of the time that it takes."""
    joined = "\n".join([*texts, ""])
    units = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), "<u2")
    # What neither makes a word nor ends one says nothing of where one begins.
    kinds = _kinds().take(units).tobytes().translate(None, delete=bytes([_STAYS]))
    told = np.frombuffer(kinds, np.uint8)
    makes = told == _MAKES
    # A word begins where a character makes one and that before it does not.
    begins = np.flatnonzero(makes & ~np.roll(makes, 1))
    counts = np.bincount(np.cumsum(told == _PARTS)[begins], minlength=len(texts))
    if len(units) > len(joined):
        # Some characters take two units, such as emoji.
        first, last = _SURROGATES
        pairs = np.flatnonzero((first <= units) & (units <= last))
        for place in np.unique(np.searchsorted(np.flatnonzero(units == ord("\n")), pairs)).tolist():
            counts[place] = word_count(texts[place])
    return counts


@cache
def _kinds() -> NDArray[np.uint8]:
    """Tell by code what each character of Unicode's first plane is to words: `_WORD`, for many at once."""
    kinds = np.full(1 << 16, _ENDS, np.uint8)
    for first, last in (*_ACCENTS, *TASHKEEL, *INVISIBLE):
        kinds[first : last + 1] = _STAYS
    # Some of these are letters too.
    kinds[np.strings.isalnum(np.arange(1 << 16, dtype=np.uint32).view("U1"))] = _MAKES
    kinds[[ord("_"), ord("\u0640")]] = _STAYS
    kinds[ord("\n")] = _PARTS
    return kinds


def reading_minutes(words: int) -> int:
    """Tell how long a text takes to read.

    Args:
        words: how many words it has.

    Returns:
        Whole minutes at `WORDS_PER_MINUTE`, rounded up, at least 1.
    """
    return max(1, -(-words // WORDS_PER_MINUTE))


def shorten(text: str, length: int) -> str:
    """Cut a text at the end of a word, so that it fits.

    Args:
        text: any text; each run of its white space becomes one space, and what turns its direction goes, since
            the end of it may be cut off.
        length: the most characters (code points) that the result may have, at least 1.

    Returns:
        The text where it fits, else as many whole words as fit before a final `…`, without punctuation that
        would dangle there. Of a first word that is too long alone, as many letters as fit with their marks.

    Raises:
        ValueError: `length` is less than 1.
    """
    if length < 1:
        msg = f"a text cannot be cut to {length} characters"
        raise ValueError(msg)
    text = _beginning(text, length)
    if len(text) <= length:
        return text
    room = length - 1
    end = room if text[room] == " " else text.rfind(" ", 0, room)
    head = text[: end if end > 0 else _before_marks(text, room)]
    return f"{head.rstrip(_DANGLING)}…"


def _beginning(text: str, length: int) -> str:
    """Give a text on one line, or a beginning of it that is longer than `length`."""
    # A text of a million letters is shortened for every list that it is in.
    for part in (text[: 2 * length], text):
        # What can be printed has neither controls nor white space other than spaces.
        is_plain = part.isprintable() and "  " not in part
        beginning = part.strip() if is_plain else " ".join(without_controls(part).split())
        if len(beginning) > length:
            break
    return beginning


def _before_marks(text: str, end: int) -> int:
    """Move a cut back to where it does not part a letter from its combining marks."""
    while end > 0 and unicodedata.category(text[end]).startswith("M"):
        end -= 1
    return end
