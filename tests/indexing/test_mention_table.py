"""Mentions in columns."""

from __future__ import annotations

from build_hooks.indexing.mention_table import mentions_at
from build_hooks.model import Mention
from build_hooks.sections import Section
from tests.factory import an_article

SECTIONS = (Section(None, ("نص.", "")), Section("عنوان", ()), Section("آخر", ("في داعش.",)))


def test_texts_are_known_by_their_numbers() -> None:
    """They are those of the article, in the order in which they are read."""
    article = an_article(headline="داعش", sections=SECTIONS)
    expected = (Mention(0, 0, 4, "داعش"), Mention(3, 3, 7, "داعش"))
    mentions = mentions_at(article, [[0, 0, 4], [5, 3, 7]])
    assert expected == mentions
    assert {Mention} == set(map(type, mentions))
