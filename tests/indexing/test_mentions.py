from __future__ import annotations

import json
import os
import pickle
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from build_hooks.arabic.tokens import split_words, visible_length
from build_hooks.indexing.lexicon import Lexicon
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.name_trie import Name, NameTrie
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Heading, Kind, Locator, Mention
from build_hooks.reading.collection import first_commit_days, read_seed

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "mentions"
SEED = ROOT / "seeds" / "000_e859778222280836.txt"

Case = dict[str, Any]


def case_files() -> Iterator[Path]:
    yield GOLDEN / "cases.jsonl"
    if shared := os.environ.get("NASHIR_SHARED"):
        yield Path(shared) / "mentions" / "cases.jsonl"


def cases() -> Iterator[Any]:
    for file in case_files():
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield pytest.param(case, id=f"{file.parent.parent.name}-{case['case']}")


def headings(case: Case) -> list[Heading]:
    return [
        Heading(term["term"], tuple(term.get("also", ())), Kind(term["kind"]) if "kind" in term else None)
        for term in case["terms"]
    ]


def in_order(found: dict[int, tuple[Mention, ...]]) -> list[tuple[int, int, int, str]]:
    return sorted(
        (mention.start, mention.end, term, mention.written)
        for term, mentions in found.items()
        for mention in mentions
    )


@pytest.mark.parametrize("with_counts", [False, True], ids=["", "counted"])
@pytest.mark.parametrize("case", list(cases()))
def test_cases(case: Case, with_counts: bool) -> None:
    """The mentions are those that a reader found, whether or not the collection has been counted."""
    expected = sorted((one["start"], one["end"], one["term"], one["written"]) for one in case["mentions"])
    counts = count_words([case["text"]]) if with_counts else {}
    assert expected == in_order(MentionFinder(headings(case), counts).find([(1, case["text"])]))


def test_the_real_seed() -> None:
    """In the real seed the mentions of the vocabulary's terms are those that a reader counted."""
    article = read_seed(SEED, ROOT, Markdown(), first_commit_days(ROOT)).article
    terms = read_vocabulary(ROOT / "seeds" / "vocabulary.yml", "seeds/vocabulary.yml").headings
    order = [locator for locator, _ in article.texts]
    expected = [
        (one["locator"], one["start"], one["end"], one["written"], one["term"])
        for one in yaml.safe_load((GOLDEN / f"{SEED.stem}.yml").read_text(encoding="utf-8"))
    ]
    found = [
        (mention.locator, mention.start, mention.end, mention.written, terms[term].term)
        for term, mentions in MentionFinder(terms, count_words(text for _, text in article.texts))
        .find(article.texts)
        .items()
        for mention in mentions
    ]
    assert expected == sorted(found, key=lambda one: (order.index(one[0]), one[1]))


def test_a_last_name_is_known_through_the_whole_article() -> None:
    """The full name in the headline serves the paragraphs behind it, subheadings are read at their places."""
    finder = MentionFinder([Heading("حميد الشاتري", kind=Kind.PERSON)], {})
    texts: list[tuple[Locator, str]] = [
        (0, "الشاتري"),
        (1, "حميد الشاتري"),
        ("h1", "الشاتري"),
        (2, "الشاتري"),
    ]
    assert [1, "h1", 2] == [mention.locator for mention in finder.find(texts)[0]]
    assert {} == finder.find([(1, "الشاتري")])


def test_the_collection_decides_on_words_that_are_not_listed() -> None:
    """Where the collection knows وهرين as a word, هرين is not mentioned in it."""
    finder = [Heading("هرين")]
    assert 1 == len(MentionFinder(finder, {}).find([(1, "وهرين")])[0])
    assert {} == MentionFinder(finder, {"وهرين": 20, "بوهرين": 5}).find([(1, "وهرين")])


def test_no_terms_and_no_texts() -> None:
    """Nothing is found where there is nothing to find, and a term without a letter is no term."""
    assert {} == MentionFinder([], {}).find([(1, "نص")])
    assert {} == MentionFinder([Heading("!"), Heading("")], {}).find([(1, "! نص")])
    assert {} == MentionFinder([Heading("نص")], {}).find([])


def test_a_finder_goes_to_another_process() -> None:
    """A finder is the same after pickling, before and after it was used."""
    finder = MentionFinder([Heading("حقوق الإنسان")], {})
    text: list[tuple[Locator, str]] = [(1, "لحقوق الإنسان")]
    for _ in range(2):
        copy = pickle.loads(pickle.dumps(finder))  # noqa: S301
        assert finder.find(text) == copy.find(text)


WORDS = st.sampled_from(
    "وسوريا لبنان للبنان العراق العراقي الجيش مجلس الأمن القومي حميد الشاتري والشاتري انتخابات الانتخابات "
    "معسكرًا معسكر NATO كوفيد 19 الله لله بن سلمان عبد".split()
)
GAPS = st.sampled_from(
    [" ", " ", " ", "، ", ". ", " «", "» ", "-", " - ", "_", "\u00a0", " \u200f", "\u200f ", "ـ ", ""]
)
TEXTS = st.lists(st.tuples(WORDS, GAPS)).map(lambda pairs: "".join(word + gap for word, gap in pairs))
TERMS = st.lists(
    st.builds(
        Heading,
        term=st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
        also=st.lists(WORDS, max_size=1).map(tuple),
        kind=st.sampled_from([None, *Kind]),
    ),
    max_size=6,
)


LETTERS = st.text(st.sampled_from("اأالوفبكلهةىيیعم\u064b"), min_size=1, max_size=4)
PREFIXES = st.sampled_from(["", "و", "ب", "ل", "لل", "ول", "وبال", "ال", "ولل"])


@example(["آل"], "و", "ب", "")
@given(st.lists(LETTERS, min_size=1, max_size=3), PREFIXES, LETTERS, st.sampled_from(["", "ا", "اً", "ه"]))
def test_no_word_is_passed_over_that_may_begin_a_name(
    names: list[str], before: str, word: str, ending: str
) -> None:
    """The first glance at a word rejects none that a closer look takes for the beginning of a name."""
    trie = NameTrie(Lexicon({}))
    for number, name in enumerate(names):
        trie.add(split_words(name), Name(number))
    for written in (before + word + ending, before + names[0] + ending):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(trie, "_is_near", lambda _: True)
            looked_closely = NameTrie._leads_of(trie, written)
        assert looked_closely == NameTrie._leads_of(trie, written)


@given(TERMS, st.lists(st.one_of(TEXTS, st.text()), max_size=3))
def test_mentions_are_whole_words_and_do_not_overlap(terms: list[Heading], texts: list[str]) -> None:
    """In any text, a mention stands at its offsets, begins and ends with a word, and overlaps no other."""
    found = MentionFinder(terms, count_words(texts)).find(list(enumerate(texts)))
    assert all(0 <= term < len(terms) for term in found)
    mentions = sorted(
        (mention for of_term in found.values() for mention in of_term),
        key=lambda one: (one.locator, one.start),
    )
    for mention in mentions:
        text = texts[int(mention.locator)]
        starts, ends = set(), set()
        place = 0
        for index, part in enumerate(split_words(text)):
            if index % 2:
                starts.add(place)
                ends.add(place + visible_length(part))
            place += len(part)
        assert text[mention.start : mention.end] == mention.written
        assert mention.start in starts
        assert mention.end in ends
    for one, other in pairwise(mentions):
        assert one.locator != other.locator or one.end <= other.start


@given(st.text().map(lambda text: re.sub("[«“”„\"‹‘']", "", text)), st.text())
def test_any_text_may_be_a_term(term: str, text: str) -> None:
    """Neither a term nor a text makes the finder fail, and a term of words is found in itself."""
    heading = Heading(term, kind=Kind.PERSON)
    MentionFinder([heading], {}).find([(0, text)])
    if split_words(term)[1:]:
        assert 1 == len(MentionFinder([heading], {}).find([(0, term)])[0])
