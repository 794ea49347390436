"""What the next build may take from the site that stands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from build_hooks import processes
from build_hooks.publishing.previous_site import PreviousSite
from build_hooks.publishing.site_page import NamedFolder, Run, SiteFile
from build_hooks.publishing.site_record import SiteRecord, state_of
from build_hooks.publishing.spare import leave_spare
from tests.factory import a_record, a_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages."""
    return a_site(tmp_path)


def spare_of(site: Path) -> Path:
    """Put a spare into the cache that has the files of `site`, as a build has left it; return it."""
    place = site.with_name(".cache") / "spare"
    shutil.copytree(site, site.with_name("before"), copy_function=os.link)
    leave_spare(site.with_name("before"), place)
    return place


def laid_out(site: Path, record: SiteRecord | None = None) -> tuple[PreviousSite, Path]:
    """Return the previous site, and where the spare was laid out for the next one."""
    previous = PreviousSite(str(site), record or a_record(site))
    previous.take_spare(site.with_name(".cache") / "spare", site.with_name("taken"))
    new = site.with_name("new")
    new.mkdir()
    previous.lay_out(new)
    return previous, new


def test_a_page_of_the_same_key_is_given(site: Path, tmp_path: Path) -> None:
    """It is the same file once more; of another key, or unknown, none is."""
    previous = PreviousSite(str(site), a_record(site))
    state = previous.give("a/index.html", b"2", str(tmp_path / "new"))
    assert state_of(str(tmp_path / "new")) == state
    assert (tmp_path / "new").samefile(site / "a/index.html")
    assert not previous.give("a/index.html", b"3", str(tmp_path / "other"))
    assert not previous.give("b/index.html", b"2", str(tmp_path / "other"))
    assert not PreviousSite(str(site), None).give("a/index.html", b"2", str(tmp_path / "other"))
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("spoil", ["longer", "touched", "deleted", "a link"])
def test_a_page_that_was_touched_is_not_given(site: Path, tmp_path: Path, spoil: str) -> None:
    """What is no longer as the build left it is made anew."""
    previous = PreviousSite(str(site), a_record(site))
    file = site / "a/index.html"
    if spoil == "longer":
        file.write_text("something else")
    elif spoil == "touched":
        os.utime(file, (1, 1))
    else:
        file.unlink()
    if spoil == "a link":
        file.symlink_to(site / "index.html")
    assert not previous.give("a/index.html", b"2", str(tmp_path / "new"))


def test_a_site_is_unchanged_only_as_a_whole(site: Path) -> None:
    """Made of the same, with the same files and no others; hidden entries beside them are not the build's."""
    previous = PreviousSite(str(site), a_record(site))
    assert previous.unchanged(b"made of") is previous.record
    assert previous.unchanged(b"else") is None
    (site / ".git").mkdir()
    (site / ".git/HEAD").touch()
    assert previous.unchanged(b"made of") is previous.record
    (site / "stray").touch()
    assert previous.unchanged(b"made of") is None
    (site / "stray").unlink()
    (site / "index.html").unlink()
    assert previous.unchanged(b"made of") is None


def test_pages_of_a_run_that_shows_the_same_have_their_keys(site: Path) -> None:
    """Those that another hand wrote have none, and must be looked at one by one."""
    previous = PreviousSite(str(site), a_record(site))
    runs = {b"run": Run(["a/", "b/"], bytes), b"new run": Run([""], bytes)}
    assert {"a/index.html": b"2"} == previous.keys_of(runs)
    assert {} == PreviousSite(str(site), None).keys_of(runs)


@pytest.mark.parametrize("worth_sharing", [1, 1000])
def test_a_spare_keeps_pages_of_the_site_that_stands_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch, worth_sharing: int
) -> None:
    """What was changed, is no page, or is a link, goes; so do folders without a page. It is in the cache no more."""
    monkeypatch.setattr(processes, "_WORTH_SHARING", worth_sharing)
    spare = spare_of(site)
    (spare / "index.html").unlink()
    (spare / "index.html").write_text("older")
    (spare / "assets/js").mkdir(parents=True)
    (spare / "assets/js/x.js").write_text("x")
    (spare / "a/link").symlink_to(site / "a")
    _, new = laid_out(site)
    assert ["a", "a/index.html"] == sorted(path.relative_to(new).as_posix() for path in new.rglob("*"))
    assert not spare.exists()
    assert (site / "a/index.html").read_text() == "a/index.html"


def test_a_page_in_the_spare_is_there_already(site: Path) -> None:
    """Given it is the file that it was, without having been linked again."""
    spare_of(site)
    previous, new = laid_out(site)
    target = new / "a/index.html"
    links = target.stat().st_nlink
    assert state_of(str(target)) == previous.give("a/index.html", b"2", str(target))
    assert links == target.stat().st_nlink
    assert target.samefile(site / "a/index.html")


@pytest.mark.parametrize("spoil", ["another key", "touched"])
def test_nothing_is_written_into_the_site_that_stands(site: Path, spoil: str) -> None:
    """A page that becomes another one is no second name of what it was, whoever opens it for writing."""
    spare_of(site)
    record = a_record(site)
    if spoil == "touched":
        os.utime(site / "a/index.html", (1, 1))
    previous, new = laid_out(site, record)
    assert not previous.give(
        "a/index.html", b"3" if spoil == "another key" else b"2", str(new / "a/index.html")
    )
    (new / "a").mkdir(exist_ok=True)
    (new / "a/index.html").write_text("new")
    assert "a/index.html" == (site / "a/index.html").read_text()


def test_pages_that_were_laid_out_are_settled(site: Path) -> None:
    """Those alone of which the key is what it was: nobody needs to look at them any more."""
    assert {} == PreviousSite(str(site), a_record(site)).in_place({"a/index.html": b"2"})
    spare_of(site)
    previous, _ = laid_out(site)
    state = state_of(str(site / "a/index.html"))
    assert {"a/index.html": state} == previous.in_place({"a/index.html": b"2", "b/index.html": b"3"})


@pytest.fixture
def with_folder(site: Path) -> SiteRecord:
    """A site with a folder that is named for what it holds, and a spare in which that has another name."""
    folder = site / "data/1"
    folder.mkdir(parents=True)
    for name in ("same", "other", "gone", "touched"):
        (folder / name).write_text(name)
    spare = spare_of(site)
    (spare / "data/1").rename(spare / "data/0")
    keys = {name: name.encode() for name in ("same", "other", "gone", "touched")}
    record = a_record(site)._replace(folders={"data/1": keys})
    os.utime(folder / "touched", (1, 1))
    return record


def test_files_of_a_named_folder_are_there_already(site: Path, with_folder: SiteRecord) -> None:
    """Under its new name stand those that are to hold the same, and no other; the site that stands has all still."""
    previous, new = laid_out(site, with_folder)
    previous.take_away(new, [])
    keys = {"same": b"same", "other": b"x", "touched": b"touched", "new": b"new"}
    there = previous.give_folder(NamedFolder("data/2", {}, keys, SiteFile("data/name", "2")), new)
    assert {"same": state_of(str(site / "data/1/same"))} == there
    assert ["data", "data/2", "data/2/same"] == sorted(
        path.relative_to(new).as_posix() for path in new.rglob("*")
    )
    assert (new / "data/2/same").samefile(site / "data/1/same")
    assert 4 == len(list((site / "data/1").iterdir()))


def test_a_folder_may_keep_its_name(site: Path, with_folder: SiteRecord) -> None:
    """As where nothing in it has changed."""
    previous, new = laid_out(site, with_folder)
    keys = with_folder.folders["data/1"]
    there = previous.give_folder(NamedFolder("data/1", {}, keys, SiteFile("data/name", "1")), new)
    assert {"same", "other", "gone"} == there.keys() == {path.name for path in (new / "data/1").iterdir()}


def test_without_a_spare_files_of_a_named_folder_are_linked(site: Path, with_folder: SiteRecord) -> None:
    """So that the next build, which has a spare, finds them in it; what was touched is not, nor what is unknown."""
    previous = PreviousSite(str(site), with_folder)
    new = site.with_name("new")
    keys = {"same": b"same", "other": b"x", "touched": b"touched", "new": b"new"}
    folder = NamedFolder("data/2", {}, keys, SiteFile("data/name", "2"))
    assert {"same": state_of(str(site / "data/1/same"))} == previous.give_folder(folder, new)
    assert ["same"] == [path.name for path in (new / "data/2").iterdir()]
    assert (new / "data/2/same").samefile(site / "data/1/same")
    elsewhere = NamedFolder("others/2", {}, keys, SiteFile("others/name", "2"))
    assert {} == previous.give_folder(elsewhere, new)
    assert {} == PreviousSite(str(site), None).give_folder(folder, new)


def test_what_a_link_leads_to_is_not_renamed(site: Path, with_folder: SiteRecord) -> None:
    """It is another's."""
    spare = site.with_name(".cache") / "spare"
    elsewhere = site.with_name("elsewhere")
    (spare / "data").rename(elsewhere)
    (spare / "data").symlink_to(elsewhere)
    _, new = laid_out(site, with_folder)
    assert ["0"] == [path.name for path in elsewhere.iterdir()]
    assert not (new / "data").exists()


def test_pages_that_are_no_more_are_taken_away(site: Path) -> None:
    """With the folders that had nothing else, but not the one of the site itself."""
    spare_of(site)
    previous, new = laid_out(site)
    previous.take_away(new, ["index.html", "b/index.html"])
    assert ["index.html"] == [path.relative_to(new).as_posix() for path in new.rglob("*")]


def test_a_site_without_pages_is_a_folder_still(site: Path) -> None:
    """Where none of them stays, others are written into it."""
    spare_of(site)
    previous, new = laid_out(site)
    previous.take_away(new, [])
    assert [] == list(new.iterdir())


def test_a_spare_that_is_not_needed_is_put_back(site: Path) -> None:
    """The next build has it."""
    spare = spare_of(site)
    previous = PreviousSite(str(site), a_record(site))
    previous.take_spare(spare, site.with_name("taken"))
    assert not spare.exists()
    previous.put_spare_back()
    assert (spare / "a/index.html").samefile(site / "a/index.html")


def test_without_a_record_a_spare_is_worth_nothing(site: Path) -> None:
    """All that it holds goes, as nothing tells what it is."""
    spare_of(site)
    previous = PreviousSite(str(site), None)
    previous.take_spare(site.with_name(".cache") / "spare", site.with_name("taken"))
    new = site.with_name("new")
    new.mkdir()
    previous.lay_out(new)
    assert [] == list(new.iterdir())


def test_a_spare_that_is_gone_is_no_hindrance(site: Path) -> None:
    """Whoever deleted it, the site is built as if there had been none."""
    spare_of(site)
    previous = PreviousSite(str(site), a_record(site))
    previous.take_spare(site.with_name(".cache") / "spare", site.with_name("taken"))
    shutil.rmtree(site.with_name("taken"))
    new = site.with_name("new")
    new.mkdir()
    previous.lay_out(new)
    assert new.is_dir()
    state = previous.give("a/index.html", b"2", str(new / "a/index.html"))
    assert state_of(str(site / "a/index.html")) == state
