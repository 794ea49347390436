"""How long each stage of a build takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stages:
    """The stages of a build, in order, with the seconds that each took."""

    def __init__(self, announce: Callable[[str], object]) -> None:
        """Begin; `announce` is told of each stage, such as `reading`, before it begins."""
        self._announce = announce
        self._seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done under it; a name used twice adds up."""
        if name not in self._seconds:
            self._announce(name)
        began = time.monotonic()
        yield
        self._seconds[name] = self._seconds.get(name, 0.0) + time.monotonic() - began

    def summary(self) -> str:
        """Return all of them in one line: `reading 2.1 s, indexing 4.0 s`."""
        return ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self._seconds.items())
