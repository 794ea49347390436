"""Numbers from 0 on in groups of seven bits, the lowest first; a set high bit says that more follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

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


def deltas(numbers: Sequence[int]) -> bytes:
    """Encode rising numbers as their distances; the first counts from 0."""
    steps = list(map(sub, numbers, [0, *numbers[:-1]]))
    return bytes(steps) if max(steps, default=0) < 128 else varints(steps)


def many_varints(numbers: NDArray[np.uint32]) -> tuple[bytes, NDArray[np.int64]]:
    """Encode very many numbers, and say where each begins, with the end of the last behind that."""
    groups = -(-int(numbers.max(initial=1)).bit_length() // 7)
    sizes = np.ones(len(numbers), np.int64)
    for group in range(1, groups):
        sizes += numbers >= 1 << 7 * group
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    encoded = np.empty(bounds[-1], np.uint8)
    for group in range(groups):
        has = sizes > group
        more = (sizes[has] > group + 1) * np.uint32(128)
        encoded[bounds[:-1][has] + group] = numbers[has] >> 7 * group & 127 | more
    return encoded.tobytes(), bounds
