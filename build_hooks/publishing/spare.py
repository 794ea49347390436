"""The spare: the site before the one that stands, kept in the cache for the next build to write in.

A page that stays as it is becomes a second name of the same file. In the spare most pages have that name already, so
that a build in which little has changed makes few names and deletes few.

A build first moves the spare beside the site that it builds, so that it has it to itself, and trusts nothing in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Set
from contextlib import suppress
from pathlib import Path

from build_hooks.processes import Shares
from build_hooks.publishing.site_record import FileState

_PLACE = "spare"


class Spare:
    """A spare of which only pages are left that are those of the site that stands."""

    def __init__(self, cache: Path, folder: Path, pages: Mapping[str, FileState]) -> None:
        """Begin to delete all other files, beside this process where that can be; see `take_spare`."""
        self._cache = cache
        self._folder = folder
        self._pages = pages
        self._tidying = Shares(lambda pages: _tidied(str(folder), pages), [pages], weight=len(pages))

    def lay_out(self, site: Path) -> Set[str]:
        """Put it in the place of the empty folder `site`; return the paths of its pages."""
        try:
            [lacking] = self._tidying.results()
            site.rmdir()
            self._folder.rename(site)
        except OSError:
            site.mkdir(exist_ok=True)
            return frozenset()
        return self._pages.keys() - lacking

    def put_back(self) -> None:
        """Leave it to the next build, as this one has no need of it."""
        with suppress(OSError):
            self._tidying.results()
            leave_spare(self._folder, self._cache)


def take_spare(cache: Path, folder: Path, pages: Mapping[str, FileState]) -> Spare | None:
    """Take the spare that the build before has left.

    Args:
        cache: The folder in which it is kept.
        folder: Where it is to stand meanwhile.
        pages: By path those that it may hold, with their states in the site that stands.

    Returns:
        The spare; None where there is none.
    """
    try:
        (cache / _PLACE).rename(folder)
    except OSError:
        return None
    return Spare(cache, folder, pages)


def leave_spare(site: Path, cache: Path) -> None:
    """Keep what was a site for the next build; where the cache is on another disk, it stays where it is."""
    with suppress(OSError):
        cache.mkdir(exist_ok=True)
        site.rename(cache / _PLACE)


def _tidied(folder: str, pages: Mapping[str, FileState]) -> Set[str]:
    """Delete all in a folder but `pages` that have these states; return the paths of those that it does not hold."""
    lacking = set(pages)
    without_page = []
    waiting = [(folder, "")]
    while waiting:
        place, below = waiting.pop()
        has_page = False
        with os.scandir(place) as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{path}/"))
                    continue
                found = entry.stat(follow_symlinks=False)
                if pages.get(path) == (found.st_size, found.st_mtime_ns):
                    lacking.discard(path)
                    has_page = True
                else:
                    os.unlink(entry.path)  # noqa: PTH108  # `pathlib` takes longer than all the rest
        if not has_page:
            without_page.append(place)
    for place in reversed(without_page):
        with suppress(OSError):
            os.rmdir(place)  # noqa: PTH106  # as above
    return lacking
