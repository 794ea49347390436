from __future__ import annotations

import json
import os
import pickle
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from build_hooks.arabic.tokens import split_words, visible_length
from build_hooks.indexing.chunks import cut
from build_hooks.indexing.known_mentions import Known, find_all
from build_hooks.indexing.lexicon import Lexicon
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.name_trie import Name, NameTrie
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Article, Heading, Kind, Mention
from build_hooks.reading.collection import first_commit_days, read_seed
from build_hooks.sections import Section
from tests.factory import an_article, by_term, mentions_in

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


def found(
    terms: Sequence[Heading], article: Article, *, with_counts: bool = False
) -> dict[int, tuple[Mention, ...]]:
    """Return the mentions of terms in an article that is a collection of its own."""
    (mentions,) = mentions_in([article], terms, count_words(cut([article])) if with_counts else {})
    return mentions


def in_order(mentions: dict[int, tuple[Mention, ...]]) -> list[tuple[int, int, int, str]]:
    return sorted(
        (mention.start, mention.end, term, mention.written)
        for term, of_term in mentions.items()
        for mention in of_term
    )


@pytest.mark.parametrize("with_counts", [False, True], ids=["", "counted"])
@pytest.mark.parametrize("case", list(cases()))
def test_cases(case: Case, with_counts: bool) -> None:
    """The mentions are those that a reader found, whether or not the collection has been counted."""
    expected = sorted((one["start"], one["end"], one["term"], one["written"]) for one in case["mentions"])
    article = an_article(text=(case["text"],))
    assert expected == in_order(found(headings(case), article, with_counts=with_counts))


def test_the_real_seed() -> None:
    """In the real seed the mentions of the vocabulary's terms are those that a reader counted."""
    article = read_seed(SEED, ROOT, Markdown(), first_commit_days(ROOT)).article
    terms = read_vocabulary(ROOT / "seeds" / "vocabulary.yml", "seeds/vocabulary.yml")[0].headings
    order = [locator for locator, _ in article.texts]
    expected = [
        (one["locator"], one["start"], one["end"], one["written"], one["term"])
        for one in yaml.safe_load((GOLDEN / f"{SEED.stem}.yml").read_text(encoding="utf-8"))
    ]
    mentions = [
        (mention.locator, mention.start, mention.end, mention.written, terms[term].term)
        for term, of_term in found(terms, article, with_counts=True).items()
        for mention in of_term
    ]
    assert expected == sorted(mentions, key=lambda one: (order.index(one[0]), one[1]))


def test_a_last_name_is_known_through_the_whole_article() -> None:
    """The full name in the headline serves the paragraphs behind it, subheadings are read at their places."""
    terms = [Heading("حميد الشاتري", kind=Kind.PERSON)]
    article = Article(
        "x", "x", "الشاتري", (Section(None, ("حميد الشاتري",)), Section("الشاتري", ("الشاتري",)))
    )
    assert [1, "h1", 2] == [mention.locator for mention in found(terms, article)[0]]
    assert {} == found(terms, an_article(text=("الشاتري",)))


def test_the_collection_decides_on_words_that_are_not_listed() -> None:
    """Where the collection knows وهرين as a word, هرين is not mentioned in it."""
    terms = [Heading("هرين")]
    article = an_article(text=("وهرين",))
    (mentions,) = mentions_in([article], terms, {})
    assert 1 == len(mentions[0])
    counts = {"وهرين": 20, "بوهرين": 5}
    assert [{}] == mentions_in([article], terms, counts)


def test_no_terms_and_no_texts() -> None:
    """Nothing is found where there is nothing to find, and a term without a letter is no term."""
    assert {} == found([], an_article(text=("نص",)))
    assert {} == found([Heading("!"), Heading("")], an_article(text=("! نص",)))
    assert {} == found([Heading("نص")], Article("x", "x", "", ()))
    assert [] == mentions_in([], [Heading("نص")], {})


def test_a_finder_goes_to_another_process() -> None:
    """A finder is the same after pickling, before and after it was used."""
    finder = MentionFinder([Heading("حقوق الإنسان")], {})
    articles = [an_article(text=("لحقوق الإنسان",))]
    for _ in range(2):
        copy = pickle.loads(pickle.dumps(finder))  # noqa: S301
        ours, theirs = (find_all(articles, cut(articles), one, Known())[0] for one in (finder, copy))
        assert [{0: (Mention(1, 0, 13, "لحقوق الإنسان"),)}] == by_term(articles, ours)
        assert by_term(articles, ours) == by_term(articles, theirs)


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
    article = an_article(text=tuple(texts))
    mentions_of = found(terms, article, with_counts=True)
    assert all(0 <= term < len(terms) for term in mentions_of)
    mentions = sorted(
        (mention for of_term in mentions_of.values() for mention in of_term),
        key=lambda one: (one.locator, one.start),
    )
    for mention in mentions:
        text = dict(article.texts)[mention.locator]
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
    found([heading], an_article(text=(text,)))
    if split_words(term)[1:]:
        assert 1 == len(found([heading], an_article(headline=term, text=()))[0])
