"""Everything that readers look articles up in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from build_hooks.cache import Cache
from build_hooks.indexing.archive import Archive, build_archive
from build_hooks.indexing.article_terms import terms_of
from build_hooks.indexing.chunks import Chunks
from build_hooks.indexing.companions import companions
from build_hooks.indexing.entries import Entries
from build_hooks.indexing.features import STEMS_KIND, known_stems
from build_hooks.indexing.known_chunks import cut_all
from build_hooks.indexing.known_mentions import Known, find_all
from build_hooks.indexing.lengths import Lengths
from build_hooks.indexing.mention_table import MentionTable
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.related import RelatedArticles, find_related
from build_hooks.indexing.taxonomy import (
    Declared,
    Finder,
    declared_terms,
    index_of,
    keywords_of,
    organisations_of,
    tags_by,
)
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Article, Heading, Index, Term, Vocabulary


class Holdings(NamedTuple):
    """All articles by date, with the terms that they declare."""

    archive: Archive
    keywords: Declared
    tags: Declared
    style: Callable[[str], str]
    """Gives the label of a writing style."""

    is_organisation: Callable[[str], bool]
    """Tells whether the vocabulary has a name as that of an organisation."""


class Catalogue(NamedTuple):
    """All articles with all their indexes."""

    archive: Archive
    keywords: Index
    tags: Index
    keyword_entries: Entries
    """What the keyword index is made of; the places of articles are those in the archive."""

    tag_entries: Entries
    companions: Mapping[str, tuple[Term, ...]]
    """By a keyword's slug the keywords that often occur with it."""

    related: RelatedArticles
    lengths: Lengths
    """Of the articles, by their places in the archive."""

    style: Callable[[str], str]
    """Gives the label of a writing style."""

    is_organisation: Callable[[str], bool]
    """Tells whether the vocabulary has a name as that of an organisation."""


def take_stock(articles: Iterable[Article], vocabulary: Vocabulary) -> Holdings:
    """Order articles by date, and find the terms that they declare; `vocabulary` is the editor's."""
    archive = build_archive(articles)
    return Holdings(
        archive=archive,
        keywords=declared_terms(archive.articles, keywords_of, vocabulary.headings),
        tags=declared_terms(archive.articles, tags_by(vocabulary)),
        style=vocabulary.style,
        is_organisation=organisations_of(vocabulary),
    )


def catalogue_of(holdings: Holdings, cache: Cache) -> Catalogue:
    """Index articles by keyword, tag and nearness; `cache` knows what builds before have worked out."""
    articles = holdings.archive.articles
    chunks = cut_all(articles, cache)
    # Another process keeps what it has found.
    cache.claim_last(STEMS_KIND)
    with find_related(articles, chunks, known_stems(cache)) as finding:
        keywords = index_of(articles, holdings.keywords, _finder(chunks, cache))
        tags = index_of(articles, holdings.tags)
        terms = terms_of(keywords)
        finding.tell(terms)
        return Catalogue(
            archive=holdings.archive,
            keywords=keywords.index,
            tags=tags.index,
            keyword_entries=keywords.entries,
            tag_entries=tags.entries,
            companions=companions(keywords, terms),
            related=RelatedArticles(articles, keywords.index.terms, finding),
            lengths=Lengths(chunks),
            style=holdings.style,
            is_organisation=holdings.is_organisation,
        )


def _finder(chunks: Chunks, cache: Cache) -> Finder:
    def find(headings: Sequence[Heading], articles: Sequence[Article]) -> MentionTable:
        finder = MentionFinder(headings, count_words(chunks, cache))
        mentions, known = find_all(articles, chunks, finder, cache.last("mentions") or Known())
        cache.keep_last("mentions", known)
        return mentions

    return find
