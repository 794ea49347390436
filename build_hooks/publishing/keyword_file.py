"""`keywords/index.jsonl`: the keyword index for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from json.encoder import encode_basestring as quoted

from build_hooks.cache import Cache, digest
from build_hooks.indexing.memo import Memo
from build_hooks.model import Appearance, Index, Mention, Term
from build_hooks.publishing.identities import IndexIdentities
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import KEYWORDS, permalink_path, term_path, url

KEYWORD_FILE = f"{KEYWORDS}index.jsonl"

LINES_KIND = "lines"
"""The kind of value of a cache that holds the parts of the last build's lines."""


def keyword_file(index: Index, identities: IndexIdentities, cache: Cache) -> SiteFile:
    """Return the index, a term a line.

    `{"term", "url", "kind", "also", "articles": [{"url", "mentions": [{"paragraph", "start", "end", "written"}]}]}`:
    addresses are relative to the site's root; offsets are Unicode characters in the seed's paragraph;
    `"paragraph": 0` is the headline, `"h1"`, `"h2"` the subheadings.

    Args:
        index: The index.
        identities: Those of the index.
        cache: What keeps the parts of lines, most of which the next build has again.
    """
    known: Mapping[bytes, bytes] = cache.last(LINES_KIND) or {}
    addresses = Memo(_address)
    used: dict[bytes, bytes] = {}

    def part(key: bytes, write: Callable[[], str]) -> bytes:
        # Encoded at once: as text of two bytes a letter the file would take up twice the memory, and a copy of it.
        used[key] = known.get(key) or used.get(key) or write().encode()
        return used[key]

    parts = []
    for term in index.terms:
        parts.append(part(digest(identities.of_terms([term])), partial(_head, term)))
        articles = [
            part(digest(*told), partial(_articles, some, addresses))
            for some, told in identities.of_parts(term.appearances)
        ]
        parts += (b",".join(articles), b"]}\n")
    cache.keep_last(LINES_KIND, used)
    return SiteFile(KEYWORD_FILE, b"".join(parts))


def _address(permalink: str) -> str:
    """Return the address of an article in JSON; it stands in the lines of all its terms."""
    return quoted(url(permalink_path(permalink)))


def _head(term: Term) -> str:
    """Return what stands in a term's line before its articles."""
    about = {
        "term": term.name,
        "url": url(term_path(KEYWORDS, term.slug)),
        "kind": term.heading.kind,
        "also": term.heading.also,
    }
    return json.dumps(about, ensure_ascii=False, separators=(",", ":")).removesuffix("}") + ',"articles":['


def _articles(appearances: Iterable[Appearance], addresses: Mapping[str, str]) -> str:
    # Put together by hand: there are ten times as many as articles, and `json` takes three times as long.
    return ",".join(
        [
            f'{{"url":{addresses[article.permalink]},"mentions":[{_mentions(mentions) if mentions else ""}]}}'
            for article, _, mentions in appearances
        ]
    )


def _mentions(mentions: Iterable[Mention]) -> str:
    return ",".join(
        [
            f'{{"paragraph":{quoted(locator) if isinstance(locator, str) else locator}'
            f',"start":{start},"end":{end},"written":{quoted(written)}}}'
            for locator, start, end, written in mentions
        ]
    )
