from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.fold import fold
from build_hooks.arabic.tokens import words_of
from build_hooks.cache import Cache
from build_hooks.indexing.chunks import cut
from build_hooks.indexing.known_chunks import cut_all
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Article
from tests.factory import an_article


def counted(*texts: str) -> Counter[str]:
    """Count the words of an article with these paragraphs."""
    return count_words(cut([an_article(headline="", text=texts)]))


def test_spellings_of_a_word_are_counted_together() -> None:
    """Words count by their fold, whatever text they stand in."""
    counts = counted("العراق، الـعراق", "والعِراق إيران ايران")
    assert {"العراق": 2, "والعراق": 1, "ايران": 2} == counts


def test_counts_of_parts_add_up() -> None:
    """A collection may be counted in parts."""
    assert counted("أمن", "امن") == counted("أمن") + counted("امن")


@given(st.text())
def test_every_word_is_counted(text: str) -> None:
    """The counts are those of the words in the text, whatever white space and punctuation stand between them."""
    assert Counter(map(fold, words_of(text))) == counted(text)


_BUILDS = st.lists(
    st.lists(st.lists(st.text("ابوى. \n", max_size=12), max_size=3), max_size=3), min_size=2, max_size=5
)


def articles_of(build: list[list[str]]) -> list[Article]:
    """Return an article for each list of paragraphs."""
    return [an_article(headline="", text=tuple(texts)) for texts in build]


@given(_BUILDS)
def test_counts_are_kept(builds: list[list[list[str]]]) -> None:
    """Whatever the build before has counted, words that come and go are counted as if it had not been."""
    with TemporaryDirectory() as folder:
        for build in builds:
            cache = Cache(Path(folder))
            assert count_words(cut(articles_of(build))) == count_words(
                cut_all(articles_of(build), cache), cache
            )


@given(_BUILDS, st.data())
def test_counts_of_another_build_do_no_harm(builds: list[list[list[str]]], data: st.DataObject) -> None:
    """What was kept of words is of no use without the chunks that they were counted in."""
    with TemporaryDirectory() as folder:
        for build in builds:
            cache = Cache(Path(folder))
            kept = cache.last("words")
            assert count_words(cut(articles_of(build))) == count_words(
                cut_all(articles_of(build), cache), cache
            )
            if kept and data.draw(st.booleans()):
                cache.keep_last("words", kept)
