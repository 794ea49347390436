"""The sentences of an article in which a term occurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from build_hooks.arabic.direction import without_controls
from build_hooks.arabic.sentences import sentence_around
from build_hooks.model import Article, Locator, Mention

# Enough to tell one place from another in a glance; longer sentences are cut around the term.
_LONGEST_QUOTE = 240
_CONTEXT = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence."""

    text: str
    marked: bool
    """Whether it is the term."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in which a term occurs, or what stands around the term where the sentence is long."""

    anchor: str
    """The paragraph in the article's page: `#p3`."""

    pieces: tuple[Piece, ...]
    is_cut_before: bool
    """Whether the sentence begins before the quote."""

    is_cut_after: bool
    """Whether the sentence goes on behind the quote."""


def quotes(article: Article, mentions: Iterable[Mention]) -> Iterator[Quote]:
    """Yield the sentences below the headline of `article` that hold `mentions`, given in reading order; each once."""
    texts = dict(article.texts)
    placed = [(mention, _span(texts[mention.locator], mention)) for mention in mentions]
    for (locator, span), group in groupby(placed, lambda pair: (pair[0].locator, pair[1])):
        pieces = _pieces(texts[locator], span.start, span.end, [mention for mention, _ in group])
        yield Quote(_anchor(article, locator), tuple(pieces), span.is_cut_before, span.is_cut_after)


def marked(text: str, mentions: Iterable[Mention]) -> tuple[Piece, ...]:
    """Return the whole of `text` with `mentions` marked in it."""
    return tuple(_pieces(text, 0, len(text), mentions))


class _Span(NamedTuple):
    start: int
    end: int
    is_cut_before: bool
    is_cut_after: bool


def _span(text: str, mention: Mention) -> _Span:
    # No more of a text can be in the quote: one of a million letters may have a thousand quotes.
    begin = max(0, mention.start - _LONGEST_QUOTE)
    around = text[begin : mention.end + _LONGEST_QUOTE]
    first, last = sentence_around(around, mention.start - begin, mention.end - begin)
    first, last = first + begin, last + begin
    if last - first <= _LONGEST_QUOTE:
        return _Span(first, last, is_cut_before=False, is_cut_after=False)
    start = max(first, begin + _word_start(around, mention.start - begin - _CONTEXT))
    end = min(last, begin + _word_end(around, mention.end - begin + _CONTEXT))
    return _Span(
        start,
        end,
        is_cut_before=start > first or 0 < start == begin,
        is_cut_after=end < last or end == begin + len(around) < len(text),
    )


def _word_start(text: str, place: int) -> int:
    return text.rfind(" ", 0, max(0, place)) + 1


def _word_end(text: str, place: int) -> int:
    end = text.find(" ", place)
    return end if end >= 0 else len(text)


def _pieces(text: str, start: int, end: int, mentions: Iterable[Mention]) -> Iterator[Piece]:
    place = start
    for mention in mentions:
        if mention.start > place:
            yield _piece(text[place : mention.start])
        yield _piece(text[mention.start : mention.end], marked=True)
        place = mention.end
    if end > place:
        yield _piece(text[place:end])


def _piece(text: str, *, marked: bool = False) -> Piece:
    # What would turn its direction may have its end in another piece, or outside the quote.
    return Piece(without_controls(text), marked)


def _anchor(article: Article, locator: Locator) -> str:
    """Return the place in the page; that of a subheading is the paragraph under it, or else the one before it."""
    if isinstance(locator, int):
        return f"#p{locator}"
    order = [place for place, _ in article.texts]
    below = next((place for place in order[order.index(locator) :] if isinstance(place, int)), None)
    return f"#p{below or len(article.paragraphs)}"
