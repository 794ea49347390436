"""The sentences of an article in which a term occurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from build_hooks.arabic.direction import without_controls
from build_hooks.arabic.sentences import sentence_around
from build_hooks.model import Article, Mention
from build_hooks.publishing.escape import escaped
from build_hooks.sections import Locator

# Enough to tell one place from another in a glance; longer sentences are cut around the term.
_LONGEST_QUOTE = 200
_CONTEXT = 80


class Quote(NamedTuple):
    """A sentence in which a term occurs, or what stands around the term where the sentence is long."""

    anchor: str
    """The paragraph in the article's page: `#p3`; empty where the article has none."""

    html: str
    """The sentence with the term in `<mark>`, and with `…` where it is cut."""

    places: int
    """How often the term is marked in it."""


def quotes(article: Article, mentions: Iterable[Mention]) -> Iterator[Quote]:
    """Yield the sentences of an article that hold `mentions`, each once.

    Args:
        article: The article.
        mentions: Mentions below its headline, in reading order.
    """
    written, places = article.written, article.places
    found: list[Mention] = []
    place: tuple[Locator, str, _Span] | None = None
    for mention in mentions:
        locator, start, end, _ = mention
        text = written[places[locator]]
        own = (locator, text, _span(text, start, end))
        if own != place:
            if place:
                yield _quote(article, *place, found)
            place, found = own, []
        found.append(mention)
    if place:
        yield _quote(article, *place, found)


def _quote(article: Article, locator: Locator, text: str, span: _Span, mentions: Sequence[Mention]) -> Quote:
    return Quote(_anchor(article, locator), _html(text, span, mentions), len(mentions))


def marked(text: str, mentions: Iterable[Mention]) -> str:
    """Return the whole of `text` in HTML with `mentions` marked in it."""
    return _html(text, _Span(0, len(text), False, False), mentions)


class _Span(NamedTuple):
    start: int
    end: int
    is_cut_before: bool
    is_cut_after: bool


def _span(text: str, start: int, end: int) -> _Span:
    # No more of a text can be in the quote: one of a million letters may have a thousand quotes.
    begin = start - _LONGEST_QUOTE if start > _LONGEST_QUOTE else 0
    around = text[begin : end + _LONGEST_QUOTE]
    first, last = sentence_around(around, start - begin, end - begin)
    first, last = first + begin, last + begin
    if last - first <= _LONGEST_QUOTE:
        return _Span(first, last, False, False)
    start = max(first, begin + _word_start(around, start - begin - _CONTEXT))
    end = min(last, begin + _word_end(around, end - begin + _CONTEXT))
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


def _html(text: str, span: _Span, mentions: Iterable[Mention]) -> str:
    place, stop, is_cut_before, is_cut_after = span
    quoted = text[place:stop]
    # Most quotes have nothing to escape, which is found out once for all their parts.
    write = str if _shown(quoted) is quoted else _shown
    html = "…" if is_cut_before else ""
    for _, start, end, _ in mentions:
        html += f"{write(text[place:start])}<mark>{write(text[start:end])}</mark>"
        place = end
    return f"{html}{write(text[place:stop])}{'…' if is_cut_after else ''}"


def _shown(text: str) -> str:
    # What would turn its direction may have its end outside the quote.
    return escaped(without_controls(text))


def _anchor(article: Article, locator: Locator) -> str:
    """Return the place in the page; that of a subheading is the paragraph under it, or else the one before it.

    Empty where there is neither: an `.md` seed may have a list and no more.
    """
    if isinstance(locator, int):
        return f"#p{locator}"
    order = article.locators
    below = next((place for place in order[order.index(locator) :] if isinstance(place, int)), None)
    # Paragraphs are numbered, and 0 is the headline.
    paragraph = below or max(place for place in order if isinstance(place, int))
    return f"#p{paragraph}" if paragraph else ""
