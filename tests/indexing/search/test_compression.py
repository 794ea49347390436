from __future__ import annotations

import zlib

from build_hooks.indexing.search.compression import Compression


def test_what_is_known_is_not_compressed_again() -> None:
    """One that knows what another used takes it from there, and hands on no more than it was asked for."""
    first = Compression({})
    assert [b"one", b"two"] == [zlib.decompress(first.of(content)) for content in (b"one", b"two")]
    known = dict.fromkeys(first.used, b"known")
    second = Compression(known)
    assert b"known" == second.of(b"two")
    assert b"three" == zlib.decompress(second.of(b"three"))
    assert 2 == len(second.used)
