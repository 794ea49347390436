"""Seeds are opened only where the file system does not vouch for them."""

from __future__ import annotations

import datetime
import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markdown import Markdown

from build_hooks.cache import Cache
from build_hooks.errors import SeedError, SeedErrors
from build_hooks.reading import collection, seed_files
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.limits import read_bytes
from build_hooks.reading.seed_files import SeedState

SECOND = 1_000_000_000

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="this system does not tell when a file was changed"
)


@dataclass
class Desk:
    """A folder of seeds that is read again and again, and what of it is opened."""

    root: Path
    markdown: Markdown
    patch: pytest.MonkeyPatch
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin in a minute: by then nobody writes any more."""
        self.begin_at(time.time_ns() + 60 * SECOND)
        self.patch.setattr(collection, "read_bytes", self._read)
        self.patch.setattr(collection, "first_commit_days", lambda _: CommitDays())

    def begin_at(self, moment: int) -> None:
        """Let builds begin at that time, in nanoseconds."""
        self.patch.setattr(collection, "time_ns", lambda: moment)

    def _read(self, path: str, source: str) -> bytes:
        self.opened.append(source)
        return read_bytes(path, source)

    def write(self, name: str, headline: str) -> Path:
        """Write a seed."""
        file = self.root / "seeds" / name
        file.write_text(f"{headline}\nنص.\nKeywords: كلمة\n", encoding="utf-8")
        return file

    def headlines(self) -> list[str]:
        """Read all seeds, as a build of its own."""
        self.opened.clear()
        return [article.headline for article in self.read().articles]

    def read(self, cache: Cache | None = None) -> collection.Collection:
        """Read all seeds."""
        cache = cache or Cache(self.root / ".cache")
        return collection.read_collection(self.root / "seeds", self.root, self.markdown, cache)


@pytest.fixture
def desk(tmp_path: Path, markdown: Markdown, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder with two seeds that have been read."""
    (tmp_path / "seeds").mkdir()
    desk = Desk(tmp_path, markdown, monkeypatch)
    desk.write("a.txt", "أول")
    desk.write("b.txt", "ثان")
    assert ["أول", "ثان"] == desk.headlines()
    assert ["seeds/a.txt", "seeds/b.txt"] == desk.opened
    return desk


def test_what_has_not_changed_is_not_opened(desk: Desk) -> None:
    """Nor in the build after that."""
    for _ in range(2):
        assert (["أول", "ثان"], []) == (desk.headlines(), desk.opened)


def test_a_preview(desk: Desk) -> None:
    """The builds of one process know of each other, too."""
    preview = Cache(desk.root / ".cache", remembers=True)
    for headline in ("آخر", "غيره"):
        desk.write("a.txt", headline)
        for _ in range(2):
            desk.opened.clear()
            preview.renew(b"")
            assert headline == desk.read(preview).articles[0].headline
            preview.sweep()
        assert [] == desk.opened


def test_an_edit_that_leaves_size_and_time_as_they_were(desk: Desk) -> None:
    """`cp -p`, `rsync -t` and `touch -r` set the time of writing; that of the change cannot be set."""
    file = desk.root / "seeds" / "a.txt"
    before = file.stat()
    desk.write("a.txt", "آخر")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert ["آخر", "ثان"] == desk.headlines()


@pytest.mark.parametrize(("since", "expected"), [(2 * SECOND, "آخر"), (2 * SECOND + 1, "أول")])
def test_an_edit_within_one_tick_of_the_clock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, since: int, expected: str
) -> None:
    """What was written in the two seconds before a build is opened again, as it may have been written since.

    Later than that such an edit would have another time; that it is not seen here shows that nothing else tells it.
    """
    moment = time.time_ns()
    monkeypatch.setattr(seed_files, "_state", lambda entry: SeedState(1, moment, moment, entry.inode()))
    desk.begin_at(moment + since)
    assert ["أول", "ثان"] == desk.headlines()
    desk.write("a.txt", "آخر")
    desk.begin_at(moment + 60 * SECOND)
    assert [expected, "ثان"] == desk.headlines()


def test_seeds_that_come_and_go(desk: Desk) -> None:
    """Names are part of what is known, and so is which file has a name."""
    desk.write("c.txt", "ثالث")
    assert ["أول", "ثان", "ثالث"] == desk.headlines()
    (desk.root / "seeds" / "a.txt").unlink()
    assert ["ثان", "ثالث"] == desk.headlines()
    (desk.root / "seeds" / "b.txt").rename(desk.root / "seeds" / "d.txt")
    assert ["ثالث", "ثان"] == desk.headlines()


def test_a_file_that_a_link_leads_to(desk: Desk) -> None:
    """Its own state counts, not that of the link."""
    (desk.root / "seeds" / ".texts").mkdir()
    target = desk.write(".texts/c.txt", "ثالث")
    (desk.root / "seeds" / "c.txt").symlink_to(target)
    assert ["أول", "ثان", "ثالث"] == desk.headlines()
    assert (["أول", "ثان", "ثالث"], []) == (desk.headlines(), desk.opened)
    desk.write(".texts/c.txt", "رابع")
    assert ["أول", "ثان", "رابع"] == desk.headlines()


def test_a_file_that_could_not_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried again, however it looks."""

    def fail(_: str, source: str) -> bytes:
        raise SeedError("cannot read the file", source)

    (desk.root / "seeds" / "a.txt").touch()
    with monkeypatch.context() as patch:
        patch.setattr(collection, "read_bytes", fail)
        for _ in range(2):
            with pytest.raises(SeedErrors):
                desk.read()
    assert ["أول", "ثان"] == desk.headlines()


def test_a_file_whose_permissions_change(desk: Desk) -> None:
    """It is opened, as the build may be one of those who no longer may."""
    (desk.root / "seeds" / "a.txt").chmod(0o400)
    assert ["أول", "ثان"] == desk.headlines()
    assert "seeds/a.txt" in desk.opened


def test_an_error_in_a_seed_is_told_again(desk: Desk) -> None:
    """As long as it stands there."""
    (desk.root / "seeds" / "a.txt").write_text("عنوان\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(SeedErrors, match=r"seeds/a\.txt:1: no text"):
            desk.read()


def test_what_has_gone_from_the_cache_is_read_again(desk: Desk) -> None:
    """A file of the cache may be deleted at any time."""
    shutil.rmtree(desk.root / ".cache" / "readings")
    assert ["أول", "ثان"] == desk.headlines()
    assert ["seeds/a.txt", "seeds/b.txt"] == desk.opened


def test_what_is_spoilt_in_the_cache_is_read_again(desk: Desk) -> None:
    """The file system vouches for the seeds, not for what was kept of them."""
    for file in (desk.root / ".cache" / "readings").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert ["أول", "ثان"] == desk.headlines()
    assert ["seeds/a.txt", "seeds/b.txt"] == desk.opened
    assert (["أول", "ثان"], []) == (desk.headlines(), desk.opened)


def test_the_day_of_the_first_commit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is known of a file only once it is committed, which does not touch it."""
    day = datetime.date(2026, 11, 24)
    monkeypatch.setattr(collection, "first_commit_days", lambda _: CommitDays({"seeds/a.txt": day}))
    assert [day, None] == [article.date for article in desk.read().articles]


def test_a_system_that_does_not_tell_of_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """There all seeds are opened."""
    monkeypatch.setattr(seed_files, "_TELLS_OF_CHANGES", False)
    for _ in range(2):
        assert ["أول", "ثان"] == desk.headlines()
        assert ["seeds/a.txt", "seeds/b.txt"] == desk.opened
