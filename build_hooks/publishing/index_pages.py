"""The pages of an index: its terms by letter, and a page for each term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_hooks.arabic.numbers import ARTICLE, KEYWORD, TAG, Noun, counted
from build_hooks.arabic.order import index_letter
from build_hooks.model import Term
from build_hooks.publishing import urls
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.views import Link, Slice, slices, term_link


@dataclass(frozen=True, slots=True)
class Index:
    """A kind of index: the keyword index or the tag index."""

    path: str
    """Where it stands below the site's root."""

    title: str
    """Its name over its page."""

    kind: str
    """What one entry is called."""

    noun: Noun
    """What its entries are counted as."""


KEYWORDS = Index(urls.KEYWORDS, "فهرس الكلمات", "كلمة", KEYWORD)
TAGS = Index(urls.TAGS, "الوسوم", "وسم", TAG)


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one letter."""

    letter: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index by letter."""

    title: str
    summary: str
    """How many entries it has: `11 كلمة`."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a term's articles."""

    title: str
    kind: str
    index: Link
    summary: str
    """How many articles there are: `3 مقالات`."""

    listing: Slice


def index_pages(index: Index, terms: Sequence[Term]) -> Iterator[SitePage]:
    """Yield the page of `index` and the pages of its `terms`, which come in alphabetical order."""
    yield _index_page(index, terms)
    for term in terms:
        for listing in slices(f"{index.path}{term.slug}/", term.articles):
            yield _term_page(index, term, listing)


def _index_page(index: Index, terms: Sequence[Term]) -> SitePage:
    groups = groupby(terms, lambda term: index_letter(term.name))
    view = IndexView(
        index.title,
        counted(len(terms), index.noun),
        tuple(
            Group(letter, tuple(term_link(index.path, term) for term in group)) for letter, group in groups
        ),
    )
    front_matter = {"title": index.title, "description": view.summary, "template": "index.html"}
    return SitePage(index.path, front_matter, view)


def _term_page(index: Index, term: Term, listing: Slice) -> SitePage:
    summary = counted(len(term.articles), ARTICLE)
    view = TermView(term.name, index.kind, Link(index.title, urls.url(index.path)), summary, listing)
    front_matter = {"title": term.name, "description": f"{term.name}: {summary}", "template": "term.html"}
    return SitePage(listing.path, front_matter, view)
