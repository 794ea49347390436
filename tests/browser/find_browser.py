"""The browser that the tests drive: an installed Chromium or Chrome, or one that this module installs.

`python -m tests.browser.find_browser` makes sure that there is one and prints its path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OTHER_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
MISSING = (
    "The browser tests need Chromium or Chrome, and none could be found or installed. "
    "Install one, or set NASHIR_BROWSER to the path of its program."
)


class BrowserMissingError(Exception):
    """There is no browser, and none could be installed."""


def find() -> Path | None:
    """Return an installed browser that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def find_or_install() -> Path:
    """Return a browser, installing one where that can be done without asking."""
    if browser := find():
        return browser
    for install in (_install_with_apt, _install_with_playwright):
        if install() and (browser := find()):
            return browser
    raise BrowserMissingError(MISSING)


def _candidates() -> Iterator[Path]:
    if chosen := os.environ.get("NASHIR_BROWSER"):
        yield Path(chosen)
        return
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from filter(Path.exists, map(Path, OTHER_PLACES))
    downloaded = _playwrights_own()
    if downloaded.exists():
        yield downloaded


def _playwrights_own() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(browser: Path) -> bool:
    # Ubuntu's /usr/bin/chromium-browser may be a stub that only says to install a snap. On Windows, --version opens a window.
    if sys.platform == "win32":
        return browser.exists()
    try:
        done = subprocess.run([browser, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _install_with_apt() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    _say("No browser for the tests is installed; installing Chromium with apt-get …")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium"],
    )
    return all(_run(command, environment) for command in commands)


def _install_with_playwright() -> bool:
    _say("No browser for the tests is installed; downloading Playwright's Chromium …")
    return _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _run(command: list[str], environment: dict[str, str]) -> bool:
    done = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        _say(f"`{' '.join(command)}` failed:\n{done.stdout}")
    return done.returncode == 0


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        print(find_or_install())
    except BrowserMissingError as error:
        sys.exit(str(error))
