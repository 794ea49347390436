"""Texts cut at white space."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing.chunks import Chunks, cut, gather
from build_hooks.model import Article
from tests.factory import an_article

_TEXTS = st.lists(st.text("اب. \n", max_size=12), max_size=3)
_ARTICLES = st.lists(
    _TEXTS.map(lambda texts: an_article(headline="عنوان قصير", text=tuple(texts))), max_size=5
)


def written(chunks: Chunks) -> list[list[list[str]]]:
    """Return the chunks of each text of each article, as they are written."""
    texts = [
        [chunks.known[number] for number in chunks.numbers[start:end].tolist()]
        for start, end in zip(chunks.texts, chunks.texts[1:], strict=False)
    ]
    return [texts[start:end] for start, end in zip(chunks.articles, chunks.articles[1:], strict=False)]


def expected(articles: list[Article]) -> list[list[list[str]]]:
    """Return the same, by reading."""
    return [[text.split() for _, text in article.texts] for article in articles]


@given(_ARTICLES)
def test_every_chunk_stands_where_it_is_written(articles: list[Article]) -> None:
    """Cutting loses nothing but white space, and numbers each different chunk once."""
    chunks = cut(articles)
    assert expected(articles) == written(chunks)
    assert len(set(chunks.known)) == len(chunks.known)


@given(st.lists(_ARTICLES, max_size=4), st.data())
def test_cuts_are_gathered_in_any_order(batches: list[list[Article]], data: st.DataObject) -> None:
    """Articles of several cuts become one, those that are wanted, as they are wanted."""
    articles = [article for batch in batches for article in batch]
    places = data.draw(st.permutations(range(len(articles))))[: data.draw(st.integers(0, len(articles)))]
    gathered = gather([cut(batch) for batch in batches], places)
    assert expected([articles[place] for place in places]) == written(gathered)
    assert len(set(gathered.known)) == len(gathered.known)
