"""Whether a word that looks as if it had a clitic or an ending is a word of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from build_hooks.arabic.clitics import CONJUNCTIONS, PREPOSITIONS
from build_hooks.arabic.common_words import Listing, listing_of
from build_hooks.arabic.spelling import bare

_DEFINITE = ("ال", "لل")
_LEADING = (*CONJUNCTIONS, *PREPOSITIONS)
_BEFORE_REST = ("", *_DEFINITE, *_LEADING)

_TENTH = 10
_ENOUGH = 10
"""Fewer occurrences than this of a word say nothing by their number."""


class Lexicon:
    """The shipped list of common words and the collection's own counts.

    A whole (وسام) that would leave a rest (سام) is itself a word

    1. where the shipped list has it, or
    2. where its own forms, those that no clitic of the rest could stand in (الوسام, بوسام), are more than a
       tenth of the rest's forms (سام, بسام, السام), or
    3. where it occurs ten times or more, and more often than the rest in all its forms.

    So وسوريا stays و + سوريا however often it occurs: there is no بوسوريا, and سوريا is more frequent.

    Measured on the counts of a large mixed corpus (wordfreq 3.1): of 967 words of the list whose rest is a
    word, too, the counts alone know 582, and of 272 compounds of frequent names and topics they take none for
    a word. With a twentieth it is 634 and none, but in a small collection a slip of the pen would then
    decide.
    """

    def __init__(self, word_counts: Mapping[str, int]) -> None:
        """Use the counts of a collection, by folded word, as `count_words` gives them."""
        self._counts = word_counts
        self.decided: dict[tuple[str, str], bool] = {}
        """Of which wholes the counts have told so far whether they are words, each with the rest it would leave."""

    def is_word(self, whole: str, rest: str, *, begins_phrase: bool = False) -> bool:
        """Tell whether a whole is itself a word, so that nothing may be split off it.

        Args:
            whole: the word as written, as `spell` gives it.
            rest: what is left of it without a clitic at its head or an alef at its end.
            begins_phrase: whether the words behind it go on as a term does, which decides for the rest where
                the list says that either may be.

        Returns:
            True where the whole is a word.
        """
        match listing_of(whole):
            case Listing.WORD:
                return True
            case Listing.EITHER:
                return not begins_phrase
            case None:
                return self._counts_as_word(bare(whole), bare(rest))

    def agrees(self, decided: Mapping[tuple[str, str], bool]) -> bool:
        """Tell whether the counts decide alike all that other counts have `decided`."""
        return all(self._counts_as_word(*question) is is_word for question, is_word in decided.items())

    def _counts_as_word(self, whole: str, rest: str) -> bool:
        if (whole, rest) not in self.decided:
            self.decided[whole, rest] = self._decide(whole, rest)
        return self.decided[whole, rest]

    def _decide(self, whole: str, rest: str) -> bool:
        clitic = whole[0] if whole.endswith(rest) else ""
        count = self._counts.get
        own = sum([count(before + whole, 0) for before in _own_prefixes(clitic)])
        of_whole = count(whole, 0)
        if not own and of_whole < _ENOUGH:
            # As of most; all forms of the rest need not be looked up.
            return False
        of_rest = sum([count(before + rest, 0) for before in _BEFORE_REST if before != clitic])
        return own * _TENTH > of_rest or (of_whole >= _ENOUGH and of_whole > of_rest)


@cache
def _own_prefixes(clitic: str) -> tuple[str, ...]:
    """Give what may stand before a word, but not before the clitic that it might begin with.

    Before a preposition may stand a conjunction, before a conjunction nothing; and للعراق is of العراق, not
    of لعراق.
    """
    if clitic in tuple(CONJUNCTIONS):
        return (*_DEFINITE, *_LEADING)
    if clitic == "ل":
        return ("ال", "ب", "ك")
    return (*_DEFINITE, *PREPOSITIONS)
