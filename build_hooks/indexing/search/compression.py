"""The compression of files, which is not done again for what an index before has compressed."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from build_hooks.cache import digest

_LEVEL = 6


class Compression:
    """Compresses contents, and remembers what became of them."""

    def __init__(self, known: Mapping[bytes, bytes]) -> None:
        """Begin; `known` is what another had `used` in the end."""
        self._known = known
        self.used: dict[bytes, bytes] = {}
        """What it was asked for, by the digests of the contents."""

    def of(self, content: bytes) -> bytes:
        """Return a content compressed."""
        key = digest(content)
        packed = self.used[key] = self._known.get(key) or zlib.compress(content, _LEVEL)
        return packed
