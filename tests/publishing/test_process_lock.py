"""One process at a time holds a lock, and none after its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from build_hooks.publishing.process_lock import release_lock, take_lock
from tests.conftest import ROOT

# Takes the lock, says what happens, and holds it until its input ends.
_HOLDER = """
import sys
from pathlib import Path
from build_hooks.publishing.process_lock import release_lock, take_lock
file = Path(sys.argv[1])
lock = take_lock(file, lambda: print("waits", flush=True))
print("holds", flush=True)
sys.stdin.read()
release_lock(file, lock)
"""

# Once told to begin, takes the lock and releases it again and again; notes both.
_TURNS = """
import sys, time
from pathlib import Path
from build_hooks.publishing.process_lock import release_lock, take_lock
file = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.read()
with open(sys.argv[2], "a", buffering=1) as log:
    for _ in range(50):
        lock = take_lock(file, lambda: None)
        print("in", file=log)
        time.sleep(0.001)
        print("out", file=log)
        release_lock(file, lock)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a lock."""
    return tmp_path / "lock"


def start(code: str, *arguments: Path) -> subprocess.Popen[str]:
    """Start a process that runs `code`."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def says(process: subprocess.Popen[str]) -> str:
    """Return the next thing that a process says."""
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_second_process_waits_for_the_first(file: Path) -> None:
    """It says so, takes the lock when the first one is done, and nothing stays behind."""
    with start(_HOLDER, file) as first:
        assert "holds" == says(first)
        with start(_HOLDER, file) as second:
            assert "waits" == says(second)
            first.communicate()
            assert "holds" == says(second)
            second.communicate()
    assert not file.exists()


def test_a_killed_process_holds_no_lock(file: Path) -> None:
    """The file that it leaves is no lock any more: the next one does not wait."""
    with start(_HOLDER, file) as first:
        assert "holds" == says(first)
        first.kill()
        first.communicate()
    assert file.exists()
    release_lock(file, take_lock(file, lambda: pytest.fail("waited")))
    assert not file.exists()


def test_one_process_alone_holds_a_lock(file: Path) -> None:
    """That goes for many that take turns, each of which deletes the file at which the others wait."""
    log = file.with_name("log")
    with (
        start(_TURNS, file, log) as first,
        start(_TURNS, file, log) as second,
        start(_TURNS, file, log) as third,
    ):
        assert ["ready"] * 3 == [says(process) for process in (first, second, third)]
        for process in (first, second, third):
            assert process.stdin
            process.stdin.close()
    assert ["in", "out"] * 150 == log.read_text("ascii").split()
    assert not file.exists()
