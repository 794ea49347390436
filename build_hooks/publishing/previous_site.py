"""The site that stands, from which pages are taken that are to be the same again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from itertools import takewhile
from pathlib import Path, PurePosixPath

from build_hooks.publishing.site_page import NamedFolder, Run
from build_hooks.publishing.site_record import FileState, SiteRecord, state_of, with_folder
from build_hooks.publishing.spare import Spare, take_spare
from build_hooks.publishing.urls import page_file


class PreviousSite:
    """The site that stands, and its spare, in which the next one may be written."""

    def __init__(self, folder: str, record: SiteRecord | None) -> None:
        """Begin.

        Args:
            folder: Where it stands.
            record: What it was made of, where that is known.
        """
        self._folder = folder
        self.record = record
        self._spare: Spare | None = None
        self._held: Set[str] = frozenset()

    def unchanged(self, made_of: bytes) -> SiteRecord | None:
        """Return the record of the site where it was made of the same, and is still as it was left."""
        record = self.record
        return record if record and record.made_of == made_of and record.stands_in(self._folder) else None

    def take_spare(self, place: Path, beside: Path) -> None:
        """Have the spare that is kept at `place`, if there is one, made ready in a folder `beside`."""
        files: dict[str, FileState] = {}
        folders: Iterable[str] = ()
        if record := self.record:
            folders = record.folders
            named = (f"{folder}/{name}" for folder, names in record.folders.items() for name in names)
            files = {path: record.files[path] for path in (*record.pages, *named) if path in record.files}
        self._spare = take_spare(place, beside, files, folders)

    def put_spare_back(self) -> None:
        """Leave the spare to the next build, if it was not laid out."""
        if self._spare:
            self._spare.put_back()
            self._spare = None

    def lay_out(self, site: Path) -> None:
        """Put what the spare holds into the empty folder `site`: pages and others that are files of the site that stands."""
        if self._spare:
            self._held = self._spare.lay_out(site)
            self._spare = None

    def take_away(self, site: Path, staying: Iterable[str]) -> None:
        """Take pages out of `site` that were laid out there, but those whose paths are among `staying`."""
        pages = self.record.pages.keys() if self.record else frozenset()
        for path in (self._held & pages) - set(staying):
            file = site / path
            file.unlink()
            with suppress(OSError):
                for folder in takewhile(lambda folder: folder != site, file.parents):
                    folder.rmdir()

    def keys_of(self, runs: Mapping[bytes, Run]) -> dict[str, bytes]:
        """Return by path the keys of pages in runs that show what they showed."""
        if not self.record:
            return {}
        pages = self.record.pages
        files = (page_file(path) for key in runs.keys() & self.record.runs for path in runs[key].paths)
        return {file: pages[file] for file in files if file in pages}

    def in_place(self, keys: Mapping[str, bytes]) -> dict[str, FileState]:
        """Return by path the states of those pages of `keys_of` that were laid out: nothing is left to be done for them."""
        files = self.record.files if self.record else {}
        return {path: files[path] for path in keys if path in self._held}

    def give_folder(self, folder: NamedFolder, site: Path) -> Mapping[str, FileState]:
        """Have those files of a folder below `site` that are to hold what they held in the folder of another name.

        Returns:
            By their names the states of those that are there; no other stands there then.
        """
        folders = self.record.folders if self.record else {}
        parent = PurePosixPath(folder.path).parent
        before = next((path for path in folders if PurePosixPath(path).parent == parent), None)
        if before is None:
            return {}
        place = site / folder.path
        # It was not laid out where there is no spare.
        with suppress(FileNotFoundError):
            (site / before).rename(place)
        given = (
            (name, self._given(f"{before}/{name}", f"{place}/{name}", is_same=folder.keys.get(name) == key))
            for name, key in folders[before].items()
        )
        return {name: state for name, state in given if state}

    def give(self, path: str, key: bytes, target: str) -> FileState | None:
        """Have the file of a page at `target`, where it was made of `key` before and is still what it was then.

        It is a second name of the same file, so nothing is copied. Where the file system has no such thing, nothing is
        given; then nothing stands at `target` either.

        Returns:
            The state of the file; None where nothing is given.
        """
        is_same = self.record is not None and self.record.pages.get(path) == key
        return self._given(path, target, is_same=is_same)

    def _given(self, path: str, target: str, *, is_same: bool) -> FileState | None:
        """Have a file that was at `path` at `target`, if it is to be the same; see `give`."""
        if path not in self._held:
            return self._linked(path, target) if is_same else None
        assert self.record
        if is_same:
            # That it is what it was has been seen when it was laid out.
            return self.record.files[path]
        # What is written there must not be written into the site that stands.
        os.unlink(target)  # noqa: PTH108  # `pathlib` takes several times as long
        return None

    def _linked(self, path: str, target: str) -> FileState | None:
        assert self.record
        source = f"{self._folder}/{path}"
        with suppress(OSError):
            if (state := state_of(source)) == self.record.files.get(path):
                os.link(source, with_folder(target))
                return state
        return None
