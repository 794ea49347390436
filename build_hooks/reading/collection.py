"""A folder of seeds → its articles: the door to this package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedError, SeedErrors, SeedWarning
from build_hooks.model import Article
from build_hooks.processes import in_shares
from build_hooks.reading.characters import quote
from build_hooks.reading.git_dates import CommitDays, first_commit_days
from build_hooks.reading.permalinks import clashes
from build_hooks.reading.seed import Reading, read_seed
from build_hooks.reading.seed_files import find_seeds

__all__ = [
    "Collection",
    "CommitDays",
    "Reading",
    "assemble",
    "find_seeds",
    "first_commit_days",
    "read_collection",
    "read_seed",
]


@dataclass(frozen=True, slots=True)
class Collection:
    """All articles, and what their editors should look at."""

    articles: tuple[Article, ...]
    """In order of their permalinks."""

    warnings: tuple[SeedWarning, ...]
    """In order of their places."""

    lacks_history: bool = False
    """Whether the repository is a shallow clone, so that no article has its date from git."""


def read_collection(seeds: Path, root: Path, markdown: Markdown) -> Collection:
    """Read all seeds of a folder.

    Args:
        seeds: The folder of seeds; where it is missing or empty there are no articles.
        root: The project's root, from which messages name a file.
        markdown: A converter with the site's extensions, for `.md` seeds.

    Returns:
        The articles and the warnings.

    Raises:
        SeedErrors: Where anything is wrong in any seed, with all of it.
    """
    files = find_seeds(seeds, root)
    commit_days = first_commit_days(root) if files.paths else CommitDays()

    def read(path: Path) -> Reading | SeedErrors:
        try:
            return read_seed(path, root, markdown, commit_days, seeds)
        except SeedErrors as found:
            return found

    results = in_shares(read, files.paths)
    errors = [error for found in results if isinstance(found, SeedErrors) for error in found.errors]
    readings = [reading for reading in results if isinstance(reading, Reading)]
    return assemble(readings, [*files.errors, *errors], lacks_history=commit_days.is_shallow)


def assemble(
    readings: Iterable[Reading], errors: Iterable[SeedError] = (), *, lacks_history: bool = False
) -> Collection:
    """Make one collection of seeds that were read one by one, and look for what is wrong between them.

    Args:
        readings: What was read.
        errors: What could not be read.
        lacks_history: Whether the repository is a shallow clone.

    Returns:
        The articles and the warnings.

    Raises:
        SeedErrors: Where there are errors, or two articles have one permalink.
    """
    readings = sorted(readings, key=lambda reading: reading.article.seed)
    articles = [reading.article for reading in readings]
    errors = [*errors, *clashes(articles)]
    if errors:
        raise SeedErrors(sorted(errors, key=_place))
    warnings = [warning for reading in readings for warning in reading.warnings] + _same_headlines(articles)
    return Collection(
        tuple(sorted(articles, key=lambda article: article.permalink)),
        tuple(sorted(warnings, key=_place)),
        lacks_history,
    )


def _place(remark: SeedError | SeedWarning) -> tuple[str, int]:
    return remark.source, remark.line or 0


def _same_headlines(articles: Iterable[Article]) -> list[SeedWarning]:
    first: dict[str, Article] = {}
    warnings = []
    for article in articles:
        other = first.setdefault(fold(article.headline), article)
        if other is not article:
            message = f"has the headline of {other.seed}, {quote(article.headline)}; change one of them"
            warnings.append(SeedWarning(message, article.seed))
    return warnings
