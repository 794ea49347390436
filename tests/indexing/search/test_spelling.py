from __future__ import annotations

import zlib
from collections.abc import Iterable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.search.compression import Compression
from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.shards import Shard, by_code_units
from build_hooks.indexing.search.spelling import spelling, spellings
from build_hooks.indexing.search.vocabulary import STOP, is_worth_guessing
from tests.indexing.search.collection import lines_and_body

WORDS = st.dictionaries(st.text(st.sampled_from("ابتكلمن"), min_size=1, max_size=20), st.integers(1, 5000))


def listed(frequencies: dict[str, int]) -> list[Shard]:
    """Return the shards of the list of some words."""
    words = sorted(frequencies, key=by_code_units)
    return spelling(words, np.array([frequencies[word] for word in words], np.int64), Compression({}))


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
    [*texts] = frequencies
    hashes = np.arange(len(texts), dtype=np.uint64)
    known = KnownWords().with_others(hashes, texts)
    some = known.by_stem[: len(texts)]
    expected = {known.names[core] for core in some.tolist() if len(known.names[core]) >= 3}
    counts = np.ones(len(some), np.int64)
    forward, backward = map(read, spellings(known, some, counts, Compression({})))
    assert {word for word in expected if not word.startswith(STOP)} == set(forward)
    assert set(forward) == {word[::-1] for word in backward}


def test_a_long_list_is_parted() -> None:
    """Each shard can be read without the one before it."""
    words = {
        f"ك{number:05}ب".translate(str.maketrans("0123456789", "ابتثجحخدذر")): 1 for number in range(2000)
    }
    forward = listed(words)
    assert len(forward) > 2
    assert set(words) == set(read(forward))


def test_a_rank_grows_with_the_frequency() -> None:
    """A word of one document has rank 0, each doubling adds one, and 9 is the highest."""
    assert {"كتاب": 0, "قلم": 3, "بيت": 9} == read(listed({"كتاب": 1, "قلم": 8, "بيت": 100_000}))


def test_numbers_and_stop_words_are_no_guesses() -> None:
    """Nobody means 1990 by 1991, and stop words are looked for as they are."""
    known = KnownWords().with_others(np.arange(3, dtype=np.uint64), ["1990", "كيف", "كل"])
    assert {"1990", "!كيف"} < set(known.names)
    frequencies = np.full(len(known.names), 5, np.int64)
    assert {} == read(spellings(known, known.by_stem, frequencies, Compression({}))[0])
    assert not any(map(is_worth_guessing, ("1990", "!كيف", "كل")))
    assert is_worth_guessing("قلم")
