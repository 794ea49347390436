"""The names of all terms in one trie, and how a written word may be the first one of a name."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from build_hooks.arabic.clitics import CONJUNCTIONS, PREPOSITIONS, Reading, readings
from build_hooks.arabic.common_words import is_adverb
from build_hooks.arabic.spelling import (
    ARTICLE,
    are_different,
    bare,
    ends_in_persian_ya,
    has_article,
    has_tanwin,
    match_keys,
    spell,
)
from build_hooks.indexing.gaps import labels_in_term
from build_hooks.indexing.lexicon import Lexicon
from build_hooks.indexing.memo import Memo
from build_hooks.indexing.trie import Node

_ALEF = "ا"
_BEFORE = frozenset(
    conjunction + preposition + article
    for conjunction in ("", *CONJUNCTIONS)
    for preposition in ("", *PREPOSITIONS)
    for article in ("", ARTICLE, "ل")
)
"""What may stand before a word and its article, and with it; of لل only the second ل is the article's."""

_LONGEST_BEFORE = max(map(len, _BEFORE))

_SHORTEST_ACCUSATIVE = len("بيتا")
# An alef behind these letters is mostly part of the word (سوريا) or of a verb (كانوا).
_NO_BARE_ACCUSATIVE = ("ي", "و", "ا", "ى")


class Ending(Enum):
    """What may be taken off the end of an indefinite word: the accusative's."""

    NONE = 0
    ALEF = 1
    """An alef, which may also be something else."""

    TANWIN = 2
    """An alef with its tanwin."""


class Name(NamedTuple):
    """A name of a term, where it ends in the trie."""

    term: int
    words: tuple[str, ...] = ()
    """As `spell` gives them."""

    is_last_name: bool = False
    is_proper: bool = False
    """Whether it names a person, a place or an organisation."""

    is_own: bool = True
    """Whether the editor gave it, so that it was not made up from one."""


class Lead(NamedTuple):
    """A way to read a written word as the first one of names."""

    node: Node[Name]
    """Where the word leads in the trie."""

    reading: Reading
    """The word without clitics, and without the ending."""

    ending: Ending = Ending.NONE

    names: tuple[Name, ...] = ()
    """The names of one word that it is."""

    begins_phrase: bool = False
    """Whether it may be the first word of longer names."""

    def is_spelling_of(self, name: Name) -> bool:
        """Tell whether the word may be the first one of a name that folds alike."""
        first = name.words[0]
        if self.reading.restored and not first.startswith(ARTICLE):
            return False
        return not are_different(self.reading.word, first)


class NameTrie:
    """All names, to be looked up by words as they are written."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin without names; `lexicon` tells which words are not to be taken apart."""
        self.lexicon = lexicon
        self.root: Node[Name] = Node()
        self._nearby: set[str] = set()
        """The first words of names without their article, and these without their last letter, folded."""

        self._inner: set[str] = set()
        """The keys of all other words of names."""

        self.leads = Memo(self._leads_of)
        """By a word as written the ways to read it as the first one of names; ask when all are there."""

        self.inner_keys = Memo(_inner_keys_of)
        """By a word as written its keys as another word of a name than the first."""

    def add(self, parts: Sequence[str], name: Name) -> None:
        """Put a name into the trie.

        Args:
            parts: the name as `split_words` gives it; without words nothing is put there.
            name: what it is a name of, yet without words.
        """
        written = parts[1::2]
        if not written:
            return
        path = [_keys_of(written[0])]
        for key in path[0]:
            stem = key.removeprefix(ARTICLE) or key
            self._nearby |= {stem, stem[:-1]}
        for gap, word in zip(parts[2:-1:2], written[1:], strict=True):
            keys = _keys_of(word)
            path.append(tuple(label + key for label in labels_in_term(gap) for key in keys))
            self._inner.update(keys)
        self.root.add(path, name._replace(words=tuple(map(spell, written))))

    def is_inner(self, word: str) -> bool:
        """Tell whether a written word may stand in some name behind the first word."""
        return not self._inner.isdisjoint(self.inner_keys[word])

    def _leads_of(self, word: str) -> tuple[Lead, ...]:
        """Give the ways to read a written word as the first one of names."""
        spelling = spell(word)
        if not self._is_near(spelling):
            return ()
        # What is spelt as it is written has neither.
        persian_ya = spelling != word and ends_in_persian_ya(word)
        ending = Ending.TANWIN if spelling != word and has_tanwin(word) else Ending.ALEF
        first = self.root.children.get
        leads: list[Lead] = []
        for reading in readings(spelling):
            for key in match_keys(reading.word, persian_ya=persian_ya):
                if node := first(key):
                    leads += self._lead(node, reading, Ending.NONE)
            if _may_be_accusative(reading.word, ending):
                stem = reading.word[: -len(_ALEF)]
                if node := first(bare(stem)):
                    leads += self._lead(node, reading._replace(word=stem), ending)
        return tuple(leads)

    def _is_near(self, spelling: str) -> bool:
        """Tell whether a word, less what may stand before it and at its end, is what some name begins with.

        Most words are not, and need not be read in every way.
        """
        short = bare(spelling)[:-1]
        if short in self._nearby:
            return True
        for start in range(1, min(len(short), _LONGEST_BEFORE) + 1):
            if short[:start] in _BEFORE and short[start:] in self._nearby:
                return True
        return False

    def _lead(self, node: Node[Name], reading: Reading, ending: Ending) -> tuple[Lead, ...]:
        lead = Lead(node, reading, ending)
        names: tuple[Name, ...] = ()
        if node.entries and not self._is_whole(reading, begins_phrase=False):
            names = tuple([name for name in node.entries if self._is_name(lead, name)])
        # Of a construct a bare alef is the dual's: وزيرا الخارجية.
        begins_phrase = (
            bool(node.children)
            and ending is not Ending.ALEF
            and not self._is_whole(reading, begins_phrase=True)
        )
        return (Lead(node, reading, ending, names, begins_phrase),) if names or begins_phrase else ()

    def _is_whole(self, reading: Reading, *, begins_phrase: bool) -> bool:
        """Tell whether a word should not have been taken apart."""
        is_word = self.lexicon.is_word
        return any(is_word(whole, rest, begins_phrase=begins_phrase) for whole, rest in reading.splits)

    def _is_name(self, lead: Lead, name: Name) -> bool:
        """Tell whether a word, read in one way, is a name of one word."""
        stem = lead.reading.word
        if not lead.is_spelling_of(name):
            return False
        match lead.ending:
            case Ending.TANWIN:
                return not is_adverb(stem + _ALEF)
            case Ending.ALEF:
                # Names are seldom declined in writing.
                return not name.is_proper and not self.lexicon.is_word(stem + _ALEF, stem)
            case _:
                return True


def _inner_keys_of(word: str) -> tuple[str, ...]:
    """Give the keys of a word that is not the first of a name."""
    spelling, keys = spell(word), _keys_of(word)
    if has_tanwin(word) and spelling.endswith(_ALEF):
        return (*keys, bare(spelling[: -len(_ALEF)]))
    return keys


def _keys_of(word: str) -> tuple[str, ...]:
    return match_keys(spell(word), persian_ya=ends_in_persian_ya(word))


def _may_be_accusative(spelling: str, ending: Ending) -> bool:
    if not spelling.endswith(_ALEF) or has_article(spelling):
        return False
    is_long = len(spelling) >= _SHORTEST_ACCUSATIVE
    return ending is Ending.TANWIN or (is_long and not spelling[:-1].endswith(_NO_BARE_ACCUSATIVE))
