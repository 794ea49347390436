from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.search.varints import deltas, many_varints, varints
from tests.indexing.search.collection import read_varints

NUMBERS = st.lists(st.integers(0, 127) | st.integers(0, 2**32 - 1))


@given(NUMBERS)
def test_numbers_survive(numbers: list[int]) -> None:
    """What varints encode is read back."""
    assert numbers == [number for number, _ in read_varints(varints(numbers))]


@given(NUMBERS)
def test_rising_numbers_survive(numbers: list[int]) -> None:
    """The distances of rising numbers add up to them."""
    rising = sorted(numbers)
    total, found = 0, []
    for step, _ in read_varints(deltas(rising)):
        total += step
        found.append(total)
    assert rising == found


@given(NUMBERS)
def test_many_numbers_are_encoded_as_each_would_be(numbers: list[int]) -> None:
    """Encoding all at once gives the bytes of each, and where they are."""
    encoded, bounds = many_varints(np.array(numbers, np.uint32))
    assert varints(numbers) == encoded
    assert [varints([number]) for number in numbers] == [encoded[a:b] for a, b in pairwise(bounds)]
