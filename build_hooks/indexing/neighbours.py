"""Neighbours in stretches that stay as they are where one more or less stands elsewhere."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def neighbours(keys: Sequence[str], average: int, most: int) -> list[slice]:
    """Part things that stand in order into stretches, of which there is always one.

    A stretch ends where the key behind it says so: one thing more or less leaves all other stretches as they are, but
    for those that would be too long.

    Args:
        keys: What tells each thing from all others, in order.
        average: How many things are in a stretch, on average.
        most: How many are at most.
    """
    starts = [0]
    for place, key in enumerate(keys):
        is_full = place - starts[-1] == most
        if place and (is_full or zlib.crc32(key.encode()) % average == 0):
            starts.append(place)
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(keys)], strict=True)]
