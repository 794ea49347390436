"""What the site that stands was made of, so that the next build need not make the same again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from build_hooks.cache import Cache

# Plain, as a site has tens of thousands, which are kept, and go from process to process.
FileState: TypeAlias = tuple[int, int]
"""What tells whether a file is still as it was written: its bytes, and when it was changed, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A site, as a build left it."""

    site_dir: str
    """Where it stands."""

    made_of: bytes
    """The digest of everything that went into it."""

    files: Mapping[str, FileState]
    """By path below the site's root."""

    pages: Mapping[str, bytes]
    """By path of a page's file the digest of all that it shows."""

    contents: str
    """What the site holds, in figures."""

    remarks: Sequence[str]
    """What its editor was told."""

    warnings: Sequence[str]
    """What its editor was told to mend."""

    def stands_in(self, folder: str) -> bool:
        """Say whether the site in `folder` is still the one that was left there.

        Hidden entries beside it, such as `.git`, are not the build's.
        """
        return self.files == {
            path: state
            for path, state in scan(folder).items()
            if path in self.files or not path.startswith(".")
        }


def state_of(file: str) -> FileState:
    """Return the state of a file, or of a link itself.

    Raises:
        OSError: There is none.
    """
    # Not `pathlib`, which takes several times as long: a site has tens of thousands of files.
    state = os.lstat(file)
    return state.st_size, state.st_mtime_ns


def alone_in_folder(paths: Collection[str]) -> frozenset[str]:
    """Return those of the files of a site, by path with slashes, beside which nothing else stands in their folder."""
    folders = Counter(map(_folder, paths))
    around = set(map(_folder, folders))
    for folder in list(around):
        while (folder := _folder(folder)) not in around:
            around.add(folder)
    return frozenset(path for path in paths if folders[_folder(path)] == 1 and _folder(path) not in around)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def scan(folder: str, known: Mapping[str, FileState] = MappingProxyType({})) -> dict[str, FileState]:
    """Return the files below `folder`, none where there is no such folder, by path with slashes.

    Args:
        folder: The folder.
        known: What is known of pages that are alone in their folder, into which nobody needs to look.
    """
    files: dict[str, FileState] = {}
    waiting = [(folder, "")] if os.path.isdir(folder) else []  # noqa: PTH112  # as above
    while waiting:
        folder, below = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if not entry.is_dir(follow_symlinks=False):
                    found = entry.stat(follow_symlinks=False)
                    files[path] = found.st_size, found.st_mtime_ns
                elif state := known.get(page := f"{path}/index.html"):
                    files[page] = state
                else:
                    waiting.append((entry.path, f"{path}/"))
    return files


@dataclass(frozen=True, slots=True)
class PreviousSite:
    """The site that stands, from which pages are taken that are to be the same again."""

    folder: str
    record: SiteRecord | None

    def unchanged(self, made_of: bytes) -> SiteRecord | None:
        """Return the record of the site where it was made of the same, and is still as it was left."""
        record = self.record
        return record if record and record.made_of == made_of and record.stands_in(self.folder) else None

    def give(self, path: str, key: bytes, target: str) -> FileState | None:
        """Put the file of a page at `target`, where it was made of `key` before and is still what it was then.

        It becomes a second name of the same file, so nothing is copied. Where the file system has no such thing,
        nothing is given.

        Returns:
            The state of the file; None where nothing is given.
        """
        if self.record is None or self.record.pages.get(path) != key:
            return None
        source = f"{self.folder}/{path}"
        with suppress(OSError):
            if (state := state_of(source)) == self.record.files.get(path):
                os.link(source, target)
                return state
        return None


def previous_site(site: Path, command: str, cache: Cache) -> PreviousSite:
    """Return the site that stands, with its record where it is the last one that `command` built."""
    record: SiteRecord | None = cache.last(_kind(command))
    is_of_site = record is not None and record.site_dir == str(site)
    return PreviousSite(str(site), record if is_of_site else None)


def keep_record(record: SiteRecord, command: str, cache: Cache) -> None:
    """Keep the record of the site that `command` built."""
    cache.keep_last(_kind(command), record)


def _kind(command: str) -> str:
    # A preview does not make the next build forget the site.
    return "preview" if command == "serve" else "site"
