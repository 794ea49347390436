"""Shards: small files that each hold a stretch of a sorted list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from build_hooks.indexing.search.compression import Compression
from build_hooks.indexing.search.varints import varints

SIZE = 8 * 1024
"""Bytes of a shard before compression, about: some 4 KB behind it. One entry is never parted.

Twice the size would halve the directory, which is 4 KB at 10,000 articles, and double what each word loads.
"""


class Entries(NamedTuple):
    """What shards hold: sorted entries, in columns."""

    keys: Sequence[str]

    lines: Sequence[str]
    """What describes each: fields between tabs."""

    bodies: bytes
    """Those of all, one behind the other."""

    bounds: Sequence[int]
    """Where each body begins; behind the last, where it ends."""


class Shard(NamedTuple):
    """A file."""

    first: str
    """The key of its first entry."""

    content: bytes


def without_bodies(keys: Sequence[str], lines: Sequence[str]) -> Entries:
    """Return entries of which all stands in their lines."""
    return Entries(keys, lines, b"", [0] * (len(keys) + 1))


def pack(entries: Entries, compression: Compression, size: int = SIZE) -> list[Shard]:
    """Put entries into shards: the lines in UTF-8 behind their length in bytes, then the bodies."""
    # Behind each entry, how much it and all before it weigh.
    lengths = np.cumsum(np.fromiter(map(len, entries.lines), np.int64, len(entries.lines)))
    weights = (np.array(entries.bounds[1:]) + 2 * lengths).tolist()
    shards = []
    first = before = 0
    while first < len(weights):
        behind = max(first + 1, bisect_right(weights, before + size))
        head = "\n".join(entries.lines[first:behind]).encode()
        body = entries.bodies[entries.bounds[first] : entries.bounds[behind]]
        content = compression.of(varints([len(head)]) + head + body)
        shards.append(Shard(entries.keys[first], content))
        first, before = behind, weights[behind - 1]
    return shards


def by_code_units(key: str) -> bytes:
    """Sort keys as JavaScript compares them: by UTF-16 code units."""
    return key.encode("utf-16-be", "surrogatepass")
