"""Mentions that an earlier build has found, and that are the same in this one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from build_hooks.indexing.chunks import Chunks, gather, without_unused
from build_hooks.indexing.hashed_words import Hashes
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
    """For each article what stands for its texts."""

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
    keys = list(map(key_of, articles))
    signatures = known.signed.of_stayed(chunks.before)
    if signatures is None:
        known, rows = Known(), list(range(len(articles)))
        found, signed = _find_first(articles, chunks, finder)
    else:
        signed = finder.signatures.sign(chunks, known.signed)
        stale = {keys[place] for place in _stale(chunks, signatures, signed.signatures)}
        rows, new = rows_of(keys, [b"" if key in stale else key for key in known.keys])
        windows = find_windows(without_unused(gather([chunks], new)), finder.names)
        found = _find([articles[place] for place in new], windows, finder)
    # The terms of what is known are numbered before those of what was found.
    found = found._replace(terms=found.terms + np.int32(len(known.names)))
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
    with Shares(partial(finder.signatures.sign, chunks), [Signed()], weight=len(articles)) as signing:
        found = _find(articles, windows, finder)
        [signed] = signing.results()
    return found, signed


def _find(articles: Sequence[Article], windows: Windows, finder: MentionFinder) -> MentionTable:
    """Look into some articles, which these windows are of, each processor into a run of them."""

    def find(run: Sequence[int]) -> MentionTable:
        return table_of([finder.find(articles[place].written, windows.of(place)) for place in run])

    return joined_tables(in_runs(find, range(len(articles))))


def _stale(chunks: Chunks, before: Hashes, signatures: Hashes) -> list[int]:
    """Return the places of the articles with a chunk of which the finder knows something else than before."""
    is_other = np.zeros(len(signatures), bool)
    is_other[: len(before)] = signatures[: len(before)] != before
    # Mostly none is, and then nobody need look where it stands.
    if not is_other.any():
        return []
    at = np.flatnonzero(is_other[chunks.numbers])
    places: list[int] = np.unique(np.searchsorted(chunks.texts[chunks.articles], at, "right") - 1).tolist()
    return places
