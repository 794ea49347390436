"""`keywords/index.jsonl`: the keyword index for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring as quoted

from build_hooks.cache import Cache, digest
from build_hooks.model import Appearance, Index, Term
from build_hooks.publishing.identities import IndexIdentities
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import KEYWORDS, article_path, term_path, url

KEYWORD_FILE = f"{KEYWORDS}index.jsonl"

LINES_KIND = "lines"
"""The kind of value of a cache that holds the lines of the last build."""


def keyword_file(index: Index, identities: IndexIdentities, cache: Cache) -> SiteFile:
    """Return the index, a term a line.

    `{"term", "url", "kind", "also", "articles": [{"url", "mentions": [{"paragraph", "start", "end", "written"}]}]}`:
    addresses are relative to the site's root; offsets are Unicode characters in the seed's paragraph;
    `"paragraph": 0` is the headline, `"h1"`, `"h2"` the subheadings.

    Args:
        index: The index.
        identities: Those of the index.
        cache: What keeps the lines, most of which the next build has again.
    """
    known: Mapping[bytes, str] = cache.last(LINES_KIND) or {}
    lines = {}
    for term in index.terms:
        key = digest(identities.of_terms([term]), *identities.of_appearances(term.appearances))
        lines[key] = known.get(key) or _line(term)
    cache.keep_last(LINES_KIND, lines)
    return SiteFile(KEYWORD_FILE, "".join(lines.values()))


def _line(term: Term) -> str:
    about = {
        "term": term.name,
        "url": url(term_path(KEYWORDS, term.slug)),
        "kind": term.heading.kind,
        "also": term.heading.also,
    }
    head = json.dumps(about, ensure_ascii=False, separators=(",", ":")).removesuffix("}")
    return f'{head},"articles":[{",".join(map(_appearance, term.appearances))}]}}\n'


def _appearance(appearance: Appearance) -> str:
    # Put together by hand: there are ten times as many as articles, and `json` takes three times as long.
    mentions = ",".join(
        [
            f'{{"paragraph":{quoted(locator) if isinstance(locator, str) else locator}'
            f',"start":{start},"end":{end},"written":{quoted(written)}}}'
            for locator, start, end, written in appearance.mentions
        ]
    )
    return f'{{"url":{quoted(url(article_path(appearance.article)))},"mentions":[{mentions}]}}'
