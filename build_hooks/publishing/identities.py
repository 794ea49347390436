"""What tells each article and term from any other, put so briefly that keys of pages are made of arrays of it.

A key has to change with all that a page shows. Worked out of the page it would take as long as the page: 2 s of 2.6 s
that a small change should take at 10,000 articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from build_hooks.cache import digest
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.entries import Entries, OfTerm
from build_hooks.indexing.runs import Numbers, Places, ranges
from build_hooks.model import Article, Index, Term

Identity = NDArray[np.void]


class IndexIdentities:
    """Tells what pages show of an index, in bytes."""

    def __init__(self, articles: Identity, index: Index, entries: Entries) -> None:
        """Tell of `index`, which is made of `entries` of these articles."""
        self._articles = articles
        self._entries = entries
        self._by_slug = {
            term.slug: digest(term.slug.encode(), repr(term.heading).encode()) for term in index.terms
        }
        self._terms = _packed(self._by_slug.values())

    def of_terms(self, terms: Iterable[Term]) -> bytes:
        """Tell of some terms by themselves, in order."""
        return b"".join([self._by_slug[term.slug] for term in terms])

    def of_places(self, places: Numbers) -> bytes:
        """Tell the same of terms by their places in the index."""
        return self._terms[places].tobytes()

    def in_article(self, place: int) -> bytes:
        """Tell of the terms in an article and their mentions, given by its place."""
        entries = self._entries
        some = slice(int(entries.bounds[place]), int(entries.bounds[place + 1]))
        return self._terms[entries.terms[some]].tobytes() + self._between(some)

    def of_appearances(self, appearances: Sequence[Any]) -> bytes:
        """Tell of the articles of a term, or some of them, and its mentions there."""
        assert isinstance(appearances, OfTerm)
        some = np.array(appearances.entries, np.int64)
        return self._articles[self._entries.articles[some]].tobytes() + self._between(some)

    def _between(self, some: slice | Places) -> bytes:
        entries = self._entries
        counts = entries.counts[some]
        spans = entries.mentions.spans[ranges(entries.first[some], counts)]
        return entries.declared[some].tobytes() + counts.tobytes() + spans.tobytes()


@dataclass(frozen=True, slots=True)
class Identities:
    """Those of a site."""

    articles: Identity
    """Of each article, in the order of the archive, what stands for all that it is."""

    links: Identity
    """Of each article what stands for its headline and its path."""

    keywords: IndexIdentities
    tags: IndexIdentities


def identities_of(catalogue: Catalogue) -> Identities:
    """Return the identities of all articles and terms."""
    articles = _packed(map(_identity, catalogue.archive.articles))
    links = _packed(
        digest(f"{article.permalink}\0{article.headline}".encode()) for article in catalogue.archive.articles
    )
    return Identities(
        articles,
        links,
        IndexIdentities(articles, catalogue.keywords, catalogue.keyword_entries),
        IndexIdentities(articles, catalogue.tags, catalogue.tag_entries),
    )


def _identity(article: Article) -> bytes:
    # Few are none: those that tests make, and those that only a preview shows.
    if article.digest and not article.is_scheduled:
        return article.digest
    return digest(article.digest or repr(article).encode(), bytes([article.is_scheduled]))


def _packed(digests: Iterable[bytes]) -> Identity:
    """Return digests as an array, of which some are taken at once."""
    packed = b"".join(digests)
    return np.frombuffer(packed, f"V{len(digest())}")
