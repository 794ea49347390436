"""The nouns of Nashir: what one stage hands to the next."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Any, NamedTuple, overload

Locator = int | str
"""Where in an article: 0 is the headline, 1 the first paragraph, `h1` the first subheading."""


# Plain tuples, like mentions and appearances: a collection has tens of thousands, which go from process to process.
class Section(NamedTuple):
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
        sections = self.sections
        if isinstance(sections, Sections):
            return sections.written_below(self.headline)
        return (self.headline, *_in_order(sections))

    @property
    def locators(self) -> tuple[Locator, ...]:
        """Where each text of `written` stands."""
        return _locators(_shape_of(self.sections))

    @property
    def places(self) -> Mapping[Locator, int]:
        """By locator the place of each text in `written`."""
        return _places(_shape_of(self.sections))

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
        return _unpickled, (_packed(self.sections), *_all_but_sections(self))


_all_but_sections = attrgetter(*(some.name for some in fields(Article) if some.name != "sections"))


_Shape = tuple[tuple[bool, int], ...]
"""Of each section whether it has a subheading, and how many paragraphs."""


class Sections(Sequence[Section]):
    """The sections of an article, which remember its texts in a row.

    Those of an article that comes from another process or build are cut up when they are asked for: a build in which
    one seed has changed asks a few hundred of 10,000 articles for their text.
    """

    __slots__ = ("_packed", "_sections", "_written", "shape")

    def __init__(self, shape: _Shape, sections: tuple[Section, ...] | None, packed: _Packed | None) -> None:
        """Take some sections, as they are or packed; see `of` and `unpacked`."""
        self.shape = shape
        self._sections = sections
        self._packed = packed
        self._written: tuple[str, ...] | None = None

    @classmethod
    def of(cls, sections: tuple[Section, ...]) -> Sections:
        """Return sections as they are."""
        return cls(_shape(sections), sections, None)

    @classmethod
    def unpacked(cls, packed: _Packed) -> Sections:
        """Return sections that are packed."""
        return cls(packed[2], None, packed)

    def written_below(self, headline: str) -> tuple[str, ...]:
        """Return the article's headline, and each subheading and paragraph in reading order."""
        if self._written is None:
            self._written = (headline, *self._texts())
        return self._written

    def whole(self) -> tuple[Section, ...]:
        """Return all sections."""
        if self._sections is None:
            texts = self._written[1:] if self._written else self._texts()
            self._sections = tuple(_cut_up(texts, self.shape))
        return self._sections

    def _texts(self) -> Sequence[str]:
        if self._packed is None:
            return _in_order(self._sections or ())
        encoded, lengths, _ = self._packed
        joined = encoded.decode(_ENCODING)
        return [joined[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.shape)

    def __iter__(self) -> Iterator[Section]:
        """Yield all."""
        return iter(self.whole())

    @overload
    def __getitem__(self, place: int) -> Section: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Section, ...]: ...
    def __getitem__(self, place: int | slice) -> Section | tuple[Section, ...]:
        """Return one, or some."""
        return self.whole()[place]

    def __eq__(self, other: object) -> bool:
        """Compare with other sections, packed or not."""
        return self.whole() == (other.whole() if isinstance(other, Sections) else other)

    def __hash__(self) -> int:
        """Return that of the sections that it stands for."""
        return hash(self.whole())


def _unpickled(packed: _Packed, seed: str, permalink: str, headline: str, *others: Any) -> Article:
    return Article(seed, permalink, headline, Sections.unpacked(packed), *others)


# Python reads it in a quarter of the time of UTF-8. No seed holds what it cannot write, a lone surrogate.
_ENCODING = "utf-16-le"

_Packed = tuple[bytes, Sequence[int], _Shape]
"""Texts one behind the other, encoded; the length of each in characters; the shape of the sections."""


def _packed(sections: Sequence[Section]) -> _Packed:
    texts = _in_order(sections)
    return "".join(texts).encode(_ENCODING), [*map(len, texts)], _shape(sections)


def _in_order(sections: Iterable[Section]) -> list[str]:
    texts: list[str] = []
    for subheading, paragraphs in sections:
        texts += paragraphs if subheading is None else (subheading, *paragraphs)
    return texts


def _shape(sections: Iterable[Section]) -> _Shape:
    return tuple([(subheading is not None, len(paragraphs)) for subheading, paragraphs in sections])


def _shape_of(sections: Sequence[Section]) -> _Shape:
    return sections.shape if isinstance(sections, Sections) else _shape(sections)


def _cut_up(texts: Sequence[str], shape: _Shape) -> Iterator[Section]:
    first = 0
    for has_subheading, count in shape:
        behind = first + has_subheading + count
        subheading = texts[first] if has_subheading else None
        yield Section(subheading, tuple(texts[behind - count : behind]))
        first = behind


# Many articles have the same.
@lru_cache(maxsize=1 << 12)
def _locators(shape: _Shape) -> tuple[Locator, ...]:
    locators: list[Locator] = [0]
    subheading, paragraph = 0, 1
    for has_subheading, count in shape:
        if has_subheading:
            subheading += 1
            locators.append(f"h{subheading}")
        locators += range(paragraph, paragraph + count)
        paragraph += count
    return tuple(locators)


@lru_cache(maxsize=1 << 12)
def _places(shape: _Shape) -> Mapping[Locator, int]:
    return {locator: place for place, locator in enumerate(_locators(shape))}


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
