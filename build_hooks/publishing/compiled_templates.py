"""Templates as Jinja has compiled them, which takes a third of a second, kept for the next build."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_hooks.cache import Cache

_KIND = "templates"


class CompiledTemplates(BytecodeCache):
    """What Jinja asks for a template before it compiles it; a template that was changed is compiled anew."""

    def __init__(self, cache: Cache) -> None:
        """Begin with what the last build kept in `cache`."""
        self._cache = cache
        self._codes: dict[str, bytes] = cache.last(_KIND) or {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket`, which takes nothing that was compiled of another text, where its template is known."""
        if code := self._codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what has been compiled."""
        self._codes[bucket.key] = bucket.bytecode_to_string()

    def keep(self) -> None:
        """Keep all of it for the next build."""
        self._cache.keep_last(_KIND, self._codes)
