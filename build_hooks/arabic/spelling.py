"""Spellings: a word with its alefs as written, and when two of them are two words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from build_hooks.arabic.fold import fold, strip_marks

ARTICLE = "ال"

# `fold` knows nothing of private characters, so the letters that must not fold pass through it as such.
_HIDE = str.maketrans("أإآ", "\ue000\ue001\ue002")
_SHOW = str.maketrans("\ue000\ue001\ue002", "أإآ")

# Letters that `fold` leaves alone, but for the alefs; most words consist of nothing else.
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")

_FATHATAN = frozenset("\u064b\u08f0\ufe70\ufe71")


@lru_cache(maxsize=1 << 16)
def spell(word: str) -> str:
    """Fold a word as `fold` does, but leave أ إ آ as written.

    Args:
        word: any word.

    Returns:
        The spelling; `bare(spell(word)) == fold(word)`.
    """
    if _PLAIN.fullmatch(word):
        return word
    hidden = unicodedata.normalize("NFKC", strip_marks(word)).translate(_HIDE)
    return fold(hidden).translate(_SHOW)


def bare(spelling: str) -> str:
    """Return a spelling with every alef bare: what a writer puts who leaves out hamzas."""
    return spelling.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")


def has_article(spelling: str) -> bool:
    """Tell whether a spelling begins with what looks like the article: ال before two letters or more."""
    return spelling.startswith(ARTICLE) and len(spelling) > len("الم")


def has_tanwin(word: str) -> bool:
    """Tell whether a word is written with the tanwin of the accusative, before its alef or after it."""
    return not _FATHATAN.isdisjoint(word)


def ends_in_persian_ya(word: str) -> bool:
    """Tell whether a word as written ends in ی, which on the Persian keyboard stands for ي and for ى."""
    return not _PLAIN.fullmatch(word) and unicodedata.normalize("NFKC", strip_marks(word)).endswith("ی")


def match_keys(spelling: str, *, persian_ya: bool = False) -> tuple[str, ...]:
    """Give the forms under which a word and its other spellings meet.

    They are the folded word, with ة for a final ه in a word with the article, which no pronoun can follow
    (العراقيه is العراقية, but أسره is not أسرة); and of a word that ends in the Persian ی two, for it stands
    for ي and for ى.

    Args:
        spelling: a word as `spell` gives it.
        persian_ya: whether `ends_in_persian_ya`.

    Returns:
        One form or two.

    Source: a noun takes the article or a pronoun, never both (K. Ryding, A Reference Grammar of Modern
    Standard Arabic, 2005, chapter 7).
    """
    key = bare(spelling)
    if has_article(key) and key.endswith("ه"):
        return (key[:-1] + "ة",)
    return (key, key[:-1] + "ى") if persian_ya else (key,)


def _read_lookalikes() -> frozenset[tuple[str, str]]:
    text = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8")
    groups = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


_LOOKALIKES = _read_lookalikes()


def are_different(one: str, other: str) -> bool:
    """Tell whether two spellings that are equal but for their alefs are two words.

    They are where the shipped list `lookalikes.txt` has both: أعلام and إعلام. Else the one is the other with
    a hamza left out or mistaken: امن and أمن, أسرائيل and إسرائيل.

    Args:
        one: a spelling, as `spell` gives it.
        other: another; the order makes no difference.

    Returns:
        True for two words.
    """
    if one == other:
        return False
    if (one, other) in _LOOKALIKES:
        return True
    return has_article(one) and has_article(other) and (one[2:], other[2:]) in _LOOKALIKES
