"""What is installed is what was locked, from wherever the user installs packages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PINNED = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; .+)? \\$", re.MULTILINE)

LOCKED = re.compile(r"[a-z0-9-]+==\S+( ; [^\n]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n?)+")


def pins(name: str) -> dict[str, str]:
    """Return the packages of a lock file with their versions."""
    return dict(PINNED.findall((ROOT / name).read_text("utf-8")))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked(name: str) -> None:
    """Each package has one version and its hashes; no line names a place to fetch from."""
    text = (ROOT / name).read_text("utf-8")
    for entry in re.split(r"\n(?=[a-z])", re.sub(r"(?m)^ *#.*\n?", "", text)):
        assert LOCKED.fullmatch(entry), entry
    assert not re.search(r"://|--(extra-)?index|--find-links", text)


def test_chosen_versions() -> None:
    """The packages that carry the site have the versions that were chosen."""
    chosen = re.findall(r"(?m)^([\w-]+)==(\S+)$", (ROOT / "requirements.in").read_text("utf-8"))
    assert len(chosen) == 4
    locked = pins("requirements.txt")
    assert {name.lower(): version for name, version in chosen}.items() <= locked.items()


def test_same_versions_for_tests() -> None:
    """The tests run on the versions that build the site."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_only_what_was_locked_is_installed() -> None:
    """Whatever `make` installs for the site and its tests, it holds against the hashes."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = re.findall(r"(?m)^\t\$\(PIP\) install (.*)$", makefile)
    assert {
        "--require-hashes --requirement requirements.txt",
        "--require-hashes --requirement requirements-dev.txt",
    } == {install for install in installs if "$(UV)" not in install}


@pytest.mark.parametrize(
    ("name", "words"), [("LICENSE", "MIT License"), ("SECURITY.md", "Report a vulnerability")]
)
def test_licence_and_security(name: str, words: str) -> None:
    """The repository says what one may do with it, and how to report a weakness in private."""
    assert words in (ROOT / name).read_text("utf-8")


def test_patterns_mean_the_same_to_every_python() -> None:
    """None repeats a group possessively, which Python before 3.11.5 takes for something else, or never ends with."""
    files = sorted((ROOT / "build_hooks").rglob("*.py"))
    assert files
    assert [] == [str(file) for file in files if re.search(r"\)[*+?]\+", _patterns(file))]


def _patterns(file: Path) -> str:
    """Return what a module passes to `re`, a string a line."""
    calls = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
    of_re = (call for call in calls if ast.unparse(call.func).startswith("re."))
    return "\n".join(
        part.value
        for call in of_re
        for part in ast.walk(call)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
