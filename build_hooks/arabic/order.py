"""The alphabetical order of an Arabic index, and the letter that heads an entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from build_hooks.arabic.fold import strip_marks

_ARABIC: Mapping[str, tuple[str, ...]] = {
    "ا": ("اءٱ",),
    "ب": ("ب", "پ"),
    "ت": ("تةۃٹ",),
    "ث": ("ث",),
    "ج": ("ج", "چ"),
    "ح": ("ح",),
    "خ": ("خ",),
    "د": ("دڈ",),
    "ذ": ("ذ",),
    "ر": ("رڑڕ",),
    "ز": ("ز", "ژ"),
    "س": ("س",),
    "ش": ("ش",),
    "ص": ("ص",),
    "ض": ("ض",),
    "ط": ("ط",),
    "ظ": ("ظ",),
    "ع": ("ع",),
    "غ": ("غ",),
    "ف": ("فڢ", "ڤڥ"),
    "ق": ("قڧ", "ڨ"),
    "ك": ("كکڪ", "گڭݣ"),
    "ل": ("لڵ",),
    "م": ("م",),
    "ن": ("نں",),
    "ه": ("هہھە",),
    "و": ("وۆۇۋ",),
    "ي": ("يىیێے",),
}
"""Under each letter, in order, the letters that stand there; those in one string are equal."""

# Latin letters that Unicode does not take apart into a letter and an accent.
_LATIN_WITHOUT_DECOMPOSITION = {"Ø": "O", "Ł": "L", "Đ": "D", "Æ": "AE", "Œ": "OE", "ß": "SS", "ı": "I"}

_FIGURES = "0123456789"

LETTERS: tuple[str, ...] = tuple(_ARABIC)
"""The 28 letters in order."""

DIGITS = "0–9"
"""The heading of what begins with a digit."""

OTHER = "…"
"""The heading of what begins with none of our letters or digits; the last one."""

_WORD = re.compile(r"[^\W_]+")

_LAST = chr(0x10FFFF)
"""Sorts after every letter of every script."""

_ENDINGS = ("", "ا", "ات", "ان", "ين", "ي", "ية", "ه", "ها", "هم", "نا", "اته", "اتها", "اتهم")
"""What may follow a verbal noun: tanwin, plural, dual, the adjective, pronouns."""


def _weights() -> tuple[dict[int, str], dict[str, str]]:
    """Give each character's weight, one or two characters to sort by, and each weight's heading.

    Weights begin at U+0002, above the space between words (U+0001) and below the letters of other scripts.
    """
    rows = [(heading, row) for heading, rows in _ARABIC.items() for row in rows]
    rows += [(letter, letter + letter.lower()) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    rows += [(DIGITS, digit) for digit in _FIGURES]
    weights = {ord(char): chr(place) for place, (_, row) in enumerate(rows, start=2) for char in row}
    headings = {chr(place): heading for place, (heading, _) in enumerate(rows, start=2)}
    for char, latin in _LATIN_WITHOUT_DECOMPOSITION.items():
        weights[ord(char)] = weights[ord(char.lower())] = latin.upper().translate(weights)
    for figures in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"):
        weights |= {ord(figure): weights[ord(digit)] for figure, digit in zip(figures, _FIGURES, strict=True)}
    return weights, headings


_WEIGHTS, _HEADINGS = _weights()

# Accents of Latin letters, and the madda and hamza that NFKD takes from آ أ ؤ إ ئ.
_DROP_ACCENTS: Mapping[int, None] = dict.fromkeys((*range(0x0300, 0x0370), *range(0x0653, 0x0656)))
_TO_WEIGHTS = {ord(" "): "\x01", **_WEIGHTS, **_DROP_ACCENTS}

_SHAPES = str.maketrans("ٱیکى", "ايكي")
"""Other shapes of letters in the words of the exceptions file."""


def _forms(lines: Iterable[str]) -> Iterable[str]:
    """Give every word that the lines of the exceptions file stand for."""
    for line in lines:
        word = line.partition("#")[0].strip()
        if word.endswith("*"):
            yield from (word[:-1] + ending for ending in _ENDINGS)
        elif word:
            yield word


_NO_ARTICLE = frozenset(
    _forms(Path(__file__).with_name("article_exceptions.txt").read_text(encoding="utf-8").splitlines())
)


def _without_article(word: str) -> str:
    """Take the article from a word, unless the word only looks as if it had one."""
    plain = word.translate(_SHAPES)
    # The article is written with a bare alef (ألمانيا has none) before two letters or more (الى has none).
    if len(plain) > len("الى") and plain.startswith("ال") and plain not in _NO_ARTICLE:
        return word[len("ال") :]
    return word


# An index sorts its terms, and with them its references, and asks for their letters.
@lru_cache(1 << 13)
def _weigh(text: str) -> str:
    """Give the text as weights: its words, each character in its place, between spaces."""
    composed = strip_marks(unicodedata.normalize("NFKC", text)).translate(_DROP_ACCENTS)
    first, *others = _WORD.findall(composed) or [""]
    words = " ".join((_without_article(first), *others))
    return unicodedata.normalize("NFKD", words).translate(_TO_WEIGHTS) or _LAST


def collation_key(text: str) -> tuple[str, str]:
    """Give the key by which an index sorts a term.

    The article of the first word is passed over (العراق stands under ع), but not an ال that is part of the
    word (التزام, المانيا, الله). Tashkeel, tatweel, punctuation and letter case are passed over, a word
    stands before a longer one that begins with it (word by word), the forms of alef are one letter, ؤ is و,
    ئ and ى are ي, ة is ت. Persian letters stand behind their nearest Arabic one, Latin letters behind all
    Arabic ones, digits behind these, and anything else last. The text itself decides what is then still
    equal, so that two keys are equal only for equal texts.

    Args:
        text: the term.

    Returns:
        A key to sort by, of no other use.

    Source: the alphabetical (هجائي) order of the 28 letters. ة with ت and ى with ي as in Unicode CLDR's
    collation for `ar` (`&ت<<ة`, `&ي<<ى`); a letter with hamza goes by its seat, and the article is passed
    over, as in Arabic library catalogues; Persian letters where Unicode's DUCET has them.
    """
    return _weigh(text), text


def index_letter(text: str) -> str:
    """Give the heading under which an index has a term.

    Args:
        text: the term.

    Returns:
        One of `LETTERS`, a capital Latin letter, `DIGITS` or `OTHER`. In the order of `collation_key`, terms
        of one heading stand together.
    """
    return _HEADINGS.get(_weigh(text)[0], OTHER)
