from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.shards import by_code_units
from build_hooks.indexing.search.vocabulary import is_worth_guessing, stem

# Those of one high part share a slot.
HASHES = st.builds(lambda high, low: high << 36 | low, st.integers(0, 3), st.integers(0, 50))
WORDS = st.lists(st.text(st.sampled_from("والبتكمن𐤀\uffee"), min_size=1, max_size=5), unique=True)


@given(st.lists(HASHES, unique=True), st.lists(HASHES))
def test_words_are_found_by_their_hashes(known: list[int], asked: list[int]) -> None:
    """Each has the number that it was given, and one that is not known has none."""
    words = KnownWords().with_others(np.array(known, np.uint64), ["كلمة"] * len(known))
    expected = [known.index(number) if number in known else -1 for number in asked]
    assert expected == words.numbers(np.array(asked, np.uint64)).tolist()


@given(WORDS, WORDS)
def test_words_that_come_later_stand_in_order(some: list[str], others: list[str]) -> None:
    """What is known is in order, whenever it became known."""
    known = KnownWords()
    for number, words in enumerate((some, others)):
        hashes = np.arange(len(words), dtype=np.uint64) + np.uint64(1000 * number)
        known = known.with_others(hashes, words)
    cores = known.names
    guesses = list(filter(is_worth_guessing, cores))
    for order, expected in (
        (known.by_stem, sorted(cores, key=lambda core: (by_code_units(stem(core)), core))),
        (known.forward, sorted(guesses, key=by_code_units)),
        (known.backward, sorted(guesses, key=lambda core: by_code_units(core[::-1]))),
    ):
        assert expected == [cores[core] for core in order.tolist()]
    assert list(map(stem, cores)) == [known.stems[number] for number in known.stem_numbers.tolist()]
