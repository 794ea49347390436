"""The sentences of an article in which a term occurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from markupsafe import escape

from build_hooks.arabic.sentences import sentence_around
from build_hooks.model import Locator, Mention

# Enough to tell one place from another in a glance; longer sentences are cut around the term.
_LONGEST_QUOTE = 240
_CONTEXT = 100


class Quote(NamedTuple):
    """A sentence in which a term occurs, or what stands around the term where the sentence is long."""

    anchor: str
    """The paragraph in the article's page: `#p3`."""

    html: str
    """The sentence with the term in `<mark>`, and with `…` where it is cut."""


def quotes(texts: Mapping[Locator, str], mentions: Iterable[Mention]) -> Iterator[Quote]:
    """Yield the sentences of an article that hold `mentions`, each once.

    Args:
        texts: The article's `texts`, in reading order.
        mentions: Mentions below its headline, in reading order.
    """
    placed = [(mention, _span(texts[mention.locator], mention)) for mention in mentions]
    for (locator, span), group in groupby(placed, lambda pair: (pair[0].locator, pair[1])):
        html = _html(texts[locator], span, [mention for mention, _ in group])
        yield Quote(_anchor(texts, locator), html)


def marked(text: str, mentions: Iterable[Mention]) -> str:
    """Return the whole of `text` in HTML with `mentions` marked in it."""
    return _html(text, _Span(0, len(text)), mentions)


class _Span(NamedTuple):
    start: int
    end: int
    is_cut_before: bool = False
    is_cut_after: bool = False


def _span(text: str, mention: Mention) -> _Span:
    first, last = sentence_around(text, mention.start, mention.end)
    if last - first <= _LONGEST_QUOTE:
        return _Span(first, last)
    start = max(first, _word_start(text, mention.start - _CONTEXT))
    end = min(last, _word_end(text, mention.end + _CONTEXT))
    return _Span(start, end, start > first, end < last)


def _word_start(text: str, place: int) -> int:
    return text.rfind(" ", 0, max(0, place)) + 1


def _word_end(text: str, place: int) -> int:
    end = text.find(" ", place)
    return end if end >= 0 else len(text)


def _html(text: str, span: _Span, mentions: Iterable[Mention]) -> str:
    parts = ["…" if span.is_cut_before else ""]
    place = span.start
    for mention in mentions:
        parts += (
            escape(text[place : mention.start]),
            "<mark>",
            escape(text[mention.start : mention.end]),
            "</mark>",
        )
        place = mention.end
    parts += (escape(text[place : span.end]), "…" if span.is_cut_after else "")
    # Not `join` of what `escape` returns: that would escape the rest.
    return "".join(map(str, parts))


def _anchor(texts: Mapping[Locator, str], locator: Locator) -> str:
    """Return the place in the page; that of a subheading is the paragraph under it, or else the one before it."""
    if isinstance(locator, int):
        return f"#p{locator}"
    order = list(texts)
    paragraphs = [place for place in order if isinstance(place, int)]
    below = next((place for place in order[order.index(locator) :] if isinstance(place, int)), None)
    return f"#p{below or paragraphs[-1]}"
