"""Templates as Jinja compiles them, kept for the next build: compiling takes half of the time of a small one."""

from __future__ import annotations

import marshal

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from build_hooks.cache import Cache, digest


class CompiledTemplates(BytecodeCache):
    """Has Jinja compile what is not in a cache.

    Jinja's own cache of files knows nothing of Jinja's version, and would hold one template for each name, where a
    piece and the mark in its place have the same.
    """

    def __init__(self, cache: Cache) -> None:
        """Begin with a cache whose version covers Python and all packages."""
        self._cache = cache

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what Jinja asks for its code, which it has in every case."""

        def compiled() -> bytes:
            return marshal.dumps(environment.compile(source, name, filename))

        key = digest(name.encode(), str(filename).encode(), source.encode(errors="surrogatepass"))
        bucket = Bucket(environment, name, source)
        # Of Jinja's own making, like all in the cache.
        bucket.code = marshal.loads(self._cache.value("templates", key, compiled))  # noqa: S302
        return bucket
