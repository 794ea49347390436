"""The place beside a site where the next one is built, to take its place whole or not at all.

For a site `site/` these stand beside it while a build runs:

- `.site.lock`, held by the build, so that a second one waits, and reads what editors wrote in the meantime;
- a folder of a new name in `.site.staging/`, in which the build writes: no worker of a killed build writes there too;
- `.site.staging/previous/`, the site that was, from its move out of the way until the new one stands in its place.

A build that is killed leaves some of these; the next one mends that before it begins.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from build_hooks.publishing.process_lock import release_lock, take_lock
from build_hooks.publishing.removal import remove

_PREVIOUS = "previous"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class StagingError(Exception):
    """A site cannot be built beside the one that stands, or not take its place; the message says what to do."""


class Staging(NamedTuple):
    """A build that is under way."""

    site_dir: str
    """Where the site is to stand, as the configuration has it."""

    site: Path
    """The same, with links followed, so that a link to a site stays one."""

    folder: Path
    """Where to build it, on the same file system."""

    lock: int
    """What holds the lock, a file descriptor."""

    def beside(self) -> Path:
        """Return the path of a folder beside the one to build in, which is not there yet and goes with it."""
        return self.folder.with_name(secrets.token_hex(8))


def open_staging(site_dir: str, on_wait: Callable[[], object]) -> Staging:
    """Mend what a killed build left, and make a new folder to build in.

    Args:
        site_dir: where the site is to stand.
        on_wait: called once before a wait for another build of the same site.

    Raises:
        StagingError: where nothing can be built beside `site_dir`.
    """
    site = Path(os.path.realpath(site_dir))
    if os.path.ismount(site):
        raise StagingError(f"{site_dir} is a mount, whose place no folder can take; name a folder in it")
    if site.exists() and not site.is_dir():
        raise StagingError(f"{site_dir} is not a folder; delete it, or name another place for the site")
    folder = _workshop(site) / secrets.token_hex(8)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        lock = take_lock(_lock(site), on_wait)
        try:
            _mend(site)
            folder.mkdir(parents=True)
            if site.exists():
                shutil.copymode(site, folder)
        except OSError:
            release_lock(_lock(site), lock)
            raise
    except OSError as error:
        raise StagingError(
            f"Nothing can be built beside {site_dir}: {error}; make that possible, or name another place for the site"
        ) from error
    return Staging(site_dir, site, folder, lock)


def publish(
    staging: Staging, known: Iterable[str] = (), keep: Callable[[Path], object] | None = None
) -> None:
    """Put the new site in the place of the previous one.

    What its folder has that is hidden, such as `.git`, stays, as MkDocs neither makes nor deletes it; unless the
    new site has its own.

    Args:
        staging: the new site.
        known: paths of files that the previous one is likely to hold, which goes the sooner.
        keep: may move the previous one elsewhere, before it is deleted.

    Raises:
        StagingError: where the site could not be replaced. It stands as it was.
    """
    previous = _workshop(staging.site) / _PREVIOUS
    try:
        if staging.site.exists():
            staging.site.rename(previous)
        try:
            staging.folder.rename(staging.site)
        except OSError:
            if previous.exists():
                previous.rename(staging.site)
            raise
        _mend(staging.site, known, keep)
    except OSError as error:
        raise StagingError(
            f"The site could not be put in place: {error}; see that nothing keeps {staging.site_dir} open and that "
            "you may rename it, then build again"
        ) from error
    release_lock(_lock(staging.site), staging.lock)


def discard(staging: Staging) -> None:
    """Delete what was built; the site stands as it was."""
    # What cannot be deleted now is left to the next build.
    with suppress(OSError):
        _mend(staging.site)
    release_lock(_lock(staging.site), staging.lock)


def is_full(error: BaseException) -> bool:
    """Tell whether `error` says that the disk takes no more: full, the quota used up, or the file too large."""
    return isinstance(error, OSError) and error.errno in _FULL


def _lock(site: Path) -> Path:
    return site.with_name(f".{site.name}.lock")


def _workshop(site: Path) -> Path:
    return site.with_name(f".{site.name}.staging")


def _mend(site: Path, known: Iterable[str] = (), keep: Callable[[Path], object] | None = None) -> None:
    """Finish the change of sites, or undo it where the new one is not in place yet; delete what is left."""
    workshop = _workshop(site)
    previous = workshop / _PREVIOUS
    if previous.exists():
        if site.exists():
            _keep_hidden(previous, site)
            if keep:
                keep(previous)
        else:
            previous.rename(site)
        if previous.exists():
            # While it is being deleted it must not be taken for a whole site.
            remove(previous.rename(workshop / secrets.token_hex(8)), known)
    # A worker of a killed build may still be writing there: then the next build finds and deletes that.
    shutil.rmtree(workshop, ignore_errors=True)


def _keep_hidden(previous: Path, site: Path) -> None:
    for entry in list(previous.iterdir()):
        place = site / entry.name
        if entry.name.startswith(".") and not os.path.lexists(place):
            entry.rename(place)
