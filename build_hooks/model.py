"""The nouns of Nashir: what one stage hands to the next."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from build_hooks.sections import Locator, Packed, Section, Sections, remembering


@dataclass(frozen=True, slots=True)
class Article:
    """One seed, read."""

    seed: str
    """The seed's path from the project's root, with slashes: `seeds/a/x.txt`."""

    permalink: str
    """The article's path below `articles/`, not percent-encoded: `a/x`."""

    headline: str
    """The headline as written."""

    sections: Sequence[Section]
    """The text, in order. For an `.md` seed: the plain text of its headings and of all that is a paragraph in the
    page, be it an item of a list or a cell of a table."""

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
    """Who wrote it, as readers are shown."""

    source: str | None = None
    """Where the text comes from, in the editor's words."""

    description: str | None = None
    """The editor's own summary."""

    extra: Mapping[str, object] = field(default_factory=dict)
    """Front matter and trailer lines that Nashir has no use for."""

    time: datetime.time | None = None
    """The time of publication with its zone, where the editor gives both."""

    updated: datetime.date | None = None
    """The day of the last change that readers should know of, where the editor gives it."""

    updated_time: datetime.time | None = None
    """The time of that change with its zone, where the editor gives both."""

    authors: tuple[str, ...] = ()
    """Who wrote it, one by one, as other programs are told."""

    is_date_from_git: bool = False
    """Whether the date is that of the file's first commit, as the editor gives none."""

    aliases: tuple[str, ...] = ()
    """Former addresses below the site's root, not percent-encoded, without slashes at their ends."""

    is_draft: bool = False
    """Whether the editor keeps it back: only a preview shows it."""

    is_scheduled: bool = False
    """Whether the day that the editor gives is still to come: only a preview shows it."""

    digest: bytes = field(default=b"", compare=False, repr=False)
    """That of all that the article was read from: articles with the same digest are the same, whether scheduled or
    not. Empty where it was made otherwise."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs in order; the first is `p1` in the page."""
        return tuple([text for section in self.sections for text in section.paragraphs])

    @property
    def written(self) -> tuple[str, ...]:
        """The headline, and each subheading and paragraph in reading order."""
        return remembering(self.sections).written_below(self.headline)

    @property
    def locators(self) -> tuple[Locator, ...]:
        """Where each text of `written` stands."""
        return remembering(self.sections).numbering().locators

    @property
    def places(self) -> Mapping[Locator, int]:
        """By locator the place of each text in `written`."""
        return remembering(self.sections).numbering().places

    @property
    def texts(self) -> tuple[tuple[Locator, str], ...]:
        """The texts of `written`, each with its locator."""
        return tuple(zip(self.locators, self.written, strict=True))

    @property
    def lede(self) -> str:
        """What introduces the article in a listing: the editor's summary, else the first paragraph with text."""
        if self.description:
            return self.description
        for section in self.sections:
            for text in section.paragraphs:
                if text:
                    return text
        return ""

    def __reduce__(self) -> tuple[Callable[..., Article], tuple[object, ...]]:
        """Be pickled with the text in one piece: a collection is written and read in half the time."""
        return _unpickled, (remembering(self.sections).packed(), *_all_but_sections(self))


_all_but_sections = attrgetter(*(some.name for some in fields(Article) if some.name != "sections"))


def _unpickled(packed: Packed, seed: str, permalink: str, headline: str, *others: Any) -> Article:
    return Article(seed, permalink, headline, Sections.unpacked(packed), *others)


class Kind(StrEnum):
    """What sort of thing a term names; the values are those of the vocabulary file."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    TOPIC = "topic"


class Heading(NamedTuple):
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

    def style(self, name: str) -> str:
        """Return the label of a writing style; without one in the vocabulary, its name."""
        return self.styles.get(name, name)


class Mention(NamedTuple):
    """A place where a term occurs."""

    locator: Locator
    start: int
    """Offset of its first character in the text at `locator`, in Unicode characters."""

    end: int
    """Offset behind its last character."""

    written: str
    """What stands there: whole words, clitics included."""


class Appearance(NamedTuple):
    """A term in one article."""

    article: Article
    declared: bool = True
    """Whether the article itself names the term, among its keywords or tags; else it only mentions it."""

    mentions: tuple[Mention, ...] = ()
    """Every place in the article where the term occurs, in reading order."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of an index: a keyword or a tag with its articles."""

    heading: Heading
    """Its preferred form, and what the vocabulary says of it."""

    slug: str
    """Its path component in the site, not percent-encoded; unique within its index."""

    appearances: Sequence[Appearance]
    """The articles that declare it, newest first, then those that only mention it, newest first."""

    declared: int
    """How many articles declare it."""

    places: int
    """How many places there are where it occurs."""

    @property
    def name(self) -> str:
        """The preferred form."""
        return self.heading.term


@dataclass(frozen=True, slots=True)
class Reference:
    """A «see» line of an index: another name of a term."""

    name: str
    slug: str
    """Its path component, from which readers are led to the term; unique within the index."""

    term: Term


@dataclass(frozen=True, slots=True)
class Index:
    """An index of all articles: of keywords, or of tags."""

    terms: tuple[Term, ...]
    """In Arabic alphabetical order."""

    references: tuple[Reference, ...]
    """In Arabic alphabetical order."""

    by_article: Mapping[str, Sequence[tuple[Term, Appearance]]]
    """By an article's permalink its terms: those it declares, in its own order, then those it only mentions."""

    def of(self, article: Article) -> Sequence[tuple[Term, Appearance]]:
        """Return the terms that appear in `article`."""
        return self.by_article.get(article.permalink, ())


class Related(NamedTuple):
    """An article that a reader of another one may want next."""

    article: Article
    shared: tuple[Term, ...]
    """The terms that both have, those that tell most first; empty where only their texts are alike."""
