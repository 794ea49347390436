"""When a last name alone is the person's, and not an adjective or part of another name."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_hooks.arabic.clitics import CONJUNCTIONS, PREPOSITIONS, readings
from build_hooks.arabic.common_words import listing_of
from build_hooks.arabic.personal_names import (
    completes_a_name,
    is_courtesy_title,
    is_given_name,
    is_nationality,
    is_title,
)
from build_hooks.arabic.spelling import has_article

# Verbs that begin with ال, which are bare of hamza, or often written so, and may stand before a name.
_VERBS = frozenset(
    "التقى التقت التقيا التقوا التحق التحقت التزم التزمت التمس التمست التفت التقط "
    "القى القت الغى الغت الزم الزمت الهم الهمت".split()
)
_NOT_NOUNS = (
    frozenset("الذي التي الذين اللذين اللذان اللتين اللتان اللواتي الآن الان الى إلا".split()) | _VERBS
)

# Nouns that are definite by a pronoun, behind which a nationality is an adjective: نظيره السوداني. Of other
# words with a pronoun too many are verbs: استقبله السوداني.
_WITH_PRONOUN = re.compile("[وفبكل]?(?:نظير|نظيرت|نظيري|نظرائ|شعب|جيش|بلد|وطن|منتخب)(?:ه|ها|هم|هما|نا)")

_ADJECTIVE_ENDINGS = ("ي", "ية", "يين", "يون", "يان", "يتين", "يات")


class Surroundings(NamedTuple):
    """What stands beside a last name: words as `spell` gives them, None where punctuation parts."""

    before: str | None
    after: str | None
    behind_person: bool
    """Whether the word before it belongs to a mention of a person."""


def is_person(surname: str, clitics: str, own_names: frozenset[str], around: Surroundings) -> bool:
    """Tell whether a last name that stands without the full name is the person's.

    It is not where it stands as an adjective, behind a word with the article (الجيش السوداني) or a pronoun
    (نظيره السوداني), unless that word is a title and the name no nationality's adjective (الرئيس الأسد,
    السيد السوداني); nor where it is part of another person's name, behind a given name that is not the
    person's own (سالم الشاتري) or before another one. An adjective has no preposition before it, and و before
    it only behind another adjective.

    Args:
        surname: the last name's first word, without clitics.
        clitics: the clitics that are written with it.
        own_names: the words of all of the person's names.
        around: what stands beside it.

    Returns:
        True where it is the person's.
    """
    if _goes_on_as_another_name(surname, own_names, around.after):
        return False
    if any(clitic in PREPOSITIONS for clitic in clitics) or around.before is None:
        return True
    if clitics and clitics in CONJUNCTIONS:
        return around.behind_person or not _is_adjective(around.before)
    if around.behind_person:
        return not is_nationality(surname)
    words = _words_in(around.before)
    if any(_is_of_a_name(word) and word not in own_names for word in words):
        return False
    if is_nationality(surname) and _WITH_PRONOUN.fullmatch(around.before):
        return False
    if not has_article(surname) or not _is_noun_with_article(words):
        return True
    return any(map(is_courtesy_title, words)) or (any(map(is_title, words)) and not is_nationality(surname))


def _goes_on_as_another_name(surname: str, own_names: frozenset[str], after: str | None) -> bool:
    if after is None or not is_given_name(surname):
        return False
    nisba = has_article(after) and after.endswith("ي")
    return (nisba or is_given_name(after) or completes_a_name(after)) and after not in own_names


def _is_of_a_name(word: str) -> bool:
    return is_given_name(word) or completes_a_name(word)


def _words_in(spelling: str) -> tuple[str, ...]:
    """Give the word itself and what may be left of it without clitics."""
    return tuple(
        reading.word
        for reading in readings(spelling)
        if not any(listing_of(whole) for whole, _ in reading.splits)
    )


def _is_noun_with_article(words: tuple[str, ...]) -> bool:
    return any(map(has_article, words)) and _NOT_NOUNS.isdisjoint(words)


def _is_adjective(spelling: str) -> bool:
    return spelling.endswith(_ADJECTIVE_ENDINGS) and _is_noun_with_article(_words_in(spelling))
