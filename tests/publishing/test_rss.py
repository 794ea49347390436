"""Feeds in RSS."""

from __future__ import annotations

from xml.etree import ElementTree

from build_hooks.publishing.feed_entry import entry
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.rss import rss
from tests.factory import an_article


def test_an_entry_without_text_has_no_description() -> None:
    """An article that is a picture has no lede, and the format asks for none beside a title."""
    publication = Publication("ناشر", "", "https://example.org/", "icon.svg")
    articles = (an_article("a", day="2026-11-24", text=()), an_article("b", day="2026-11-23"))
    feed = rss("ناشر", "", "", "", [entry(article, publication) for article in articles])
    with_description = [
        item.find("description") is not None for item in ElementTree.fromstring(feed).iter("item")
    ]
    assert [False, True] == with_description
