"""What pages show, told in bytes, of which a key is made without working out the page.

A key has to change with all that its page shows. Read off the pages, those of 10,000 articles took 2 s in each build;
so what tells articles, terms and mentions from all others is put into a few arrays once, in the order in which pages
show it, and each page has its own stretch of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.cache import digest
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.entries import Entries, OfTerm
from build_hooks.indexing.neighbours import neighbours
from build_hooks.indexing.related import RelatedArticles
from build_hooks.indexing.runs import Places, bounds, ranges
from build_hooks.model import Appearance, Article, Index, Term

Identity = NDArray[np.void]
"""The identities of many things: a digest for each."""


_IN_A_PART = 32
"""Articles in a part of a term's, some more or less."""

# Terms of which all are looked at where one of them has changed, as one does with a keyword of each edit.
_IN_A_RUN = 8
_MOST_IN_A_RUN = 128


def runs_of_terms(index: Index) -> Iterator[Sequence[Term]]:
    """Yield the terms of an index in runs; one term more or less leaves most as they are."""
    for part in neighbours([term.slug for term in index.terms], _IN_A_RUN, _MOST_IN_A_RUN):
        yield index.terms[part]


class Stretches:
    """Bytes that tell of many things, one behind the other."""

    def __init__(self, values: NDArray[Any], cuts: Places | None = None) -> None:
        """Take an array with a row for each thing; with `cuts`, a thing has the rows from one to the next."""
        self._bytes = values.tobytes()
        self._width = len(self._bytes) // max(1, len(values))
        self._cuts = None if cuts is None else cuts.tolist()

    def of(self, first: int, behind: int) -> bytes:
        """Return what tells of the things from `first` on."""
        if self._cuts is not None:
            first, behind = self._cuts[first], self._cuts[behind]
        return self._bytes[first * self._width : behind * self._width]


def _side_by_side(*columns: NDArray[Any]) -> NDArray[np.uint8]:
    """Return some columns as one, so that what tells of a thing is one stretch of bytes."""
    return np.hstack(
        [
            np.ascontiguousarray(column)
            .view(np.uint8)
            .reshape(len(column), column.itemsize * prod(column.shape[1:]))
            for column in columns
        ]
    )


class _EntryStretches:
    """Tells of entries in some order."""

    def __init__(self, entries: Entries, order: Places, others: Identity) -> None:
        """Take the entries in this order; `others` tells of what is on the other side of each one."""
        counts = entries.counts[order]
        self._parts = (
            Stretches(_side_by_side(others, entries.declared[order], counts)),
            Stretches(entries.mentions.spans[ranges(entries.first[order], counts)], bounds(counts)),
        )

    def of(self, first: int, behind: int) -> list[bytes]:
        """Return what tells of those from `first` on, and of their mentions."""
        return [part.of(first, behind) for part in self._parts]


class IndexIdentities:
    """Tells what pages show of an index."""

    def __init__(self, articles: Identity, index: Index, entries: Entries) -> None:
        """Tell of `index`, which is made of `entries` of these articles."""
        self._by_slug = {
            term.slug: digest(term.slug.encode(), repr(term.heading).encode()) for term in index.terms
        }
        self.terms = _packed(self._by_slug.values())
        """Of each term, in the order of the index, what stands for all that it is."""

        self._bounds = entries.bounds.tolist()
        self._counts = Stretches(np.diff(entries.bounds).astype(np.int32))
        self._by_article = _EntryStretches(entries, np.arange(len(entries.terms)), self.terms[entries.terms])
        order = entries.by_term()
        others = articles[entries.articles[order]]
        self._by_term = _EntryStretches(entries, order, others)
        # Where the article says so: one more or less leaves all other parts as they are.
        self._cuts = np.flatnonzero(others.view(np.uint8)[:: others.itemsize] % _IN_A_PART == 0).tolist()

    def of_terms(self, terms: Iterable[Term]) -> bytes:
        """Tell of some terms by themselves, in order."""
        return b"".join([self._by_slug[term.slug] for term in terms])

    def in_articles(self, first: int, behind: int) -> list[bytes]:
        """Tell of the terms in some articles and their mentions, from one place among them to another."""
        entries = self._by_article.of(self._bounds[first], self._bounds[behind])
        return [self._counts.of(first, behind), *entries]

    def of_appearances(self, appearances: Sequence[Appearance]) -> list[bytes]:
        """Tell of the articles of a term, or some of them, and its mentions there."""
        assert isinstance(appearances, OfTerm)
        return self._by_term.of(appearances.places.start, appearances.places.stop)

    def of_run(self, terms: Sequence[Term]) -> list[bytes]:
        """Tell of some of `runs_of_terms`, of all their articles, and their mentions there."""
        if not terms:
            return []
        first, last = terms[0].appearances, terms[-1].appearances
        assert isinstance(first, OfTerm)
        assert isinstance(last, OfTerm)
        counts = [(len(term.appearances), term.places, term.declared) for term in terms]
        appearances = self._by_term.of(first.places.start, last.places.stop)
        return [repr(counts).encode(), self.of_terms(terms), *appearances]

    def of_parts(
        self, appearances: Sequence[Appearance]
    ) -> Iterator[tuple[Sequence[Appearance], list[bytes]]]:
        """Yield parts of a term's articles, each with what tells of it; an edit of one article changes one or two."""
        assert isinstance(appearances, OfTerm)
        start, end = appearances.places.start, appearances.places.stop
        inner = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        for first, behind in pairwise((start, *inner, end)):
            yield appearances[first - start : behind - start], self._by_term.of(first, behind)


class RelatedIdentities:
    """Tells what the page of an article shows of those related to it."""

    def __init__(self, related: RelatedArticles, links: Identity, terms: Identity) -> None:
        """Tell of `related`; `links` are of all articles, `terms` of the index whose terms they share."""
        self._related = related
        self._links = links
        self._terms = terms

    @cached_property
    def parts(self) -> tuple[Stretches, Stretches]:
        """What is told of all; the first who asks waits until they are found."""
        (nearest, shared), links = self._related.pairs, self._links
        most = nearest.shape[1]
        lengths = np.diff(shared.bounds).astype(np.int32).reshape(-1, most)
        return (
            Stretches(_side_by_side(nearest >= 0, links[nearest], lengths) if len(links) else links),
            Stretches(self._terms[shared.numbers], shared.bounds[::most]),
        )

    def of(self, first: int, behind: int) -> list[bytes]:
        """Tell of those of some articles, from one place among them to another."""
        return [part.of(first, behind) for part in self.parts]


class Identities(NamedTuple):
    """Those of a site."""

    articles: Stretches
    """Of each article, in the order of the archive, what stands for all that it is."""

    links: Stretches
    """Of each article what stands for its headline and its path."""

    keywords: IndexIdentities
    tags: IndexIdentities
    related: RelatedIdentities


def identities_of(catalogue: Catalogue) -> Identities:
    """Return the identities of all articles and terms."""
    articles = _packed(map(identity_of, catalogue.archive.articles))
    links = _packed(
        digest(f"{article.permalink}\0{article.headline}".encode()) for article in catalogue.archive.articles
    )
    keywords = IndexIdentities(articles, catalogue.keywords, catalogue.keyword_entries)
    return Identities(
        Stretches(articles),
        Stretches(links),
        keywords,
        IndexIdentities(articles, catalogue.tags, catalogue.tag_entries),
        RelatedIdentities(catalogue.related, links, keywords.terms),
    )


def identity_of(article: Article) -> bytes:
    """Return what tells an article from all others."""
    # Few have no digest of their own: those that tests make, and those that only a preview shows.
    if article.digest and not article.is_scheduled:
        return article.digest
    return digest(article.digest or repr(article).encode(), bytes([article.is_scheduled]))


def _packed(digests: Iterable[bytes]) -> Identity:
    """Return digests as an array, of which some are taken at once."""
    packed = b"".join(digests)
    return np.frombuffer(packed, f"V{len(digest())}")
