"""A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from build_hooks.publishing.feed_entry import FeedEntry
from build_hooks.publishing.publication import LANGUAGE


def json_feed(title: str, description: str, page: str, feed: str, entries: Sequence[FeedEntry]) -> str:
    """Return a feed.

    Args:
        title: Its name.
        description: What it brings; may be empty.
        page: The whole address of the page whose feed it is.
        feed: Its own whole address.
        entries: The articles with their whole text, newest first.
    """
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": page,
        "feed_url": feed,
        "description": description,
        "language": LANGUAGE,
        "items": list(map(_item, entries)),
    }
    return json.dumps(_without_empty(document), ensure_ascii=False, indent=1) + "\n"


def _item(entry: FeedEntry) -> dict[str, object]:
    return _without_empty(
        {
            "id": entry.url,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "summary": entry.lede,
            # RFC 3339, which has no date without a time.
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat() if entry.updated else None,
            "authors": [{"name": author} for author in entry.authors],
            "tags": list(entry.keywords),
        }
    )


def _without_empty(fields: Mapping[str, object]) -> dict[str, object]:
    # What the format demands may be empty all the same: a feed of no items.
    return {name: value for name, value in fields.items() if value or name == "items"}
