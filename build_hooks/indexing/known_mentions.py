"""Mentions that an earlier build has found, and that are the same in this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TypeAlias

import numpy as np

from build_hooks.indexing.chunks import Chunks, gather
from build_hooks.indexing.mentions import MentionFinder, Mentions, Spans, Texts, mentions_at
from build_hooks.indexing.windows import find_windows
from build_hooks.model import Article

_KEY_SIZE = 16

NamedSpans: TypeAlias = tuple[tuple[str, tuple[int, ...]], ...]
"""The mentions in an article, each term by its preferred form, which stays when terms are numbered anew; see `Spans`."""

Known: TypeAlias = Mapping[bytes, NamedSpans]
"""Mentions by a key that stands for all that they hang on: the texts, and what the finder knows of their chunks."""


def find_all(
    articles: Sequence[Article], chunks: Chunks, finder: MentionFinder, known: Known
) -> tuple[list[Mentions], Known]:
    """Find all mentions in some articles, looking only into those of which they are not known.

    Args:
        articles: The articles.
        chunks: Their texts, cut.
        finder: What knows the terms, no two by one name.
        known: What an earlier call returned to keep, of these articles or others, with any terms; only the program has
            to be the same.

    Returns:
        What `find_mentions` returns, and what is to be kept for the next time. It holds plain tuples, strings and
        numbers alone.
    """
    texts = [article.texts for article in articles]
    keys = list(_keys(texts, chunks, finder))
    found = {key: known[key] for key in keys if key in known}
    places = [place for place, key in enumerate(keys) if key not in found]
    if places:
        windows = find_windows(gather([chunks], places), finder.names)
        for number, place in enumerate(places):
            found[keys[place]] = _named(finder.find(texts[place], windows.of(number)), finder)
    numbers = {term.term: number for number, term in enumerate(finder.terms)}
    mentions = [
        mentions_at(of_article, {numbers[name]: places for name, places in found[key]})
        for of_article, key in zip(texts, keys, strict=True)
    ]
    return mentions, found


def _named(spans: Spans, finder: MentionFinder) -> NamedSpans:
    return tuple([(finder.terms[term].term, tuple(places)) for term, places in spans.items()])


def _keys(texts: Sequence[Texts], chunks: Chunks, finder: MentionFinder) -> Iterator[bytes]:
    """Yield the key of each article."""
    signatures = np.fromiter(map(finder.signatures.of, chunks.known), np.uint64)
    at = np.flatnonzero((signatures != 0)[chunks.numbers])
    in_order = signatures[chunks.numbers[at]]
    bounds = np.searchsorted(at, chunks.texts[chunks.articles]).tolist()
    for of_article, start, end in zip(texts, bounds, bounds[1:], strict=False):
        written = [text for _, text in of_article]
        # The lengths tell where each text ends. Python writes UTF-16 in a third of the time of UTF-8.
        key = blake2b(repr(list(map(len, written))).encode(), digest_size=_KEY_SIZE)
        key.update("".join(written).encode("utf-16-le"))
        key.update(in_order[start:end].tobytes())
        yield key.digest()
