"""Tell Arabic in Windows-1256 from everything else that is not UTF-8.

Every byte means something in Windows-1256, so decoding never fails; whether the result is Arabic has to be
seen in the words. What it must not be taken for: UTF-8 with a broken byte, ISO-8859-6 and MacArabic (the
same letters up to غ, others after it), Latin-1 and its kin (é and è stand where Windows-1256 has them,
ä and ß do not), other alphabets in eight bits, and files that are no text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

# Two letters side by side as UTF-8 writes them. In Windows-1256 these bytes read ط، ظ، and the like, twice
# without a space: no word is written so, and UTF-8 text of any length holds many.
_UTF_8_LETTERS = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){2}")

_LETTERS = "\u0621-\u0652\u0679-\u06d2"
_WORD = re.compile(f"[A-Za-z×÷\u00c0-\u024f{_LETTERS}]+")
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile(f"[{_LETTERS}]+")
# ة and ى end a word; other eight-bit alphabets put frequent letters there.
_MISPLACED = re.compile("[ةى][\u0621-\u063a\u0641-\u064a]")
# وBBC, الـUSB: an Arabic particle written up against a Latin name.
_JOINED = re.compile(f"[{_LETTERS}]+[A-Za-z]+|[A-Za-z]+[{_LETTERS}]+")

# How often each letter stands among 100 of running text, counted in Arabic encyclopedic prose.
_FREQUENCY: Mapping[str, float] = {
    **{"ا": 14, "ل": 11, "ي": 8, "م": 6.4, "و": 5.6, "ن": 5.1, "ر": 4.9, "ت": 3.9, "ب": 3.8, "ة": 3.4},
    **{"ع": 3.2, "د": 3.2, "س": 2.8, "ف": 2.4, "ه": 2.4, "أ": 2.2, "ك": 2, "ق": 1.9, "ح": 1.8, "ج": 1.2},
    **{"ش": 1, "ط": 0.9, "إ": 0.9, "ص": 0.8, "ى": 0.7, "خ": 0.7, "ث": 0.7, "ز": 0.6, "ض": 0.5, "غ": 0.5},
    **{"ذ": 0.5, "ُ": 0.4, "ّ": 0.4, "ً": 0.4, "ئ": 0.3, "َ": 0.3, "ء": 0.2, "ظ": 0.2, "ِ": 0.2, "آ": 0.2},
    **{"ؤ": 0.1, "ْ": 0.1, "ٍ": 0.1, "ـ": 0.1, "ٌ": 0.1, "پ": 0.1, "چ": 0.1, "گ": 0.1, "ک": 0.1, "ژ": 0.1},
}
_RARE = 0.02

# Real text scores about 1.5 a letter, with few texts below 0.5; letters drawn by lot score -0.5. The slack is
# for a few words with rare letters.
_LOWEST_SCORE = -3.0
# A word or two of ل, م, ن, ه read either way; below this much evidence the wider-spread encoding is believed.
_EVIDENCE = math.log(100)


def is_windows_1256(data: bytes) -> bool:
    """Tell whether `data`, which is not UTF-8, is Arabic text in Windows-1256.

    Latin words may be more than the Arabic ones, as in a short article with English labels. A text of one or
    two words can be good Arabic in ISO-8859-6 as well, and is then taken for Windows-1256.
    """
    if _UTF_8_LETTERS.search(data):
        return False
    words = Counter(_WORD.findall(data.decode("cp1256")))
    if not _is_arabic(words):
        return False
    purely = {word: count for word, count in words.items() if not _LATIN.search(word)}
    score = _score(purely)
    as_iso_8859_6 = {word.encode("cp1256").decode("iso8859_6", "replace"): n for word, n in purely.items()}
    return score > _LOWEST_SCORE and _score(as_iso_8859_6) < score + _EVIDENCE


def _is_arabic(words: Mapping[str, int]) -> bool:
    arabic = strange = 0
    for word, count in words.items():
        if word.isascii() or _JOINED.fullmatch(word):
            continue
        if _ARABIC.fullmatch(word) and not _MISPLACED.search(word):
            # å, ä and ø standing alone would be Arabic letters; so is و, but no text has only that.
            arabic += count if len(word) > 1 else 0
        elif _ARABIC.search(word):
            strange += count
    return arabic > 0 and arabic >= 10 * strange


def _score(words: Mapping[str, int]) -> float:
    """Return how likely the letters are in Arabic: the logarithm, against letters of one in a hundred."""
    return sum(
        count * math.log(_FREQUENCY.get(letter, _RARE)) for word, count in words.items() for letter in word
    )
