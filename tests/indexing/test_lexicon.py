from __future__ import annotations

import pytest

from build_hooks.indexing.lexicon import Lexicon


@pytest.mark.parametrize(
    ("expected", "whole", "rest"),
    [(True, "وسام", "سام"), (True, "لبنان", "بنان"), (False, "وسوريا", "سوريا"), (False, "كأمل", "أمل")],
)
def test_the_list_decides_without_counts(expected: bool, whole: str, rest: str) -> None:
    """Without a collection a word is one where the shipped list has it."""
    assert expected is Lexicon({}).is_word(whole, rest)


def test_a_word_that_may_be_either_is_split_before_the_rest_of_a_term() -> None:
    """بحرية alone is a word; before the other words of a term it is ب + حرية."""
    assert Lexicon({}).is_word("بحرية", "حرية")
    assert not Lexicon({}).is_word("بحرية", "حرية", begins_phrase=True)


@pytest.mark.parametrize(
    ("expected", "counts"),
    [
        (False, {"وهرين": 40, "هرين": 500}),
        (True, {"وهرين": 40, "هرين": 500, "بوهرين": 30, "لوهرين": 21}),
        (False, {"وهرين": 40, "هرين": 500, "بوهرين": 30}),
        (True, {"وهرين": 40, "هرين": 3}),
        (False, {"وهرين": 9}),
        (True, {"وهرين": 10}),
        (False, {"وهرين": 10, "لهرين": 10}),
        (True, {"وهرين": 1, "الوهرين": 1}),
    ],
)
def test_counts(expected: bool, counts: dict[str, int]) -> None:
    """A word has forms of its own, more than a tenth of the rest's, or is more frequent than the rest."""
    assert expected is Lexicon(counts).is_word("وهرين", "هرين")


def test_forms_that_a_clitic_could_stand_in_count_for_the_rest() -> None:
    """ولهرين and للهرين say nothing of لهرين, for both may be of هرين; بلهرين can be of لهرين alone."""
    assert not Lexicon({"ولهرين": 50, "للهرين": 50, "هرين": 1}).is_word("لهرين", "هرين")
    assert Lexicon({"بلهرين": 1, "هرين": 1}).is_word("لهرين", "هرين")


def test_counts_know_words_that_end_in_alef() -> None:
    """بروثا is no accusative, which has no preposition: روثا is not روث + ا."""
    assert Lexicon({"بروثا": 3, "روث": 5}).is_word("روثا", "روث")
    assert not Lexicon({"روثا": 3, "روث": 5}).is_word("روثا", "روث")


def test_counts_agree_as_long_as_they_decide_alike() -> None:
    """Other counts are as good, until they take a whole for a word that was none."""
    lexicon = Lexicon({"وهرين": 3, "هرين": 100})
    assert not lexicon.is_word("وهرين", "هرين")
    assert Lexicon({"وهرين": 90, "هرين": 91}).agrees(lexicon.decided)
    assert not Lexicon({"وهرين": 90, "هرين": 89}).agrees(lexicon.decided)
    assert not Lexicon({"الوهرين": 11, "هرين": 100}).agrees(lexicon.decided)
