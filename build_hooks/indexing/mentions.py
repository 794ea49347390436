"""Mentions: every place where a term occurs, whatever clitics and spelling it wears there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from build_hooks.arabic.personal_names import last_name
from build_hooks.arabic.spelling import spell
from build_hooks.arabic.tokens import split_words, without_invisible, words_of
from build_hooks.indexing.gaps import Gap, gap_between
from build_hooks.indexing.lexicon import Lexicon
from build_hooks.indexing.mention_table import Spans
from build_hooks.indexing.name_trie import Name, NameTrie
from build_hooks.indexing.names import names_of
from build_hooks.indexing.signatures import Signatures
from build_hooks.indexing.surnames import Surroundings, is_person
from build_hooks.indexing.window_names import Beginning, Found, WindowNames
from build_hooks.indexing.windows import Window
from build_hooks.model import Heading, Kind

_QUOTES = re.compile(r"[«»“”„\"‹›]")

_PROPER = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})

_CHUNK = re.compile(r"\S+")


@dataclass(slots=True)
class _Text:
    """A text that is being read."""

    number: int
    written: str
    length: int
    """How many characters it has with one space for any white space, see `Windows`."""

    behind: int = 0
    """How many words stand before the end of the last mention."""

    person: int = -1
    """How many words stand before the end of the last mention of a person."""

    _parts: list[str] = field(default_factory=list)
    _offsets: list[int] = field(default_factory=list)

    def parts(self) -> list[str]:
        """Return the text as `split_words` gives it."""
        if not self._parts:
            self._parts = split_words(self.written)
        return self._parts

    def as_written(self, offset: int) -> int:
        """Return an offset in the text as it is, of one with single spaces."""
        if not self._offsets:
            self._offsets = [
                place
                for chunk in _CHUNK.finditer(self.written)
                # As windows know them: a letter that nobody sees is a word all the same.
                if words_of(chunk[0]) or without_invisible(chunk[0])
                for place in range(chunk.start(), chunk.end() + 1)
            ]
        return self._offsets[offset]


@dataclass(slots=True)
class _Reader:
    """What a reader of an article keeps in mind."""

    spans: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    named: dict[int, int] = field(default_factory=dict)
    """For each term that was mentioned by a name of several words, when it last was."""

    _clock: Iterator[int] = field(default_factory=count)

    def record(self, name: Name, text: _Text, start: int, end: int) -> None:
        """Keep a mention by some name."""
        if text.length != len(text.written):
            start, end = text.as_written(start), text.as_written(end)
        self.spans[name.term] += (text.number, start, end)
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

    Each written word is analysed once and then remembered, and so is each window (see `windows`), so the time is
    linear in the text and hardly hangs on the number of terms.
    """

    def __init__(self, terms: Sequence[Heading], word_counts: Mapping[str, int]) -> None:
        """Prepare to look for terms.

        Args:
            terms: the terms; a keyword that the vocabulary lacks is a heading without a kind.
            word_counts: how often each word occurs in the collection, as `count_words` gives it.
        """
        self._names = NameTrie(Lexicon(word_counts))
        self._own_names: dict[int, frozenset[str]] = {}
        self.terms = tuple(terms)
        self.names = WindowNames(self._names)
        """Finds the names of all terms; ask for windows with it."""

        self.signatures = Signatures(self._names, self._describe)
        """Signs what is known of chunks: where it is the same, so is what `find` finds in the same texts."""

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

    def _describe(self, term: int) -> object:
        """Tell what matters of a term, besides its names, where one is found."""
        own = self._own_names.get(term)
        return self.terms[term].term, own and sorted(own)

    def find(self, texts: Sequence[str], windows: Iterable[Window]) -> Spans:
        """Find all mentions in one article.

        Args:
            texts: its texts, as `Article.written` gives them.
            windows: where names stand in them, as `find_windows` finds them with `names`.

        Returns:
            The mentions of each term that has any, by its place among the terms, in reading order. Offsets
            are those of the text as it is, in Unicode characters.
        """
        reader = _Reader()
        text = _Text(-1, "", 0)
        for window in windows:
            if window.text != text.number:
                text = _Text(window.text, texts[window.text], window.length)
            for beginning in self.names.looks[window.words].beginnings:
                self._read(text, window, beginning, reader)
        return dict(reader.spans)

    def _read(self, text: _Text, window: Window, beginning: Beginning, reader: _Reader) -> None:
        """Record what is mentioned with a word."""
        word = window.word + beginning.word
        if word < text.behind:
            return
        found = self._choose(beginning.found, text, word, reader)
        if found is None:
            return
        reader.record(found.name, text, window.start + beginning.start, window.start + found.end)
        text.behind = word + found.length
        if found.name.term in self._own_names:
            text.person = text.behind

    def _choose(self, found: Sequence[Found], text: _Text, word: int, reader: _Reader) -> Found | None:
        """Give the name that is meant; of those as likely as each other, the one of whom was read last."""
        if len(found) > 1:
            found = sorted(
                found, key=lambda each: (each.likelihood, reader.named.get(each.name.term, 0)), reverse=True
            )
        for each in found:
            if not each.name.is_last_name:
                return each
            if each.name.term in reader.named and self._is_person(each, text, word):
                return each
        return None

    def _is_person(self, found: Found, text: _Text, word: int) -> bool:
        parts, place = text.parts(), 2 * word + 1
        behind = place + 2 * found.length
        around = Surroundings(
            before=_beside(parts, place - 1, place - 2),
            after=_beside(parts, behind - 1, behind),
            behind_person=text.person == word,
        )
        return is_person(found.name.words[0], found.clitics, self._own_names[found.name.term], around)


def _beside(parts: Sequence[str], gap: int, word: int) -> str | None:
    """Give the word at a place; None where there is none, or where punctuation other than quotes parts it."""
    if not 0 < word < len(parts):
        return None
    return spell(parts[word]) if gap_between(_QUOTES.sub("", parts[gap])) == Gap("") else None
