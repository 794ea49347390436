"""A folder of seeds → its articles: the door to this package."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence, Set
from pathlib import Path, PurePath
from time import time_ns
from typing import NamedTuple

from markdown import Markdown

from build_hooks.arabic.fold import fold
from build_hooks.cache import Answer, Cache, digest
from build_hooks.errors import SeedError, SeedErrors, SeedWarning
from build_hooks.model import Article
from build_hooks.processes import in_shares
from build_hooks.reading.characters import quote
from build_hooks.reading.git_dates import CommitDays, first_commit_days
from build_hooks.reading.known_seeds import KnownSeeds, state_of
from build_hooks.reading.limits import read_bytes
from build_hooks.reading.permalinks import clashes
from build_hooks.reading.seed import Reading, parse_seed, read_seed, seed_digest
from build_hooks.reading.seed_files import SeedFile, find_seeds
from build_hooks.sections import remembering

__all__ = [
    "Batches",
    "Collection",
    "CommitDays",
    "Reading",
    "assemble",
    "collect",
    "find_seeds",
    "first_commit_days",
    "read_batches",
    "read_collection",
    "read_seed",
]

_KIND = "readings"
_IN_A_BATCH = 100
"""Seeds that are read again where one of them has changed; some fifty more or less."""


class Collection(NamedTuple):
    """All articles, and what their editors should look at."""

    articles: tuple[Article, ...]
    """In order of their permalinks."""

    warnings: tuple[SeedWarning, ...]
    """In order of their places."""

    lacks_history: bool = False
    """Whether the repository is a shallow clone, so that no article has its date from git."""


class Batches(NamedTuple):
    """All seeds, read in batches."""

    answers: tuple[Answer, ...]
    """What became of each batch: for each of its seeds a `Reading` or `SeedErrors`."""

    errors: tuple[SeedError, ...]
    """What cannot be a seed."""

    lacks_history: bool
    """Whether the repository is a shallow clone, so that no article has its date from git."""

    new: Set[int]
    """The places of those that have been read, as the file system did not vouch for all of their files."""

    read: Callable[[int], Answer]
    """Reads one of them once more, by its place."""

    @property
    def key(self) -> bytes:
        """The digest of everything that was read."""
        rest = (*map(str, self.errors), str(self.lacks_history))
        return digest(*(answer.key for answer in self.answers), *(part.encode() for part in rest))


def read_collection(seeds: Path, root: Path, markdown: Markdown, cache: Cache | None = None) -> Collection:
    """Read all seeds of a folder.

    Args:
        seeds: The folder of seeds; where it is missing or empty there are no articles.
        root: The project's root, from which messages name a file.
        markdown: A converter with the site's extensions, for `.md` seeds.
        cache: What builds before have read; its version covers the converter.

    Returns:
        The articles and the warnings.

    Raises:
        SeedErrors: Where anything is wrong in any seed, with all of it.
    """
    cache = cache or Cache()
    return collect(read_batches(seeds, root, markdown, cache), cache)


def read_batches(seeds: Path, root: Path, markdown: Markdown, cache: Cache) -> Batches:
    """Read all seeds of a folder, but those that a build before has read; see `read_collection`."""
    began = time_ns()
    files = find_seeds(seeds, root)
    commit_days = first_commit_days(root) if files.seeds else CommitDays()
    batches = _parted(files.seeds)
    states = [state_of(batch, commit_days, began) for batch in batches]
    known = KnownSeeds(cache)
    answers = [known.answer(_KIND, state) for state in states]

    def read(batch: Sequence[SeedFile]) -> _Read:
        return _read_batch(batch, markdown, commit_days, cache)

    unknown = [batch for batch, answer in zip(batches, answers, strict=True) if answer is None]
    others = iter(in_shares(read, unknown, weight=_IN_A_BATCH))
    found = [_Read(answer, is_whole=True) if answer else next(others) for answer in answers]
    known.keep(
        (state, answer.key) for state, (answer, is_whole) in zip(states, found, strict=True) if is_whole
    )
    return Batches(
        tuple(answer for answer, _ in found),
        files.errors,
        commit_days.is_shallow,
        {place for place, answer in enumerate(answers) if answer is None},
        lambda place: read(batches[place]).answer,
    )


def collect(batches: Batches, cache: Cache) -> Collection:
    """Make one collection of all batches; see `read_collection`."""
    results = [_opened(batches, place, cache) for place in range(len(batches.answers))]
    readings = [reading for batch in results for reading in batch if isinstance(reading, Reading)]
    errors = [
        error for batch in results for some in batch if isinstance(some, SeedErrors) for error in some.errors
    ]
    return assemble(readings, [*batches.errors, *errors], lacks_history=batches.lacks_history)


def _opened(batches: Batches, place: int, cache: Cache) -> Sequence[Reading | SeedErrors]:
    """Return what became of a batch, which is read again where its answer is lost."""
    results: Sequence[Reading | SeedErrors]
    try:
        results = cache.open(batches.answers[place])
    except LookupError:
        results = cache.open(batches.read(place))
    if place in batches.new:
        # Others need all these texts, in processes of their own, of which each would cut them up once more.
        for reading in results:
            if isinstance(reading, Reading):
                remembering(reading.article.sections).cut_up(reading.article.headline)
    return results


def _parted(seeds: Sequence[SeedFile]) -> list[list[SeedFile]]:
    """Part seeds into batches by their paths alone: one seed more or less leaves all batches but its own as they are.

    Unless their number passes a power of two: then the number of batches is another one, and each is read anew.
    """
    count = 1 << max(0, (len(seeds) // _IN_A_BATCH).bit_length() - 1)
    batches: list[list[SeedFile]] = [[] for _ in range(count)]
    for seed in seeds:
        batches[zlib.crc32(seed.source.encode()) % count].append(seed)
    return batches


class _Read(NamedTuple):
    answer: Answer
    is_whole: bool
    """Whether every file could be read; else what befell it may not befall it again."""


def _read_batch(
    batch: Sequence[SeedFile], markdown: Markdown, commit_days: CommitDays, cache: Cache
) -> _Read:
    contents = [_content(seed) for seed in batch]
    digests = [
        seed_digest(str(data).encode() if isinstance(data, SeedError) else data, below, source, commit_days)
        for data, (_, below, source, _) in zip(contents, batch, strict=True)
    ]

    def read() -> list[Reading | SeedErrors]:
        seeds = zip(contents, batch, digests, strict=True)
        return [_read(data, seed, markdown, commit_days, key) for data, seed, key in seeds]

    is_whole = not any(isinstance(data, SeedError) for data in contents)
    return _Read(cache.answer(_KIND, digest(*digests), read), is_whole)


def _content(seed: SeedFile) -> bytes | SeedError:
    try:
        return read_bytes(seed.path, seed.source)
    except SeedError as error:
        return error


def _read(
    data: bytes | SeedError, seed: SeedFile, markdown: Markdown, commit_days: CommitDays, key: bytes
) -> Reading | SeedErrors:
    try:
        if isinstance(data, SeedError):
            raise data
        return parse_seed(data, PurePath(seed.below), seed.source, markdown, commit_days, key)
    except SeedErrors as found:
        return found
    except SeedError as error:
        return SeedErrors([error])


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
