"""Seeds that are what they were when a build before read them, by what the file system tells of them.

As git's index has it (https://git-scm.com/docs/racy-git): a file whose size, times and inode are the same is not opened.
Among the times is that of the last change of anything about it, which no program can set: an edit that puts the time
of writing back is noticed. What cannot be told is an edit within one tick of the file system's clock; so a file is
trusted only where both times lay further back than that when the build began which read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_hooks.cache import Answer, Cache, digest_of
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed_files import SeedFile

_LONGEST_TICK = 2_000_000_000
"""Nanoseconds: FAT tells the time of writing to two seconds, no file system in use more coarsely."""

_KIND = "seeds"


def state_of(batch: Sequence[SeedFile], commit_days: CommitDays, began: int) -> bytes | None:
    """Return the digest of all that tells, without opening them, what is read from some seeds.

    Args:
        batch: The seeds.
        commit_days: The days of their first commits.
        began: When the build began, before it looked for seeds, in nanoseconds since 1970.

    Returns:
        The digest; None where any of the seeds may be written again without a trace.
    """
    settled = began - _LONGEST_TICK
    told = []
    for path, below, source, state in batch:
        if not state or state.written >= settled or state.changed >= settled:
            return None
        day = commit_days.day_of(source)
        told.append((path, below, source, *state, day and day.toordinal()))
    return digest_of(told)


class KnownSeeds:
    """What came of seeds in the build before."""

    def __init__(self, cache: Cache) -> None:
        """Begin with what `keep` kept."""
        self._cache = cache
        self._keys: dict[bytes, bytes] = cache.last(_KIND) or {}

    def answer(self, kind: str, state: bytes | None) -> Answer | None:
        """Return the answer to seeds of this state, unread; None where it is not known, or has gone from the cache."""
        key = self._keys.get(state) if state else None
        return self._cache.unread(kind, key) if key else None

    def keep(self, keys: Iterable[tuple[bytes | None, bytes]]) -> None:
        """Keep the keys of answers with the states of their seeds, in the place of those before."""
        self._cache.keep_last(_KIND, {state: key for state, key in keys if state})
