from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.analyser import terms
from build_hooks.indexing import hashed_words
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.occurrences import COUNT_BITS, Occurrences, count_words
from tests.indexing.search.collection import a_document

WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
    | st.sampled_from(
        ["في", "من،", "😀", "𐤀𐤁", "\u2003", "12,000", "١٢٬٠٠٠،", "1,2", ",5", "ab_c", "كَتَبَ", "\u0301"]
    )
)
TEXTS = st.lists(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), max_size=8)

Counts = dict[tuple[str, bool], dict[int, int]]


def plainly_counted(documents: list[SearchDocument]) -> Counts:
    """Count terms as one would without haste."""
    found: Counts = {}
    for number, document in enumerate(documents):
        counts = Counter(term for text, _ in document.passages for term in terms(text))
        for texts, weight in (
            ((document.title,), 6),
            (document.keywords, 3),
            (document.tags, 3),
            (document.credits, 3),
            (document.headings, 2),
        ):
            for text in texts:
                for term in terms(text):
                    counts[term] += weight
        for term, count in counts.items():
            found.setdefault(term, {})[number] = min(count, 63)
    return found


def listed(found: Occurrences) -> Counts:
    """Return the count of each term in each document."""
    pairs = iter([divmod(pair, 1 << COUNT_BITS) for pair in found.counts.tolist()])
    counts: Counts = {}
    for word, frequency in zip(
        found.words.decode().split("\n")[:-1], found.frequencies.tolist(), strict=True
    ):
        for number, count in [next(pairs) for _ in range(frequency)]:
            for term in terms(word):
                documents = counts.setdefault(term, {})
                documents[number] = min(documents.get(number, 0) + count, 63)
    assert not list(pairs)
    return counts


@given(TEXTS)
def test_words_are_counted(texts: list[list[str]]) -> None:
    """Every term of every document is found as often as it stands there, with the weight of its place."""
    documents = [
        a_document(
            number,
            *paragraphs,
            title=paragraphs[0],
            keywords=(paragraphs[-1],),
            tags=("خبر عاجل", paragraphs[0]),
            credits=("كاتب", paragraphs[-1]),
            headings=("في",),
        )
        for number, paragraphs in enumerate(texts)
    ]
    assert plainly_counted(documents) == listed(count_words(documents))


def test_no_more_than_makes_a_difference() -> None:
    """A word that stands in a text very often counts 63 times."""
    assert {("زيتون", False): {0: 63}} == listed(count_words([a_document(0, "زيتون " * 500, title="")]))


@pytest.mark.parametrize("block", [1, 7, 1 << 20])
def test_blocks_leave_no_trace(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """How much is hashed at once makes no difference, so that long documents and short ones agree on a word."""
    documents = [a_document(number, f"كتاب {'كلام ' * number} الكتاب") for number in range(50)]
    expected = plainly_counted(documents)
    monkeypatch.setattr(hashed_words, "_BLOCK", block)
    assert expected == listed(count_words(documents))


def test_a_word_has_one_hash() -> None:
    """A word's hash is the same among other words, at another place."""
    hashes = {
        word: number
        for text in ("كتاب قلم دفتر", "قلم طويل جدا ثم كتاب", "دفتر")
        for some in [count_words([a_document(0, text, title="س")])]
        for word, number in zip(some.words.decode().split(), some.hashes.tolist(), strict=True)
        if word in {"كتاب", "قلم", "دفتر"}
    }
    again = count_words([a_document(0, "دفتر كتاب قلم", title="س")])
    found = dict(zip(again.words.decode().split(), again.hashes.tolist(), strict=True))
    assert hashes == {word: found[word] for word in hashes}
