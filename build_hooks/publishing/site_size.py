"""How large the site is, and what takes the room.

Source: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits: a published site may
be no larger than 1 GB.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LIMIT = 1_000_000_000
"""Bytes that GitHub Pages publishes, taken in the sense of GB that leaves less."""

_NEAR = 0.8
_MOST_FOLDERS = 5


@dataclass(frozen=True, slots=True)
class SiteSize:
    """What a built site holds."""

    files: int
    bytes_of: Mapping[str, int]
    """Bytes by top folder, `articles/`, with those of the files beside the folders under `./`; the largest first."""

    @property
    def bytes(self) -> int:
        """Of all files together."""
        return sum(self.bytes_of.values())

    def summary(self) -> str:
        """Say how large the site is and what takes the room, in one line."""
        folders = list(self.bytes_of.items())
        shown = [f"{name} {_megabytes(size)}" for name, size in folders[:_MOST_FOLDERS]]
        if rest := sum(size for _, size in folders[_MOST_FOLDERS:]):
            shown.append(f"the rest {_megabytes(rest)}")
        return f"The site has {self.files:,} files and {_megabytes(self.bytes)}: {', '.join(shown)}"

    def warning(self) -> str | None:
        """Say that the site nears what GitHub Pages publishes, from 80 % of it on; None below that."""
        if self.bytes < _NEAR * LIMIT:
            return None
        largest = next(iter(self.bytes_of))
        return (
            f"The site has {self.bytes / LIMIT:.0%} of the 1 GB that GitHub Pages publishes, most of it in {largest}; "
            "take out what readers do not need, or choose another host"
        )


def site_size(folder: Path) -> SiteSize:
    """Measure the site in `folder`."""
    counts: Counter[str] = Counter()
    files = 0
    for name, size in _files(folder):
        counts[name] += size
        files += 1
    return SiteSize(files, dict(counts.most_common()))


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield for each file its top folder and its size in bytes."""
    for place, _, names in os.walk(folder):
        below = Path(place).relative_to(folder).parts
        for name in names:
            yield f"{below[0] if below else '.'}/", (Path(place) / name).lstat().st_size


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
