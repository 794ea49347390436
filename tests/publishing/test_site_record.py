"""What the next build may take from the site that stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_hooks.cache import Cache
from build_hooks.publishing.site_record import (
    PreviousSite,
    SiteRecord,
    alone_in_folder,
    keep_record,
    previous_site,
    scan,
    state_of,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages."""
    for name in ("index.html", "a/index.html"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path / "site"


def record_of(site: Path) -> SiteRecord:
    """Return the record of a site as it stands."""
    pages = {"index.html": b"1", "a/index.html": b"2"}
    return SiteRecord(str(site), b"made of", scan(str(site)), pages, "2 pages", (), ())


def test_a_page_of_the_same_key_is_given(site: Path, tmp_path: Path) -> None:
    """It is the same file once more; of another key, or unknown, none is."""
    previous = PreviousSite(str(site), record_of(site))
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
    previous = PreviousSite(str(site), record_of(site))
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
    previous = PreviousSite(str(site), record_of(site))
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


def test_a_record_is_of_one_place_and_command(site: Path, tmp_path: Path) -> None:
    """Another folder, or a preview, knows nothing of it."""
    keep_record(record_of(site), "build", Cache(tmp_path / "cache"))
    assert record_of(site) == previous_site(site, "build", Cache(tmp_path / "cache")).record
    assert previous_site(tmp_path, "build", Cache(tmp_path / "cache")).record is None
    assert previous_site(site, "serve", Cache(tmp_path / "cache")).record is None


def test_files_that_are_alone_in_their_folder() -> None:
    """No other file stands there, and no folder."""
    assert {"a/b/index.html", "c/d/e/x.txt", "f/index.html"} == alone_in_folder(
        ["index.html", "a/index.html", "a/b/index.html", "c/index.html", "c/d/e/x.txt", "f/index.html"]
    )
    assert {"a/b/index.html"} == alone_in_folder(["a/index.html", "a/old.jpg", "a/b/index.html"])


def test_what_is_known_of_pages_is_not_looked_up(site: Path) -> None:
    """Their folders are taken as they are said to be; all others are looked through."""
    (site / "a/b").mkdir()
    (site / "a/b/index.html").touch()
    states = scan(str(site))
    assert {"index.html", "a/index.html", "a/b/index.html"} == states.keys()
    known = (1, 2)
    assert {**states, "a/b/index.html": known} == scan(str(site), {"a/b/index.html": known})
