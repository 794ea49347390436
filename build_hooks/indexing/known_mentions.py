"""Mentions that an earlier build has found, and that are the same in this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np

from build_hooks.cache import digest
from build_hooks.indexing.chunks import Chunks, gather
from build_hooks.indexing.mentions import MentionFinder, Mentions, Spans, mentions_at
from build_hooks.indexing.signatures import Signed
from build_hooks.indexing.windows import find_windows
from build_hooks.model import Article
from build_hooks.processes import in_shares

NamedSpans: TypeAlias = tuple[tuple[str, tuple[int, ...]], ...]
"""The mentions in an article, each term by its preferred form, which stays when terms are numbered anew; see `Spans`."""


class Known(NamedTuple):
    """What an earlier build has found."""

    mentions: Mapping[bytes, NamedSpans] = {}
    """By a key that stands for all that they hang on: the texts, and what the finder knows of their chunks."""

    signed: Signed = Signed()
    """What the finder knows of the chunks."""


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
    signed = finder.signatures.sign(chunks.known, known.signed)
    keys = list(_keys(articles, chunks, signed))
    found = {key: known.mentions[key] for key in keys if key in known.mentions}
    places = [place for place, key in enumerate(keys) if key not in found]
    if places:
        windows = find_windows(gather([chunks], places), finder.names)

        def find(number: int) -> NamedSpans:
            return _named(finder.find(texts[places[number]], windows.of(number)), finder)

        for place, spans in zip(places, in_shares(find, range(len(places))), strict=True):
            found[keys[place]] = spans
    numbers = {term.term: number for number, term in enumerate(finder.terms)}
    mentions = [
        mentions_at(of_article, {numbers[name]: places for name, places in found[key]})
        for of_article, key in zip(texts, keys, strict=True)
    ]
    return mentions, Known(found, signed)


def _named(spans: Spans, finder: MentionFinder) -> NamedSpans:
    return tuple([(finder.terms[term].term, tuple(places)) for term, places in spans.items()])


def _keys(articles: Sequence[Article], chunks: Chunks, signed: Signed) -> Iterator[bytes]:
    """Yield the key of each article."""
    signatures = np.fromiter(signed.signatures.values(), np.uint64)
    at = np.flatnonzero((signatures != 0)[chunks.numbers])
    in_order = signatures[chunks.numbers[at]]
    bounds = np.searchsorted(at, chunks.texts[chunks.articles]).tolist()
    for article, start, end in zip(articles, bounds, bounds[1:], strict=False):
        yield digest(article.digest or repr(article.texts).encode(), in_order[start:end].tobytes())
