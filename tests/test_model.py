"""The nouns of Nashir."""

from __future__ import annotations

import datetime
from dataclasses import fields

import pytest

from build_hooks.model import Article
from tests.factory import an_article, copy_of


@pytest.mark.parametrize("digest", [b"", b"\0\1"])
def test_a_pickled_article_keeps_every_field(digest: bytes) -> None:
    """Those that are no part of what makes articles equal, too."""
    day = datetime.date(2026, 11, 24)
    article = an_article("a", keywords=("ك",), updated=day, extra={"x": [1]}, is_draft=True, digest=digest)
    copy = copy_of(article)
    assert [getattr(article, field.name) for field in fields(Article)] == [
        getattr(copy, field.name) for field in fields(Article)
    ]
