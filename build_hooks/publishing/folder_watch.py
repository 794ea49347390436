"""Watches large folders for a preview.

The observer of MkDocs' server makes objects of all files and compares them twice a second: of 10,000 seeds that takes two
fifths of a processor, from the build too, as it is Python's own time. What is told here of a folder is one number, in
a fifth of that time, and nothing while a build is under way.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver, ObservedWatch

_LARGE = 1000
"""Files."""

_LOOK_EVERY = 0.5
"""Seconds, as MkDocs."""


class Watch(threading.Thread):
    """Looks over one folder again and again."""

    def __init__(self, folder: str, changed: Callable[[], object], is_busy: Callable[[], bool]) -> None:
        """Prepare to look.

        Args:
            folder: The folder, with all that is in it.
            changed: Is called after each change, of however many files.
            is_busy: Says when not to look; what changes meanwhile is told afterwards.
        """
        super().__init__(daemon=True)
        self._folder = folder
        self._changed = changed
        self._is_busy = is_busy
        self._stopped = threading.Event()
        self._state = _state(folder)

    def run(self) -> None:
        """Look until told to stop."""
        while not self._stopped.wait(_LOOK_EVERY):
            if not self._is_busy() and (state := _state(self._folder)) != self._state:
                self._state = state
                self._changed()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()


class FolderWatch:
    """To MkDocs' server its observer: watches large folders, and has the old one watch all else."""

    def __init__(self, observer: BaseObserver, is_busy: Callable[[], bool]) -> None:
        """Stand in for `observer`; see `Watch` for `is_busy`."""
        self._observer = observer
        self._is_busy = is_busy
        self._watches: list[Watch] = []

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch | Watch:
        """Have `handler` told of changes at `path`."""
        if not (recursive and _is_large(path)):
            return self._observer.schedule(handler, path, recursive=recursive)
        watch = Watch(path, lambda: handler.dispatch(FileModifiedEvent(path)), self._is_busy)
        self._watches.append(watch)
        return watch

    def unschedule(self, watch: ObservedWatch | Watch) -> None:
        """End what `schedule` began."""
        if isinstance(watch, Watch):
            watch.stop()
        else:
            self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin to look."""
        self._observer.start()
        for watch in self._watches:
            watch.start()

    def stop(self) -> None:
        """End it."""
        self._observer.stop()
        for watch in self._watches:
            watch.stop()

    def join(self) -> None:
        """Wait for the end."""
        self._observer.join()
        for watch in self._watches:
            watch.join()


def _is_large(folder: str) -> bool:
    return sum(1 for _ in islice(_files(folder), _LARGE + 1)) > _LARGE


def _state(folder: str) -> int:
    """Return a number that changes with any file: which there are, how large, when they were last written."""
    return hash(tuple((file.path, *_written(file)) for file in _files(folder)))


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    # What a link leads to is looked at once, so that links cannot go in circles.
    seen = [Path(os.path.realpath(folder))]
    waiting = [folder]
    while waiting:
        # What vanishes while it is looked at is seen at the next look.
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if not entry.is_dir():
                    yield entry
                elif not entry.is_symlink() or _is_new(entry.path, seen):
                    waiting.append(entry.path)


def _is_new(link: str, seen: list[Path]) -> bool:
    """Say whether a link leads out of all folders that are `seen`; then its own is, too."""
    place = Path(os.path.realpath(link))
    if any(place.is_relative_to(folder) for folder in seen):
        return False
    seen.append(place)
    return True


def _written(file: os.DirEntry[str]) -> tuple[int, int]:
    try:
        state = file.stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns
