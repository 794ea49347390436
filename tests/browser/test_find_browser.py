"""Where the tests' browser comes from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser import find_browser

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="the stand-ins are shell scripts")


def program(path: Path, script: str) -> Path:
    """Write a program."""
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs; it is empty, and nothing can be downloaded."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("NASHIR_BROWSER", raising=False)
    monkeypatch.setattr(find_browser, "OTHER_PLACES", ())
    monkeypatch.setattr(find_browser, "_playwrights_own", lambda: tmp_path / "downloaded")
    monkeypatch.setattr(find_browser, "_install_with_playwright", lambda: False)
    return tmp_path


def test_installed(programs: Path) -> None:
    """The first installed browser that starts is taken."""
    program(programs / "chromium-browser", "exit 1")
    chrome = program(programs / "google-chrome", "exit 0")
    assert find_browser.find() == chrome


def test_chosen(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NASHIR_BROWSER goes before what is installed."""
    program(programs / "chromium", "exit 0")
    monkeypatch.setenv("NASHIR_BROWSER", str(program(programs / "mine", "exit 0")))
    assert find_browser.find() == programs / "mine"


def test_downloaded(programs: Path) -> None:
    """Playwright's own browser serves where none is installed."""
    assert find_browser.find() is None
    program(programs / "downloaded", "exit 0")
    assert find_browser.find() == programs / "downloaded"


def test_apt(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, apt-get installs Chromium, without a question."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    log = programs / "log"
    program(
        programs / "apt-get",
        f'echo "$DEBIAN_FRONTEND $*" >> {log}\n'
        f"printf '#!/bin/sh\\n' > {programs}/chromium && /bin/chmod +x {programs}/chromium",
    )
    assert find_browser.find_or_install() == programs / "chromium"
    assert log.read_text("utf-8").splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install --yes --no-install-recommends chromium",
    ]


@pytest.mark.parametrize("user", [0, 1000])
def test_none(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], user: int
) -> None:
    """Where nothing helps, the error says what to do, after what apt-get had to say."""
    monkeypatch.setattr(os, "geteuid", lambda: user)
    program(programs / "apt-get", "echo no network >&2; exit 100")
    with pytest.raises(find_browser.BrowserMissingError, match="Install one, or set NASHIR_BROWSER"):
        find_browser.find_or_install()
    assert ("no network" in capsys.readouterr().err) == (user == 0)
