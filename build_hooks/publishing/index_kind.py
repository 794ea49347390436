"""The two indexes of a site, and how their terms are described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import ARTICLE, KEYWORD, MENTION, TAG, Noun
from build_hooks.model import Kind, Term
from build_hooks.publishing import urls
from build_hooks.publishing.views import Link, term_link

KINDS: Mapping[Kind, str] = {
    Kind.PERSON: "شخص",
    Kind.PLACE: "مكان",
    Kind.ORGANISATION: "منظمة",
    Kind.EVENT: "حدث",
    Kind.TOPIC: "موضوع",
}


class IndexKind(NamedTuple):
    """The keyword index or the tag index."""

    path: str
    """Where it stands below the site's root."""

    title: str
    """Its name over its page."""

    entry: str
    """What one entry is called where nothing more is known of it."""

    noun: Noun
    """What its entries are counted as."""


KEYWORDS = IndexKind(urls.KEYWORDS, "فهرس الكلمات", "كلمة", KEYWORD)
TAGS = IndexKind(urls.TAGS, "الوسوم", "وسم", TAG)


def summary(term: Term, notation: Notation = USUAL) -> str:
    """Return in how many articles and places a term occurs: `8 مقالات، 41 موضعًا`."""
    articles = notation.counted(len(term.appearances), ARTICLE)
    return f"{articles}، {notation.counted(term.places, MENTION)}" if term.places else articles


def see_also(kind: IndexKind, term: Term, names: Mapping[str, Term]) -> tuple[Link, ...]:
    """Return links to the terms of interest beside `term`; `names` are all terms of the index by name."""
    # A term of the vocabulary that no article mentions has no page to see.
    return tuple(term_link(kind.path, names[name]) for name in term.heading.see_also if name in names)


def kind_of(term: Term) -> str | None:
    """Return what the vocabulary calls a term, in Arabic: `شخص`."""
    return KINDS[term.heading.kind] if term.heading.kind else None
