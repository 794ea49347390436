"""A preview: `mkdocs serve`, over several edits, with its server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.previews import free_port, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is ended by a signal")

# Far more than any build of a few seeds takes, on any machine.
_PATIENCE = 60

_PAGE = "articles/a/"


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview under way."""

    project: Path
    address: str
    temporary: Path
    """Where MkDocs puts what it shows."""

    log: Path
    """What it says."""

    def edit(self, name: str, text: str) -> None:
        """Write a seed of one paragraph."""
        seed = f"عنوان {name}\n{text}\nKeywords: كلمة"
        (self.project / f"seeds/{name}.txt").write_text(seed, encoding="utf-8")

    def wait_for(self, path: str, text: str) -> None:
        """Wait until a page shows a text."""
        wait_for(text, self.address + path, _PATIENCE, self.log)


@contextmanager
def previewed(project: Path, temporary: Path) -> Iterator[Preview]:
    """Run a preview of two seeds, and end it as Ctrl-C does."""
    port = free_port()
    temporary.mkdir()
    preview = Preview(project, f"http://127.0.0.1:{port}/", temporary, temporary.with_name("log"))
    preview.edit("a", "الأول")
    preview.edit("b", "نص")
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "TMPDIR": str(temporary), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("SITE_URL", None)
    with (
        preview.log.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            command, cwd=project, env=environment, stdout=log, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            preview.wait_for(_PAGE, "الأول")
            yield preview
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(_PATIENCE)


def test_a_preview_shows_every_edit(copy_of_project: Path, tmp_path: Path) -> None:
    """The first, those after it, which are built in the site before, and what comes and goes; all else is there still."""
    with previewed(copy_of_project, tmp_path / "temporary") as preview:
        for text in ("الثاني", "الثالث", "الرابع"):
            preview.edit("a", text)
            preview.wait_for(_PAGE, text)
            preview.wait_for("articles/b/", "عنوان b")
        preview.edit("c", "جديد")
        preview.wait_for("archive/", "عنوان c")
        (copy_of_project / "seeds/c.txt").unlink()
        preview.edit("a", "الخامس")
        preview.wait_for(_PAGE, "الخامس")
        preview.wait_for("articles/b/", "عنوان b")
        assert [] == list(preview.temporary.glob("mkdocs_*/articles/c"))


def test_an_error_leaves_the_preview_readable(copy_of_project: Path, tmp_path: Path) -> None:
    """What was there before is shown while an article is half written, and the article once it is whole."""
    with previewed(copy_of_project, tmp_path / "temporary") as preview:
        (copy_of_project / "seeds/c.txt").write_text("عنوان وحده", encoding="utf-8")
        end = time.monotonic() + _PATIENCE
        while "seeds/c.txt" not in preview.log.read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.1)
        preview.wait_for(_PAGE, "الأول")
        preview.edit("c", "نص كامل")
        preview.wait_for("articles/c/", "نص كامل")


def test_a_preview_leaves_nothing(copy_of_project: Path, tmp_path: Path) -> None:
    """The site before stands beside what it shows, and goes with that when it ends."""
    with previewed(copy_of_project, tmp_path / "temporary") as preview:
        preview.edit("a", "الثاني")
        preview.wait_for(_PAGE, "الثاني")
        # The page is seen a moment before.
        end = time.monotonic() + _PATIENCE
        while not (spares := list(preview.temporary.glob(".mkdocs_*.spare"))) and time.monotonic() < end:
            time.sleep(0.1)
        assert 1 == len(spares)
    assert [] == list(preview.temporary.iterdir())
