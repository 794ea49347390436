"""The spare: the site before the one that stands, kept for the next build to write in.

A page that stays as it is becomes a second name of the same file. In the spare most pages have that name already, so
that a build in which little has changed makes few names and deletes few. The same holds for the files of the search,
whose folder has another name in each site.

A build first moves the spare beside the site that it builds, so that it has it to itself, and trusts nothing in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from pathlib import Path

from build_hooks.processes import Shares
from build_hooks.publishing.site_record import FileState


class Spare:
    """A spare in which only files are left that are those of the site that stands."""

    def __init__(
        self, place: Path, folder: Path, files: Mapping[str, FileState], folders: Iterable[str]
    ) -> None:
        """Begin to delete all other files, beside this process where that can be; see `take_spare`."""
        self._place = place
        self._folder = folder
        self._files = files
        self._tidying = Shares(lambda files: _tidied(folder, files, folders), [files], weight=len(files))

    def lay_out(self, site: Path) -> Set[str]:
        """Put it in the place of the empty folder `site`; return the paths of its files."""
        try:
            [lacking] = self._tidying.results()
            site.rmdir()
            self._folder.rename(site)
        except OSError:
            site.mkdir(exist_ok=True)
            return frozenset()
        return self._files.keys() - lacking

    def put_back(self) -> None:
        """Leave it to the next build, as this one has no need of it."""
        with suppress(OSError):
            self._tidying.results()
            leave_spare(self._folder, self._place)


def take_spare(
    place: Path, folder: Path, files: Mapping[str, FileState], folders: Iterable[str]
) -> Spare | None:
    """Take the spare that the build before has left.

    Args:
        place: Where it is kept.
        folder: Where it is to stand meanwhile.
        files: By path those that it may hold, with their states in the site that stands.
        folders: Paths of folders that are named for what they hold, and may have another name in it.

    Returns:
        The spare; None where there is none.
    """
    try:
        place.rename(folder)
    except OSError:
        return None
    return Spare(place, folder, files, folders)


def leave_spare(site: Path, place: Path) -> None:
    """Keep what was a site for the next build; where its place is on another disk, it stays where it is."""
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        site.rename(place)


def _rename(spare: Path, path: str) -> None:
    """Give the folder that stands alone where one of this path should its name."""
    parent = (spare / path).parent
    # Where a link is on the way, it would be another's.
    with suppress(OSError, ValueError):
        if parent == parent.resolve():
            [folder] = (entry for entry in parent.iterdir() if entry.is_dir() and not entry.is_symlink())
            folder.rename(spare / path)


def _tidied(spare: Path, files: Mapping[str, FileState], folders: Iterable[str]) -> Set[str]:
    """Give `folders` their names, and delete all but `files` of these states; return the paths of those that it lacks."""
    for path in folders:
        _rename(spare, path)
    lacking = set(files)
    empty = []
    waiting = [(str(spare), "")]
    while waiting:
        place, below = waiting.pop()
        holds_some = False
        with os.scandir(place) as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{path}/"))
                    continue
                found = entry.stat(follow_symlinks=False)
                if files.get(path) == (found.st_size, found.st_mtime_ns):
                    lacking.discard(path)
                    holds_some = True
                else:
                    os.unlink(entry.path)  # noqa: PTH108  # `pathlib` takes longer than all the rest
        if not holds_some:
            empty.append(place)
    for place in reversed(empty):
        with suppress(OSError):
            os.rmdir(place)  # noqa: PTH106  # as above
    return lacking
