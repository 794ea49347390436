"""The pages of a term: what it is, and every article that declares or mentions it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import MENTION
from build_hooks.model import Appearance, Index, Term
from build_hooks.publishing import urls
from build_hooks.publishing.concordance import Piece, Quote, marked, quotes
from build_hooks.publishing.index_kind import IndexKind, kind_of, see_also, summary
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.views import Link, Slice, Teaser, slices, teaser, term_link

# More sentences than these belong to reading the article.
_MOST_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Story:
    """An article in a term's listing."""

    teaser: Teaser
    headline: tuple[Piece, ...]
    """The headline with the term marked in it."""

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
) -> Iterator[SitePage]:
    """Yield the pages of all terms of an index, 50 articles on each; `companions` by slug often occur with a term."""
    names = {term.name: term for term in index.terms}
    for term in index.terms:
        yield from _pages(kind, term, names, (companions or {}).get(term.slug, ()), notation)


def _pages(
    kind: IndexKind, term: Term, names: Mapping[str, Term], companions: Sequence[Term], notation: Notation
) -> Iterator[SitePage]:
    heading, counts = term.heading, summary(term, notation)
    first_mentioned = next((one for one in term.appearances if not one.declared), None)
    description = heading.description or f"{term.name}: {counts}"
    front_matter = {"title": term.name, "description": description, "template": "term.html"}
    path = urls.term_path(kind.path, term.slug)

    def show(appearance: Appearance) -> Story:
        return _story(appearance, appearance is first_mentioned, notation)

    for listing in slices(path, term.appearances, show, notation):
        view = TermView(
            title=term.name,
            kind=kind_of(term) or kind.entry,
            description=heading.description,
            also=heading.also,
            see_also=see_also(kind, term, names, notation),
            companions=tuple(term_link(kind.path, other, notation) for other in companions),
            index=Link(kind.title, urls.url(kind.path)),
            summary=counts,
            listing=listing,
        )
        yield SitePage(listing.path, front_matter, view)


def _story(appearance: Appearance, is_first_mentioned: bool, notation: Notation) -> Story:
    article, mentions = appearance.article, appearance.mentions
    below = [mention for mention in mentions if mention.locator != 0]
    return Story(
        teaser=teaser(article, notation),
        headline=marked(article.headline, [mention for mention in mentions if mention.locator == 0]),
        quotes=tuple(quotes(article, below[:_MOST_QUOTES])),
        more=notation.counted(len(below) - _MOST_QUOTES, MENTION) if len(below) > _MOST_QUOTES else "",
        is_first_mentioned=is_first_mentioned,
    )
