"""Builds of one project that can be killed anywhere, in forks of one process that has all of MkDocs imported.

`python -m tests.build_forks` is that process: it reads a request a line from standard input, and answers each.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

# Not new folders: those that the build's forks have made first it makes no more, and no two builds would count alike.
_CHANGES = frozenset({"os.chmod", "os.remove", "os.rename", "os.rmdir"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a build."""

    exit_code: int
    """As of `subprocess`: negative where a signal ended it."""

    changes: list[str]
    """Each change of the file system, in order, that it was about to make: `open`, `os.rename` …"""


@dataclass(frozen=True, slots=True)
class BuildForks:
    """The process that forks, seen from outside."""

    process: subprocess.Popen[str]
    log: Path

    def build(self, *, kill_after: float | None = None, kill_before: int | None = None) -> Outcome:
        """Build the project.

        Args:
            kill_after: seconds until it is killed, if it runs for that long.
            kill_before: which change of the file system it is killed before, counted from 0.
        """
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps([kill_after, kill_before]), file=self.process.stdin, flush=True)
        exit_code = int(self.process.stdout.readline())
        return Outcome(exit_code, self.log.read_text("ascii").split())


@contextmanager
def build_forks(project: Path, log: Path) -> Iterator[BuildForks]:
    """Start the process for the project in `project`; what builds did is told in `log`."""
    command = [sys.executable, "-B", "-m", "tests.build_forks", str(project), str(log)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ
        | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/", "SOURCE_DATE_EPOCH": "1790000000"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    ) as process:
        yield BuildForks(process, log)


def _serve(project: Path, log: Path) -> None:
    from mkdocs.__main__ import cli

    def build() -> None:
        cli(["build", "-f", str(project / "mkdocs.yml")])

    # Once here, so that no fork has to import anything.
    with suppress(SystemExit):
        build()
    # Nor to look through what has been imported for garbage, which would copy its pages.
    gc.freeze()
    for line in sys.stdin:
        kill_after, kill_before = json.loads(line)
        log.write_bytes(b"")
        child = os.fork()
        if not child:
            _watch(log, kill_before)
            _run(build)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _run(build: Callable[[], None]) -> None:
    code = 1
    try:
        build()
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code)


def _watch(log: Path, kill_before: int | None) -> None:
    """Note every change of the file system before it is made; kill this process before one of them."""
    notes = os.open(log, os.O_WRONLY | os.O_APPEND)
    watched = os.getpid()
    count = 0

    def note(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if os.getpid() != watched:
            # What the build's own forks do comes in no order.
            return
        if event in _CHANGES or (event == "open" and _writes(*arguments)):
            if count == kill_before:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1
            os.write(notes, f"{event}\n".encode())

    sys.addaudithook(note)


def _writes(path: object, mode: object, flags: object) -> bool:
    return (
        isinstance(path, str | bytes) and isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    )


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), Path(sys.argv[2]))
