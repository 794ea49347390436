"""How large the site is, and what takes the room.

Source: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits: a published site may
be no larger than 1 GB.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from build_hooks.publishing.site_record import FileState

LIMIT = 1_000_000_000
"""Bytes that GitHub Pages publishes, taken in the sense of GB that leaves less."""

_NEAR = 0.8
_MOST_FOLDERS = 5


class SiteSize(NamedTuple):
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


def site_size(files: Mapping[str, FileState]) -> SiteSize:
    """Measure a site by its files, given by their paths below its root."""
    counts: Counter[str] = Counter()
    for path, (size, _) in files.items():
        top, slash, _ = path.partition("/")
        counts[f"{top}/" if slash else "./"] += size
    return SiteSize(len(files), dict(counts.most_common()))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
