"""Templates as Jinja has compiled them, which takes a third of a second, kept for the next build."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from build_hooks.cache import Cache

_KIND = "templates"


class CompiledTemplates(BytecodeCache):
    """What Jinja asks for a template before it compiles it."""

    def __init__(self, cache: Cache) -> None:
        """Begin with what the last build kept in `cache`."""
        self._cache = cache
        self._known: Mapping[str, bytes] = cache.last(_KIND) or {}
        self._used: dict[str, bytes] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return where the code of a template goes, or has come from."""
        # By its text, too: a piece has the name of the mark in its place, and stands with and without indentation.
        checksum = self.get_source_checksum(source)
        bucket = Bucket(environment, f"{name} {filename} {checksum}", checksum)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` where its template is known, be it from another environment of this build."""
        if code := self._used.get(bucket.key) or self._known.get(bucket.key):
            self._used[bucket.key] = code
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what has been compiled."""
        self._used[bucket.key] = bucket.bytecode_to_string()

    def keep(self) -> None:
        """Keep what this build has asked for, for the next."""
        self._cache.keep_last(_KIND, self._used)
