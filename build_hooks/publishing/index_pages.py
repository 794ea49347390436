"""The pages of an index: its terms by letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.order import collation_key, index_letter
from build_hooks.model import Index, Reference, Term
from build_hooks.publishing import urls
from build_hooks.publishing.index_kind import IndexKind, kind_of, see_also, summary
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.views import Link, term_link

_TEMPLATE = "index.html"

# A page with more than this many entries is slow to open on a phone.
_MOST_ON_ONE_PAGE = 1000


class Entry(NamedTuple):
    """A line of an index: a term, or another name that leads to one."""

    link: Link
    kind: str | None
    """What the vocabulary calls it."""

    summary: str
    """`8 مقالات، 41 موضعًا`; empty for another name."""

    see: Link | None
    """The term that another name stands for."""

    see_also: tuple[Link, ...]


class Group(NamedTuple):
    """The entries under one letter."""

    letter: str
    entries: tuple[Entry, ...]


class Letter(NamedTuple):
    """A way to the entries under a letter."""

    text: str
    path: str | None
    """That of its page; None on the page where they stand; its anchor is `anchor`."""

    anchor: str


class IndexView(NamedTuple):
    """An index, or its part under one letter, by letter."""

    title: str
    summary: str
    """How many terms it has: `11 كلمة`."""

    letters: tuple[Letter, ...]
    groups: tuple[Group, ...]
    parent: Link | None
    """The whole index, on the page of one letter."""


def index_pages(kind: IndexKind, index: Index, notation: Notation = USUAL) -> Iterator[PlannedPage]:
    """Yield the index by letter: on one page up to 1,000 terms, else on a page for each letter."""
    names = {term.name: term for term in index.terms}
    entries: list[Term | Reference] = sorted(
        (*index.terms, *index.references), key=lambda entry: collation_key(entry.name)
    )
    groups = tuple(
        Group(letter, tuple(_entry(kind, entry, names, notation) for entry in group))
        for letter, group in groupby(entries, lambda entry: index_letter(entry.name))
    )
    count = notation.counted(len(index.terms), kind.noun)
    if len(index.terms) <= _MOST_ON_ONE_PAGE:
        letters = tuple(_letter(kind, group, own_page=False) for group in groups)
        yield _index_page(kind, kind.path, IndexView(kind.title, count, letters, groups, None))
        return
    letters = tuple(_letter(kind, group, own_page=True) for group in groups)
    yield _index_page(kind, kind.path, IndexView(kind.title, count, letters, (), None))
    parent = Link(kind.title, kind.path)
    for group in groups:
        view = IndexView(
            f"{kind.title}: {group.letter}",
            notation.counted(len(group.entries), kind.noun),
            letters,
            (group,),
            parent,
        )
        yield _index_page(kind, urls.letter_path(kind.path, group.letter), view)


def _letter(kind: IndexKind, group: Group, *, own_page: bool) -> Letter:
    place = urls.letter_path(kind.path, group.letter) if own_page else None
    return Letter(group.letter, place, f"n_letter_{group.letter}")


def _index_page(kind: IndexKind, path: str, view: IndexView) -> PlannedPage:
    front_matter = {
        "title": view.title,
        "description": f"{view.title}: {view.summary}",
        "template": _TEMPLATE,
    }
    return PlannedPage(path, _TEMPLATE, lambda: SitePage(path, front_matter, view))


def _entry(kind: IndexKind, entry: Term | Reference, names: Mapping[str, Term], notation: Notation) -> Entry:
    if isinstance(entry, Reference):
        see = term_link(kind.path, entry.term)
        return Entry(Link(entry.name, see.path), None, "", see, ())
    return Entry(
        link=term_link(kind.path, entry),
        kind=kind_of(entry),
        summary=summary(entry, notation),
        see=None,
        see_also=see_also(kind, entry, names),
    )
