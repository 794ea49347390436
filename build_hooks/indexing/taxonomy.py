"""Keywords and tags: one way to gather the articles that share a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.arabic.fold import fold
from build_hooks.arabic.order import collation_key
from build_hooks.indexing.memo import Memo
from build_hooks.indexing.slugs import unique_slugs
from build_hooks.model import Appearance, Article, Heading, Index, Mention, Reference, Term, Vocabulary

Names = Callable[[Article], Iterable[str]]
"""The names under which an index lists an article."""

Mentions = Mapping[int, tuple[Mention, ...]]
"""The mentions in one article by the place of their term among the headings."""

Finder = Callable[[Sequence[Heading], Sequence[Article]], Sequence[Mentions]]
"""Finds the mentions of all headings in each article."""


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
        for keyword in article.keywords:
            yield from of_keyword.get(folded[keyword], ())
        yield from map(vocabulary.style, article.writing_styles)

    return tags_of


def no_mentions(_: Sequence[Heading], articles: Sequence[Article]) -> Sequence[Mentions]:
    """Return no mentions, as of names that are not looked for in the text."""
    return [{} for _ in articles]


@dataclass(frozen=True, slots=True)
class Declared:
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
    folded = Memo(fold)
    entries = _entries(known, declared, folded)
    keys = {key: place for place, names in enumerate(entries.values()) for key in names}
    return Declared(
        tuple(entries), [tuple(dict.fromkeys(keys[folded[name]] for name in names)) for names in declared]
    )


def build_index(
    articles: Sequence[Article],
    names_of: Names,
    headings: Iterable[Heading] = (),
    find: Finder = no_mentions,
) -> Index:
    """Build the index of what `names_of` gives; see `declared_terms` and `index_of`."""
    return index_of(articles, declared_terms(articles, names_of, headings), find)


def index_of(articles: Sequence[Article], declared: Declared, find: Finder = no_mentions) -> Index:
    """Build the index of the terms that articles declare or mention.

    Args:
        articles: All articles, in the order in which a term lists them.
        declared: What they declare.
        find: Finds the mentions of all terms in each article.

    Returns:
        An index of the terms that appear in some article.
    """
    found = find(declared.headings, articles)
    appearances: dict[str, dict[int, Appearance]] = {}
    for article, own, mentions in zip(articles, declared.by_article, found, strict=True):
        appearances[article.permalink] = {
            place: Appearance(article, place in own, mentions.get(place, ()))
            for place in (*own, *sorted(mentions))
        }
    return _assemble(declared.headings, appearances)


def _entries(
    known: Mapping[str, Heading], declared: Iterable[Iterable[str]], folded: Mapping[str, str]
) -> dict[Heading, set[str]]:
    """Return a heading for each term, with the folds of all its names."""
    entries: defaultdict[Heading, set[str]] = defaultdict(set)
    for key, heading in known.items():
        entries[heading].add(key)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for names in declared:
        for name in names:
            spellings[folded[name]][name] += 1
    for key, counts in spellings.items():
        if key not in known:
            entries[Heading(_most_used(counts))].add(key)
    return dict(entries)


def _most_used(counts: Counter[str]) -> str:
    # Among spellings used alike, the choice must not hang on the order of the seeds.
    return min(counts, key=lambda name: (-counts[name], name))


def _assemble(headings: Sequence[Heading], appearances: Mapping[str, Mapping[int, Appearance]]) -> Index:
    of_term: defaultdict[int, list[Appearance]] = defaultdict(list)
    for in_article in appearances.values():
        for place, appearance in in_article.items():
            of_term[place].append(appearance)
    found = {place: headings[place] for place in of_term}
    others = [(name, place) for place, heading in found.items() for name in heading.also]
    slugs = unique_slugs([heading.term for heading in found.values()] + [name for name, _ in others])
    terms = {
        place: Term(
            heading, slugs[heading.term], tuple(sorted(of_term[place], key=lambda one: not one.declared))
        )
        for place, heading in found.items()
    }
    references = (
        Reference(name, slugs[name], terms[place])
        for name, place in others
        if slugs[name] != terms[place].slug
    )
    return Index(
        terms=tuple(sorted(terms.values(), key=lambda term: collation_key(term.name))),
        references=tuple(sorted(references, key=lambda reference: collation_key(reference.name))),
        by_article={
            permalink: tuple((terms[place], appearance) for place, appearance in in_article.items())
            for permalink, in_article in appearances.items()
        },
    )
