"""What the index takes from a batch of documents, whatever the rest of the collection is.

So batches can be digested in several processes, and a digest is good for as long as its documents stay as they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import Values, values
from build_hooks.indexing.search.occurrences import MOST_DOCUMENTS, Occurrences, count_words
from build_hooks.indexing.search.texts import documents_per_file, length, pack_texts

_IN_A_BATCH = 512
"""Documents in a batch, on average; all of them are digested again where one has changed."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What became of a batch."""

    lengths: tuple[int, ...]
    """Of each document's text, in characters."""

    values: Values
    """By what the documents can be filtered."""

    occurrences: Occurrences

    texts: list[bytes]
    """The files of texts, in order."""

    per_text: int
    """How many documents share a file of texts; the last has what is left."""


def batches(urls: Sequence[str]) -> list[slice]:
    """Part a collection into batches, of which there is always one.

    A batch ends where the address of the document behind it says so: one document more or less leaves all other
    batches as they are, but for those that would be too large.

    Args:
        urls: the address of each document, in order.
    """
    starts = [0]
    for place, url in enumerate(urls):
        is_full = place - starts[-1] == MOST_DOCUMENTS
        if place and (is_full or zlib.crc32(url.encode()) % _IN_A_BATCH == 0):
            starts.append(place)
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(urls)], strict=True)]


def digest(batch: Sequence[SearchDocument]) -> Digest:
    """Take from the documents of one of `batches` what the index needs of it."""
    lengths = tuple(map(length, batch))
    per_text = documents_per_file(lengths)
    return Digest(lengths, values(batch), count_words(batch), pack_texts(batch, per_text), per_text)
