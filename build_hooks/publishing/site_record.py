"""What the site that stands was made of, so that the next build need not make the same again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from build_hooks.cache import Cache


class FileState(NamedTuple):
    """What tells whether a file is still as it was written."""

    size: int
    """Bytes."""

    modified: int
    """Nanoseconds."""


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


def scan(folder: str) -> dict[str, FileState]:
    """Return the files below `folder`, none where there is no such folder, by path with slashes."""
    return dict(_scan(folder, "")) if os.path.isdir(folder) else {}  # noqa: PTH112  # as below


def _scan(folder: str, below: str) -> Iterator[tuple[str, FileState]]:
    # Not `pathlib`, which takes several times as long: a site has tens of thousands of files.
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path, f"{path}/")
            else:
                state = entry.stat(follow_symlinks=False)
                yield path, FileState(state.st_size, state.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class PreviousSite:
    """The site that stands, from which pages are taken that are to be the same again."""

    folder: str
    record: SiteRecord | None

    def unchanged(self, made_of: bytes) -> SiteRecord | None:
        """Return the record of the site where it was made of the same, and is still as it was left."""
        record = self.record
        return record if record and record.made_of == made_of and record.stands_in(self.folder) else None

    def give(self, path: str, key: bytes, target: str) -> bool:
        """Put the file of a page at `target`, where it was made of `key` before and is still what it was then.

        It becomes a second name of the same file, so nothing is copied. Where the file system has no such thing,
        nothing is given.
        """
        if self.record is None or self.record.pages.get(path) != key:
            return False
        source = f"{self.folder}/{path}"
        with suppress(OSError):
            state = os.stat(source, follow_symlinks=False)  # noqa: PTH116  # as above
            if FileState(state.st_size, state.st_mtime_ns) == self.record.files.get(path):
                os.link(source, target)
                return True
        return False


def previous_site(site: Path, command: str, cache: Cache) -> PreviousSite:
    """Return the site that stands, with its record where it is the last one that `command` built."""
    record = cache.last(_kind(command))
    is_its_own = isinstance(record, SiteRecord) and record.site_dir == str(site)
    return PreviousSite(str(site), record if is_its_own else None)


def keep_record(record: SiteRecord, command: str, cache: Cache) -> None:
    """Keep the record of the site that `command` built."""
    cache.keep_last(_kind(command), record)


def _kind(command: str) -> str:
    # A preview does not make the next build forget the site.
    return "preview" if command == "serve" else "site"
