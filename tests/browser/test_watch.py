"""The browser tests' own server and guards do what they are there for."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import OpenPage, Serve, Watch

PAGE = '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><link rel="icon" href="data:,"><h1>{}</h1>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of three pages."""
    (tmp_path / "مقال").mkdir()
    for name, headline in {"index": "الأولى", "404": "لا شيء هنا", "مقال/index": "مقال"}.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(headline), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("at", ["/", "/sub/path/"])
def test_pages(open_page: OpenPage, serve: Serve, folder: Path, at: str) -> None:
    """A site is served below the path where it is mounted, with its own page for what is missing."""
    address = serve(folder, at)
    assert address.endswith(at)
    assert open_page(address).inner_text("h1") == "الأولى"
    assert open_page(f"{address}مقال/", width=360, scheme="dark").inner_text("h1") == "مقال"
    assert open_page(f"{address}مقال").url.endswith("/")
    assert open_page(f"{address}none/", missing=True).inner_text("h1") == "لا شيء هنا"


def test_outside_of_the_mount(serve: Serve, folder: Path) -> None:
    """What lies above a site's path is not the site's."""
    address = serve(folder, "/sub/path/")
    with pytest.raises(HTTPError, match="404") as error, urlopen(address.removesuffix("sub/path/")):
        pass
    with error.value:
        assert "لا شيء هنا" not in error.value.read().decode()


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>console.error('oops')</script>", "console: oops"),
        ("<script>throw new Error('oops')</script>", "oops"),
        ("<img src=none.png>", "status of 404"),
        (
            "<img src=https://elsewhere.example/x.png>",
            "request to another host: https://elsewhere.example/x.png",
        ),
        ("<link rel=preconnect href=//elsewhere.example><p>نص", None),
        ("<script>console.log('fine')</script>", None),
    ],
)
def test_watch(browser: Browser, serve: Serve, folder: Path, body: str, problem: str | None) -> None:
    """Errors in the console, exceptions, missing files and requests to other hosts are noted, and nothing else."""
    (folder / "index.html").write_text(PAGE.format("الأولى") + body, encoding="utf-8")
    with browser.new_context() as context:
        watch = Watch(context)
        context.new_page().goto(serve(folder), wait_until="networkidle")
    if problem is None:
        assert watch.problems == []
    else:
        assert any(problem in noted for noted in watch.problems), watch.problems
