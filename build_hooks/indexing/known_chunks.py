"""Chunks of texts that an earlier build has cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from build_hooks.cache import Cache, digest_of
from build_hooks.indexing.chunks import Before, Chunks, cut, gather, without_unused
from build_hooks.model import Article
from build_hooks.processes import in_runs


class _Kept(NamedTuple):
    """What one build has cut, for the next."""

    keys: Sequence[bytes] = ()
    """For each article what stands for its texts."""

    chunks: Chunks = cut(())


def cut_all(articles: Sequence[Article], cache: Cache) -> Chunks:
    """Cut the texts of some articles, but those that the build before has cut.

    Args:
        articles: The articles.
        cache: What keeps what was cut.
    """
    kept: _Kept = cache.last("chunks") or _Kept()
    keys = list(map(key_of, articles))
    rows, new = rows_of(keys, kept.keys)
    gathered = gather([kept.chunks, *in_runs(cut, [articles[place] for place in new])], rows)
    chunks = without_unused(gathered)
    chunks = replace(chunks, key=digest_of(("\n".join(chunks.known), chunks.counts.tobytes())))
    cache.keep_last("chunks", _Kept(keys, chunks))
    return replace(chunks, before=_before(kept.chunks, gathered))


def _before(kept: Chunks, gathered: Chunks) -> Before:
    """Return what became of the chunks that were kept, which are the first of those that are gathered."""
    stayed = np.flatnonzero(gathered.counts[: len(kept.known)])
    return Before(kept.key or None, kept.known, kept.counts, stayed)


def key_of(article: Article) -> bytes:
    """Return what stands for the texts of an article."""
    return article.digest or repr(article.texts).encode()


def rows_of(keys: Sequence[bytes], known: Sequence[bytes]) -> tuple[list[int], list[int]]:
    """Find what is known of some articles.

    Args:
        keys: The key of each article.
        known: The keys of those of which something is known.

    Returns:
        The row of each article, where those that are not known stand behind all that are, and the places of these.
    """
    rows = {key: row for row, key in enumerate(known)}
    new = [place for place, key in enumerate(keys) if key not in rows]
    rows |= {keys[place]: row for row, place in enumerate(new, len(known))}
    return [rows[key] for key in keys], new
