"""One seed → its article."""

from __future__ import annotations

import datetime
import os
from functools import lru_cache
from pathlib import Path, PurePath
from typing import NamedTuple

from markdown import Markdown

from build_hooks.arabic.dates import parse_date
from build_hooks.cache import digest
from build_hooks.errors import SeedError, SeedErrors, SeedWarning
from build_hooks.model import Article
from build_hooks.reading.characters import quote
from build_hooks.reading.declarations import Declarations, value_of, values_of
from build_hooks.reading.decoding import decode
from build_hooks.reading.doubtful_lines import doubts
from build_hooks.reading.fields import Field
from build_hooks.reading.front_matter import FrontMatter, read_front_matter, split_front_matter
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.labels import split_values
from build_hooks.reading.limits import (
    LONGEST_HEADLINE,
    demand_few_lines,
    demand_short_blocks,
    read_bytes,
    too_long,
)
from build_hooks.reading.lines import close_directions, direction_warnings, lines_with_text
from build_hooks.reading.markdown_seed import read_markdown
from build_hooks.reading.permalinks import alias, permalink
from build_hooks.reading.scripts import lookalike_warnings
from build_hooks.reading.seed_files import path_below, source_of
from build_hooks.reading.text_seed import read_text
from build_hooks.reading.times import read_time
from build_hooks.sections import Section, remembering

_LONGEST_DATE = 100
# An archive has many articles of one day.
_date_of = lru_cache(maxsize=1 << 14)(parse_date)
_time_of = lru_cache(maxsize=1 << 14)(read_time)
# YAML's own words for true and false (YAML 1.1, type bool) that editors write.
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


class Reading(NamedTuple):
    """An article, and what its editor should look at."""

    article: Article
    warnings: tuple[SeedWarning, ...]


def read_seed(
    path: Path,
    root: Path,
    markdown: Markdown,
    commit_days: CommitDays,
    seeds: Path | None = None,
) -> Reading:
    """Read a seed from its file.

    Args:
        path: The file.
        root: The project's root, from which messages name the file.
        markdown: A converter with the site's extensions, for `.md` seeds.
        commit_days: The days of first commits, for a seed that declares no date.
        seeds: The folder of seeds, from which the permalink is counted; `seeds/` in the root by default.

    Returns:
        The article with its warnings.

    Raises:
        SeedErrors: Where the file cannot be published as it is, with all that is wrong in it.
    """
    source = source_of(path, root)
    place = path_below(path, seeds or root / "seeds") or PurePath(path.name)
    try:
        return parse_seed(read_bytes(str(path), source), place, source, markdown, commit_days)
    except SeedError as error:
        raise SeedErrors([error]) from error


def seed_digest(data: bytes, below: str, source: str, commit_days: CommitDays) -> bytes:
    """Return the digest of all that `parse_seed` reads; what it makes of that hangs on its converter, too."""
    day = str(commit_days.day_of(source))
    return digest(os.fsencode(below), source.encode(), day.encode(), data)


def parse_seed(
    data: bytes,
    below: PurePath,
    source: str,
    markdown: Markdown,
    commit_days: CommitDays,
    read_from: bytes = b"",
) -> Reading:
    """Read a seed from its bytes.

    Args:
        data: The file's content.
        below: The file's path below `seeds/`; its suffix tells text from Markdown.
        source: The file's path from the project's root.
        markdown: A converter with the site's extensions, for `.md` seeds.
        commit_days: The days of first commits, for a seed that declares no date.
        read_from: The `seed_digest`; the article keeps it.

    Returns:
        The article with its warnings.

    Raises:
        SeedError: Where no more can be made of the file: it cannot be decoded, its front matter not read.
        SeedErrors: Where single things are wrong in it, with all of them.
    """
    text, encoding_warning = decode(data, source)
    demand_few_lines(text, source)
    front_text, body, first_line = split_front_matter(text, source)
    front = read_front_matter(front_text, source) if front_text is not None else FrontMatter()
    title = value_of(front.declarations, Field.TITLE)
    draft = _Draft(source, front, [encoding_warning] if encoding_warning else [])
    if below.suffix.lower() == ".md":
        draft.take_markdown(body, first_line, markdown, title)
    else:
        draft.take_text(body, first_line, title)
    return draft.finish(below, commit_days, read_from)


class _When(NamedTuple):
    """A day, where one is declared, with its time, where it has one."""

    day: datetime.date | None = None
    time: datetime.time | None = None

    @property
    def moment(self) -> datetime.datetime | None:
        return datetime.datetime.combine(self.day, self.time) if self.day and self.time else None

    def is_before(self, other: _When) -> bool:
        if self.moment and other.moment and self.moment < other.moment:
            return True
        return self.day is not None and other.day is not None and self.day < other.day

    def __str__(self) -> str:
        return self.moment.isoformat() if self.moment else str(self.day)


class _Draft:
    """An article in the making, with what is wrong in it."""

    def __init__(self, source: str, front: FrontMatter, warnings: list[SeedWarning]) -> None:
        self.source = source
        self.declarations: Declarations = front.declarations
        self.extra = front.extra
        self.errors = list(front.errors)
        self.warnings = [*warnings, *front.warnings]
        self.headline = ""
        self.sections: tuple[Section, ...] = ()
        self.markdown: str | None = None

    def take_text(self, body: str, first_line: int, title: str | None) -> None:
        lines = lines_with_text(body, first_line)
        self.warnings += direction_warnings(lines, self.source)
        seed = read_text(lines, self.source, title)
        self.headline, self.sections = seed.headline, seed.sections
        self.declarations = {**seed.trailer.declarations, **self.declarations}
        self.extra = {**seed.trailer.extra, **self.extra}
        self.warnings += seed.trailer.warnings
        self.warnings += doubts(seed.ending, self.declarations, self.source)
        has_text = any(section.paragraphs for section in seed.sections)
        self._demand_headline_and_text(
            has_text, lines[0].number if lines else 1, "write it on the first line"
        )
        if not values_of(self.declarations, Field.KEYWORDS):
            stranded = seed.stranded_keywords
            self._miss_keywords(
                "at the end", "`Keywords: first, second`", stranded.number if stranded else None
            )

    def take_markdown(self, body: str, first_line: int, markdown: Markdown, title: str | None) -> None:
        self.warnings += direction_warnings(lines_with_text(body, first_line), self.source)
        demand_short_blocks(body, self.source, first_line)
        seed = read_markdown(close_directions(body), self.source, markdown, title, first_line)
        self.headline, self.sections, self.markdown = seed.headline, seed.sections, seed.body
        self.warnings += seed.warnings
        self._demand_headline_and_text(
            seed.has_text, first_line, "begin the text with `# …`, or give `title: …` in front matter"
        )
        if not values_of(self.declarations, Field.KEYWORDS):
            self._miss_keywords("in front matter", "`keywords: [first, second]`")

    def _demand_headline_and_text(self, has_text: bool, line: int, advice: str) -> None:
        if not self.headline:
            self._blame(f"no headline; {advice}", line)
        elif len(self.headline) > LONGEST_HEADLINE and Field.TITLE not in self.declarations:
            length = f"{len(self.headline):,} characters, and there may be {LONGEST_HEADLINE:,}"
            self._blame(f"the headline has {length}; write a shorter one on a line of its own", line)
        if not has_text:
            self._blame("no text; write it below the headline", line)

    def _miss_keywords(self, place: str, form: str, stranded: int | None = None) -> None:
        message = f"no keywords; add them {place}: {form}"
        if stranded is not None:
            message = "no keywords; this line reads like them, but text follows it: move it to the end"
        self.warnings.append(SeedWarning(message, self.source, stranded))

    def finish(self, below: PurePath, commit_days: CommitDays, read_from: bytes) -> Reading:
        address = self._permalink(below)
        published, updated = self._when(Field.DATE), self._when(Field.UPDATED)
        self._demand_order(published, updated)
        is_declared = Field.DATE in self.declarations
        date = published.day if is_declared else commit_days.day_of(self.source)
        aliases, is_draft = self._aliases(), self._is_draft()
        self.errors += too_long(self.declarations, self.source)
        self.warnings += lookalike_warnings(self.declarations, self.source)
        if self.errors:
            raise SeedErrors(sorted(self.errors, key=lambda error: error.line or 0))
        article = Article(
            seed=self.source,
            permalink=address,
            headline=self.headline,
            sections=remembering(self.sections),
            markdown=self.markdown,
            keywords=values_of(self.declarations, Field.KEYWORDS),
            tags=values_of(self.declarations, Field.TAGS),
            writing_styles=values_of(self.declarations, Field.WRITING_STYLES),
            date=date,
            author="، ".join(values_of(self.declarations, Field.AUTHOR)) or None,
            source=value_of(self.declarations, Field.SOURCE),
            description=value_of(self.declarations, Field.DESCRIPTION),
            extra=self.extra,
            time=published.time,
            updated=updated.day,
            updated_time=updated.time,
            authors=self._authors(),
            is_date_from_git=date is not None and not is_declared,
            aliases=aliases,
            is_draft=is_draft,
            digest=read_from,
        )
        return Reading(article, tuple(self.warnings))

    def _permalink(self, below: PurePath) -> str:
        try:
            return permalink(below, self.declarations.get(Field.SLUG), self.source)
        except SeedError as error:
            self.errors.append(error)
            return ""

    def _when(self, field: Field) -> _When:
        declared = self.declarations.get(field)
        if declared is None:
            return _When()
        written = declared.values[0]
        try:
            # No date is longer, and the message would be.
            return _When(_date_of(written[:_LONGEST_DATE]), _time_of(written))
        except ValueError as error:
            self._blame(f"cannot read the date {quote(written)}: {error}", declared.line)
            return _When()

    def _demand_order(self, published: _When, updated: _When) -> None:
        if updated.is_before(published):
            self._blame(
                f"updated on {updated}, before its date, {published}; mend one of them",
                self.declarations[Field.UPDATED].line,
            )

    def _authors(self) -> tuple[str, ...]:
        declared = self.declarations.get(Field.AUTHOR)
        if declared is None or declared.is_list:
            return declared.values if declared else ()
        return split_values(declared.values[0], Field.AUTHOR)

    def _aliases(self) -> tuple[str, ...]:
        declared = self.declarations.get(Field.ALIASES)
        aliases: dict[str, None] = {}
        if declared is None:
            return ()
        for written in declared.values:
            try:
                aliases[alias(written, self.source, declared.line)] = None
            except SeedError as error:
                self.errors.append(error)
        return tuple(aliases)

    def _is_draft(self) -> bool:
        declared = self.declarations.get(Field.DRAFT)
        written = declared.values[0].casefold() if declared else "false"
        if declared and written not in _TRUE | _FALSE:
            self._blame(f"draft is {quote(written)}; write `draft: true`, or delete the line", declared.line)
        return written in _TRUE

    def _blame(self, message: str, line: int) -> None:
        self.errors.append(SeedError(message, self.source, line))
