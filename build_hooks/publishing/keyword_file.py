"""`keywords/index.jsonl`: the keyword index for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from json.encoder import encode_basestring as quoted
from types import MappingProxyType
from typing import NamedTuple

from build_hooks.cache import Cache, digest
from build_hooks.indexing.entries import OfTerm
from build_hooks.indexing.memo import Memo
from build_hooks.indexing.mention_table import Span
from build_hooks.model import Appearance, Article, Index, Term
from build_hooks.publishing.identities import IndexIdentities, runs_of_terms
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import KEYWORDS, permalink_path, term_path, url

KEYWORD_FILE = f"{KEYWORDS}index.jsonl"

LINES_KIND = "lines"
"""The kind of value of a cache that holds the last build's lines."""


class _Run(NamedTuple):
    """The lines of terms that follow each other."""

    start: int
    """Where they begin in the file, in bytes."""

    end: int
    parts: Sequence[tuple[bytes, int, int]]
    """Of what they are put together: the digest of all that a part hangs on, where it begins in the lines, and ends."""


class _Kept(NamedTuple):
    """The file, as one build leaves it to the next."""

    content: bytes = b""
    runs: Mapping[bytes, _Run] = MappingProxyType({})
    """By the digest of all that the lines hang on."""

    def parts(self) -> dict[bytes, slice]:
        """Return where all parts stand, by the digests of all that they hang on."""
        return {
            key: slice(run.start + start, run.start + end)
            for run in self.runs.values()
            for key, start, end in run.parts
        }


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
    kept: _Kept = cache.last(LINES_KIND) or _Kept()
    lines = _Lines(identities, kept)
    content: list[bytes] = []
    runs: dict[bytes, _Run] = {}
    place = 0
    for terms in runs_of_terms(index):
        key = digest(*identities.of_run(terms))
        if run := kept.runs.get(key):
            written, parts = kept.content[run.start : run.end], run.parts
        else:
            written, parts = lines.of(terms)
        content.append(written)
        runs[key] = _Run(place, place + len(written), parts)
        place += len(written)
    whole = b"".join(content)
    cache.keep_last(LINES_KIND, _Kept(whole, runs))
    return SiteFile(KEYWORD_FILE, whole)


class _Lines:
    """Writes lines, of parts that are known where that can be: what stands in them of thirty articles or so is one."""

    def __init__(self, identities: IndexIdentities, kept: _Kept) -> None:
        self._identities = identities
        self._kept = kept.content
        self._places = kept.parts()
        self._addresses = Memo(_address)

    def of(self, terms: Iterable[Term]) -> tuple[bytes, list[tuple[bytes, int, int]]]:
        """Return the lines of some terms, with their parts as `_Run` has them."""
        written = bytearray()
        parts = []
        for term in terms:
            for before, key, write in self._parts(term):
                written += before
                place = self._places.get(key)
                # Encoded at once: as text of two bytes a letter it would take up twice the memory, and a copy of it.
                part = self._kept[place] if place else write().encode()
                parts.append((key, len(written), len(written) + len(part)))
                written += part
            written += b"]}\n"
        return bytes(written), parts

    def _parts(self, term: Term) -> Iterator[tuple[bytes, bytes, Callable[[], str]]]:
        """Yield what stands before each part of a term's line, the digest of all that it hangs on, and what writes it."""
        yield b"", digest(self._identities.of_terms([term])), partial(_head, term)
        for number, (some, told) in enumerate(self._identities.of_parts(term.appearances)):
            yield b"," if number else b"", digest(*told), partial(_articles, some, self._addresses)


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


def _articles(appearances: Sequence[Appearance], addresses: Mapping[str, str]) -> str:
    assert isinstance(appearances, OfTerm)
    # Put together by hand: there are ten times as many as articles, and `json` takes three times as long.
    return ",".join(
        [
            f'{{"url":{addresses[article.permalink]},"mentions":[{_mentions(article, spans) if spans else ""}]}}'
            for article, spans in appearances.spans()
        ]
    )


def _mentions(article: Article, spans: Iterable[Span]) -> str:
    locators, texts = article.locators, article.written
    return ",".join(
        [
            f'{{"paragraph":{quoted(locator) if isinstance(locator := locators[text], str) else locator}'
            f',"start":{start},"end":{end},"written":{quoted(texts[text][start:end])}}}'
            for text, start, end in spans
        ]
    )
