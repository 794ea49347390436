"""The press: writes the pages that need nothing of MkDocs but its templates, on all processors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_hooks.processes import InCommon, Shares, processors
from build_hooks.publishing.metadata import Heads
from build_hooks.publishing.shell import Shells
from build_hooks.publishing.site_page import PlannedFiles, PlannedPage

# Seconds between two looks at how far the work is.
_LOOK_EVERY = 0.2


@dataclass(frozen=True, slots=True)
class Press:
    """Pages and files to be written."""

    pages: Sequence[PlannedPage]
    files: Sequence[PlannedFiles]
    heads: Heads

    def start(self, shells: Shells, edit_url: Callable[[PlannedPage], str | None], site: Path) -> Writing:
        """Begin to write everything below the folder `site`, in other processes where there can be some.

        Args:
            shells: What the pages have in common.
            edit_url: Gives the address where a page's seed can be edited.
            site: The site's folder.
        """
        parent = os.getpid()

        def write_page(planned: PlannedPage) -> None:
            page = planned.make()
            document = shells.document(page, self.heads.of(page), edit_url(planned))
            _write(f"{site}/{planned.path}index.html", document)

        def write(parts: Iterable[PlannedPage | PlannedFiles]) -> None:
            for part in parts:
                if parent not in {os.getpid(), os.getppid()}:
                    # The build was killed, and its folder may soon be another's.
                    return
                if isinstance(part, PlannedPage):
                    write_page(part)
                else:
                    for file in part.make():
                        _write(f"{site}/{file.path}", file.content)

        for page in self.pages:
            # Once for all, before the processes part.
            shells.shell(page.template, page.path)
        # What takes long comes first, so that all are done at about the same time.
        common: InCommon[PlannedPage | PlannedFiles] = InCommon([*self.files, *self.pages])
        return Writing(Shares(write, [common] * processors()), common)


@dataclass(frozen=True, slots=True)
class Writing:
    """The press at work."""

    shares: Shares[None]
    parts: InCommon[PlannedPage | PlannedFiles]

    def finish(self) -> None:
        """Wait until all is written, with a bar on a terminal.

        Raises:
            Exception: What went wrong.
        """
        if sys.stderr.isatty():
            self._show()
        self.shares.results()

    def _show(self) -> None:
        from tqdm import tqdm  # 20 ms of a build that mostly shows no bar

        # A thread of its own would keep the next build from forking.
        tqdm.monitor_interval = 0
        with tqdm(total=len(self.parts), desc="Writing", unit=" pages", leave=False) as bar:
            while not self.shares.is_done(_LOOK_EVERY):
                bar.update(self.parts.taken() - bar.n)


def _write(file: str, content: str | bytes) -> None:
    # Not `pathlib`, which takes longer than all the rest for a small file.
    folder = os.path.dirname(file)  # noqa: PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(file, "wb") as target:  # noqa: PTH123
        target.write(content.encode(errors="xmlcharrefreplace") if isinstance(content, str) else content)
