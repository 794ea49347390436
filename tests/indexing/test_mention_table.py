"""Mentions and texts in columns."""

from __future__ import annotations

import pytest

from build_hooks.indexing import mention_table
from build_hooks.indexing.mention_table import text_columns
from build_hooks.model import Mention, Section
from tests.factory import an_article

SECTIONS = (Section(None, ("نص.", "")), Section("عنوان", ()), Section("آخر", ("في داعش.",)))


def test_texts_are_known_by_their_numbers() -> None:
    """They are those of the article, in the order in which they are read."""
    article = an_article(headline="داعش", sections=SECTIONS)
    columns = text_columns(article)
    assert article.texts == tuple(zip(columns.locators, columns.written, strict=True))
    expected = (Mention(0, 0, 4, "داعش"), Mention(3, 3, 7, "داعش"))
    mentions = columns.mentions([[0, 0, 4], [5, 3, 7]])
    assert expected == mentions
    assert {Mention} == set(map(type, mentions))


def test_each_article_has_its_own_texts() -> None:
    """An article that has changed stands where it stood; what is remembered of the other is not its."""
    before, after = an_article("a", text=("قبل.",)), an_article("a", text=("بعد.",))
    for _ in range(2):
        assert ["قبل.", "بعد."] == [text_columns(article).written[1] for article in (before, after)]


def test_what_is_remembered_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles are asked for, few are kept."""
    monkeypatch.setattr(mention_table, "_known", {})
    monkeypatch.setattr(mention_table, "_MOST_KNOWN", 3)
    articles = [an_article(str(number), text=(f"نص {number}.",)) for number in range(10)]
    assert [f"نص {n}." for n in range(10)] == [text_columns(article).written[1] for article in articles]
    assert 3 >= len(mention_table._known)
