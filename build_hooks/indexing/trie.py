"""A trie over words: all terms in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Entry = TypeVar("Entry")

# Words that have two keys double the ends, and a name of thirty would have a billion.
_MOST_ENDS = 64


class Node(Generic[Entry]):
    """A place in the trie: what ends here, and what may follow."""

    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, Node[Entry]] = {}
        self.entries: list[Entry] = []

    def add(self, path: Iterable[Sequence[str]], entry: Entry) -> None:
        """Put an entry at the end of a path of which each step may be taken by several keys.

        Once there are 64 ways, each further step is taken by its first key alone.
        """
        ends = [self]
        for keys in path:
            some = keys if len(ends) < _MOST_ENDS else keys[:1]
            ends = [end.children.setdefault(key, Node()) for end in ends for key in some]
        for end in ends:
            end.entries.append(entry)
