"""The pages of a term: what it is, and every article that declares or mentions it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import MENTION
from build_hooks.model import Appearance, Index, Locator, Term
from build_hooks.publishing import urls
from build_hooks.publishing.concordance import Quote, marked, quotes
from build_hooks.publishing.index_kind import IndexKind, kind_of, see_also, summary
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.views import Link, Slice, Teaser, listing_pages, teaser, term_link

_TEMPLATE = "term.html"

# More sentences than these belong to reading the article.
_MOST_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Story:
    """An article in a term's listing."""

    teaser: Teaser
    headline: str
    """The headline in HTML, with the term marked in it."""

    quotes: tuple[Quote, ...]
    more: str
    """How many places are not quoted: `3 مواضع`; empty where all are."""

    is_first_mentioned: bool
    """Whether the articles that do not declare the term begin here."""


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a term's articles."""

    title: str
    kind: str
    description: str | None
    also: tuple[str, ...]
    see_also: tuple[Link, ...]
    companions: tuple[Link, ...]
    """The terms that often occur with it."""

    index: Link
    summary: str
    """How many articles and places there are."""

    listing: Slice[Story]


def term_pages(
    kind: IndexKind,
    index: Index,
    companions: Mapping[str, tuple[Term, ...]] | None = None,
    notation: Notation = USUAL,
) -> Iterator[PlannedPage]:
    """Yield the pages of all terms of an index, 50 articles on each; `companions` by slug often occur with a term."""
    names = {term.name: term for term in index.terms}
    stories = _Stories(notation)
    for term in index.terms:
        yield from _pages(kind, term, names, (companions or {}).get(term.slug, ()), stories)


def _pages(
    kind: IndexKind, term: Term, names: Mapping[str, Term], companions: Sequence[Term], stories: _Stories
) -> Iterator[PlannedPage]:
    first_mentioned = next((one for one in term.appearances if not one.declared), None)
    notation = stories.notation

    def show(one: Appearance) -> Story:
        return stories.story(one, is_first_mentioned=one is first_mentioned)

    def page(listing: Slice[Story]) -> SitePage:
        view = _view(kind, term, names, companions, listing, notation)
        description = term.heading.description or f"{term.name}: {view.summary}"
        front_matter = {"title": term.name, "description": description, "template": _TEMPLATE}
        return SitePage(listing.path, front_matter, view)

    path = urls.term_path(kind.path, term.slug)
    yield from listing_pages(path, _TEMPLATE, term.appearances, show, page, notation)


def _view(
    kind: IndexKind,
    term: Term,
    names: Mapping[str, Term],
    companions: Sequence[Term],
    listing: Slice[Story],
    notation: Notation,
) -> TermView:
    return TermView(
        title=term.name,
        kind=kind_of(term) or kind.entry,
        description=term.heading.description,
        also=term.heading.also,
        see_also=see_also(kind, term, names, notation),
        companions=tuple(term_link(kind.path, other, notation) for other in companions),
        index=Link(kind.title, urls.url(kind.path)),
        summary=summary(term, notation),
        listing=listing,
    )


class _Stories:
    """Shows articles in the listings of many terms; what is the same in all of them is worked out once."""

    def __init__(self, notation: Notation) -> None:
        self.notation = notation
        self._known: dict[str, tuple[Teaser, Mapping[Locator, str]]] = {}

    def story(self, appearance: Appearance, *, is_first_mentioned: bool) -> Story:
        article, mentions = appearance.article, appearance.mentions
        if article.permalink not in self._known:
            self._known[article.permalink] = teaser(article, self.notation), dict(article.texts)
        shown, texts = self._known[article.permalink]
        below = [mention for mention in mentions if mention.locator != 0]
        left = len(below) - _MOST_QUOTES
        return Story(
            teaser=shown,
            headline=marked(article.headline, [mention for mention in mentions if mention.locator == 0]),
            quotes=tuple(quotes(texts, below[:_MOST_QUOTES])),
            more=self.notation.counted(left, MENTION) if left > 0 else "",
            is_first_mentioned=is_first_mentioned,
        )
