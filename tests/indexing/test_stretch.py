"""A stretch of a text as words and gaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.tokens import split_words
from build_hooks.indexing.memo import Memo
from build_hooks.indexing.stretch import Chunks, Stretch

TEXTS = st.one_of(st.text(), st.text(st.sampled_from("ابج،«» \u00a0\n\u200f-")))


def stretches(text: str) -> list[Stretch]:
    """Return a stretch that begins at each chunk of a text."""
    chunks = text.split()
    whole, parts_of = Chunks(text, chunks), Memo(split_words)
    return [Stretch(whole, first, parts_of) for first in range(len(chunks))]


@given(TEXTS)
def test_a_stretch_is_the_text_from_its_chunk_on(text: str) -> None:
    """Grown to the end it is what splitting the rest of the text gives, with the offsets of each part."""
    for stretch in stretches(text):
        assert not stretch.reaches(2 * len(text) + 1)
        rest = text[stretch.start :].rstrip()
        assert split_words(rest) == stretch.parts
        assert len(text.split()) == stretch.next
        for place, part in enumerate(stretch.parts):
            assert text.startswith(part, stretch.offset(place))


@given(TEXTS)
def test_it_grows_no_further_than_it_must(text: str) -> None:
    """A stretch reaches every word that it says it reaches, and begins with one chunk."""
    for stretch, chunk in zip(stretches(text), text.split(), strict=True):
        assert split_words(chunk) == stretch.parts
        words = split_words(text[stretch.start :])[1::2]
        assert [True] * len(words) == [stretch.reaches(place) for place in range(1, 2 * len(words), 2)]
        assert words == stretch.parts[1 : 2 * len(words) : 2]
        assert not stretch.reaches(2 * len(words) + 1)


@given(TEXTS)
def test_what_stands_before_a_word(text: str) -> None:
    """The word before another one is that of the whole text, with the whole gap, also before the stretch."""
    parts = split_words(text)
    words: list[str | None] = [None, *parts[1::2]]
    for stretch in stretches(text):
        behind = len(words) - 1 - len(split_words(text[stretch.start :])[1::2])
        if behind + 1 < len(words):
            stretch.reaches(1)
            assert (words[behind], parts[2 * behind]) == stretch.before(1)
