"""One commit is one site: the same bytes wherever, whenever and on whatever machine it is built."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, _generated_seed

WHEN = "1600030800"
"""A `SOURCE_DATE_EPOCH`: 13 September 2020, 21:00 UTC, when the next day had begun in Muscat, not in Los Angeles."""

DAYS = ("2020-01-02", "2020-01-03", "2020-01-01", "2020-09-14")
"""Those of seeds; the last one is the day that has begun in Muscat."""

# Stands before the project's own hooks: folders are listed in another order, and there is another number of workers.
HOOK = """
import os
from contextlib import contextmanager

os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:{cores}]) if hasattr(os, "sched_setaffinity") else None
_listdir, _scandir = os.listdir, os.scandir


class Listing(list):
    def __enter__(self):
        return iter(self)

    def __exit__(self, *_):
        self.close()

    def close(self):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)

    def __iter__(self):
        while self:
            yield self.pop(0)


def scandir(path="."):
    with _scandir(path) as entries:
        return Listing(sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse={reverse}))


os.listdir = lambda path=".": sorted(_listdir(path), key=os.fsencode, reverse={reverse})
os.scandir = scandir


def on_config(config):
    from build_hooks import processes

    assert processes._WORTH_SHARING
    processes._WORTH_SHARING = {worth_sharing}
"""


def git(folder: Path, *arguments: str) -> None:
    """Run git as somebody, at a time of long ago, without the machine's own settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "n", f"GIT_{role}_EMAIL": "n@example.org"}
        environment[f"GIT_{role}_DATE"] = "2020-02-03T23:30:00-0800"
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=environment, capture_output=True)


def build(clone: Path, environment: Mapping[str, str], *, umask: int = 0o022, **ways: object) -> Path:
    """Build the project in `clone` another way; return its site."""
    (clone / "ways.py").write_text(HOOK.format(**ways), "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "hooks:\n" in config
    (clone / "other.yml").write_text(config.replace("hooks:\n", "hooks:\n  - ways.py\n"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", "other.yml"],
        check=False,
        cwd=clone,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))},
            **{"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/", "SOURCE_DATE_EPOCH": WHEN},
            **environment,
        },
        umask=umask,
        capture_output=True,
        encoding="utf-8",
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return clone / "site"


def differing(one: Path, other: Path) -> list[str]:
    """Return the files that two sites do not have alike."""
    files = {
        place.relative_to(site).as_posix()
        for site in (one, other)
        for place in site.rglob("*")
        if place.is_file()
    }
    # Cards are drawn by libraries that may differ between machines.
    return sorted(
        name for name in files if not name.endswith("card.png") and _bytes(one / name) != _bytes(other / name)
    )


def naming_the_day(site: Path) -> list[str]:
    """Return the files of a site that name the day on which it was really built."""
    now = datetime.datetime.now(datetime.UTC)
    days = [
        (now + datetime.timedelta(days=days)).strftime(form).encode()
        for days in (-1, 0, 1)
        for form in ("%Y-%m-%d", "%d %b %Y")
    ]
    return [
        str(place)
        for place in site.rglob("*")
        if place.is_file() and any(day in place.read_bytes() for day in days)
    ]


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


@pytest.fixture
def commit(copy_of_project: Path) -> Path:
    """A repository with one commit: seeds with and without dates, Markdown, equal headlines, a vocabulary."""
    seeds = copy_of_project / "seeds"
    for number in range(40):
        folder = seeds / ("ب" if number % 3 else "a")
        folder.mkdir(exist_ok=True)
        date = f"Date: {DAYS[number % len(DAYS)]}\n" if number % 2 else ""
        (folder / f"{number}.txt").write_text(_generated_seed(number) + date, "utf-8")
    for name in "xyz":
        text = "---\ntitle: عنوان\ntags: [أمن, سياسة]\naliases: [/old/%s]\n---\nنص عن **العراق**.[^1]\n\n[^1]: حاشية\n"
        (seeds / f"{name}.md").write_text(text % name, "utf-8")
    shutil.copy(ROOT / "seeds/vocabulary.yml", seeds)
    git(copy_of_project, "init", "--quiet")
    git(copy_of_project, "add", "--all")
    git(copy_of_project, "commit", "--quiet", "--message", "m")
    return copy_of_project


def clone(commit: Path, folder: Path, *, written: int) -> Path:
    """Clone a repository; its files were written `written` seconds after 1970."""
    folder.parent.mkdir(exist_ok=True)
    git(commit.parent, "clone", "--quiet", str(commit), str(folder))
    for path in folder.rglob("*"):
        os.utime(path, (written, written))
    return folder


def test_one_commit_is_one_site(commit: Path, tmp_path: Path) -> None:
    """Folder, locale, time zone, hash seed, umask, order of files, number of workers and a warm cache change nothing."""
    here = clone(commit, tmp_path / "n", written=1_000_000_000)
    there = clone(commit, tmp_path / "مجلد آخر/nashir", written=1_700_000_000)
    one = build(
        here,
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
        cores=1,
        reverse=False,
        worth_sharing=2000,
    )
    assert len(list(one.rglob("index.html"))) > 50
    assert "14 سبتمبر 2020" in (one / "articles/ب/7/index.html").read_text("utf-8")
    assert [] == naming_the_day(one)
    other = build(
        there,
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"},
        umask=0o077,
        cores=1,
        reverse=True,
        worth_sharing=0,
    )
    assert [] == differing(one, other)
    again = build(
        there,
        {"PYTHONHASHSEED": "random", "LANG": "ar_EG.UTF-8", "TZ": "Asia/Riyadh"},
        cores=2,
        reverse=True,
        worth_sharing=0,
    )
    assert [] == differing(one, again)
