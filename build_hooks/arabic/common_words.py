"""The shipped list of words that only look as if they had a clitic or an ending."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from build_hooks.arabic.spelling import bare, has_tanwin, spell

_PLURALS = ("", "ا", "ات", "ان", "ين", "ون")
"""The endings that a star stands for."""


class Listing(Enum):
    """What `common_words.txt` says of a word."""

    WORD = "word"
    EITHER = "either"
    """A word that is as often a clitic and a word: بحرية."""


def _read() -> tuple[dict[str, Listing], frozenset[str]]:
    listed: dict[str, Listing] = {}
    adverbs: set[str] = set()
    text = Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8")
    for entry in " ".join(line for line in text.splitlines() if not line.startswith("#")).split():
        listing = Listing.EITHER if entry.endswith("?") else Listing.WORD
        word = entry.rstrip("?")
        if has_tanwin(word):
            adverbs.add(bare(spell(word)))
            continue
        endings = _PLURALS if word.endswith("*") else ("",)
        for ending in endings:
            spelling = spell(word.rstrip("*")) + ending
            listed.setdefault(spelling, listing)
            listed.setdefault(bare(spelling), listing)
    return listed, frozenset(adverbs)


_LISTED, _ADVERBS = _read()


def listing_of(spelling: str) -> Listing | None:
    """Look a word up in the list.

    Args:
        spelling: a word as `spell` gives it. It finds an entry that has the same hamzas, or has them all
            where the word has none: كامل is in the list, كأمل (like hope) is not.

    Returns:
        What the list says; None where the word, with or without the alef of the accusative, is not in it.
    """
    found = _LISTED.get(spelling)
    if found is None and spelling.endswith("ا"):
        return _LISTED.get(spelling[:-1])
    return found


def is_adverb(spelling: str) -> bool:
    """Tell whether a word written with tanwin is another than the noun it seems to come from: جدًا."""
    return bare(spelling) in _ADVERBS
