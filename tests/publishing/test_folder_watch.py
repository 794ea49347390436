"""Watching large folders."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from build_hooks.publishing import folder_watch
from build_hooks.publishing.folder_watch import FolderWatch, Watch

# Seconds after which nothing will come; a slow machine needs far less.
_LONG = 30.0


class Handler(FileSystemEventHandler):
    """Notes that it was told of a change."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note it."""
        if not event.is_directory:
            self.told.set()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let three files be many, and look again soon."""
    monkeypatch.setattr(folder_watch, "_LARGE", 2)
    monkeypatch.setattr(folder_watch, "_LOOK_EVERY", 0.01)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three files, one of them in a folder of its own."""
    (tmp_path / "below").mkdir()
    for name in ("a", "b", "below/c"):
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


@pytest.fixture
def handler(folder: Path) -> Iterator[tuple[Handler, threading.Event]]:
    """What is told of changes in the folder, and what says that a build is under way."""
    handler, busy = Handler(), threading.Event()
    watch = FolderWatch(PollingObserver(timeout=0.01), busy.is_set)
    assert isinstance(watch.schedule(handler, str(folder), recursive=True), Watch)
    watch.start()
    yield handler, busy
    watch.stop()
    watch.join()


@pytest.mark.parametrize("change", ["write", "add", "add below", "delete", "rename"])
def test_any_change_is_told(folder: Path, handler: tuple[Handler, threading.Event], change: str) -> None:
    """Of a file that is there, that was not, or that is no more."""
    match change:
        case "write":
            (folder / "below/c").write_text("another", "utf-8")
        case "add":
            (folder / "d").touch()
        case "add below":
            (folder / "below/d").touch()
        case "delete":
            (folder / "a").unlink()
        case "rename":
            (folder / "a").rename(folder / "e")
    assert handler[0].told.wait(_LONG)


def test_links_to_folders_within_are_passed_over(folder: Path) -> None:
    """What they lead to stands there already; by two such links there would be 2 to the power of 40 ways to a file."""
    for name in ("first", "second"):
        (folder / name).symlink_to(folder)
    handler = Handler()
    watch = FolderWatch(PollingObserver(timeout=0.01), lambda: False)
    assert isinstance(watch.schedule(handler, str(folder), recursive=True), Watch)
    watch.start()
    (folder / "below/c").write_text("another", "utf-8")
    assert handler.told.wait(_LONG)
    watch.stop()
    watch.join()


def test_reading_is_no_change(folder: Path, handler: tuple[Handler, threading.Event]) -> None:
    """A build reads all seeds; told of that, it would begin anew for ever."""
    for file in folder.rglob("*"):
        if file.is_file():
            file.read_bytes()
    assert not handler[0].told.wait(0.2)


def test_what_changes_during_a_build_is_told_after_it(
    folder: Path, handler: tuple[Handler, threading.Event]
) -> None:
    """Nobody looks meanwhile."""
    told, busy = handler[0].told, handler[1]
    busy.set()
    (folder / "a").write_text("another", "utf-8")
    assert not told.wait(0.2)
    busy.clear()
    assert told.wait(_LONG)


def test_small_folders_and_files_are_left_to_the_other_observer(folder: Path) -> None:
    """It is what MkDocs chose."""
    watch = FolderWatch(PollingObserver(timeout=0.01), lambda: False)
    handler = Handler()
    for path in (folder / "below", folder / "a"):
        scheduled = watch.schedule(handler, str(path), recursive=True)
        assert not isinstance(scheduled, Watch)
        watch.unschedule(scheduled)
