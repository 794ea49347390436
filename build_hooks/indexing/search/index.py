"""The files of the search index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from build_hooks.indexing.search.compression import Compression
from build_hooks.indexing.search.digests import Digest, all_digests
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import Folding, entries, facets, filters
from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.lexicon import lexicon
from build_hooks.indexing.search.postings import postings
from build_hooks.indexing.search.shards import Shard, pack
from build_hooks.indexing.search.spelling import spellings
from build_hooks.indexing.search.weights import LOWEST, STEP
from build_hooks.indexing.search.words import most_postings, pack_words

FORMAT = 3
"""Changes whenever an older client could not read the files."""

DIRECTORY = "index.json"
"""The one file whose name does not change: it names the folder of the others."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one index works out that the next need not, of whatever documents it is."""

    words: KnownWords = field(default_factory=KnownWords)

    values: Mapping[str, str] = field(default_factory=dict)
    """The values of filters, folded."""

    compressed: Mapping[bytes, bytes] = field(default_factory=dict)
    """What became of files, by the digests of what they hold."""


class IndexFiles(NamedTuple):
    """The files of an index, below `assets/search/`."""

    directory: bytes
    """`DIRECTORY`."""

    folder: str
    """Where the others stand: it is named for what they hold, so that no cache can mix two builds."""

    contents: Mapping[str, bytes]
    """By name."""

    keys: Mapping[str, bytes]
    """By name the digest of what the file holds."""

    def by_path(self) -> dict[str, bytes]:
        """Return all by their paths below `assets/search/`."""
        return {
            DIRECTORY: self.directory,
            **{f"{self.folder}/{name}": content for name, content in self.contents.items()},
        }


def search_index(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of the index of `documents` by their paths below `assets/search/`; see `index_files`.

    Args:
        documents: what can be found; among equally good ones, the earlier comes first.
    """
    files, _ = index_files(all_digests(documents), Known())
    return files.by_path()


def index_files(digests: Sequence[Digest], known: Known) -> tuple[IndexFiles, Known]:
    """Return the files of the index, and what is known for the next one.

    The same documents give the same files, byte for byte, whatever is known. Where one document has changed, most files
    are what they were: those of texts are numbered batch by batch.

    Args:
        digests: of all `batches` of a collection, in order.
        known: what the index before has left.
    """
    sizes = [len(some.lengths) for some in digests]
    compression, folding = Compression(known.compressed), Folding(known.values)
    words = lexicon([some.occurrences for some in digests], known.words)
    rows = postings(digests, words)
    packed = pack_words(rows, words.known, most_postings(sum(sizes)), compression)
    forward, backward = spellings(words.known, rows.cores, np.diff(rows.bounds), compression)
    all_filters = filters([some.values for some in digests], sizes, folding)
    filter_shards = pack(entries(all_filters), compression)
    contents = {
        **{
            name: text
            for batch, some in enumerate(digests)
            for name, text in _numbered(f"texts-{batch}", some.texts).items()
        },
        **_numbered("words", _contents(packed.shards)),
        **_numbered("rest", packed.whole_rows),
        **_numbered("filters", _contents(filter_shards)),
        **_numbered("forward", _contents(forward)),
        **_numbered("backward", _contents(backward)),
        **_numbered("facets", _contents(pack(entries(facets(all_filters)), compression, size=1 << 30))),
    }
    keys = {name: hashlib.sha256(content).digest() for name, content in contents.items()}
    folder = _name_of(keys)
    directory = {
        "format": FORMAT,
        "folder": folder,
        "documents": sum(sizes),
        "texts": _stretches(digests),
        "frequencies": [LOWEST, STEP],
        "words": _keys(packed.shards),
        "filters": _keys(filter_shards),
        "forward": _keys(forward),
        "backward": _keys(backward),
    }
    written = json.dumps(directory, ensure_ascii=False, separators=(",", ":")).encode()
    return IndexFiles(written, folder, contents, keys), Known(words.known, folding.used, compression.used)


def _stretches(digests: Sequence[Digest]) -> list[tuple[int, int]]:
    """Return for each batch its first document, and how many documents share a file of texts."""
    firsts = accumulate((len(some.lengths) for some in digests), initial=0)
    return [(first, some.per_text) for first, some in zip(firsts, digests, strict=False)]


def _numbered(name: str, contents: Iterable[bytes]) -> Mapping[str, bytes]:
    return {f"{name}-{number}.bin": content for number, content in enumerate(contents)}


def _contents(shards: Iterable[Shard]) -> Iterator[bytes]:
    return (shard.content for shard in shards)


def _keys(shards: Iterable[Shard]) -> list[str]:
    return [shard.first for shard in shards]


def _name_of(keys: Mapping[str, bytes]) -> str:
    hashed = hashlib.sha256()
    for name, key in keys.items():
        hashed.update(f"{name}\n".encode())
        hashed.update(key)
    return hashed.hexdigest()[:16]
