"""Chunks of texts that an earlier build has cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_hooks.cache import Cache
from build_hooks.indexing.chunks import Chunks, cut, gather
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
    keys = [article.digest or repr(article.texts).encode() for article in articles]
    rows = {key: row for row, key in enumerate(kept.keys)}
    new = [place for place, key in enumerate(keys) if key not in rows]
    rows |= {keys[place]: row for row, place in enumerate(new, len(kept.keys))}
    cuts = in_runs(cut, [articles[place] for place in new])
    chunks = gather([kept.chunks, *cuts], [rows[key] for key in keys])
    cache.keep_last("chunks", _Kept(keys, chunks))
    return chunks
