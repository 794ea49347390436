"""A folder goes with all that it holds, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from build_hooks import processes
from build_hooks.publishing.removal import remove


def write(folder: Path, names: Iterable[str]) -> None:
    """Write files below a folder."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")


@pytest.mark.parametrize("worth_sharing", [1, 1000])
def test_what_is_known_goes_and_so_does_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worth_sharing: int
) -> None:
    """Files that are not known, empty folders, and what is known and no longer there, are no hindrance."""
    monkeypatch.setattr(processes, "_WORTH_SHARING", worth_sharing)
    known = ["index.html", "a/index.html", "a/b/index.html", *(f"c/{number}.html" for number in range(20))]
    write(tmp_path / "old", [*known, ".git/HEAD", "a/b/stray.html", "d/e/stray.html"])
    (tmp_path / "old/empty/folder").mkdir(parents=True)
    remove(tmp_path / "old", ["gone.html", *known, "gone/index.html"])
    assert [] == list(tmp_path.iterdir())


def test_a_link_leads_to_nothing_that_is_deleted(tmp_path: Path) -> None:
    """Where a folder has become a link, the link goes; what stands behind it under the same names stays."""
    write(tmp_path / "mine", ["index.html", "x/index.html"])
    write(tmp_path / "old", ["index.html"])
    (tmp_path / "old/a").symlink_to(tmp_path / "mine", target_is_directory=True)
    remove(tmp_path / "old", ["index.html", "a/index.html", "a/x/index.html"])
    assert not (tmp_path / "old").exists()
    assert (tmp_path / "mine/index.html").is_file()
    assert (tmp_path / "mine/x/index.html").is_file()


def test_known_files_are_not_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They go without the help of what looks through folders."""
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    write(tmp_path / "old", ["a/index.html", "a/stray.html", "b/index.html"])
    remove(tmp_path / "old", ["a/index.html", "b/index.html"])
    assert ["a", "a/stray.html"] == sorted(
        path.relative_to(tmp_path / "old").as_posix() for path in (tmp_path / "old").rglob("*")
    )
