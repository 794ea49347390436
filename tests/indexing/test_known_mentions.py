"""Mentions that are known from an earlier build."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_hooks.indexing.chunks import cut
from build_hooks.indexing.known_mentions import Known, find_all
from build_hooks.indexing.mentions import MentionFinder, Mentions, Spans, find_mentions
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Article, Heading, Kind
from tests.factory import an_article

WORDS = st.sampled_from(
    "هرين وهرين بوهرين الهرين وسام سام مجلس مجلسا الأمن الامن أمن والأمن القومي حميد الشاتري والشاتري سالم "
    "انتخابات الانتخابات معسكرًا معسكر حماس «حماس» حركة علی على علي الاوسط الأوسط".split()
)
GAPS = st.sampled_from([" ", " ", " ", " ", "، ", "-", " - ", "_", "  ", " \u200f "])
# Words come in tens, as the lexicon asks whether there are more than ten.
TEXTS = st.lists(
    st.one_of(st.tuples(WORDS, GAPS).map("".join), WORDS.map(lambda word: f"{word} " * 11)), max_size=9
).map("".join)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
HEADINGS = st.lists(
    st.builds(
        Heading,
        term=NAMES,
        also=st.lists(NAMES, max_size=2).map(tuple),
        kind=st.sampled_from([None, Kind.PERSON, Kind.PERSON, *Kind]),
    ),
    max_size=6,
    unique_by=lambda heading: heading.term,
)

Collection = tuple[Sequence[str], Sequence[Heading]]
COLLECTIONS = st.tuples(st.lists(TEXTS, max_size=5), HEADINGS)


def articles_of(texts: Sequence[str]) -> list[Article]:
    return [an_article(headline="حميد الشاتري", text=(text, "قال الشاتري")) for text in texts]


def found(
    articles: Sequence[Article], headings: Sequence[Heading], known: Known
) -> tuple[list[Mentions], Known]:
    """Return the mentions in a collection, and what is kept of them from one process to the next."""
    chunks = cut(articles)
    mentions, kept = find_all(articles, chunks, MentionFinder(headings, count_words(chunks)), known)
    return mentions, pickle.loads(pickle.dumps(kept))  # noqa: S301


def found_anew(articles: Sequence[Article], headings: Sequence[Heading]) -> list[Mentions]:
    chunks = cut(articles)
    return find_mentions(articles, chunks, MentionFinder(headings, count_words(chunks)))


@example((["وهرين"], [Heading("هرين")]), [(["وهرين", "وهرين " * 11], [Heading("هرين")])])
@example((["علی"], [Heading("علي"), Heading("على")]), [(["علی"], [Heading("على"), Heading("علي")])])
@given(COLLECTIONS, st.lists(COLLECTIONS, max_size=2))
def test_what_is_known_is_what_would_be_found(first: Collection, later: list[Collection]) -> None:
    """After any change of texts and terms, and of what words of other articles decide, nothing differs."""
    known: dict[bytes, object] = {}
    texts, headings = first
    collections = [first]
    for more_texts, others in later:
        # Some articles and terms stay, at other places.
        texts, headings = [*more_texts, *texts[1:]], [*others, *headings[:3]]
        collections.append((texts, list({heading.term: heading for heading in headings}.values())))
    for texts, headings in collections:
        articles = articles_of(texts)
        mentions, kept = found(articles, headings, known)  # type: ignore[arg-type]
        known |= kept
        assert found_anew(articles, headings) == mentions


def looked_into(
    known: Known, texts: Sequence[str], headings: Sequence[Heading], monkeypatch: pytest.MonkeyPatch
) -> int:
    """Return into how many articles one has to look."""
    looked = 0
    find = MentionFinder.find

    def count(self: MentionFinder, *arguments: object) -> Spans:
        nonlocal looked
        looked += 1
        return find(self, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(MentionFinder, "find", count)
        found(articles_of(texts), headings, known)
    return looked


TERMS = [Heading("مجلس الأمن", kind=Kind.ORGANISATION), Heading("هرين"), Heading("حماس")]
THREE = ["مجلس الأمن", "وهرين", "معسكر"]


@pytest.mark.parametrize(
    ("looks", "texts", "headings"),
    [
        (0, THREE, TERMS),
        (0, THREE[::-1], TERMS[::-1]),
        (0, THREE[:1], TERMS),
        # Terms of which nothing stands in the texts.
        (0, THREE, [Heading("سالم"), *TERMS, Heading("القومي")]),
        (0, THREE, TERMS[:2]),
        (1, [*THREE, "سالم"], TERMS),
        # A name that begins as those in one article do, whether or not it stands there.
        (1, THREE, [*TERMS, Heading("مجلس الأوسط")]),
        (1, THREE, [Heading("مجلس الأمن", kind=Kind.TOPIC), *TERMS[1:]]),
        (1, THREE, [*TERMS, Heading("معسكر")]),
        # What becomes a word of its own, in an article and in that which makes it one.
        (2, [*THREE, "وهرين " * 11], TERMS),
    ],
)
def test_only_articles_are_looked_into_for_which_something_changed(
    looks: int, texts: Sequence[str], headings: Sequence[Heading], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other articles, other terms and another order make no difference."""
    _, known = found(articles_of(THREE), TERMS, {})
    assert looks == looked_into(known, texts, headings, monkeypatch)


def test_a_person_by_other_names_is_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of all names of a person tell whether a last name is theirs, also of names that stand nowhere."""
    person = Heading("حميد الشاتري", kind=Kind.PERSON)
    _, known = found(articles_of(THREE), [person], {})
    assert 0 == looked_into(known, THREE, [person], monkeypatch)
    other = Heading("حميد الشاتري", also=("سالم القومي",), kind=Kind.PERSON)
    assert 3 == looked_into(known, THREE, [other], monkeypatch)


def test_what_is_kept_is_of_these_articles_alone() -> None:
    """What was known of others is not carried along for ever."""
    _, known = found(articles_of(THREE), TERMS, {})
    _, kept = found(articles_of(THREE[:1]), TERMS, known)
    assert kept.keys() < known.keys()
    assert 1 == len(kept)
