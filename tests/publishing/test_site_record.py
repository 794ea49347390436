"""What the next build may take from the site that stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_hooks.cache import Cache
from build_hooks.publishing.site_record import (
    alone_in_folder,
    keep_record,
    last_record,
    scan,
)
from tests.factory import a_record, a_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages."""
    return a_site(tmp_path)


def test_a_record_is_of_one_place_and_command(site: Path, tmp_path: Path) -> None:
    """Another folder, or a preview, knows nothing of it."""
    keep_record(a_record(site), "build", Cache(tmp_path / "cache"))
    assert a_record(site) == last_record(site, "build", Cache(tmp_path / "cache"))
    assert last_record(tmp_path, "build", Cache(tmp_path / "cache")) is None
    assert last_record(site, "serve", Cache(tmp_path / "cache")) is None


def test_files_that_are_alone_in_their_folder() -> None:
    """No other file stands there, and no folder."""
    assert {"a/b/index.html", "c/d/e/x.txt", "f/index.html"} == alone_in_folder(
        ["index.html", "a/index.html", "a/b/index.html", "c/index.html", "c/d/e/x.txt", "f/index.html"]
    )
    assert {"a/b/index.html"} == alone_in_folder(["a/index.html", "a/old.jpg", "a/b/index.html"])


def test_what_is_known_is_not_looked_up(site: Path) -> None:
    """Files, and folders of pages, are taken as they are said to be; all others are looked through."""
    (site / "a/b").mkdir()
    (site / "a/b/index.html").touch()
    states = scan(str(site))
    assert {"index.html", "a/index.html", "a/b/index.html"} == states.keys()
    known = (1, 2)
    assert {**states, "a/b/index.html": known} == scan(str(site), {"a/b/index.html": known})
    assert {**states, "index.html": known} == scan(str(site), {"index.html": known})
