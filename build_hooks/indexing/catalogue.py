"""Everything that readers look articles up in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.cache import Cache
from build_hooks.indexing.archive import Archive, build_archive
from build_hooks.indexing.chunks import Chunks, cut
from build_hooks.indexing.companions import companions
from build_hooks.indexing.features import Stems, known_stems
from build_hooks.indexing.known_mentions import Known, find_all
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.related import related_articles
from build_hooks.indexing.taxonomy import Finder, Mentions, build_index, keywords_of, tags_by
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Article, Heading, Index, Related, Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Indexes:
    """All articles with what tells where something stands."""

    archive: Archive
    chunks: Chunks
    """The texts of the archive's articles, cut."""

    keywords: Index
    tags: Index
    style: Callable[[str], str]
    """Gives the label of a writing style."""

    stems: Stems
    """Gives the stems of chunks."""


@dataclass(frozen=True, slots=True)
class Catalogue(Indexes):
    """All articles with their indexes, and what leads from one to another."""

    companions: Mapping[str, tuple[Term, ...]]
    """By a keyword's slug the keywords that often occur with it."""

    related: Mapping[str, tuple[Related, ...]]
    """By an article's permalink the articles nearest to it."""


def build_catalogue(articles: Iterable[Article], vocabulary: Vocabulary) -> Catalogue:
    """Index `articles` by date, keyword, tag and nearness."""
    return complete(build_indexes(articles, vocabulary, cut, Cache()))


def build_indexes(
    articles: Iterable[Article],
    vocabulary: Vocabulary,
    cut: Callable[[Sequence[Article]], Chunks],
    cache: Cache,
) -> Indexes:
    """Index articles by date, keyword and tag.

    Args:
        articles: All articles, in any order.
        vocabulary: The editor's names.
        cut: Gives the chunks of articles.
        cache: What builds before have worked out.
    """
    archive = build_archive(articles)
    chunks = cut(archive.articles)
    return Indexes(
        archive=archive,
        chunks=chunks,
        keywords=build_index(archive.articles, keywords_of, vocabulary.headings, _finder(chunks, cache)),
        tags=build_index(archive.articles, tags_by(vocabulary)),
        style=vocabulary.style,
        stems=known_stems(cache),
    )


def complete(indexes: Indexes) -> Catalogue:
    """Add what leads from one article, and from one term, to others."""
    archive, keywords = indexes.archive, indexes.keywords
    return Catalogue(
        archive=archive,
        chunks=indexes.chunks,
        keywords=keywords,
        tags=indexes.tags,
        style=indexes.style,
        stems=indexes.stems,
        companions=companions(keywords),
        related=related_articles(archive.articles, indexes.chunks, keywords, indexes.stems),
    )


def _finder(chunks: Chunks, cache: Cache) -> Finder:
    def find(headings: Sequence[Heading], articles: Sequence[Article]) -> Sequence[Mentions]:
        finder = MentionFinder(headings, count_words(chunks))
        mentions, known = find_all(articles, chunks, finder, cache.last("mentions") or Known())
        cache.keep_last("mentions", known)
        return mentions

    return find
