"""Where things stand in the site: paths below its root, and their percent-encoded form for links."""

from __future__ import annotations

from urllib.parse import quote

from build_hooks.model import Article

FRONT = ""
KEYWORDS = "keywords/"
TAGS = "tags/"
ARCHIVE = "archive/"
SEARCH = "search/"
UNDATED = "archive/undated/"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITE_CARD = "card.png"


def article_path(article: Article) -> str:
    """Return the path of an article's page."""
    return f"articles/{article.permalink}/"


def card_path(article: Article) -> str:
    """Return the path of an article's image for sharing."""
    return f"{article_path(article)}{SITE_CARD}"


def feed_path(listing: str) -> str:
    """Return the path of the feed of the listing at path `listing`."""
    return f"{listing}{FEED}"


def month_path(year: int, month: int | None = None) -> str:
    """Return the path of the archive's page for a month (1 to 12), or for a whole year."""
    return f"{ARCHIVE}{year:04}/" if month is None else f"{ARCHIVE}{year:04}/{month:02}/"


def term_path(index: str, slug: str) -> str:
    """Return the path of a term's page in the index at path `index`."""
    return f"{index}{slug}/"


def letter_path(index: str, letter: str) -> str:
    """Return the path of the page with the terms under `letter`; deeper than any term's own."""
    return f"{index}letter/{letter}/"


def page_path(listing: str, number: int) -> str:
    """Return the path of page `number`, counted from 1, of the listing at path `listing`."""
    return listing if number == 1 else f"{listing}page/{number}/"


def url(path: str) -> str:
    """Return `path` as the templates' `url` filter takes it: percent-encoded, relative to the site's root."""
    return quote(path) or "."
