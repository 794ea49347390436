"""The press: writes the pages that need nothing of MkDocs but its templates, on all processors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain, takewhile
from pathlib import Path
from typing import NamedTuple

from build_hooks.cache import digest
from build_hooks.processes import InCommon, Shares, processors
from build_hooks.publishing.metadata import Heads
from build_hooks.publishing.previous_site import PreviousSite
from build_hooks.publishing.shell import Shells, encoded
from build_hooks.publishing.site_page import PlannedFiles, PlannedFolder, PlannedPage, Run
from build_hooks.publishing.site_record import FileState, state_of, with_folder
from build_hooks.publishing.told_page import told

# On Windows a file is text unless it is said to be none.
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)

# Seconds between two looks at how far the work is.
_LOOK_EVERY = 0.2

WrittenPage = tuple[str, bytes, FileState]
"""The path of a page's file, the digest of all that it shows, and the file's state."""


class Press(NamedTuple):
    """Pages and files to be written."""

    pages: Sequence[PlannedPage]
    runs: Sequence[Run]
    files: Sequence[PlannedFiles]
    heads: Heads

    def start(
        self,
        shells: Shells,
        edit_url: Callable[[PlannedPage], str | None],
        site: Path,
        previous: PreviousSite | None,
    ) -> Writing:
        """Begin to write everything below the folder `site`, in other processes where there can be some.

        Args:
            shells: What the pages have in common.
            edit_url: Gives the address where a page's seed can be edited.
            site: The site's folder.
            previous: The site that stands, where pages may be taken from it.
        """
        is_orphan = _orphan()

        def write_page(planned: PlannedPage) -> WrittenPage:
            file = planned.file
            key = known.get(file)
            if key is None:
                shows = planned.shows() if planned.shows else told(planned.make())
                # Where its seed can be edited hangs on the seed and the settings: once these change, nothing is taken.
                key = digest(shells.shell(planned.template, planned.path).digest, shows)
            target = f"{site}/{file}"
            state = previous.give(file, key, target) if previous else None
            if state is None:
                page = planned.make()
                _write(with_folder(target), shells.document(page, self.heads.of(page), edit_url(planned)))
                state = state_of(target)
            return file, key, state

        def write(parts: Iterable[PlannedPage | PlannedFiles]) -> list[WrittenPage]:
            written = []
            for part in takewhile(lambda _: not is_orphan(), parts):
                if isinstance(part, PlannedPage):
                    written.append(write_page(part))
                else:
                    _write_files(part, site, is_orphan)
            return written

        if previous:
            previous.take_away(site, [page.file for page in self.pages])
        for page in self.pages:
            # Once for all, before the processes part.
            shells.shell(page.template, page.path)
        # Before the processes part, too: it waits for the related articles.
        in_common = shells.in_common()
        runs = {digest(in_common, run.shows()): run for run in self.runs}
        known = previous.keys_of(runs) if previous else {}
        in_place = previous.in_place(known) if previous else {}
        left = [page for page in self.pages if page.file not in in_place]
        # What takes long comes first, so that all are done at about the same time.
        common: InCommon[PlannedPage | PlannedFiles] = InCommon([*self.files, *left], long=len(self.files))
        # Articles at one end, at the other pages that list them: how one is listed is worked out by half of them.
        ends = [reversed(common) if number % 2 else iter(common) for number in range(processors())]
        settled = [(file, known[file], state) for file, state in in_place.items()]
        return Writing(Shares(write, ends), common, settled, frozenset(runs))


class Writing(NamedTuple):
    """The press at work."""

    shares: Shares[list[WrittenPage]]
    parts: InCommon[PlannedPage | PlannedFiles]
    settled: Sequence[WrittenPage]
    """Pages of which nothing was to be written."""

    runs: Set[bytes]
    """The digests of all that runs of pages show."""

    def finish(self) -> list[WrittenPage]:
        """Wait until all is written, with a bar on a terminal.

        Returns:
            What the pages' files became.

        Raises:
            Exception: What went wrong.
        """
        if sys.stderr.isatty():
            self._show()
        return list(chain(self.settled, *self.shares.results()))

    def _show(self) -> None:
        from tqdm import tqdm  # 20 ms of a build that mostly shows no bar

        # A thread of its own would keep the next build from forking.
        tqdm.monitor_interval = 0
        with tqdm(total=len(self.parts), desc="Writing", unit=" pages", leave=False) as bar:
            while not self.shares.is_done(_LOOK_EVERY):
                bar.update(self.parts.taken() - bar.n)


class WrittenFolder(NamedTuple):
    """A folder that is named for what it holds."""

    path: str
    keys: Mapping[str, bytes]
    """By name the digests of what its files hold."""

    states: Mapping[str, FileState]
    """Those of its files that are known, as they were there already."""


def write_folder(planned: PlannedFolder, site: Path, previous: PreviousSite | None) -> Shares[WrittenFolder]:
    """Begin to write a folder below that of the site, in another process where there can be one.

    Args:
        planned: The folder.
        site: The site's folder.
        previous: The site that stands, where files may be taken from it.
    """
    is_orphan = _orphan()

    def write(planned: PlannedFolder) -> WrittenFolder:
        folder = planned.make()
        there = previous.give_folder(folder, site) if previous else {}
        place = site / folder.path
        place.mkdir(parents=True, exist_ok=True)
        for name in takewhile(lambda _: not is_orphan(), folder.contents.keys() - there.keys()):
            _write(f"{place}/{name}", folder.contents[name])
        _write(f"{site}/{folder.directory.path}", folder.directory.content)
        return WrittenFolder(folder.path, folder.keys, there)

    return Shares(write, [planned])


def _write_files(planned: PlannedFiles, site: Path, is_orphan: Callable[[], bool]) -> None:
    for file in takewhile(lambda _: not is_orphan(), planned.make()):
        _write(with_folder(f"{site}/{file.path}"), file.content)


def _orphan() -> Callable[[], bool]:
    """Return what tells whether the build was killed, so that its folder may soon be another's."""
    parent = os.getpid()
    return lambda: os.getppid() != parent and os.getpid() != parent


def _write(file: str, content: str | bytes) -> None:
    left = encoded(content) if isinstance(content, str) else content
    # Not `open`, whose buffer takes a sixth of the time of a small file.
    descriptor = os.open(file, _TO_WRITE, 0o666)
    try:
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)
