"""The files of the search index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from build_hooks.indexing.search.compression import Compression
from build_hooks.indexing.search.digests import Digest, batches, digest
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import Folding, entries, facets, filters
from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.lexicon import lexicon
from build_hooks.indexing.search.postings import postings
from build_hooks.indexing.search.shards import Shard, pack
from build_hooks.indexing.search.spelling import spellings
from build_hooks.indexing.search.weights import LOWEST, STEP
from build_hooks.indexing.search.words import most_postings, pack_words

FORMAT = 2
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


def search_index(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Return the files of the index of `documents`; see `index_files`.

    Args:
        documents: what can be found; among equally good ones, the earlier comes first.
    """
    parts = batches([document.url for document in documents])
    return index_files([digest(documents[part]) for part in parts], Known())[0]


def index_files(digests: Sequence[Digest], known: Known) -> tuple[dict[str, bytes], Known]:
    """Return the files of the index, by their paths below `assets/search/`, and what is known for the next one.

    The same documents give the same files, byte for byte, whatever is known. All but `DIRECTORY` stand in a folder
    that is named for what they hold, so that no cache can mix two builds.

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
        **_numbered("texts", (text for some in digests for text in some.texts)),
        **_numbered("words", _contents(packed.shards)),
        **_numbered("rest", packed.whole_rows),
        **_numbered("filters", _contents(filter_shards)),
        **_numbered("forward", _contents(forward)),
        **_numbered("backward", _contents(backward)),
        **_numbered("facets", _contents(pack(entries(facets(all_filters)), compression, size=1 << 30))),
    }
    folder = _digest_of(contents)
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
    files = {
        DIRECTORY: json.dumps(directory, ensure_ascii=False, separators=(",", ":")).encode(),
        **{f"{folder}/{name}": content for name, content in contents.items()},
    }
    return files, Known(words.known, folding.used, compression.used)


def _stretches(digests: Iterable[Digest]) -> list[tuple[int, int, int]]:
    """Return from which document on, and from which file of texts on, how many documents share a file."""
    stretches = []
    document = file = 0
    for some in digests:
        stretches.append((document, file, some.per_text))
        document += len(some.lengths)
        file += len(some.texts)
    return stretches


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
