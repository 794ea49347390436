"""A site is put in place whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from build_hooks.publishing.staging import Staging, StagingError, discard, is_full, open_staging, publish


def no_wait() -> None:
    """Fail: nobody else builds."""
    raise AssertionError("waited for a lock that nobody holds")


def stage(site: Path, text: str = "new") -> Staging:
    """Build a site of one file beside `site`."""
    staging = open_staging(str(site), no_wait)
    (staging.folder / "index.html").write_text(text, "utf-8")
    return staging


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was put in place before."""
    site = tmp_path / "site"
    publish(stage(site, "old"))
    return site


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def test_a_site_is_built_beside_the_one_that_stands(site: Path) -> None:
    """Until it is put in place the old one stands; then only the new one is there."""
    (site / "gone.html").write_text("old", "utf-8")
    staging = stage(site)
    assert site.parent in staging.folder.parents
    assert site not in staging.folder.parents
    assert ["gone.html", "index.html"] == names(site)
    publish(staging)
    assert ["index.html"] == names(site)
    assert "new" == (site / "index.html").read_text("utf-8")
    assert ["site"] == names(site.parent)


def test_the_first_site_makes_its_folders(tmp_path: Path) -> None:
    """The place of the site, and the folder around it, need not exist."""
    site = tmp_path / "a/b/site"
    publish(stage(site))
    assert ["index.html"] == names(site)


def test_a_build_that_failed_leaves_nothing(site: Path) -> None:
    """The old site stands, and nothing beside it."""
    discard(stage(site))
    assert ["site"] == names(site.parent)
    assert "old" == (site / "index.html").read_text("utf-8")


def test_what_a_killed_build_left_goes(site: Path) -> None:
    """What a build left that never came to its end is deleted when the next one begins."""
    left = stage(site)
    os.close(left.lock)
    staging = stage(site)
    assert not left.folder.exists()
    publish(staging)
    assert ["site"] == names(site.parent)


def test_a_kill_between_the_renames_is_mended(site: Path) -> None:
    """Where the old site was moved away and the new one not yet in its place, the old one comes back at once."""
    killed = stage(site)
    site.rename(killed.folder.parent / "previous")
    os.close(killed.lock)
    staging = stage(site)
    assert "old" == (site / "index.html").read_text("utf-8")
    discard(staging)
    assert "old" == (site / "index.html").read_text("utf-8")
    assert ["site"] == names(site.parent)


def test_an_interrupt_between_the_renames_is_mended(site: Path) -> None:
    """So it does where the build itself can still clean up, as after Ctrl-C."""
    staging = stage(site)
    site.rename(staging.folder.parent / "previous")
    discard(staging)
    assert "old" == (site / "index.html").read_text("utf-8")


def test_a_kill_after_the_renames_is_mended(site: Path) -> None:
    """Where the new site was in place already, the next build finishes what was begun: hidden files stay."""
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref", "utf-8")
    killed = stage(site)
    site.rename(killed.folder.parent / "previous")
    killed.folder.rename(site)
    os.close(killed.lock)
    discard(stage(site))
    assert [".git", "index.html"] == names(site)
    assert ["HEAD"] == names(site / ".git")
    assert "new" == (site / "index.html").read_text("utf-8")


def test_a_site_that_is_being_deleted_is_never_taken_for_one(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build killed while it deletes the old site leaves that half; it does not come back when the site is gone."""
    staging = stage(site)
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    publish(staging)
    monkeypatch.undo()
    assert [".site.staging", "site"] == names(site.parent)
    (site / "index.html").unlink()
    site.rmdir()
    discard(stage(site))
    assert [] == names(site.parent)


def test_hidden_files_stay(site: Path) -> None:
    """What MkDocs leaves alone stays: `.git` and the like; a hidden file of the new site's own wins."""
    for name in (".git", ".nojekyll", ".well-known"):
        (site / name).write_text("old", "utf-8")
    staging = stage(site)
    (staging.folder / ".well-known").write_text("new", "utf-8")
    publish(staging)
    assert [".git", ".nojekyll", ".well-known", "index.html"] == names(site)
    assert "new" == (site / ".well-known").read_text("utf-8")


def test_hidden_files_survive_a_build_that_failed(site: Path) -> None:
    """They stay where they are until the new site stands."""
    (site / ".git").mkdir()
    discard(stage(site))
    assert [".git", "index.html"] == names(site)


def test_a_link_to_a_site_stays_a_link(site: Path) -> None:
    """The folder that the link leads to is replaced, on its own file system."""
    link = site.with_name("link")
    link.symlink_to(site, target_is_directory=True)
    staging = stage(link)
    assert str(link) == staging.site_dir
    publish(staging)
    assert link.is_symlink()
    assert "new" == (site / "index.html").read_text("utf-8")
    assert ["link", "site"] == names(site.parent)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_who_may_enter_the_site_stays_the_same(site: Path) -> None:
    """The new folder has the mode of the old one."""
    site.chmod(0o2750)
    publish(stage(site))
    assert 0o2750 == stat.S_IMODE(site.stat().st_mode)


def test_a_site_that_cannot_be_moved_stays(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new site cannot take its place, the old one comes back, and the error says what to do."""
    staging = stage(site)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == staging.folder:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StagingError, match=r"could not be put in place: .*; see that nothing keeps .* open"):
        publish(staging)
    assert "old" == (site / "index.html").read_text("utf-8")
    discard(staging)
    assert ["site"] == names(site.parent)


def test_the_place_of_a_site_is_a_folder(tmp_path: Path) -> None:
    """A file in its place, a mount, or a file in the place of the folder around it is an error that says so."""
    file = tmp_path / "file"
    file.write_text("mine", "utf-8")
    with pytest.raises(StagingError, match="is not a folder; delete it"):
        open_staging(str(file), no_wait)
    with pytest.raises(StagingError, match=r"is a mount, .*; name a folder in it"):
        open_staging(os.path.abspath(os.sep), no_wait)  # noqa: PTH100  # a root has no shorter name
    with pytest.raises(StagingError, match=r"Nothing can be built beside .*; make that possible"):
        open_staging(str(file / "site"), no_wait)
    assert "mine" == file.read_text("utf-8")
    assert ["file"] == names(tmp_path)


def test_a_full_disk_is_known() -> None:
    """No room, no quota and too large a file; nothing else."""
    assert all(is_full(OSError(code, "")) for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
    assert not is_full(PermissionError(errno.EACCES, ""))
    assert not is_full(ValueError("full"))
