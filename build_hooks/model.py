"""The nouns of Nashir: what one stage hands to the next."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Section:
    """A run of paragraphs under one subheading."""

    subheading: str | None
    """The subheading as written; None for what stands before the first one."""

    paragraphs: tuple[str, ...]
    """The paragraphs as written, without line breaks."""


@dataclass(frozen=True, slots=True)
class Article:
    """One seed, read."""

    seed: str
    """The seed's path from the project's root, with slashes: `seeds/a/x.txt`."""

    permalink: str
    """The article's path below `articles/`, not percent-encoded: `a/x`."""

    headline: str
    """The headline as written."""

    sections: tuple[Section, ...]
    """The text, in order. For an `.md` seed: the plain text of its headings and top-level paragraphs."""

    markdown: str | None = None
    """The body of an `.md` seed in Markdown, without its headline; None for a `.txt` seed."""

    keywords: tuple[str, ...] = ()
    """Keywords as written, without duplicates."""

    tags: tuple[str, ...] = ()
    """Tags as written, without duplicates; writing styles are not among them."""

    writing_styles: tuple[str, ...] = ()
    """Writing styles as written, without duplicates."""

    date: datetime.date | None = None
    """The day of publication, where it is known."""

    author: str | None = None
    source: str | None = None
    """Where the text comes from, in the editor's words."""

    description: str | None = None
    """The editor's own summary."""

    extra: Mapping[str, object] = field(default_factory=dict)
    """Front matter and trailer lines that Nashir has no use for."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs in order; the first is `p1` in the page."""
        return tuple(text for section in self.sections for text in section.paragraphs)

    @property
    def lede(self) -> str:
        """What introduces the article in a listing: the editor's summary, else the first paragraph with text."""
        return self.description or next(filter(None, self.paragraphs), "")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of an index: a keyword or a tag with its articles."""

    name: str
    """The preferred form."""

    slug: str
    """Its path component in the site, not percent-encoded; unique within its index."""

    articles: tuple[Article, ...]
    """The articles that declare it, newest first."""


class Kind(StrEnum):
    """What sort of thing a term names; the values are those of the vocabulary file."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Heading:
    """A term as the editor's vocabulary has it."""

    term: str
    """The preferred form."""

    also: tuple[str, ...] = ()
    """Other names and spellings of the same thing."""

    kind: Kind | None = None
    tags: tuple[str, ...] = ()
    """The tags of every article that declares the term."""

    see_also: tuple[str, ...] = ()
    """Preferred forms of terms that are of interest beside it."""

    description: str | None = None
    wikidata: str | None = None
    """Its item in Wikidata: `Q2429253`."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The editor's authority file, `seeds/vocabulary.yml`."""

    headings: tuple[Heading, ...] = ()
    styles: Mapping[str, str] = field(default_factory=dict)
    """Labels of writing styles by the name that seeds write: `Professional` to `مهني`."""


Locator = int | str
"""Where in an article: 0 is the headline, 1 the first paragraph, `h1` the first subheading."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a term occurs."""

    locator: Locator
    start: int
    """Offset of its first character in the text at `locator`, in Unicode characters."""

    end: int
    """Offset behind its last character."""

    written: str
    """What stands there: whole words, clitics included."""
