"""The text of an article: sections, and the same texts in a row, each with its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple, overload

Locator = int | str
"""Where in an article: 0 is the headline, 1 the first paragraph, `h1` the first subheading."""

Shape = tuple[tuple[bool, int], ...]
"""Of each section whether it has a subheading, and how many paragraphs."""

Packed = tuple[bytes, Sequence[int], Shape]
"""Texts one behind the other, encoded; the length of each in characters; the shape of the sections."""

# Python reads it in a quarter of the time of UTF-8. No seed holds what it cannot write, a lone surrogate.
_ENCODING = "utf-16-le"


class Section(NamedTuple):
    """A run of paragraphs under one subheading."""

    subheading: str | None
    """The subheading as written; None for what stands before the first one."""

    paragraphs: tuple[str, ...]
    """The paragraphs as written, without line breaks."""


class Numbering(NamedTuple):
    """How the texts of an article are numbered."""

    locators: tuple[Locator, ...]
    places: Mapping[Locator, int]
    """Those of the texts, by their locators."""


class Sections(Sequence[Section]):
    """The sections of an article, which remember its texts in a row.

    Those of an article that comes from another process or build are cut up when they are asked for: a build in which
    one seed has changed asks a few hundred of 10,000 articles for their text.
    """

    __slots__ = ("_numbering", "_packed", "_sections", "_shape", "_written")

    def __init__(self, shape: Shape, sections: tuple[Section, ...] | None, packed: Packed | None) -> None:
        """Take some sections, as they are or packed; see `remembering` and `unpacked`."""
        self._shape = shape
        self._sections = sections
        self._packed = packed
        self._written: tuple[str, ...] | None = None
        self._numbering: Numbering | None = None

    @classmethod
    def unpacked(cls, packed: Packed) -> Sections:
        """Return sections that are packed."""
        return cls(packed[2], None, packed)

    def packed(self) -> Packed:
        """Return them packed: a collection is written and read in half the time."""
        if self._packed is not None:
            return self._packed
        texts = self._texts()
        return "".join(texts).encode(_ENCODING), [*map(len, texts)], self._shape

    def written_below(self, headline: str) -> tuple[str, ...]:
        """Return the article's headline, and each subheading and paragraph in reading order."""
        # A copy of the article may have another one.
        if self._written is None or self._written[0] is not headline:
            self._written = (headline, *self._texts())
        return self._written

    def numbering(self) -> Numbering:
        """Return how the article's texts are numbered."""
        if self._numbering is None:
            self._numbering = _numbering(self._shape)
        return self._numbering

    def whole(self) -> tuple[Section, ...]:
        """Return all sections."""
        if self._sections is None:
            texts = self._written[1:] if self._written else self._texts()
            self._sections = tuple(_cut_up(texts, self._shape))
        return self._sections

    def cut_up(self, headline: str) -> None:
        """Remember all that can be remembered: processes that part later need not do it again."""
        self.written_below(headline)
        self.numbering()
        self.whole()

    def _texts(self) -> Sequence[str]:
        if self._sections is not None:
            texts: list[str] = []
            for subheading, paragraphs in self._sections:
                texts += paragraphs if subheading is None else (subheading, *paragraphs)
            return texts
        assert self._packed
        encoded, lengths, _ = self._packed
        joined = encoded.decode(_ENCODING)
        return [joined[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._shape)

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


def remembering(sections: Sequence[Section]) -> Sections:
    """Return sections that remember; those that do already are returned as they are."""
    if isinstance(sections, Sections):
        return sections
    shape = [(subheading is not None, len(paragraphs)) for subheading, paragraphs in sections]
    return Sections(tuple(shape), tuple(sections), None)


def _cut_up(texts: Sequence[str], shape: Shape) -> Iterator[Section]:
    first = 0
    for has_subheading, count in shape:
        behind = first + has_subheading + count
        subheading = texts[first] if has_subheading else None
        yield Section(subheading, tuple(texts[behind - count : behind]))
        first = behind


# Many articles have the same.
@lru_cache(maxsize=1 << 12)
def _numbering(shape: Shape) -> Numbering:
    locators: list[Locator] = [0]
    subheading, paragraph = 0, 1
    for has_subheading, count in shape:
        if has_subheading:
            subheading += 1
            locators.append(f"h{subheading}")
        locators += range(paragraph, paragraph + count)
        paragraph += count
    return Numbering(tuple(locators), {locator: place for place, locator in enumerate(locators)})
