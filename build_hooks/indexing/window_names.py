"""The names that begin in the first chunk of a window, as far as its words alone tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import ne
from typing import NamedTuple

from build_hooks.arabic.spelling import are_different, spell
from build_hooks.arabic.tokens import split_words, visible_length, without_invisible
from build_hooks.indexing.gaps import DASH, gap_between
from build_hooks.indexing.memo import Memo
from build_hooks.indexing.name_trie import Lead, Name, NameTrie
from build_hooks.indexing.trie import Node


class Likelihood(NamedTuple):
    """How likely it is that a name is meant, among those that begin with one word: the longest, the one most like it."""

    length: int
    """In words."""

    is_not_last_name: bool
    is_own: bool
    likeness: int


class Found(NamedTuple):
    """A name in a window."""

    name: Name
    clitics: str
    length: int
    """In words."""

    end: int
    """Where it ends in the window, in Unicode characters."""

    likelihood: Likelihood


class Beginning(NamedTuple):
    """A word with which names begin."""

    word: int
    """How many words of the window stand before it."""

    start: int
    """Where it begins in the window, in Unicode characters."""

    found: tuple[Found, ...]
    """The names, the likeliest first, without those that cannot be meant."""


class Look(NamedTuple):
    """What is seen in a window."""

    beginnings: tuple[Beginning, ...]
    reach: int
    """The place among its parts of the last word that a name may have, be it one that goes on behind the window."""

    is_open: bool
    """Whether such a name may go on behind the window."""


class _Step(NamedTuple):
    """How far the words of a window lead towards names of several words."""

    node: Node[Name]
    last: int
    """The place of the last word among the parts of the window."""

    closing: str
    """The quotation mark that must stand behind the name."""


class WindowNames:
    """Finds names in windows: texts of one chunk or more, with one space between them."""

    def __init__(self, names: NameTrie) -> None:
        """Look for `names`."""
        self._names = names
        self.looks = Memo(self._look)
        """By window what is seen in it; ask when all names are there."""

    def may_begin(self, words: Iterable[str]) -> bool:
        """Tell whether a name may begin in a chunk with these words."""
        return any(map(self._names.leads.__getitem__, words))

    def may_go_on(self, words: Sequence[str]) -> bool:
        """Tell whether a name that begins before a chunk with these words may go on in it, or behind it."""
        return not words or self._names.is_inner(words[0])

    def widened(self, window: str, chunk: str) -> str:
        """Give an open window with the chunk behind it where a name may go on there, else as it is."""
        wider = f"{window} {chunk}"
        look = self.looks[wider]
        return wider if look.is_open or look.reach > self.looks[window].reach else window

    def _look(self, window: str) -> Look:
        parts = split_words(window)
        offsets = [0, *accumulate(map(len, parts))]
        beginnings: list[Beginning] = []
        reach, is_open = 0, False
        for place in range(1, len(parts), 2):
            found: list[Found] = []
            for lead in self._names.leads[parts[place]]:
                if lead.names:
                    end = offsets[place] + visible_length(parts[place])
                    found += [_found(name, lead, (), end) for name in lead.names]
                for step in self._steps(lead, parts, place):
                    reach = max(reach, step.last)
                    is_open = is_open or _is_open(step, parts)
                    if step.last > place and step.node.entries and _is_closed(step, parts):
                        behind = tuple(map(spell, parts[place + 2 : step.last + 1 : 2]))
                        end = offsets[step.last] + visible_length(parts[step.last])
                        found += [
                            _found(name, lead, behind, end)
                            for name in step.node.entries
                            if _is_spelling_of(name, lead, behind)
                        ]
            if found:
                beginnings.append(Beginning(place // 2, offsets[place], _likeliest(found)))
            if " " in parts[place + 1]:
                break
        return Look(tuple(beginnings), reach, is_open)

    def _steps(self, lead: Lead, parts: Sequence[str], place: int) -> Iterator[_Step]:
        """Yield where the words from a place on lead, the first one read in one way."""
        if not lead.begins_phrase:
            return
        waiting = [_Step(lead.node, place, "")]
        yield from waiting
        while waiting:
            node, last, closing = waiting.pop()
            if last + 2 >= len(parts):
                continue
            gap = gap_between(parts[last + 1])
            if closing and gap.closing:
                continue
            for key in self._names.inner_keys[parts[last + 2]]:
                if child := node.children.get(gap.label + key):
                    step = _Step(child, last + 2, closing or gap.closing)
                    yield step
                    waiting.append(step)


def _is_closed(step: _Step, parts: Sequence[str]) -> bool:
    return not step.closing or without_invisible(parts[step.last + 1]).startswith(step.closing)


def _is_open(step: _Step, parts: Sequence[str]) -> bool:
    """Tell whether a name may go on behind the window."""
    if not step.node.children or step.last != len(parts) - 2:
        return False
    # White space follows, and perhaps more of what a name must have between two words.
    label = gap_between(parts[-1] + " ").label
    return label in ("", DASH) or any(key.startswith(label) for key in step.node.children)


def _is_spelling_of(name: Name, lead: Lead, behind: Sequence[str]) -> bool:
    """Tell whether a word and those behind it may be a name of as many words, which folds alike."""
    return lead.is_spelling_of(name) and not any(map(are_different, behind, name.words[1:]))


def _found(name: Name, lead: Lead, behind: Sequence[str], end: int) -> Found:
    words = (lead.reading.word, *behind)
    differences = len(lead.reading.clitics) + lead.ending.value
    if words != name.words:
        differences += sum(map(ne, words, name.words))
    likelihood = Likelihood(len(words), not name.is_last_name, name.is_own, -differences)
    return Found(name, lead.reading.clitics, len(words), end, likelihood)


def _likeliest(found: Sequence[Found]) -> tuple[Found, ...]:
    """Sort names, and leave out those behind one that is likelier than they whatever the text says."""
    if len(found) == 1:
        return tuple(found)
    ranked = sorted(found, key=lambda each: each.likelihood, reverse=True)
    certain = next((each for each in ranked if not each.name.is_last_name), ranked[-1])
    return tuple(each for each in ranked if each.likelihood >= certain.likelihood)
