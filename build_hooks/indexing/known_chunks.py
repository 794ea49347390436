"""Chunks of texts that an earlier build has cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

from build_hooks.cache import Cache
from build_hooks.indexing.chunks import Chunks, cut, gather
from build_hooks.model import Article
from build_hooks.processes import Shares, runs_of

_KIND = "chunks"


class _Kept(NamedTuple):
    """What one build has cut, for the next."""

    keys: Sequence[bytes] = ()
    """For each article what stands for its texts."""

    chunks: Chunks = cut(())


class Cutting:
    """Texts that are being cut, in other processes where there can be some; not those that the build before has cut."""

    def __init__(self, articles: Sequence[Article], cache: Cache) -> None:
        """Begin with the texts of `articles`; `cache` keeps what was cut."""
        self._cache = cache
        self._kept: _Kept = cache.last(_KIND) or _Kept()
        self._keys = list(map(key_of, articles))
        self._rows, new = rows_of(self._keys, self._kept.keys)
        self._shares = Shares(cut, runs_of([articles[place] for place in new]), weight=len(new))

    def __enter__(self) -> Self:
        """Have the processes ended where what stands under `with` fails."""
        self._shares.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self._shares.__exit__(kind, *rest)

    def chunks(self) -> Chunks:
        """Wait for the chunks of all these articles, in their order."""
        chunks = gather([self._kept.chunks, *self._shares.results()], self._rows)
        self._cache.keep_last(_KIND, _Kept(self._keys, chunks))
        return chunks


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
