"""Clitics: the particles that Arabic writes together with the word behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from build_hooks.arabic.spelling import ARTICLE, has_article

CONJUNCTIONS = "وف"
PREPOSITIONS = "بكل"
_CONJUNCTIONS, _PREPOSITIONS = tuple(CONJUNCTIONS), tuple(PREPOSITIONS)

_SHORTEST = 2
"""How many letters what is left must have at least."""

_LAM = "ل"
_ARABIC_LETTERS = ("\u0620", "\u06ff")


class Reading(NamedTuple):
    """A way to read a written word: clitics and the word that is left."""

    clitics: str
    """What stands before the word, outermost first: `ول`; without the article."""

    word: str
    """What is left, its article restored where a clitic swallowed its alef: العراق of للعراق."""

    splits: tuple[tuple[str, str], ...] = ()
    """Each whole that was taken apart with what it left; if one is itself a word, the reading is wrong."""

    restored: bool = False
    """Whether the article at the word's head is not written so, but follows from لل."""


def readings(spelling: str) -> Iterator[Reading]:
    """Give every way to read a word, the one without clitics first.

    At most one conjunction (و or ف) stands before at most one preposition (ب, ك or ل), and both before the
    article. ل and the article become لل, and before a word in ل the three lams become two: للاجئين is ل +
    لاجئين as well as ل + اللاجئين. The article that Arabic texts put before a word in Latin letters or
    figures (الـNATO) is a clitic, too. The س of the future stands before verbs and the أ of a question before
    a clause; neither is taken off.

    Args:
        spelling: a word as `spell` gives it.

    Returns:
        The readings; which of them are right is for a dictionary to say, see `Reading.splits`.

    Source: the slots and their order, N. Habash, Introduction to Arabic Natural Language Processing (2010),
    chapter 4; the particles, K. Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 16 and
    18.
    """
    yield Reading("", spelling)
    yield from _foreign("", spelling, ())
    yield from _with_preposition("", spelling, ())
    if spelling.startswith(_CONJUNCTIONS) and len(spelling) > _SHORTEST:
        rest = spelling[1:]
        splits = ((spelling, rest),)
        yield Reading(spelling[0], rest, splits)
        yield from _foreign(spelling[0], rest, splits)
        yield from _with_preposition(spelling[0], rest, splits)


def _with_preposition(before: str, spelling: str, splits: tuple[tuple[str, str], ...]) -> Iterator[Reading]:
    if not spelling.startswith(_PREPOSITIONS) or len(spelling) <= _SHORTEST:
        return
    clitics, rest = before + spelling[0], spelling[1:]
    yield Reading(clitics, rest, (*splits, (spelling, rest)))
    yield from _foreign(clitics, rest, splits)
    if spelling.startswith(_LAM + _LAM):
        # للجنة is of لجنة, a word, and not of الجنة.
        yield Reading(clitics, ARTICLE + rest[1:], (*splits, (rest, rest[1:])), restored=True)
        yield Reading(clitics, ARTICLE + rest, splits, restored=True)
        yield from _foreign(clitics, ARTICLE + rest[1:], splits)


def _foreign(clitics: str, spelling: str, splits: tuple[tuple[str, str], ...]) -> Iterator[Reading]:
    if has_article(spelling):
        first, last = _ARABIC_LETTERS
        rest = spelling[len(ARTICLE) :]
        if not first <= rest[0] <= last:
            yield Reading(clitics, rest, splits)
