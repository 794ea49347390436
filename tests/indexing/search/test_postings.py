from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.search.postings import deltas, documents_of, most_postings, varints, weightiest
from build_hooks.indexing.search.weights import LEVELS
from tests.indexing.search.collection import read_varints

NUMBERS = st.lists(st.integers(0, 1 << 28))


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


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, LEVELS - 1))), st.integers(1, 50))
def test_the_weightiest_postings_stay(postings: list[tuple[int, int]], most: int) -> None:
    """Of a long row, the highest levels stay, as many as there is room for, in order of documents."""
    row = sorted(document * LEVELS + level for document, level in postings)
    kept = list(weightiest(row, most))
    assert min(most, len(row)) == len(kept)
    assert sorted(kept) == kept
    levels = sorted((posting % LEVELS for posting in row), reverse=True)
    assert levels[:most] == sorted((posting % LEVELS for posting in kept), reverse=True)


def test_documents_are_told_once() -> None:
    """A document that stands in a row twice is one document."""
    assert [0, 2, 3] == documents_of([3, 2 * 16 + 1, 2 * 16 + 5, 3 * 16])


def test_room_grows_with_the_collection() -> None:
    """A shard keeps 1,024 postings of a word, and one thirty-second of a very large collection."""
    assert 1024 == most_postings(10_000)
    assert 3125 == most_postings(100_000)
