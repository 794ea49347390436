"""The files of the search index."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from build_hooks.indexing.search.digests import Batch, Record, digest, length, record
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import facets, filters
from build_hooks.indexing.search.postings import postings
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

_BATCH = 5000
"""Documents digested at once: two batches of a large collection keep two processes busy."""

_TEXT_LENGTH = 5000
"""Characters in a file of texts, about: some 2 KB when compressed."""

_MOST_PER_SHARD = 16


class Map(Protocol):
    """The built-in `map`, or that of a pool of processes."""

    def __call__(self, function: Callable[[_In], _Out], arguments: Iterable[_In], /) -> Iterable[_Out]:
        """Apply a function to each argument, in order."""


def search_index(documents: Sequence[SearchDocument], map_: Map = map) -> dict[str, bytes]:
    """Return the files of the index of `documents`, by their paths below `assets/search/`.

    The same documents give the same files, byte for byte. All but `DIRECTORY` stand in a folder that is named for
    what they hold, so that no cache can mix two builds.

    Args:
        documents: what can be found; among equally good ones, the earlier comes first.
        map_: what to do the work with.
    """
    batches = _batches([record(document) for document in documents])
    # A pool works from here on; what only this process can do is done meanwhile.
    digesting = map_(digest, batches)
    all_filters = filters(documents)
    filter_shards = list(pack(some.entry for some in all_filters))
    digests = list(digesting)
    rows = postings(digests)
    packing = map_(pack_part, parts(rows))
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
        **_numbered("facets", _contents(pack((facet.entry for facet in facets(all_filters)), size=1 << 30))),
    }
    folder = _digest_of(contents)
    directory = {
        "format": FORMAT,
        "folder": folder,
        "documents": len(documents),
        "perText": batches[0].per_shard if batches else 1,
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


def _batches(records: Sequence[Record]) -> list[Batch]:
    average = max(1.0, sum(map(length, records)) / max(1, len(records)))
    per_shard = min(_MOST_PER_SHARD, max(1, round(_TEXT_LENGTH / average)))
    size = _BATCH // per_shard * per_shard
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
