from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from build_hooks.reading.git_dates import CommitDays, first_commit_days


class Repository:
    """A repository in which the author's time is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet")

    def git(self, *arguments: str, when: str = "2020-01-01T00:00:00+0000") -> None:
        """Run git at a time."""
        names = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", "n"), ("EMAIL", "e@e"))
        }
        dates = {
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": "2026-10-10T00:00:00+0000",  # as after a rebase
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        isolated = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            check=True,
            env=kept | names | dates | isolated,
            capture_output=True,
        )

    def commit(self, when: str, files: Mapping[str, str] = MappingProxyType({})) -> None:
        """Write files in `seeds/` and commit them, with whatever else has changed."""
        for name, text in files.items():
            path = self.folder / "seeds" / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "m", when=when)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    (tmp_path / "repository").mkdir()
    return Repository(tmp_path / "repository")


def test_first_commit_counts(repository: Repository) -> None:
    """A later change does not make an article newer; names may be Arabic, or hold a space or a quote."""
    repository.commit("2026-01-02T12:00:00+0000", {"أ": "1", 'b "b"': "2"})
    repository.commit("2026-02-03T12:00:00+0000", {"أ": "changed", "c": "3"})
    repository.commit("2026-03-04T12:00:00+0000")
    found = first_commit_days(repository.folder)
    assert found.day_of("seeds/أ.txt") == datetime.date(2026, 1, 2)
    assert found.day_of('seeds/b "b".txt') == datetime.date(2026, 1, 2)
    assert found.day_of("seeds/c.txt") == datetime.date(2026, 2, 3)
    assert not found.is_shallow


def test_file_that_comes_back(repository: Repository) -> None:
    """An article that was taken down for a while is not new."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    repository.git("rm", "--quiet", "seeds/a.txt")
    repository.commit("2026-02-03T12:00:00+0000")
    repository.commit("2026-03-04T12:00:00+0000", {"a": "1"})
    assert first_commit_days(repository.folder).day_of("seeds/a.txt") == datetime.date(2026, 1, 2)


def test_file_that_is_not_committed(repository: Repository) -> None:
    """It has no day, be it in the index or not."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    (repository.folder / "seeds" / "b.txt").write_text("2", encoding="utf-8")
    assert first_commit_days(repository.folder).day_of("seeds/b.txt") is None
    repository.git("add", "--all")
    assert first_commit_days(repository.folder).day_of("seeds/b.txt") is None


def test_renames_are_followed(repository: Repository) -> None:
    """A new name, or a place in a sub-folder, makes no new article; a new file of the old name does."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "نص أول\n" * 20})
    repository.git("mv", "seeds/a.txt", "seeds/b.txt")
    repository.commit("2026-02-03T12:00:00+0000")
    (repository.folder / "seeds" / "sub").mkdir()
    repository.git("mv", "seeds/b.txt", "seeds/sub/c.txt")
    repository.commit("2026-03-04T12:00:00+0000", {"a": "شيء آخر"})
    found = first_commit_days(repository.folder)
    assert found.day_of("seeds/sub/c.txt") == datetime.date(2026, 1, 2)
    assert found.day_of("seeds/b.txt") is None
    assert found.day_of("seeds/a.txt") == datetime.date(2026, 3, 4)


def test_first_commit_of_all_counts_whatever_is_configured(repository: Repository) -> None:
    """An editor may have git show nothing of it."""
    repository.git("config", "log.showRoot", "false")
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    repository.commit("2026-02-03T12:00:00+0000", {"b": "2"})
    assert first_commit_days(repository.folder).day_of("seeds/a.txt") == datetime.date(2026, 1, 2)


def test_day_after_the_year_9999_is_not_known(repository: Repository) -> None:
    """Python has no such day; neither a new name nor a file that comes back takes that of a later commit."""
    repository.commit("@253402300800 +0000", {"a": "نص أول\n" * 20, "b": "1"})
    repository.git("mv", "seeds/a.txt", "seeds/c.txt")
    repository.git("rm", "--quiet", "seeds/b.txt")
    repository.commit("2026-02-03T12:00:00+0000")
    repository.commit("2026-03-04T12:00:00+0000", {"b": "1", "d": "2"})
    assert first_commit_days(repository.folder).days == {"seeds/d.txt": datetime.date(2026, 3, 4)}


def test_day_is_the_authors(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not that of the machine that builds, whose time zone is another."""
    repository.commit("2026-01-02T23:30:00-0500", {"a": "1"})
    monkeypatch.setenv("TZ", "Asia/Baghdad")
    assert first_commit_days(repository.folder).day_of("seeds/a.txt") == datetime.date(2026, 1, 2)


def test_root_below_the_repository(repository: Repository) -> None:
    """Paths are counted from the project's root, wherever the repository begins."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    found = first_commit_days(repository.folder / "seeds")
    assert found.days == {"a.txt": datetime.date(2026, 1, 2)}


def test_composed_and_decomposed_names_are_one(repository: Repository) -> None:
    """A name may come from macOS in another form than git has it."""
    repository.commit("2026-01-02T12:00:00+0000", {"\u0623": "1"})
    assert first_commit_days(repository.folder).day_of("seeds/\u0627\u0654.txt") == datetime.date(2026, 1, 2)


def test_shallow_clone_tells_no_days(repository: Repository, tmp_path: Path) -> None:
    """Its oldest commit seems to add every file."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    repository.commit("2026-02-03T12:00:00+0000", {"b": "2"})
    repository.git("clone", "--quiet", "--depth", "1", repository.folder.as_uri(), str(tmp_path / "clone"))
    assert first_commit_days(tmp_path / "clone") == CommitDays(is_shallow=True)


def test_without_a_commit(repository: Repository) -> None:
    """A repository that has just been made is no error."""
    assert first_commit_days(repository.folder) == CommitDays()


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that was downloaded is no error."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert first_commit_days(tmp_path) == CommitDays()


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a machine without git."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    monkeypatch.setenv("PATH", "")
    assert first_commit_days(repository.folder) == CommitDays()


def test_inside_a_hook_of_another_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook's environment names its own repository."""
    repository.commit("2026-01-02T12:00:00+0000", {"a": "1"})
    (tmp_path / "other").mkdir()
    other = Repository(tmp_path / "other")
    other.commit("2020-01-01T12:00:00+0000", {"a": "1"})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert first_commit_days(repository.folder).day_of("seeds/a.txt") == datetime.date(2026, 1, 2)
