"""Shards: small files that each hold a stretch of a sorted list."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from build_hooks.indexing.search.varints import varints

SIZE = 8 * 1024
"""Bytes of a shard before compression, about: some 4 KB behind it. One entry is never parted.

Twice the size would halve the directory, which is 4 KB at 10,000 articles, and double what each word loads.
"""

_COMPRESSION = 6


class Entry(NamedTuple):
    """What a shard holds under one key."""

    key: str
    line: str
    """What describes it: fields between tabs."""

    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Shard:
    """A file."""

    first: str
    """The key of its first entry."""

    content: bytes


def pack(entries: Iterable[Entry], size: int = SIZE) -> Iterator[Shard]:
    """Put sorted entries into shards: the lines in UTF-8 behind their length in bytes, then the bodies."""
    waiting: list[Entry] = []
    weight = 0
    for entry in entries:
        own = len(entry.body) + 2 * len(entry.line)
        if waiting and weight + own > size:
            yield _shard(waiting)
            waiting, weight = [], 0
        waiting.append(entry)
        weight += own
    if waiting:
        yield _shard(waiting)


def _shard(entries: list[Entry]) -> Shard:
    head = "\n".join([entry.line for entry in entries]).encode()
    content = varints([len(head)]) + head + b"".join([entry.body for entry in entries])
    return Shard(entries[0].key, zlib.compress(content, _COMPRESSION))


def by_code_units(key: str) -> bytes:
    """Sort keys as JavaScript compares them: by UTF-16 code units."""
    return key.encode("utf-16-be", "surrogatepass")
