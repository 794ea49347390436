from __future__ import annotations

from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.runs import bounds
from build_hooks.indexing.search.varints import many_steps, many_varints, varints
from tests.indexing.search.collection import read_varints

NUMBERS = st.lists(st.integers(0, 127) | st.integers(0, 2**32 - 1))


@given(NUMBERS)
def test_numbers_survive(numbers: list[int]) -> None:
    """What varints encode is read back."""
    assert numbers == [number for number, _ in read_varints(varints(numbers))]


@given(NUMBERS)
def test_many_numbers_are_encoded_as_each_would_be(numbers: list[int]) -> None:
    """Encoding all at once gives the bytes of each, and where they are."""
    encoded, bounds = many_varints(np.array(numbers, np.uint32))
    assert varints(numbers) == encoded.tobytes()
    assert [varints([number]) for number in numbers] == [encoded[a:b].tobytes() for a, b in pairwise(bounds)]


@given(st.lists(st.sets(st.integers(0, 2**32 - 1), min_size=1)))
def test_runs_of_rising_numbers_survive(runs: list[set[int]]) -> None:
    """The distances of each run's numbers add up to them."""
    rising = [number for run in runs for number in sorted(run)]
    encoded, ends = many_steps(np.array(rising, np.uint32), bounds(np.array([len(run) for run in runs])))
    found = [
        set(accumulate(step for step, _ in read_varints(encoded[start:end].tobytes())))
        for start, end in pairwise(ends.tolist())
    ]
    assert runs == found
