"""The day on which each file was first committed."""

from __future__ import annotations

import datetime
import os
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LOG = (
    "-c core.quotePath=false -c log.showRoot=true -c log.showSignature=false log --reverse -z -M --diff-filter=AR "
    "--name-status --relative --no-color --no-ext-diff --format=%as"
).split()
# A git hook sets these for its own repository, which need not be the one that is asked about.
_HOOK_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


@dataclass(frozen=True, slots=True)
class CommitDays:
    """What the history of a folder says about its files."""

    days: Mapping[str, datetime.date] = field(default_factory=dict)
    """The day of each file's first commit, by its path from the folder, in NFC."""

    is_shallow: bool = False
    """Whether the history was cut off, so that no day can be told."""

    def day_of(self, path: str) -> datetime.date | None:
        """Return the day of a file by its path from the folder, None where it is not known."""
        return self.days.get(unicodedata.normalize("NFC", path))


def first_commit_days(root: Path) -> CommitDays:
    """Ask git for the day on which each file below `root` was first committed, in one call for all.

    Renames are followed. The day is the author's, as recorded in the author's time zone, so every machine
    tells the same one. Without git, a repository or a commit there are no days; nor in a shallow clone, where
    the oldest commit that is there seems to add every file.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return CommitDays()
    if shallow.strip() == b"true":
        return CommitDays(is_shallow=True)
    return CommitDays(_days(_git(root, *_LOG) or b""))


def _git(root: Path, *arguments: str) -> bytes | None:
    environment = {name: value for name, value in os.environ.items() if name not in _HOOK_VARIABLES}
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, env=environment
        )
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None


def _days(log: bytes) -> dict[str, datetime.date]:
    days: dict[str, datetime.date | None] = {}
    day: datetime.date | None = None
    # A commit is its day, then for each file `A`, path or `R<similarity>`, old path, new path.
    parts = iter(log.split(b"\0"))
    for part in parts:
        word = part.strip()
        if word == b"A":
            days.setdefault(_path(parts), day)
        elif word.startswith(b"R"):
            old, new = _path(parts), _path(parts)
            days[new] = days.pop(old, day)
        elif word:
            day = _day(word.decode("ascii"))
    return {path: day for path, day in days.items() if day}


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        # Git's calendar goes on after the year 9999.
        return None


def _path(parts: Iterator[bytes]) -> str:
    return unicodedata.normalize("NFC", os.fsdecode(next(parts)))
