"""The pages of a term: what it is, and every article that declares or mentions it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.model import Appearance, Heading, Index, Term
from build_hooks.publishing import urls
from build_hooks.publishing.identities import IndexIdentities, runs_of_terms
from build_hooks.publishing.index_kind import IndexKind, kind_of, see_also, summary
from build_hooks.publishing.site_page import PlannedPage, Run, SitePage
from build_hooks.publishing.views import (
    OLDER,
    PAGE_LENGTH,
    Link,
    Slice,
    listing_pages,
    listing_paths,
    term_link,
    title_of,
)

_TEMPLATE = "term.html"


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a term's articles.

    Other terms stand on it without the numbers of their articles: those used most stand on almost every page, and one
    more article would change all of these.
    """

    kind: str
    """What it is, in Arabic: `شخص`."""

    heading: Heading
    """Its name, and what the vocabulary says of it."""

    see_also: tuple[Link, ...]
    companions: tuple[Link, ...]
    """The terms that often occur with it."""

    index: Link
    summary: str
    """How many articles and places there are: `8 مقالات، 41 موضعًا`; on the first page alone, as above."""

    listing: Slice[Appearance]
    first_mentioned: int | None
    """Where in the listing the articles begin that do not declare the term; None where that is elsewhere."""


def term_pages(
    kind: IndexKind,
    index: Index,
    companions: Mapping[str, tuple[Term, ...]] | None = None,
    notation: Notation = USUAL,
    identities: IndexIdentities | None = None,
) -> Iterator[PlannedPage]:
    """Yield the pages of all terms of an index, 50 articles on each.

    Args:
        kind: Which index it is.
        index: The index.
        companions: By a term's slug the terms that often occur with it.
        notation: How numbers are written.
        identities: Those of the index, where keys of its pages are wanted.
    """
    names = {term.name: term for term in index.terms}
    for term in index.terms:
        beside = (companions or {}).get(term.slug, ())
        yield from _pages(kind, term, names, beside, summary(term, notation), notation, identities)


def term_runs(
    kind: IndexKind, index: Index, companions: Mapping[str, tuple[Term, ...]], identities: IndexIdentities
) -> Iterator[Run]:
    """Yield the pages of all terms in runs; see `term_pages`."""
    names = {term.name: term for term in index.terms}
    for terms in runs_of_terms(index):
        paths = [
            path
            for term in terms
            for path in listing_paths(urls.term_path(kind.path, term.slug), len(term.appearances))
        ]
        yield Run(paths, partial(_run_shows, kind, terms, names, companions, identities))


def _run_shows(
    kind: IndexKind,
    terms: Sequence[Term],
    names: Mapping[str, Term],
    companions: Mapping[str, tuple[Term, ...]],
    identities: IndexIdentities,
) -> bytes:
    """Tell of all that the pages of some terms hang on."""
    parts = [
        *identities.of_run(terms),
        *(
            identities.of_terms(some)
            for term in terms
            for some in (_beside(term, names), companions.get(term.slug, ()))
        ),
    ]
    # A tag may have the name and the articles of a keyword.
    return b"".join((repr((kind.path, *map(len, parts))).encode(), *parts))


def _beside(term: Term, names: Mapping[str, Term]) -> list[Term]:
    """Return the terms of interest beside one that have a page; `names` are all of the index."""
    return [names[name] for name in term.heading.see_also if name in names]


def _pages(
    kind: IndexKind,
    term: Term,
    names: Mapping[str, Term],
    companions: Sequence[Term],
    summary: str,
    notation: Notation,
    identities: IndexIdentities | None,
) -> Iterator[PlannedPage]:
    heading = term.heading

    def first_mentioned(listing: Slice[Appearance]) -> int | None:
        # Counted from the end, where nothing moves on when a newer article comes.
        left = len(term.appearances) - term.declared - listing.older * PAGE_LENGTH
        return len(listing.items) - left if 0 < left <= len(listing.items) else None

    def page(listing: Slice[Appearance]) -> SitePage:
        description = heading.description or f"{term.name}: {summary if listing.is_first else OLDER}"
        title = title_of(term.name, listing, notation)
        front_matter = {"title": title, "description": description, "template": _TEMPLATE}
        view = TermView(
            kind=kind_of(term) or kind.entry,
            heading=heading,
            see_also=see_also(kind, term, names),
            companions=tuple(term_link(kind.path, other) for other in companions),
            index=Link(kind.title, kind.path),
            summary=summary if listing.is_first else "",
            listing=listing,
            first_mentioned=first_mentioned(listing),
        )
        return SitePage(listing.path, front_matter, view)

    def shows(listing: Slice[Appearance]) -> bytes:
        assert identities
        parts = [
            *(identities.of_terms(terms) for terms in ([term], _beside(term, names), companions)),
            *identities.of_appearances(listing.items),
        ]
        own = listing.is_first and summary, first_mentioned(listing), listing.older, listing.previous
        return b"".join((repr((*own, *map(len, parts))).encode(), *parts))

    path = urls.term_path(kind.path, term.slug)
    yield from listing_pages(path, _TEMPLATE, term.appearances, page, shows if identities else None)
