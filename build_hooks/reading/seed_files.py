"""Which files in `seeds/` are seeds."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath
from typing import NamedTuple

from build_hooks.errors import SeedError
from build_hooks.reading.characters import printable

_SUFFIXES = (".txt", ".md")
# Elsewhere Python gives the time when a file was made by the same name.
_TELLS_OF_CHANGES = os.name == "posix"


class SeedState(NamedTuple):
    """What the file system tells of a file, and would not tell again were it another or written anew."""

    size: int
    """Bytes."""

    written: int
    """When its content was written, in nanoseconds."""

    changed: int
    """When anything about it was changed, that time too, in nanoseconds."""

    inode: int


# Not `Path`, which takes several times as long to make as its file to open.
class SeedFile(NamedTuple):
    """A file in the folder of seeds."""

    path: str
    """Where it is opened."""

    below: str
    """Its path below the folder of seeds, with slashes."""

    source: str
    """Its path from the project's root, as messages name it."""

    state: SeedState | None
    """That of the file itself, where a link leads to it; None where the system does not tell when it was changed."""


class SeedFiles(NamedTuple):
    """What was found in a folder of seeds."""

    seeds: tuple[SeedFile, ...]
    """In order of their paths."""

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
    walk = _Walk(seeds, root)
    if seeds.exists():
        walk.enter(str(seeds))
    return SeedFiles(tuple(sorted(walk.seeds, key=lambda seed: seed.below.split("/"))), tuple(walk.errors))


class _Walk:
    def __init__(self, seeds: Path, root: Path) -> None:
        self.limits = Path(os.path.realpath(seeds))
        # What stands before the name of each file in the folder.
        self.sources = source_of(seeds / "x", root).removesuffix("x")
        self.seeds: list[SeedFile] = []
        self.errors: list[SeedError] = []

    def enter(self, folder: str) -> None:
        waiting = [(folder, "")]
        while waiting:
            folder, below = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    waiting.extend(
                        (entry.path, f"{below}{entry.name}/")
                        for entry in entries
                        if self._is_folder(entry, f"{below}{entry.name}")
                    )
            except OSError as error:
                reason = f"cannot read the folder: {error.strerror}; mend it or delete it"
                self._blame(below.removesuffix("/"), reason)

    def _is_folder(self, entry: os.DirEntry[str], below: str) -> bool:
        """Take a seed; tell whether the entry is a folder to enter."""
        if entry.name.startswith("."):
            return False
        if entry.is_dir(follow_symlinks=False):
            return True
        is_seed = _has_name_of_seed(entry.name)
        # The folder tells which are files; what else there may be is asked one by one.
        if not entry.is_file(follow_symlinks=False):
            self._look_at(entry, below, is_seed)
        elif is_seed:
            self._take(entry, below)
        return False

    def _look_at(self, entry: os.DirEntry[str], below: str, is_seed: bool) -> None:
        kind = _kind(entry)
        leads = entry.is_symlink() and (is_seed or kind == stat.S_IFDIR)
        if leads and not self._is_within(entry.path):
            self._blame(below, "this link leads out of seeds/; copy here what it leads to")
        elif is_seed and kind == stat.S_IFREG:
            self._take(entry, below)
        elif is_seed and kind != stat.S_IFDIR:
            self._blame(below, "this is not a file with text; delete it")

    def _is_within(self, link: str) -> bool:
        return Path(os.path.realpath(link)).is_relative_to(self.limits)

    def _take(self, entry: os.DirEntry[str], below: str) -> None:
        self.seeds.append(SeedFile(entry.path, below, self._source(below), _state(entry)))

    def _blame(self, below: str, message: str) -> None:
        self.errors.append(SeedError(message, self._source(below)))

    def _source(self, below: str) -> str:
        return printable((self.sources + below).removesuffix("/"))


def _has_name_of_seed(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.upper().startswith("README")


def _kind(entry: os.DirEntry[str]) -> int | None:
    """Tell what an entry leads to, None for a link that leads nowhere."""
    try:
        return stat.S_IFMT(entry.stat().st_mode)
    except OSError:
        return None


def _state(entry: os.DirEntry[str]) -> SeedState | None:
    if not _TELLS_OF_CHANGES:
        return None
    try:
        found = entry.stat()
    except OSError:
        # What is wrong is told where it is opened.
        return None
    return SeedState(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
