"""The end of a folder of which is known what it holds."""

from __future__ import annotations

import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from build_hooks.processes import in_shares


def remove(folder: Path, known: Iterable[str] = ()) -> None:
    """Delete a folder and all that it holds; what cannot be deleted stays.

    Args:
        folder: The folder.
        known: Paths, with slashes, of files that are likely to be there. Not having to look for them takes half the
            time, and the processors can share them.
    """
    # Windows has links between folders that only `shutil` knows.
    if sys.platform != "win32":
        names: dict[str, list[str]] = defaultdict(list)
        for path in known:
            below, _, name = path.rpartition("/")
            names[below].append(name)
        # Backwards, so that a folder is empty when its turn comes.
        in_shares(_Emptying(str(folder)), sorted(names.items(), reverse=True))
    shutil.rmtree(folder, ignore_errors=True)


class _Emptying:
    """Deletes files with their folders."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._is_within = {"": True}

    def __call__(self, files: tuple[str, Sequence[str]]) -> None:
        """Delete files of one folder, by their names, and the folder if nothing else is in it."""
        below, names = files
        if not self._reaches(below):
            return
        # Not `pathlib`, which takes longer than all the rest.
        folder = f"{self._root}/{below}"
        with suppress(OSError):
            for name in names:
                os.unlink(f"{folder}/{name}")  # noqa: PTH108
            os.rmdir(folder)  # noqa: PTH106

    def _reaches(self, below: str) -> bool:
        """Say whether a folder is what its name says: where a link is on the way, other files would be deleted."""
        if below not in self._is_within:
            is_link = os.path.islink(f"{self._root}/{below}")  # noqa: PTH114
            self._is_within[below] = not is_link and self._reaches(below.rpartition("/")[0])
        return self._is_within[below]
