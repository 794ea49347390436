"""Mentions: every place where a term occurs, whatever clitics and spelling it wears there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from typing import NamedTuple, TypeAlias

from build_hooks.arabic.personal_names import last_name
from build_hooks.arabic.spelling import are_different, spell
from build_hooks.arabic.tokens import split_words, visible_length, without_invisible, words_of
from build_hooks.indexing.gaps import Gap, gap_between
from build_hooks.indexing.lexicon import Lexicon
from build_hooks.indexing.name_trie import Lead, Name, NameTrie
from build_hooks.indexing.names import names_of
from build_hooks.indexing.surnames import Surroundings, is_person
from build_hooks.model import Heading, Kind, Locator, Mention

_QUOTES = re.compile(r"[«»“”„\"‹›]")

_PROPER = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})

Texts: TypeAlias = Sequence[tuple[Locator, str]]
"""The texts of an article with their locators, in the order in which they are read."""


class _Found(NamedTuple):
    """A name found in a text."""

    last: int
    """The place of its last word among the parts of the text."""

    name: Name
    lead: Lead


@dataclass(slots=True)
class _Reader:
    """What a reader of an article keeps in mind."""

    mentions: defaultdict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    named: dict[int, int] = field(default_factory=dict)
    """For each term that was mentioned by a name of several words, when it last was."""

    _clock: Iterator[int] = field(default_factory=count)

    def record(self, name: Name, mention: Mention) -> None:
        """Keep a mention by some name."""
        self.mentions[name.term].append(mention)
        if len(name.words) > 1 and not name.is_last_name:
            self.named[name.term] = next(self._clock)


class MentionFinder:
    """Finds the mentions of all terms in one pass over a text.

    A mention is a run of whole words. Its words are a name of the term (see `names_of`), spelt as the editor
    or as `match_keys` and `are_different` allow; clitics may stand before the first word, where the `Lexicon`
    does not know the whole as a word of its own; an indefinite word may end in the accusative's alef.
    Mentions do not overlap: the leftmost wins, and of those that begin at one word the longest. A person's
    last name is a mention behind one of the full name in the same article, where `is_person` says so; where
    persons share it, it is that of the one named most recently.

    Each written word is analysed once and then remembered, so the time is linear in the text and hardly hangs
    on the number of terms.
    """

    def __init__(self, terms: Sequence[Heading], word_counts: Mapping[str, int]) -> None:
        """Prepare to look for terms.

        Args:
            terms: the terms; a keyword that the vocabulary lacks is a heading without a kind.
            word_counts: how often each word occurs in the collection, as `count_words` gives it.
        """
        self._names = NameTrie(Lexicon(word_counts))
        self._own_names: dict[int, frozenset[str]] = {}
        for term, heading in enumerate(terms):
            self._add(term, heading)

    def _add(self, term: int, heading: Heading) -> None:
        is_proper = heading.kind in _PROPER
        own = (heading.term, *heading.also)
        for name in names_of(heading):
            self._names.add(split_words(name), Name(term, is_proper=is_proper, is_own=name in own))
        if heading.kind is Kind.PERSON:
            self._own_names[term] = frozenset(spell(word) for name in own for word in words_of(name))
            for name in names_of(Heading(heading.term)):
                parts = split_words(name)
                places = last_name([spell(word) for word in parts[1::2]])
                last = parts[2 * places.start : 2 * places.stop + 1]
                self._names.add(last, Name(term, is_last_name=True, is_proper=True))

    def find(self, texts: Texts) -> dict[int, tuple[Mention, ...]]:
        """Find all mentions in one article.

        Args:
            texts: its texts, as `Article.texts` gives them.

        Returns:
            The mentions of each term that has any, by its place among the terms, in reading order. Offsets
            are those of the text as it is, in Unicode characters; `text[start:end] == written`.
        """
        reader = _Reader()
        for locator, text in texts:
            self._read(locator, text, reader)
        return {term: tuple(mentions) for term, mentions in reader.mentions.items()}

    def _read(self, locator: Locator, text: str, reader: _Reader) -> None:
        parts = split_words(text)
        # Most words are known and begin no name: they are passed over without a step of Python for each.
        leads = map(self._names.leads.__getitem__, parts[1::2])
        if beginnings := list(compress(range(1, len(parts), 2), leads)):
            self._record(locator, text, parts, beginnings, reader)

    def _record(
        self, locator: Locator, text: str, parts: Sequence[str], places: Sequence[int], reader: _Reader
    ) -> None:
        """Record the mentions of one text; at `places` stand the words that may begin one."""
        offset = counted = behind = 0
        person_end = -1
        for place in places:
            if place < behind:
                continue
            found = self._best(parts, place, reader, behind_person=person_end == place - 2)
            if found is None:
                continue
            offset += sum(map(len, parts[counted:place]))
            counted = place
            end = offset + sum(map(len, parts[place : found.last])) + visible_length(parts[found.last])
            reader.record(found.name, Mention(locator, offset, end, text[offset:end]))
            behind = found.last + 2
            if found.name.term in self._own_names:
                person_end = found.last

    def _best(
        self, parts: Sequence[str], place: int, reader: _Reader, *, behind_person: bool
    ) -> _Found | None:
        """Give the name that the words at a place are: the longest; of these, the one most like them."""
        found: list[_Found] = []
        for lead in self._names.leads[parts[place]]:
            if lead.names:
                found += [_Found(place, name, lead) for name in lead.names]
            if lead.begins_phrase and self._goes_on(lead, parts, place):
                found += self._follow(lead, parts, place)
        if len(found) > 1:
            found.sort(key=lambda each: self._likelihood(each, parts, place, reader), reverse=True)
        for each in found:
            if not each.name.is_last_name:
                return each
            if each.name.term in reader.named and self._is_person(each, parts, place, behind_person):
                return each
        return None

    def _goes_on(self, lead: Lead, parts: Sequence[str], place: int) -> bool:
        """Tell whether the next word may be the second one of a name; mostly it is not, and soon seen."""
        if parts[place + 1] != " " or place + 2 == len(parts):
            return True
        return not lead.node.children.keys().isdisjoint(self._names.inner_keys[parts[place + 2]])

    def _follow(self, lead: Lead, parts: Sequence[str], place: int) -> list[_Found]:
        """Give each name of several words that begins with a word at a place, read in one way."""
        found: list[_Found] = []
        waiting = [(lead.node, place, "")]
        while waiting:
            node, last, closing = waiting.pop()
            gap = gap_between(parts[last + 1])
            if last + 2 >= len(parts) or (closing and gap.closing):
                continue
            last, closing = last + 2, closing or gap.closing
            for key in self._names.inner_keys[parts[last]]:
                child = node.children.get(gap.label + key)
                if child is None:
                    continue
                if child.entries and _is_closed(closing, parts[last + 1]):
                    behind = parts[place + 2 : last + 1 : 2]
                    found += [
                        _Found(last, name, lead)
                        for name in child.entries
                        if lead.is_spelling_of(name) and _are_spellings(name, behind)
                    ]
                if child.children:
                    waiting.append((child, last, closing))
        return found

    def _likelihood(
        self, found: _Found, parts: Sequence[str], place: int, reader: _Reader
    ) -> tuple[int, bool, bool, int, int]:
        name, lead = found.name, found.lead
        written = [lead.reading.word, *map(spell, parts[place + 2 : found.last + 1 : 2])]
        differences = sum(one != other for one, other in zip(written, name.words, strict=True))
        differences += len(lead.reading.clitics) + lead.ending.value
        return found.last, not name.is_last_name, name.is_own, -differences, reader.named.get(name.term, 0)

    def _is_person(self, found: _Found, parts: Sequence[str], place: int, behind_person: bool) -> bool:
        around = Surroundings(
            before=_beside(parts, place - 1, place - 2),
            after=_beside(parts, found.last + 1, found.last + 2),
            behind_person=behind_person,
        )
        reading = found.lead.reading
        return is_person(found.name.words[0], reading.clitics, self._own_names[found.name.term], around)


def _are_spellings(name: Name, written: Sequence[str]) -> bool:
    """Tell whether the words behind the first one of a name may be those written."""
    return not any(map(are_different, map(spell, written), name.words[1:]))


def _is_closed(closing: str, gap: str) -> bool:
    return not closing or without_invisible(gap).startswith(closing)


def _beside(parts: Sequence[str], gap: int, word: int) -> str | None:
    """Give the word at a place; None where there is none, or where punctuation other than quotes parts it."""
    if not 0 < word < len(parts):
        return None
    return spell(parts[word]) if gap_between(_QUOTES.sub("", parts[gap])) == Gap("") else None
