"""Mentions that an earlier build has found, and that are the same in this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np

from build_hooks.cache import digest
from build_hooks.indexing.chunks import Chunks, gather
from build_hooks.indexing.known_chunks import key_of, rows_of
from build_hooks.indexing.mention_table import MentionTable, chosen_from, joined_tables, table_of
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.signatures import Signed
from build_hooks.indexing.windows import Windows, find_windows
from build_hooks.model import Article
from build_hooks.processes import Shares, in_runs

_GONE = -1
"""Instead of a number, of a term that is no more; no article in which it was mentioned has its key any more."""


class Known(NamedTuple):
    """What an earlier build has found."""

    keys: Sequence[bytes] = ()
    """For each article what stands for all that its mentions hang on: the texts, and what the finder knows of their
    chunks."""

    table: MentionTable = table_of(())
    """The mentions in these articles, with numbers for terms by the place of their names."""

    names: Sequence[str] = ()
    """The preferred forms of the terms, which stay when terms are numbered anew."""

    signed: Signed = Signed()
    """What the finder knows of the chunks."""


def find_all(
    articles: Sequence[Article], chunks: Chunks, finder: MentionFinder, known: Known
) -> tuple[MentionTable, Known]:
    """Find all mentions in some articles, looking only into those of which they are not known.

    Args:
        articles: The articles.
        chunks: Their texts, cut.
        finder: What knows the terms, no two by one name.
        known: What an earlier call returned to keep, of these articles or others, with any terms; only the program has
            to be the same.

    Returns:
        The mentions, each term by its place among those of the finder, and what is to be kept for the next time.
    """
    if known.keys:
        signed = finder.signatures.sign(chunks.known, known.signed)
        keys = list(_keys(articles, chunks, signed))
        rows, new = rows_of(keys, known.keys)
        windows = find_windows(gather([chunks], new), finder.names)
        found = _find([articles[place] for place in new], windows, finder)
    else:
        found, signed = _find_first(articles, chunks, finder)
        keys, rows = list(_keys(articles, chunks, signed)), list(range(len(articles)))
    # The terms of what is known are numbered before those of what was found.
    found = replace(found, terms=found.terms + np.int32(len(known.names)))
    of_name = {heading.term: number for number, heading in enumerate(finder.terms)}
    numbers = [of_name.get(name, _GONE) for name in known.names] + list(range(len(finder.terms)))
    table = chosen_from(joined_tables([known.table, found]), rows, np.array(numbers, np.int32))
    assert table.terms.min(initial=0) != _GONE
    return table, Known(keys, table, [heading.term for heading in finder.terms], signed)


def _find_first(
    articles: Sequence[Article], chunks: Chunks, finder: MentionFinder
) -> tuple[MentionTable, Signed]:
    """Look into all articles, and sign the chunks beside it, as only the next time needs that."""
    windows = find_windows(chunks, finder.names)
    with Shares(partial(finder.signatures.sign, chunks.known), [Signed()], weight=len(articles)) as signing:
        found = _find(articles, windows, finder)
        [signed] = signing.results()
    return found, signed


def _find(articles: Sequence[Article], windows: Windows, finder: MentionFinder) -> MentionTable:
    """Look into some articles, which these windows are of, each processor into a run of them."""

    def find(run: Sequence[int]) -> MentionTable:
        return table_of([finder.find(articles[place].texts, windows.of(place)) for place in run])

    return joined_tables(in_runs(find, range(len(articles))))


def _keys(articles: Sequence[Article], chunks: Chunks, signed: Signed) -> Iterator[bytes]:
    """Yield the key of each article."""
    signatures = np.fromiter(signed.signatures.values(), np.uint64)
    at = np.flatnonzero((signatures != 0)[chunks.numbers])
    in_order = signatures[chunks.numbers[at]]
    bounds = np.searchsorted(at, chunks.texts[chunks.articles]).tolist()
    for article, start, end in zip(articles, bounds, bounds[1:], strict=False):
        yield digest(key_of(article), in_order[start:end].tobytes())
