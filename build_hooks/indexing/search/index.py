"""The files of the search index."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from build_hooks.indexing.search.digests import Batch, Record, digest, length, record
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import facets, filters
from build_hooks.indexing.search.postings import most_postings, postings
from build_hooks.indexing.search.shards import Shard, pack
from build_hooks.indexing.search.spelling import spellings
from build_hooks.indexing.search.weights import LOWEST, STEP
from build_hooks.indexing.search.words import pack_part, parts

_In = TypeVar("_In")
_Out = TypeVar("_Out")

FORMAT = 1
"""Changes whenever an older client could not read the files."""

DIRECTORY = "index.json"
"""The one file whose name does not change: it names the folder of the others."""

_LARGEST_BATCH = 5000
"""Documents digested at once: larger batches take more memory, smaller ones meet the same words more often."""

_TEXT_LENGTH = 3000
"""Characters in a file of texts, about: some 2 KB when compressed. A page of results loads ten of them."""

_MOST_PER_SHARD = 16


class Map(Protocol):
    """The built-in `map`, or that of a pool of processes."""

    def __call__(self, function: Callable[[_In], _Out], arguments: Iterable[_In], /) -> Iterable[_Out]:
        """Apply a function to each argument, in order."""


class PendingIndex:
    """An index in the making: a pool of processes digests its documents while this one does something else."""

    def __init__(self, documents: Sequence[SearchDocument], map_: Map) -> None:
        """Begin.

        Args:
            documents: what can be found; among equally good ones, the earlier comes first.
            map_: what to do the work with.
        """
        self._documents = documents
        self._map = map_
        self._batches = _batches([record(document) for document in documents])
        self._digests = map_(digest, self._batches)

    def files(self) -> dict[str, bytes]:
        """Return the files of the index, by their paths below `assets/search/`.

        The same documents give the same files, byte for byte. All but `DIRECTORY` stand in a folder that is named
        for what they hold, so that no cache can mix two builds.
        """
        all_filters = filters(self._documents)
        filter_shards = list(pack(some.entry for some in all_filters))
        digests = list(self._digests)
        rows = postings(digests)
        packing = self._map(pack_part, parts(rows, most_postings(len(self._documents))))
        forward, backward = spellings({core: len(row) for core, row in rows.items()})
        packed = list(packing)
        words = [shard for part in packed for shard in part.shards]
        contents = {
            **_numbered("texts", (text for some in digests for text in some.texts)),
            **_numbered("words", _contents(words)),
            **_numbered("rest", (row for part in packed for row in part.whole_rows)),
            **_numbered("filters", _contents(filter_shards)),
            **_numbered("forward", _contents(forward)),
            **_numbered("backward", _contents(backward)),
            **_numbered(
                "facets", _contents(pack((some.entry for some in facets(all_filters)), size=1 << 30))
            ),
        }
        folder = _digest_of(contents)
        directory = {
            "format": FORMAT,
            "folder": folder,
            "documents": len(self._documents),
            "perText": self._batches[0].per_shard if self._batches else 1,
            "frequencies": [LOWEST, STEP],
            "words": _keys(words),
            "filters": _keys(filter_shards),
            "forward": _keys(forward),
            "backward": _keys(backward),
        }
        return {
            DIRECTORY: json.dumps(directory, ensure_ascii=False, separators=(",", ":")).encode(),
            **{f"{folder}/{name}": content for name, content in contents.items()},
        }


def search_index(documents: Sequence[SearchDocument], map_: Map = map) -> dict[str, bytes]:
    """Return the files of the index of `documents` at once; see `PendingIndex`."""
    return PendingIndex(documents, map_).files()


def _batches(records: Sequence[Record]) -> list[Batch]:
    average = max(1.0, sum(map(length, records)) / max(1, len(records)))
    per_shard = min(_MOST_PER_SHARD, max(1, round(_TEXT_LENGTH / average)))
    # An even number of them, all of a size, keeps two processes busy to the end.
    count = 2 * math.ceil(len(records) / (2 * _LARGEST_BATCH))
    size = per_shard * math.ceil(len(records) / (count * per_shard)) if records else 1
    return [
        Batch(records[first : first + size], first, average, per_shard)
        for first in range(0, len(records), size)
    ]


def _numbered(name: str, contents: Iterable[bytes]) -> Mapping[str, bytes]:
    return {f"{name}-{number}.bin": content for number, content in enumerate(contents)}


def _contents(shards: Iterable[Shard]) -> Iterator[bytes]:
    return (shard.content for shard in shards)


def _keys(shards: Iterable[Shard]) -> list[str]:
    return [shard.first for shard in shards]


def _digest_of(contents: Mapping[str, bytes]) -> str:
    hashed = hashlib.sha256()
    for name, content in contents.items():
        hashed.update(f"{name} {len(content)}\n".encode())
        hashed.update(content)
    return hashed.hexdigest()[:16]
