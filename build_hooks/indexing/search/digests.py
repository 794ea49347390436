"""What the index takes from a batch of documents, whatever the rest of the collection is.

So batches can be digested in several processes, and a digest is good for as long as its documents stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import Value, values
from build_hooks.indexing.search.occurrences import MOST_DOCUMENTS, Occurrences, count_words
from build_hooks.indexing.search.texts import documents_per_file, length, pack_texts


@dataclass(frozen=True, slots=True)
class Digest:
    """What became of a batch."""

    lengths: tuple[int, ...]
    """Of each document's text, in characters."""

    values: tuple[tuple[Value, ...], ...]
    """By what each document can be filtered."""

    occurrences: Occurrences

    texts: list[bytes]
    """The files of texts, in order."""

    per_text: int
    """How many documents share a file of texts; the last has what is left."""


def batches(documents: Sequence[SearchDocument]) -> list[Sequence[SearchDocument]]:
    """Part a collection into batches, of which there is always one.

    All but the first are of one size: an article more, which is mostly the newest, leaves the others as they are.
    """
    cuts = range(len(documents), 0, -MOST_DOCUMENTS)
    return [documents[max(0, cut - MOST_DOCUMENTS) : cut] for cut in reversed(cuts)] or [documents]


def digest(batch: Sequence[SearchDocument]) -> Digest:
    """Take from one of `batches` what the index needs of it."""
    lengths = tuple(map(length, batch))
    per_text = documents_per_file(lengths)
    return Digest(
        lengths, tuple(map(values, batch)), count_words(batch), pack_texts(batch, per_text), per_text
    )
