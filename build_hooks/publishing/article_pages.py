"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from build_hooks.arabic.fold import fold
from build_hooks.arabic.words import shorten
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.entries import InArticles
from build_hooks.indexing.neighbours import neighbours
from build_hooks.model import Article, Heading, Related
from build_hooks.publishing.article_body import LinkedText, body, first_mentions
from build_hooks.publishing.identities import Identities
from build_hooks.publishing.site_page import PlannedPage, Run, SitePage, markdown_page
from build_hooks.publishing.urls import KEYWORDS, TAGS, article_path
from build_hooks.publishing.views import Link, article_link, term_link

_TEMPLATE = "article.html"

# Pages of which all are looked at where one has changed, as one does in a few of them with most edits.
_IN_A_RUN = 16
_MOST_IN_A_RUN = 256

# What search engines show of a description.
_DESCRIPTION_LENGTH = 160


class AuthorView(NamedTuple):
    """An author, as other programs are told."""

    name: str
    is_organisation: bool


class KeywordView(NamedTuple):
    """A keyword under its article."""

    link: Link
    places: int
    """How often it occurs in the article; 0 where only the editor names it."""


class RelatedView(NamedTuple):
    """An article to read next."""

    link: Link
    shared: tuple[str, ...]
    """The names of the terms that both share; empty where only their texts are alike."""


class ArticleView(NamedTuple):
    """An article, and what stands around its text.

    No numbers that grow with the site, such as that of a tag's articles: one more article would change the pages of
    thousands.
    """

    article: Article
    words: int
    """How many it has below its headline."""

    has_card: bool
    """Whether a card of its own is drawn for it, where any are."""

    authors: tuple[AuthorView, ...]
    writing_styles: tuple[Link, ...]
    tags: tuple[Link, ...]
    """Tags that are no writing styles."""

    keywords: tuple[KeywordView, ...]
    things: tuple[Heading, ...]
    """What the vocabulary has of the terms in its text that have an item in Wikidata."""

    related: tuple[RelatedView, ...]
    newer: Link | None
    older: Link | None

    @property
    def is_formatted(self) -> bool:
        """Whether its text may hold more than paragraphs and subheadings, as that of an `.md` seed."""
        return self.article.markdown is not None


def article_pages(
    catalogue: Catalogue, cards: int = 0, identities: Identities | None = None
) -> Iterator[PlannedPage]:
    """Yield the pages of all articles, newest first.

    Args:
        catalogue: All articles with their indexes.
        cards: How many of the newest have a card of their own.
        identities: Those of the catalogue, where keys of the pages are wanted.
    """
    pages = _Pages(catalogue)
    for place, article in enumerate(catalogue.archive.articles):
        yield PlannedPage(
            path=article_path(article),
            template=_TEMPLATE,
            make=partial(pages.page, place, has_card=place < cards),
            shows=partial(_shows, catalogue, cards, identities, place, place + 1) if identities else None,
            seed=article.seed,
            modified=article.updated or article.date,
            needs_markdown=article.markdown is not None,
        )


def article_runs(catalogue: Catalogue, cards: int, identities: Identities) -> Iterator[Run]:
    """Yield the pages of all articles in runs, see `article_pages`; one article more or less leaves most as they are."""
    articles = catalogue.archive.articles
    for part in neighbours([article.permalink for article in articles], _IN_A_RUN, _MOST_IN_A_RUN):
        paths = [article_path(article) for article in articles[part]]
        yield Run(paths, partial(_shows, catalogue, cards, identities, part.start, part.stop))


def _shows(catalogue: Catalogue, cards: int, identities: Identities, first: int, behind: int) -> bytes:
    """Tell of all that the pages of some articles hang on, from one place among them to another."""
    articles = catalogue.archive.articles[first:behind]
    styles = [[catalogue.style(style) for style in article.writing_styles] for article in articles]
    authors = [catalogue.is_organisation(name) for article in articles for name in article.authors]
    parts = [
        identities.articles.of(first, behind),
        # With the newer and the older one.
        identities.links.of(max(0, first - 1), behind + 1),
        *identities.keywords.in_articles(first, behind),
        *identities.tags.in_articles(first, behind),
        *identities.related.of(first, behind),
    ]
    own = max(0, min(cards, behind) - first), first == 0, styles, authors, *map(len, parts)
    return b"".join((repr(own).encode(), *parts))


class _Pages:
    """Works out the pages of many articles; links that stand on many of them are made once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._in_keywords = InArticles(catalogue.keyword_entries)
        self._in_tags = InArticles(catalogue.tag_entries)
        self._keywords = [(term.heading, term_link(KEYWORDS, term)) for term in catalogue.keywords.terms]
        self._tags = [(fold(term.name), term_link(TAGS, term)) for term in catalogue.tags.terms]
        self._articles = {article.permalink: article_link(article) for article in catalogue.archive.articles}

    def page(self, place: int, *, has_card: bool) -> SitePage:
        """Work out the page of an article, given by its place."""
        article = self._catalogue.archive.articles[place]
        keywords, things, mentioned = [], [], []
        for term, declared, spans in self._in_keywords.of(place):
            heading, link = self._keywords[term]
            if declared:
                keywords.append(KeywordView(link, len(spans)))
            if heading.wikidata:
                things.append(heading)
            if spans:
                mentioned.append((link.path, spans))
        tags = dict(map(self._tags.__getitem__, self._in_tags.terms(place)))
        styles = dict.fromkeys(fold(self._catalogue.style(style)) for style in article.writing_styles)
        view = ArticleView(
            article=article,
            words=self._catalogue.lengths.of(place),
            has_card=has_card,
            authors=tuple(
                [AuthorView(name, self._catalogue.is_organisation(name)) for name in article.authors]
            ),
            writing_styles=tuple(tags[style] for style in styles),
            tags=tuple(link for name, link in tags.items() if name not in styles),
            keywords=tuple(keywords),
            things=tuple(things),
            related=tuple(map(self._related, self._catalogue.related[article.permalink])),
            newer=self._link(place - 1),
            older=self._link(place + 1),
        )
        return SitePage(
            path=article_path(article),
            front_matter=front_matter(article),
            view=view,
            text=LinkedText(article, first_mentions(article, mentioned)),
        )

    def _link(self, place: int) -> Link | None:
        articles = self._catalogue.archive.articles
        return self._articles[articles[place].permalink] if 0 <= place < len(articles) else None

    def _related(self, related: Related) -> RelatedView:
        shared = tuple([term.name for term in related.shared])
        return RelatedView(self._articles[related.article.permalink], shared)


def source_page(article: Article) -> str:
    """Return the Markdown page, front matter included, that an article becomes; without links to its terms."""
    return markdown_page(front_matter(article), body(article, {}))


def front_matter(article: Article) -> dict[str, object]:
    """Return the front matter of an article's page; what Nashir has no use for is kept, but changes nothing."""
    own = {
        "title": article.headline,
        "description": article.description or shorten(article.lede, _DESCRIPTION_LENGTH),
        "keywords": list(article.keywords),
        "tags": list(article.tags),
        "writing_style": list(article.writing_styles),
        "date": article.date,
        "updated": article.updated,
        "author": article.author,
        "source": article.source,
        "aliases": list(article.aliases),
        "draft": article.is_draft,
        "template": _TEMPLATE,
    }
    return {**article.extra, **{key: value for key, value in own.items() if value or key == "keywords"}}
