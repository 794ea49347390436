"""A build that fails, or is ended at any point, leaves the site that was; the next one needs no cleaning."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.build_forks import BuildForks, build_forks
from tests.conftest import _generated_seed

Tree = dict[str, str]
"""The digests of a site's files by their paths, hidden ones aside."""

EDITIONS = ("الأولى", "الثانية")


def tree(folder: Path) -> Tree | None:
    """Return what a reader can get from `folder`; None where it is not there."""
    if not folder.is_dir():
        return None
    files = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    return {
        place.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for place, path in files
        if not any(part.startswith(".") for part in place.parts)
    }


@dataclass(frozen=True, slots=True)
class Desk:
    """A project with five seeds, in one of two editions that differ in each of them."""

    project: Path

    @property
    def site(self) -> Path:
        """Where its site stands."""
        return self.project / "site"

    def edit(self, edition: str) -> None:
        """Write the seeds."""
        for number in range(5):
            text = f"الطبعة {edition}: {_generated_seed(number)}"
            (self.project / f"seeds/{number}.txt").write_text(text, "utf-8")

    def hook(self, code: str) -> None:
        """Add a hook file of the editor's own."""
        (self.project / "own_hook.py").write_text(code, "utf-8")
        config = self.project / "mkdocs.yml"
        text = config.read_text("utf-8")
        config.write_text(
            text.replace("build_hooks/main.py", "build_hooks/main.py\n  - own_hook.py"), "utf-8"
        )

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Start `mkdocs build`."""
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", *options],
            cwd=self.project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def build(self, *options: str) -> tuple[int, str]:
        """Run `mkdocs build`; return its exit code and what it printed."""
        with self.start(*options) as process:
            output, _ = process.communicate()
        return process.returncode, output

    def litter(self) -> list[str]:
        """Return what stands beside the site and in the cache and should not."""
        beside = [path.name for path in self.project.glob(".site*")]
        return beside + [path.name for path in (self.project / ".cache").rglob("*.part")]


@pytest.fixture
def desk(copy_of_project: Path) -> Desk:
    """A desk where a site stands and another edition has been written."""
    desk = Desk(copy_of_project)
    (desk.site / "articles/0").mkdir(parents=True)
    for name in ("index.html", "articles/0/index.html", "only-here.html"):
        (desk.site / name).write_text("what was", "utf-8")
    desk.edit(EDITIONS[1])
    return desk


@dataclass(frozen=True, slots=True)
class Press:
    """A desk whose builds can be killed anywhere."""

    desk: Desk
    forks: BuildForks
    editions: dict[str, Tree]
    """The whole site of each edition."""

    def check(self) -> None:
        """A whole site stands, or the one that was is at hand; and so is what is in the cache."""
        standing = tree(self.desk.site)
        if standing is None:
            standing = tree(self.desk.project / ".site.staging/previous")
        assert standing is not None
        assert standing in self.editions.values(), sorted(standing)
        for card in (self.desk.project / ".cache/cards").glob("*.png"):
            assert card.read_bytes().endswith(b"IEND\xaeB`\x82")

    def finish(self, edition: str) -> None:
        """The next build succeeds as it is, its site is as if nothing had been, and nothing is left over."""
        assert 0 == self.forks.build().exit_code
        assert self.editions[edition] == tree(self.desk.site)
        assert (self.desk.site / ".git/HEAD").is_file()
        # A worker of the killed build may still be writing into the cache.
        end = time.monotonic() + 10
        while self.desk.litter() and time.monotonic() < end:
            time.sleep(0.05)
        assert [] == self.desk.litter()


@pytest.fixture
def press(copy_of_project: Path, tmp_path: Path) -> Iterator[Press]:
    """A desk where the first edition stands, in a folder with a hidden one as for `git worktree`."""
    desk = Desk(copy_of_project)
    # Large, and all of a kind.
    shutil.rmtree(copy_of_project / "docs/assets/fonts")
    with (copy_of_project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("extra:\n  nashir:\n    cards: 1\n")
    desk.edit(EDITIONS[0])
    with build_forks(copy_of_project, tmp_path / "changes") as forks:
        trees: dict[str, Tree] = {}
        for edition in reversed(EDITIONS):
            desk.edit(edition)
            assert 0 == forks.build().exit_code
            trees[edition] = tree(desk.site) or {}
        assert trees[EDITIONS[0]] != trees[EDITIONS[1]]
        (desk.site / ".git").mkdir()
        (desk.site / ".git/HEAD").write_text("ref: refs/heads/gh-pages\n", "ascii")
        yield Press(desk, forks, trees)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_builds_killed_at_random_points_lose_nothing(press: Press) -> None:
    """Fifty builds are killed, each after another while; every fifth time the next one is let through."""
    chance = random.Random(9)
    began = time.monotonic()
    press.finish(EDITIONS[0])
    length = time.monotonic() - began
    killed = 0
    while killed < 50:
        edition = EDITIONS[killed % 2]
        press.desk.edit(edition)
        # A build may end before that; only those that were killed count.
        killed += press.forks.build(kill_after=chance.uniform(0, length)).exit_code == -signal.SIGKILL
        press.check()
        if killed % 5 == 0:
            press.finish(edition)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_build_killed_at_any_step_loses_nothing(press: Press) -> None:
    """Builds are killed before each step of the change of sites, and before every fortieth other of the process that leads."""
    # So that the next build has something to change.
    press.desk.edit(EDITIONS[1])
    press.finish(EDITIONS[1])
    press.desk.edit(EDITIONS[0])
    steps = press.forks.build().changes
    moves = [number for number, step in enumerate(steps) if step == "os.rename"]
    # The old site moves out of the way, the new one moves in, `.git` moves over, the old one goes. Before and after
    # that, what the next build is to know takes its place in the cache.
    [first] = [start for start, end in zip(moves, moves[3:], strict=False) if start + 3 == end]
    assert moves[0] < first < moves[-4]
    around = (*range(first - 1, first + 6), *moves)
    assert len(steps) > 150
    for turn, number in enumerate(sorted({*around, *range(1, len(steps), 40), len(steps) - 1})):
        edition = EDITIONS[(turn + 1) % 2]
        press.desk.edit(edition)
        assert -signal.SIGKILL == press.forks.build(kill_before=number).exit_code, number
        press.check()
        press.finish(edition)


FAILURES = {
    "an error of another hook, last of all": """
def on_post_build(config):
    raise RuntimeError("mine")
""",
    "a full disk": """
import errno, os
def on_post_template(output_content, template_name, config):
    with open(os.path.join(config.site_dir, "half.html"), "w") as file:
        file.write(output_content[:1000])
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
""",
    "Ctrl-C": """
import os, signal
def on_env(env, config, files):
    os.kill(os.getpid(), signal.SIGINT)
""",
    "being told to end": """
import os, signal
def on_post_page(output, page, config):
    os.kill(os.getpid(), signal.SIGTERM)
""",
}


@pytest.mark.parametrize("code", FAILURES.values(), ids=FAILURES)
def test_a_build_that_fails_leaves_the_site_that_was(desk: Desk, code: str) -> None:
    """Whatever stops it: the exit code tells, the old site stands, and nothing lies beside it."""
    before = tree(desk.site)
    desk.hook(code)
    exit_code, _ = desk.build()
    assert exit_code
    assert before == tree(desk.site)
    assert [] == desk.litter()


def test_an_error_in_the_last_seed_leaves_the_site_that_was(desk: Desk) -> None:
    """So does an editor's error, which alone is told."""
    before = tree(desk.site)
    (desk.project / "seeds/9.txt").write_text("", "utf-8")
    exit_code, output = desk.build()
    assert 1 == exit_code
    assert "seeds/9.txt:1: no headline" in output
    assert before == tree(desk.site)
    assert [] == desk.litter()


def test_what_was_spared_outlives_a_build_that_fails_or_changes_nothing(desk: Desk) -> None:
    """The site before the one that stands is there for the next build that has something to change."""
    spare = desk.project / ".cache/spare"
    assert 0 == desk.build()[0]
    assert not spare.exists()
    desk.edit(EDITIONS[0])
    assert 0 == desk.build()[0]
    assert EDITIONS[1] in (spare / "articles/0/index.html").read_text("utf-8")
    assert 0 == desk.build()[0]
    # What is another page by now is of no use to anyone.
    assert not (spare / "articles/0/index.html").exists()
    assert (spare / "search/index.html").is_file()
    (desk.project / "seeds/9.txt").write_text("", "utf-8")
    assert 1 == desk.build()[0]
    assert (spare / "search/index.html").is_file()
    assert [] == desk.litter()


def test_a_warning_counts_only_in_a_strict_build(desk: Desk) -> None:
    """With `--strict` a warning leaves the site that was, even the last hook's; without it, the new site stands."""
    before = tree(desk.site)
    desk.hook(
        'import logging\ndef on_post_build(config):\n    logging.getLogger("mkdocs.mine").warning("mine")\n'
    )
    exit_code, output = desk.build("--strict")
    assert 1 == exit_code
    assert "Aborted with 1 warnings in strict mode!" in output
    assert before == tree(desk.site)
    assert [] == desk.litter()
    assert 0 == desk.build()[0]
    assert before != tree(desk.site)


def test_a_full_disk_is_told_in_one_line(desk: Desk) -> None:
    """There is no traceback: the editor can do nothing about the program."""
    desk.hook(FAILURES["a full disk"])
    exit_code, output = desk.build()
    assert 1 == exit_code
    assert "Traceback" not in output
    assert "Error: There is no room for the site: [Errno 28] No space left on device; make some" in output


def test_what_other_hooks_write_at_the_end_is_in_the_site(desk: Desk) -> None:
    """The old site stands until all other hooks are done; what they write goes into the new one."""
    desk.hook("""
from pathlib import Path
def on_post_build(config):
    Path(config.site_dir, "mine.txt").write_text(Path("site/index.html").read_text())
""")
    assert 0 == desk.build()[0]
    assert "what was" == (desk.site / "mine.txt").read_text("utf-8")
    assert not (desk.site / "only-here.html").exists()


def test_a_dirty_build_is_a_whole_one(desk: Desk) -> None:
    """`--dirty` never leaves pages out: the site is that of a clean build."""
    assert 0 == desk.build("--dirty")[0]
    dirty = tree(desk.site)
    assert 0 == desk.build()[0]
    assert dirty == tree(desk.site)


def test_a_second_build_waits_for_the_first(desk: Desk) -> None:
    """It says so, then reads the seeds as they are by then; both succeed, and the site is all of the second's."""
    go = desk.project / "go"
    desk.hook("""
import os, time
def on_env(env, config, files):
    print("halfway", flush=True)
    while not os.path.exists("go"):
        time.sleep(0.01)
""")
    with desk.start() as first:
        assert first.stdout
        while "halfway" not in first.stdout.readline():
            assert first.poll() is None
        with desk.start() as second:
            assert second.stdout
            while "Waiting for another build of this site" not in second.stdout.readline():
                assert second.poll() is None
            desk.edit("الثالثة")
            go.touch()
            first.communicate()
            second.communicate()
    assert (0, 0) == (first.returncode, second.returncode)
    both = tree(desk.site)
    assert "الثالثة" in (desk.site / "articles/0/index.html").read_text("utf-8")
    assert 0 == desk.build()[0]
    assert both == tree(desk.site)
    assert [] == desk.litter()
