"""What the site that stands was made of, so that the next build need not make the same again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from build_hooks.cache import Cache

# Plain, as a site has tens of thousands, which are kept, and go from process to process.
FileState: TypeAlias = tuple[int, int]
"""What tells whether a file is still as it was written: its bytes, and when it was changed, in nanoseconds."""


class SiteRecord(NamedTuple):
    """A site, as a build left it."""

    site_dir: str
    """Where it stands."""

    made_of: bytes | None
    """The digest of everything that went into it; None where the next build is to render it again whatever has changed."""

    files: Mapping[str, FileState]
    """By path below the site's root."""

    pages: Mapping[str, bytes]
    """By path of a page's file the digest of all that it shows."""

    runs: Set[bytes]
    """For each run of pages the digest of all that they show."""

    folders: Mapping[str, Mapping[str, bytes]]
    """By path of a folder that is named for what it holds the digests of its files, by their names."""

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
    # No function of its own for the folder of a path: a site has tens of thousands.
    folders = [path.rpartition("/")[0] for path in paths]
    counts = Counter(folders)
    around = {folder.rpartition("/")[0] for folder in counts}
    for folder in list(around):
        while (folder := folder.rpartition("/")[0]) not in around:
            around.add(folder)
    return frozenset(
        path
        for path, folder in zip(paths, folders, strict=True)
        if counts[folder] == 1 and folder not in around
    )


def scan(folder: str, known: Mapping[str, FileState] = MappingProxyType({})) -> dict[str, FileState]:
    """Return the files below `folder`, none where there is no such folder, by path with slashes.

    Args:
        folder: The folder.
        known: What is known of files at which nobody needs to look; nor into the folder of an `index.html` among them,
            in which there is nothing else.
    """
    files: dict[str, FileState] = {}
    waiting = [(folder, "")] if os.path.isdir(folder) else []  # noqa: PTH112  # as above
    while waiting:
        folder, below = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if state := known.get(path):
                    files[path] = state
                elif not entry.is_dir(follow_symlinks=False):
                    found = entry.stat(follow_symlinks=False)
                    files[path] = found.st_size, found.st_mtime_ns
                elif state := known.get(page := f"{path}/index.html"):
                    files[page] = state
                else:
                    waiting.append((entry.path, f"{path}/"))
    return files


def with_folder(file: str) -> str:
    """Return the name of a file, in whose folder it can now be written."""
    # Not `pathlib`, which takes longer than all the rest for a small file.
    folder = file[: file.rindex("/")]
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    return file


def last_record(site: Path, command: str, cache: Cache) -> SiteRecord | None:
    """Return the record of a site where it is the last one that `command` built."""
    record: SiteRecord | None = cache.last(_kind(command))
    return record if record and record.site_dir == str(site) else None


def keep_record(record: SiteRecord, command: str, cache: Cache) -> None:
    """Keep the record of the site that `command` built."""
    cache.keep_last(_kind(command), record)


def _kind(command: str) -> str:
    # A preview does not make the next build forget the site.
    return "preview" if command == "serve" else "site"
