"""A trie over words: all terms in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Node(Generic[Entry]):
    """A place in the trie: what ends here, and what may follow."""

    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, Node[Entry]] = {}
        self.entries: list[Entry] = []

    def add(self, path: Iterable[Iterable[str]], entry: Entry) -> None:
        """Put an entry at the end of a path of which each step may be taken by several keys."""
        ends = [self]
        for keys in path:
            ends = [end.children.setdefault(key, Node()) for end in ends for key in keys]
        for end in ends:
            end.entries.append(entry)
