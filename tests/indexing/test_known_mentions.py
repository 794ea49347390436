"""Mentions that are known from an earlier build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_hooks.cache import Cache
from build_hooks.indexing.known_chunks import cut_all
from build_hooks.indexing.known_mentions import Known, find_all
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.signatures import Signatures
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Article, Heading, Kind, Mention
from tests.factory import an_article, by_term

WORDS = (
    "هرين وهرين سام وسام مجلس مجلسا الأمن الامن أمن والأمن إمن حميد الشاتري والشاتري سالم سلمان "
    "انتخابات الانتخابات معسكرًا معسكر حماس «حماس» علی على علي أعلام إعلام".split()
)
NAMES = (
    "هرين وهرين سام مجلس مجلس الأمن|الأمن|أمن|حميد الشاتري|سالم الشاتري|سلمان الشاتري|انتخابات|معسكر|مجلس حماس|"
    "حماس|علي|على|مجلس الأمن علي|أمن سام|إمن|الشاتري|مجلس|أعلام|إعلام|مجلس أعلام"
).split("|")
GAPS = [*[" "] * 8, "، ", "-", " - ", "_", "  ", " \u200f "]


@dataclass
class Collection:
    """A small collection with its vocabulary, which changes by chance."""

    chance: Random
    texts: list[str]
    headings: list[Heading]

    def change(self) -> None:
        """Change something."""
        self.chance.choice(
            (
                self.change_text,
                self.add_text,
                self.remove_text,
                self.change_heading,
                self.change_heading,
                self.add_heading,
                self.remove_heading,
                self.change_order,
            )
        )()

    def change_text(self) -> None:
        self.texts[self.chance.randrange(len(self.texts))] = self.a_text()

    def add_text(self) -> None:
        # Words come in tens, as the lexicon asks whether there are more than ten.
        word = self.chance.choice(("وهرين ", "بوهرين ", "هرين ", "وسام ", "الوسام ", "سام "))
        self.texts.append(self.chance.choice((self.a_text(), word * 12)))

    def remove_text(self) -> None:
        if len(self.texts) > 1:
            self.texts.pop(self.chance.randrange(len(self.texts)))

    def change_heading(self) -> None:
        place = self.chance.randrange(len(self.headings))
        changed = self.a_heading(self.headings[place].term)
        field = self.chance.choice(("kind", "also"))
        self.headings[place] = self.headings[place]._replace(**{field: getattr(changed, field)})

    def add_heading(self) -> None:
        free = [name for name in NAMES if all(name != heading.term for heading in self.headings)]
        if free:
            self.headings.append(self.a_heading(self.chance.choice(free)))

    def remove_heading(self) -> None:
        if len(self.headings) > 1:
            self.headings.pop(self.chance.randrange(len(self.headings)))

    def change_order(self) -> None:
        self.chance.shuffle(self.headings)
        self.chance.shuffle(self.texts)

    def a_text(self) -> str:
        words = self.chance.choices(WORDS + NAMES, k=12)
        return "".join(word + self.chance.choice(GAPS) for word in words)

    def a_heading(self, term: str) -> Heading:
        also = tuple(self.chance.sample(NAMES, self.chance.choice((0, 1, 2))))
        return Heading(term, also, self.chance.choice((None, Kind.PERSON, *Kind)))


def a_collection(chance: Random) -> Collection:
    """Return a collection of a few texts and terms."""
    collection = Collection(chance, [], [])
    for _ in range(4):
        collection.add_heading()
        collection.texts.append(collection.a_text())
    return collection


def articles_of(texts: Sequence[str]) -> list[Article]:
    return [an_article(headline="حميد الشاتري", text=(text, "قال الشاتري")) for text in texts]


def found(
    articles: Sequence[Article], headings: Sequence[Heading], cache: Cache
) -> tuple[list[dict[int, tuple[Mention, ...]]], Mapping[str, int]]:
    """Return the mentions in a collection, and the signatures of its chunks, as a build of its own."""
    chunks = cut_all(articles, cache)
    finder = MentionFinder(headings, count_words(chunks))
    mentions, kept = find_all(articles, chunks, finder, cache.last("mentions") or Known())
    cache.keep_last("mentions", kept)
    return by_term(articles, mentions), dict(zip(chunks.known, kept.signed.signatures.tolist(), strict=True))


@settings(max_examples=150)
@given(st.integers(0, 1 << 32))
def test_what_is_known_is_what_would_be_found(seed: int) -> None:
    """After any change of texts and terms, and of what words of other articles decide, nothing differs."""
    collection = a_collection(Random(seed))
    with TemporaryDirectory() as folder:
        for _ in range(8):
            articles = articles_of(collection.texts)
            assert found(articles, collection.headings, Cache()) == found(
                articles, collection.headings, Cache(Path(folder))
            )
            collection.change()


@settings(max_examples=30)
@given(st.integers(0, 1 << 32), st.data())
def test_what_is_kept_may_be_of_any_build(seed: int, data: st.DataObject) -> None:
    """Chunks and mentions that two builds have kept, or one of them alone, do no harm."""
    collection = a_collection(Random(seed))
    with TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        for _ in range(6):
            kept = {kind: cache.last(kind) for kind in ("chunks", "mentions")}
            articles = articles_of(collection.texts)
            assert found(articles, collection.headings, Cache()) == found(
                articles, collection.headings, cache
            )
            collection.change()
            for kind in kept if data.draw(st.booleans()) else ():
                if kept[kind] and data.draw(st.booleans()):
                    cache.keep_last(kind, kept[kind])


def calls(
    method: str,
    folder: Path,
    texts: Sequence[str],
    headings: Sequence[Heading],
    monkeypatch: pytest.MonkeyPatch,
) -> int:
    """Return how often a class's method is called where something is known."""
    owner = Signatures if method == "of" else MentionFinder
    called = 0
    original = getattr(owner, method)

    def count(*arguments: object) -> object:
        nonlocal called
        called += 1
        return original(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(owner, method, count)
        found(articles_of(texts), headings, Cache(folder))
    return called


def looked_into(
    folder: Path, texts: Sequence[str], headings: Sequence[Heading], monkeypatch: pytest.MonkeyPatch
) -> int:
    """Return into how many articles one has to look."""
    return calls("find", folder, texts, headings, monkeypatch)


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
    looks: int,
    texts: Sequence[str],
    headings: Sequence[Heading],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Other articles, other terms and another order make no difference."""
    found(articles_of(THREE), TERMS, Cache(tmp_path))
    assert looks == looked_into(tmp_path, texts, headings, monkeypatch)


@pytest.mark.parametrize(
    ("signed", "texts", "headings"),
    [
        (0, THREE, TERMS),
        (0, THREE[::-1], TERMS[::-1]),
        (1, [*THREE, "سالم"], TERMS),
        # Ten more of a word, that decide nothing.
        (1, [*THREE, "هرين " * 11], TERMS),
        # What now is a word of its own; there are seven chunks, and a new one.
        (8, [*THREE, "بوهرين وهرين"], TERMS),
        (7, THREE, TERMS[:2]),
    ],
)
def test_only_new_chunks_are_signed_where_nothing_is_decided_anew(
    signed: int,
    texts: Sequence[str],
    headings: Sequence[Heading],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is known of a chunk holds as long as the names and what the counts decide are the same."""
    found(articles_of(THREE), TERMS, Cache(tmp_path))
    assert signed == calls("of", tmp_path, texts, headings, monkeypatch)


def test_a_person_by_other_names_is_looked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of all names of a person tell whether a last name is theirs, also of names that stand nowhere."""
    person = Heading("حميد الشاتري", kind=Kind.PERSON)
    found(articles_of(THREE), [person], Cache(tmp_path))
    assert 0 == looked_into(tmp_path, THREE, [person], monkeypatch)
    other = Heading("حميد الشاتري", also=("سالم القومي",), kind=Kind.PERSON)
    assert 3 == looked_into(tmp_path, THREE, [other], monkeypatch)


def test_what_is_kept_is_of_these_articles_alone(tmp_path: Path) -> None:
    """What was known of others is not carried along for ever."""
    cache = Cache(tmp_path)
    _, signatures = found(articles_of(THREE), TERMS, cache)
    known = cache.last("mentions")
    _, fewer = found(articles_of(THREE[:1]), TERMS, cache)
    kept = cache.last("mentions")
    assert (3, 1) == (len(known.keys), len(kept.keys))
    assert known.keys[0] == kept.keys[0]
    assert known.table.bounds[1] == kept.table.bounds[-1] == len(kept.table.terms)
    assert fewer.keys() < signatures.keys()
