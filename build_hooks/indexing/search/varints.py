"""Numbers from 0 on in groups of seven bits, the lowest first; a set high bit says that more follow."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def varints(numbers: Iterable[int]) -> bytes:
    """Encode some numbers."""
    encoded = bytearray()
    for number in numbers:
        while number > 127:
            encoded.append(number & 127 | 128)
            number >>= 7
        encoded.append(number)
    return bytes(encoded)


def many_varints(numbers: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Encode very many numbers, and say where each begins, with the end of the last behind that."""
    groups = -(-int(numbers.max(initial=1)).bit_length() // 7)
    sizes = np.ones(len(numbers), np.uint8)
    for group in range(1, groups):
        sizes += numbers >= 1 << 7 * group
    bounds = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
    encoded = np.empty(bounds[-1], np.uint8)
    encoded[bounds[:-1]] = numbers & 127 | _more(sizes, 0)
    for group in range(1, groups):
        # By their places, which takes a fraction of the time of a mask.
        some = np.flatnonzero(sizes > group)
        encoded[bounds[some] + group] = numbers[some] >> 7 * group & 127 | _more(sizes[some], group)
    return encoded, bounds


def _more(sizes: NDArray[np.uint8], group: int) -> NDArray[np.uint8]:
    """Return the bit that says that more follow behind this group."""
    return (sizes > group + 1) * np.uint8(128)


def many_steps(
    numbers: NDArray[np.uint32], bounds: NDArray[np.int64]
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Encode runs of rising numbers as their distances, the first of each counted from 0, and say where each begins.

    Args:
        numbers: the runs, none of which is empty, one behind the other.
        bounds: where each begins, and where the last ends.
    """
    steps = np.diff(numbers, prepend=np.uint32(0))
    steps[bounds[:-1]] = numbers[bounds[:-1]]
    encoded, places = many_varints(steps)
    return encoded, places[bounds]
