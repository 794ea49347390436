"""Which files in `seeds/` are seeds."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePath

from build_hooks.errors import SeedError
from build_hooks.reading.characters import printable

_SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """What was found in a folder of seeds."""

    paths: tuple[Path, ...]
    """The seeds, in order of their paths."""

    errors: tuple[SeedError, ...]


def source_of(path: Path, root: Path) -> str:
    """Return a file's path from the project's root as messages name it: with slashes, on one line."""
    # A file name may hold any bytes; those that are not UTF-8 come as lone surrogates.
    below = _parts_below(path, root)
    return printable("/".join(below) if below else path.as_posix())


def path_below(path: Path, folder: Path) -> PurePath | None:
    """Return a file's path from a folder, None where it stands elsewhere."""
    below = _parts_below(path, folder)
    return PurePath(*below) if below else None


def _parts_below(path: Path, folder: Path) -> tuple[str, ...] | None:
    # `relative_to` parses the folder anew for each path.
    above = folder.parts
    return path.parts[len(above) :] if path.parts[: len(above)] == above else None


def find_seeds(seeds: Path, root: Path) -> SeedFiles:
    """Find the seeds in a folder and its sub-folders.

    Hidden files and folders, `README*`, and files that are neither `.txt` nor `.md` are passed over. So is a
    link to a folder within `seeds/`: its articles stand there already, and links cannot go in circles then.

    Args:
        seeds: The folder of seeds, which need not exist.
        root: The project's root.

    Returns:
        The seeds, and an error for each file or folder that cannot be read, is no file, or is a link out of
        `seeds/`.
    """
    walk = _Walk(Path(os.path.realpath(seeds)), root)
    if seeds.exists():
        walk.enter(seeds)
    # Paths are compared by a call in Python for each two, their parts without any.
    return SeedFiles(tuple(sorted(walk.paths, key=lambda path: path.parts)), tuple(walk.errors))


class _Walk:
    def __init__(self, limits: Path, root: Path) -> None:
        self.limits = limits
        self.root = root
        self.paths: list[Path] = []
        self.errors: list[SeedError] = []

    def enter(self, folder: Path) -> None:
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    waiting.extend(Path(entry.path) for entry in entries if self._is_folder(entry))
            except OSError as error:
                self._blame(folder, f"cannot read the folder: {error.strerror}; mend it or delete it")

    def _is_folder(self, entry: os.DirEntry[str]) -> bool:
        """Take a seed; tell whether the entry is a folder to enter."""
        if entry.name.startswith("."):
            return False
        if entry.is_dir(follow_symlinks=False):
            return True
        is_seed = _has_name_of_seed(entry.name)
        # The folder tells which are files; what else there may be is asked one by one.
        if not entry.is_file(follow_symlinks=False):
            self._look_at(Path(entry.path), is_seed, entry.is_symlink())
        elif is_seed:
            self.paths.append(Path(entry.path))
        return False

    def _look_at(self, path: Path, is_seed: bool, is_link: bool) -> None:
        kind = _kind(path)
        if is_link and (is_seed or kind == stat.S_IFDIR) and not self._is_within(path):
            self._blame(path, "this link leads out of seeds/; copy here what it leads to")
        elif is_seed and kind == stat.S_IFREG:
            self.paths.append(path)
        elif is_seed and kind != stat.S_IFDIR:
            self._blame(path, "this is not a file with text; delete it")

    def _is_within(self, link: Path) -> bool:
        return Path(os.path.realpath(link)).is_relative_to(self.limits)

    def _blame(self, path: Path, message: str) -> None:
        self.errors.append(SeedError(message, source_of(path, self.root)))


def _has_name_of_seed(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.upper().startswith("README")


def _kind(path: Path) -> int | None:
    """Tell what a path leads to, None for a link that leads nowhere."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except OSError:
        return None
