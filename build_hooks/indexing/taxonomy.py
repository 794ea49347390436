"""Keywords and tags: one way to gather the articles that share a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np

from build_hooks.arabic.fold import fold
from build_hooks.arabic.order import collation_key
from build_hooks.indexing.entries import Entries, OfArticle, OfTerm, Shown, entries_of
from build_hooks.indexing.memo import Memo
from build_hooks.indexing.mention_table import MentionTable, table_of
from build_hooks.indexing.slugs import unique_slugs
from build_hooks.model import Article, Heading, Index, Kind, Reference, Term, Vocabulary

Names = Callable[[Article], Iterable[str]]
"""The names under which an index lists an article."""

Finder = Callable[[Sequence[Heading], Sequence[Article]], MentionTable]
"""Finds the mentions of all headings, each by its place among them, in each article."""


def keywords_of(article: Article) -> Iterable[str]:
    """Return the names under which the keyword index lists `article`."""
    return article.keywords


def tags_by(vocabulary: Vocabulary) -> Names:
    """Return what gives an article's tags: its own, those that its keywords bring, and its writing styles' labels."""
    of_keyword = {
        fold(name): heading.tags
        for heading in vocabulary.headings
        for name in (heading.term, *heading.also)
        if heading.tags
    }
    folded = Memo(fold)

    def tags_of(article: Article) -> Iterator[str]:
        yield from article.tags
        # Most vocabularies have no tags.
        for keyword in article.keywords if of_keyword else ():
            yield from of_keyword.get(folded[keyword], ())
        yield from map(vocabulary.style, article.writing_styles)

    return tags_of


def organisations_of(vocabulary: Vocabulary) -> Callable[[str], bool]:
    """Return what tells whether the vocabulary has a name as that of an organisation."""
    names = {
        fold(name)
        for heading in vocabulary.headings
        if heading.kind is Kind.ORGANISATION
        for name in (heading.term, *heading.also)
    }
    folded = Memo(fold)
    return lambda name: folded[name] in names


def no_mentions(_: Sequence[Heading], articles: Sequence[Article]) -> MentionTable:
    """Return no mentions, as of names that are not looked for in the text."""
    return table_of([{}] * len(articles))


class Declared(NamedTuple):
    """The terms that articles declare."""

    headings: tuple[Heading, ...]
    """All terms that there are, whether some article declares them or not."""

    by_article: Sequence[tuple[int, ...]]
    """For each article the places of its terms among the headings, in the article's own order."""

    def names(self, article: int) -> list[str]:
        """Return the names of the terms of an article, given by its place."""
        return [self.headings[place].term for place in self.by_article[article]]


def declared_terms(
    articles: Sequence[Article], names_of: Names, headings: Iterable[Heading] = ()
) -> Declared:
    """Find the terms that articles declare.

    Args:
        articles: All articles.
        names_of: The names that an article declares.
        headings: What the vocabulary has; a name that it has as another name goes under its preferred form.

    Returns:
        The terms. Spellings that fold to the same text are one; without a heading in the vocabulary, it has the
        spelling used most.
    """
    declared = [tuple(names_of(article)) for article in articles]
    known = {fold(name): heading for heading in headings for name in (heading.term, *heading.also)}
    # Each is folded once: a collection has few names that return all the time.
    used = Counter(chain.from_iterable(declared))
    folded = {name: fold(name) for name in used}
    entries = _entries(known, used, folded)
    keys = {key: place for place, names in enumerate(entries.values()) for key in names}
    places = {name: keys[key] for name, key in folded.items()}
    return Declared(
        tuple(entries), [tuple(dict.fromkeys(map(places.__getitem__, names))) for names in declared]
    )


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index, and what it is made of."""

    index: Index
    entries: Entries
    """The number of a term is its place in the index."""


def index_of(articles: Sequence[Article], declared: Declared, find: Finder = no_mentions) -> Indexed:
    """Build the index of the terms that articles declare or mention.

    Args:
        articles: All articles, in the order in which a term lists them.
        declared: What they declare.
        find: Finds the mentions of all terms in each article.

    Returns:
        An index of the terms that appear in some article.
    """
    entries = entries_of(declared.by_article, find(declared.headings, articles))
    appearing = np.flatnonzero(np.bincount(entries.terms)).tolist()
    slugs = unique_slugs(
        name
        for place in appearing
        for name in (declared.headings[place].term, *declared.headings[place].also)
    )
    appearing.sort(key=lambda place: collation_key(declared.headings[place].term))
    numbers = np.zeros(len(declared.headings), np.int32)
    numbers[appearing] = np.arange(len(appearing))
    entries = entries.numbered(numbers)
    shown = Shown(articles, entries)
    terms = tuple(_terms([declared.headings[place] for place in appearing], slugs, entries, shown))
    references = (
        Reference(name, slugs[name], term)
        for term in terms
        for name in term.heading.also
        if slugs[name] != term.slug
    )
    return Indexed(
        Index(
            terms,
            tuple(sorted(references, key=lambda reference: collation_key(reference.name))),
            OfArticle(articles, entries, terms),
        ),
        entries,
    )


def _entries(
    known: Mapping[str, Heading], used: Mapping[str, int], folded: Mapping[str, str]
) -> dict[Heading, set[str]]:
    """Return a heading for each term, with the folds of all its names; `used` says how often each name is."""
    entries: defaultdict[Heading, set[str]] = defaultdict(set)
    for key, heading in known.items():
        entries[heading].add(key)
    spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, count in used.items():
        spellings[folded[name]][name] = count
    for key, counts in spellings.items():
        if key not in known:
            entries[Heading(_most_used(counts))].add(key)
    return dict(entries)


def _most_used(counts: Mapping[str, int]) -> str:
    # Among spellings used alike, the choice must not hang on the order of the seeds.
    return min(counts, key=lambda name: (-counts[name], name))


def _terms(
    headings: Sequence[Heading], slugs: Mapping[str, str], entries: Entries, shown: Shown
) -> Iterator[Term]:
    """Yield the terms with these headings, in this order."""
    ends = np.cumsum(np.bincount(entries.terms, minlength=len(headings))).tolist()
    declared = np.bincount(entries.terms, entries.declared, len(headings)).astype(int).tolist()
    places = np.bincount(entries.terms, entries.counts, len(headings)).astype(int).tolist()
    for number, heading in enumerate(headings):
        start = ends[number - 1] if number else 0
        own = OfTerm(shown, range(start, ends[number]))
        yield Term(heading, slugs[heading.term], own, declared[number], places[number])
