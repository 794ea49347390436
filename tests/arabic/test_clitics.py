from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.clitics import readings


@pytest.mark.parametrize(
    ("words", "spelling"),
    [
        ({"سوريا": ""}, "سوريا"),
        ({"وسوريا": "", "سوريا": "و"}, "وسوريا"),
        ({"ولسوريا": "", "لسوريا": "و", "سوريا": "ول"}, "ولسوريا"),
        ({"فبالعراق": "", "بالعراق": "ف", "العراق": "فب"}, "فبالعراق"),
        ({"للعراق": "", "لعراق": "ل", "العراق": "ل", "اللعراق": "ل"}, "للعراق"),
        ({"للاجئين": "", "لاجئين": "ل", "الاجئين": "ل", "اللاجئين": "ل"}, "للاجئين"),
        ({"لله": "", "له": "ل", "اله": "ل", "الله": "ل"}, "لله"),
        ({"ووزير": "", "وزير": "و"}, "ووزير"),
        ({"لبلد": "", "بلد": "ل"}, "لبلد"),
        ({"النnato": ""}, "النnato"),
        ({"الnato": "", "nato": ""}, "الnato"),
        ({"و2030": "", "2030": "و"}, "و2030"),
        ({"سيكتب": ""}, "سيكتب"),
        ({"بل": ""}, "بل"),
        ({"": ""}, ""),
    ],
)
def test_readings(words: dict[str, str], spelling: str) -> None:
    """One conjunction, then one preposition, then the article; what is left has two letters at least."""
    assert words == {reading.word: reading.clitics for reading in readings(spelling)}


def test_every_whole_that_was_split_is_told() -> None:
    """Of ولبنان, بنان is left only after لبنان was taken apart, which a dictionary forbids."""
    splits = {reading.word: reading.splits for reading in readings("ولبنان")}
    assert (("ولبنان", "لبنان"), ("لبنان", "بنان")) == splits["بنان"]


def test_the_article_behind_li_presupposes_a_word_without_it() -> None:
    """للجنة is of الجنة only if لجنة is not itself a word; it may always be of اللجنة."""
    splits = {reading.word: reading.splits for reading in readings("للجنة")}
    assert (("لجنة", "جنة"),) == splits["الجنة"]
    assert () == splits["اللجنة"]


@given(st.text(st.sampled_from("وفبكلانم1a")))
def test_the_word_itself_is_the_first_reading(spelling: str) -> None:
    """Whatever a word looks like, its first reading takes nothing off, and none leaves nothing."""
    first, *others = readings(spelling)
    assert (spelling, "", ()) == (first.word, first.clitics, first.splits)
    assert all(reading.word for reading in others)
