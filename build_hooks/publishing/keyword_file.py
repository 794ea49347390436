"""`keywords/index.jsonl`: the keyword index for other programs."""

from __future__ import annotations

import json

from build_hooks.model import Appearance, Index, Mention, Term
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import KEYWORDS, article_path, term_path, url

KEYWORD_FILE = f"{KEYWORDS}index.jsonl"


def keyword_file(index: Index) -> SiteFile:
    """Return the index, a term a line.

    `{"term", "url", "kind", "also", "articles": [{"url", "mentions": [{"paragraph", "start", "end", "written"}]}]}`:
    addresses are relative to the site's root; offsets are Unicode characters in the seed's paragraph;
    `"paragraph": 0` is the headline, `"h1"`, `"h2"` the subheadings.
    """
    lines = (json.dumps(_term(term), ensure_ascii=False, separators=(",", ":")) for term in index.terms)
    return SiteFile(KEYWORD_FILE, "".join(f"{line}\n" for line in lines))


def _term(term: Term) -> dict[str, object]:
    return {
        "term": term.name,
        "url": url(term_path(KEYWORDS, term.slug)),
        "kind": term.heading.kind,
        "also": term.heading.also,
        "articles": [_appearance(appearance) for appearance in term.appearances],
    }


def _appearance(appearance: Appearance) -> dict[str, object]:
    return {
        "url": url(article_path(appearance.article)),
        "mentions": list(map(_mention, appearance.mentions)),
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "paragraph": mention.locator,
        "start": mention.start,
        "end": mention.end,
        "written": mention.written,
    }
