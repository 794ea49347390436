"""What the index takes from a batch of documents, whatever the rest of the collection is.

So batches can be digested in several processes, and a digest is good for as long as its documents stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from build_hooks.indexing.neighbours import neighbours
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import Values, rearranged_values, values
from build_hooks.indexing.search.occurrences import MOST_DOCUMENTS, Occurrences, count_words, rearranged_words
from build_hooks.indexing.search.texts import documents_per_file, length, pack_text

_IN_A_BATCH = 512
"""Documents in a batch, on average."""


class Digest(NamedTuple):
    """What became of a batch."""

    keys: tuple[bytes, ...]
    """What tells each document, and all that is taken of it, from any other."""

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
    """Part a collection into batches, of which there is always one; see `neighbours`.

    Args:
        urls: the address of each document, in order.
    """
    return neighbours(urls, _IN_A_BATCH, MOST_DOCUMENTS)


def digest(batch: Sequence[SearchDocument], keys: Sequence[bytes] = ()) -> Digest:
    """Take from the documents of one of `batches` what the index needs of it.

    Args:
        batch: the documents.
        keys: what tells each, and all that is taken of it, from any other; needed only where the digest may be
            `renewed`.
    """
    lengths = tuple(map(length, batch))
    per_text = documents_per_file(lengths)
    texts = [pack_text(batch[start : start + per_text]) for start in range(0, len(batch), per_text)]
    return Digest(tuple(keys), lengths, values(batch), count_words(batch), texts, per_text)


def all_digests(documents: Sequence[SearchDocument]) -> list[Digest]:
    """Take from all `batches` of some documents what the index needs of them."""
    return [digest(documents[part]) for part in batches([document.url for document in documents])]


def renewed(
    before: Digest, keys: Sequence[bytes], documents: Callable[[Iterable[int]], list[SearchDocument]]
) -> Digest:
    """Return what `digest` does, in a fraction of the time where most documents are those of another digest.

    Args:
        before: the other one.
        keys: those of the documents.
        documents: gives some of the documents, by their places.
    """
    places_before = {key: place for place, key in enumerate(before.keys)}
    olds = [places_before.get(key, -1) for key in keys]
    new = [place for place, old in enumerate(olds) if old < 0]
    others = documents(new)
    others_lengths = map(length, others)
    lengths = tuple([next(others_lengths) if old < 0 else before.lengths[old] for old in olds])
    # For each document of either part, its place now.
    places, own_places = np.full(len(before.keys), -1), np.array(new, np.int64)
    for place, old in enumerate(olds):
        if old >= 0:
            places[old] = place
    per_text = documents_per_file(lengths)
    return Digest(
        tuple(keys),
        lengths,
        rearranged_values([(before.values, places), (values(others), own_places)]),
        rearranged_words([(before.occurrences, places), (count_words(others), own_places)]),
        _renewed_texts(before, keys, per_text, documents),
        per_text,
    )


def _renewed_texts(
    before: Digest,
    keys: Sequence[bytes],
    per_text: int,
    documents: Callable[[Iterable[int]], list[SearchDocument]],
) -> list[bytes]:
    known = dict(zip(_in_files(before.keys, before.per_text), before.texts, strict=True))
    return [
        known.get(some) or pack_text(documents(range(number * per_text, number * per_text + len(some))))
        for number, some in enumerate(_in_files(keys, per_text))
    ]


def _in_files(keys: Sequence[bytes], per_text: int) -> list[tuple[bytes, ...]]:
    """Return the keys of the documents of each file of texts."""
    return [tuple(keys[start : start + per_text]) for start in range(0, len(keys), per_text)]
