"""Where things stand in the site: paths below its root, and their two forms for links.

Programs are told addresses as URIs, percent-encoded (`url`). In a page's own links letters stand as they are (`href`):
encoded, an Arabic letter takes three times as many bytes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from build_hooks.arabic.marks import INVISIBLE, character_class
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

# All but letters beyond ASCII, which an address may hold as they are: RFC 3987's `ucschar`, WHATWG's URL code points.
# It may hold marks and figures too, but nobody would know them again, or they would be taken for others.
_ENCODED = re.compile(rf"[\W\d\x00-\x7f{character_class(INVISIBLE)}]+")

# Nothing that no address holds, and nothing that nobody sees: the address is shown, too.
_WEB_ADDRESS = re.compile(rf"https?://[^\s<>\"{character_class(INVISIBLE)}]+", re.IGNORECASE)


def article_path(article: Article) -> str:
    """Return the path of an article's page."""
    return permalink_path(article.permalink)


def permalink_path(permalink: str) -> str:
    """Return the path of the page of the article with this permalink."""
    return f"articles/{permalink}/"


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
    """Return the path of a further page of the listing at path `listing`; see `views.listing_pages`."""
    return f"{listing}page/{number}/"


def source_path(path: str) -> str:
    """Return the path below `docs/` of the Markdown file that MkDocs makes the page at `path` of.

    Always an `index.md`: `x.md` beside `x/index.md` would be one page in the site, and MkDocs takes a seed
    named `index` or `README` for its folder's own page.
    """
    return f"{path}index.md"


def page_file(path: str) -> str:
    """Return the path of the file below the site's root that the page at `path` is."""
    return f"{path}index.html"


def root(path: str) -> str:
    """Return the way from the page at `path` to the site's root: `../../`; what `url` and `href` give goes behind it."""
    return "../" * path.count("/") or "./"


# The same addresses stand on many pages, and quoting takes as long as all the rest of a link.
@lru_cache(maxsize=1 << 16)
def url(path: str) -> str:
    """Return `path` percent-encoded, relative to the site's root."""
    return quote(path)


@lru_cache(maxsize=1 << 16)
def href(path: str) -> str:
    """Return `path` as an attribute of a page has it, relative to the site's root: `keywords/داعش/`.

    A browser makes of it what `url` gives. Nothing in it needs a reference in HTML.
    """
    # Most of what is found is a hyphen or a slash, again and again.
    return _ENCODED.sub(lambda match: url(match[0]), path)


def is_for_search_engines(path: str) -> bool:
    """Say whether search engines may list the page at `path`: Google advises to keep results of a site's own search out."""
    return path != SEARCH


def web_address(text: str) -> str | None:
    """Return `text` as a URI (RFC 3986) where all of it is the address of a page on the web; None where it is not."""
    if not _WEB_ADDRESS.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.netloc.encode("idna").decode("ascii")
        # What is no number is an error.
        is_whole = parts.hostname and parts.port != 0
    except ValueError:
        return None
    return quote(parts._replace(netloc=host).geturl(), safe=":/?#[]@!$&'()*+,;=%") if is_whole else None
