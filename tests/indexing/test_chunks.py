"""Texts cut at white space."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_hooks.cache import Cache
from build_hooks.indexing import chunks, known_chunks
from build_hooks.indexing.chunks import Chunks, cut, gather, without_unused
from build_hooks.indexing.known_chunks import cut_all
from build_hooks.model import Article
from tests.factory import an_article

_TEXTS = st.lists(st.text("اب. \n", max_size=12), max_size=3)
_ARTICLES = st.lists(
    _TEXTS.map(lambda texts: an_article(headline="عنوان قصير", text=tuple(texts))), max_size=5
)


def written(cut_up: Chunks) -> list[list[list[str]]]:
    """Return the chunks of each text of each article, as they are written."""
    texts = [
        [cut_up.known[number] for number in cut_up.numbers[start:end].tolist()]
        for start, end in zip(cut_up.texts, cut_up.texts[1:], strict=False)
    ]
    return [texts[start:end] for start, end in zip(cut_up.articles, cut_up.articles[1:], strict=False)]


def expected(articles: list[Article]) -> list[list[list[str]]]:
    """Return the same, by reading."""
    return [[text.split() for _, text in article.texts] for article in articles]


@given(_ARTICLES)
def test_every_chunk_stands_where_it_is_written(articles: list[Article]) -> None:
    """Cutting loses nothing but white space, and numbers each different chunk once."""
    cut_up = cut(articles)
    assert expected(articles) == written(cut_up)
    assert len(set(cut_up.known)) == len(cut_up.known)


@given(st.lists(_ARTICLES, max_size=4), st.data())
def test_cuts_are_gathered_in_any_order(batches: list[list[Article]], data: st.DataObject) -> None:
    """Articles of several cuts become one, those that are wanted, as they are wanted."""
    articles = [article for batch in batches for article in batch]
    places = data.draw(st.permutations(range(len(articles))))[: data.draw(st.integers(0, len(articles)))]
    gathered = without_unused(gather([cut(batch) for batch in batches], places))
    assert expected([articles[place] for place in places]) == written(gathered)
    assert len(set(gathered.known)) == len(gathered.known)
    # What stands nowhere any more is not carried along.
    assert sorted(set(gathered.numbers.tolist())) == list(range(len(gathered.known)))
    assert np.bincount(gathered.numbers, minlength=len(gathered.known)).tolist() == gathered.counts.tolist()


@settings(max_examples=30)
@given(
    st.lists(_ARTICLES, min_size=1, max_size=5),
    st.lists(st.lists(st.integers(0, 4), max_size=5, unique=True)),
)
def test_articles_come_and_go(some: list[list[Article]], builds: list[list[int]]) -> None:
    """Whichever articles the builds before had, and in whichever order, each has the chunks of its own."""
    with TemporaryDirectory() as folder:
        for build in builds:
            present = [article for number in build if number < len(some) for article in some[number]]
            assert expected(present) == written(cut_all(present, Cache(Path(folder))))


def test_an_article_is_cut_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build cuts those alone that the one before had not."""
    one, two, new = (
        an_article(name, text=(f"نص {name}",), digest=name.encode()) for name in ("one", "two", "new")
    )
    cut_all([one, two], Cache(tmp_path))
    seen: list[Article] = []

    def watched(articles: Iterable[Article]) -> Chunks:
        seen.extend(articles)
        return cut(seen)

    monkeypatch.setattr(known_chunks, "cut", watched)
    assert expected([new, one]) == written(cut_all([new, one], Cache(tmp_path)))
    assert [new] == seen


def test_white_space_is_what_python_takes_for_it() -> None:
    """All of it stands in the first plane of Unicode."""
    spaces = [code for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert spaces == np.flatnonzero(chunks._IS_SPACE).tolist()
