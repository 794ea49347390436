"""Signatures of chunks: what a finder knows of them, put so briefly that two builds can compare it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from build_hooks.arabic.tokens import words_of
from build_hooks.cache import digest_of
from build_hooks.indexing.chunks import Before, Chunks
from build_hooks.indexing.hashed_words import Hashes
from build_hooks.indexing.name_trie import Lead, Name, NameTrie
from build_hooks.indexing.trie import Node

_SIZE = 8
"""Bytes."""


class Signed(NamedTuple):
    """The signatures of some chunks, and what proves that they hold in another build."""

    chunks: bytes = b""
    """The key of the chunks."""

    signatures: Hashes = np.empty(0, np.uint64)
    """By the numbers of the chunks."""

    names: bytes = b""
    """The signature of all names."""

    decided: Mapping[tuple[str, str], bool] = {}
    """All that the counts of words have decided."""

    def of_stayed(self, before: Before) -> Hashes | None:
        """Return the signatures of the chunks that have stayed since the build before; None where this is not its."""
        return self.signatures[before.stayed] if self.chunks == before.key else None


class Signatures:
    """Puts briefly by which names a chunk may begin.

    A signature holds all that the counts of words decide, and all names that may begin so, to their last words. It
    hangs neither on how terms are numbered nor on the order in which they came, but for those of the same spelling, of
    which the first wins.
    """

    def __init__(self, names: NameTrie, describe: Callable[[int], object]) -> None:
        """Sign what `names` says.

        Args:
            names: All names.
            describe: Tells all that matters of a term besides its names, by its number, as a plain value.
        """
        self._names = names
        self._describe = describe
        self._below: dict[Node[Name], bytes] = {}

    def sign(self, chunks: Chunks, kept: Signed) -> Signed:
        """Sign chunks, or take the signatures that an earlier build has kept.

        A signature hangs on nothing but the names and what the counts decide. Counts change with every text, but what
        they decide seldom does, so they are asked again.

        Args:
            chunks: The chunks.
            kept: What this method returned in a build by the same program, of these chunks or others.
        """
        names = self._sign_below(self._names.root)
        lexicon = self._names.lexicon
        stayed = kept.of_stayed(chunks.before)
        if stayed is None or names != kept.names or not lexicon.agrees(kept.decided):
            stayed = np.empty(0, np.uint64)
        new = np.fromiter(map(self.of, chunks.known[len(stayed) :]), np.uint64)
        return Signed(chunks.key, np.concatenate((stayed, new)), names, lexicon.decided)

    def of(self, chunk: str) -> int:
        """Return the signature of a chunk, of 64 bits; 0 where no name may begin in it."""
        leads = list(map(self._names.leads.__getitem__, words_of(chunk)))
        if not any(leads):
            return 0
        signed = [list(map(self._sign, of_word)) for of_word in leads]
        # That of another chunk would be mistaken for none once in a million million million times.
        return int.from_bytes(digest_of((chunk, signed))[:_SIZE], "big") or 1

    def _sign(self, lead: Lead) -> object:
        reading = lead.reading
        names = list(map(self._tell, lead.names))
        below = self._sign_below(lead.node) if lead.begins_phrase else b""
        return reading.clitics, reading.word, reading.restored, lead.ending.value, names, below

    def _sign_below(self, node: Node[Name]) -> bytes:
        """Sign all names that go on from a node, in the order of their keys."""
        if node not in self._below:
            self._below[node] = digest_of(list(self._tell_below(node)))
        return self._below[node]

    def _tell_below(self, node: Node[Name]) -> Iterator[object]:
        waiting = [(0, "", node)]
        while waiting:
            depth, key, node = waiting.pop()
            yield depth, key, list(map(self._tell, node.entries)) if depth else ()
            waiting += [(depth + 1, key, node.children[key]) for key in sorted(node.children, reverse=True)]

    def _tell(self, name: Name) -> object:
        flags = name.is_last_name, name.is_proper, name.is_own
        return self._describe(name.term), name.words, flags
