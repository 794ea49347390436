from __future__ import annotations

import zlib
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.search.shards import Shard
from build_hooks.indexing.search.spelling import spellings
from tests.indexing.search.collection import lines_and_body

WORDS = st.dictionaries(st.text(st.sampled_from("ابتكلمن"), min_size=1, max_size=20), st.integers(1, 5000))


def read(shards: Iterable[Shard]) -> dict[str, int]:
    """Return the words of a list with their ranks."""
    found = {}
    for shard in shards:
        before = shard.first
        for place, (line,) in enumerate(lines_and_body(zlib.decompress(shard.content))[0]):
            before = before[: int(line[0], 16)] + line[2:] if place else before
            found[before] = int(line[1])
    return found


@given(WORDS)
def test_both_lists_have_every_word(frequencies: dict[str, int]) -> None:
    """Each word of three letters or more stands in one list as it is, in the other backwards."""
    expected = {word for word in frequencies if len(word) >= 3}
    forward, backward = map(read, spellings(frequencies))
    assert expected == set(forward)
    assert expected == {word[::-1] for word in backward}


def test_a_long_list_is_parted() -> None:
    """Each shard can be read without the one before it."""
    words = {
        f"ك{number:05}ب".translate(str.maketrans("0123456789", "ابتثجحخدذر")): 1 for number in range(2000)
    }
    forward, _ = spellings(words)
    assert len(forward) > 2
    assert set(words) == set(read(forward))


def test_a_rank_grows_with_the_frequency() -> None:
    """A word of one document has rank 0, each doubling adds one, and 9 is the highest."""
    assert {"كتاب": 0, "قلم": 3, "بيت": 9} == read(spellings({"كتاب": 1, "قلم": 8, "بيت": 100_000})[0])


def test_numbers_and_stop_words_are_no_guesses() -> None:
    """Nobody means 1990 by 1991, and stop words are looked for as they are."""
    assert {} == read(spellings({"1990": 5, "!كيف": 9, "كل": 3})[0])
