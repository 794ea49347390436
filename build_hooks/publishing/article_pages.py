"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_hooks.arabic.dates import EGYPTIAN
from build_hooks.arabic.fold import fold
from build_hooks.arabic.numbers import MENTION, counted
from build_hooks.arabic.words import shorten
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Article, Related
from build_hooks.publishing.article_body import body, first_mentions, text_links
from build_hooks.publishing.escape import seal
from build_hooks.publishing.release import reservation
from build_hooks.publishing.site_page import SitePage, markdown_page
from build_hooks.publishing.urls import KEYWORDS, TAGS, article_path
from build_hooks.publishing.views import Day, Link, article_link, day, reading_time, term_link

# What search engines show of a description.
_DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A keyword under its article."""

    link: Link
    places: str
    """How often it occurs in the article: `9 مواضع`; empty where only the editor names it."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """An article to read next."""

    link: Link
    reason: str
    """The terms that both share: `داعش، قسد`; empty where only their texts are alike."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What stands around an article's text."""

    headline: str
    standfirst: str | None
    """The editor's own summary, where there is one."""

    reservation: str
    """What a preview says of an article that readers do not see yet; empty for any other."""

    day: Day | None
    updated: Day | None
    author: str | None
    source: str | None
    reading_time: str
    """`3 دقائق`."""

    is_formatted: bool
    """Whether its text may hold more than paragraphs and subheadings, as that of an `.md` seed."""

    writing_styles: tuple[Link, ...]
    tags: tuple[Link, ...]
    """Tags that are no writing styles."""

    keywords: tuple[KeywordView, ...]
    related: tuple[RelatedView, ...]
    newer: Link | None
    older: Link | None


def article_pages(catalogue: Catalogue, months: str = EGYPTIAN) -> Iterator[SitePage]:
    """Yield the pages of all articles, newest first, months named in the tradition `months`."""
    articles = catalogue.archive.articles
    around = (None, *articles, None)
    for newer, article, older in zip(around, articles, around[2:], strict=False):
        mentions = first_mentions(catalogue.keywords.of(article))
        yield SitePage(
            path=article_path(article),
            front_matter=front_matter(article),
            body=body(article, mentions) if article.markdown is not None else seal(body(article, mentions)),
            text_links=text_links(article, mentions),
            seed=article.seed,
            modified=article.updated or article.date,
            view=_view(article, catalogue, newer, older, months),
        )


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
        "template": "article.html",
    }
    return {**article.extra, **{key: value for key, value in own.items() if value or key == "keywords"}}


def _view(
    article: Article, catalogue: Catalogue, newer: Article | None, older: Article | None, months: str
) -> ArticleView:
    tags = {fold(term.name): term_link(TAGS, term) for term, _ in catalogue.tags.of(article)}
    styles = dict.fromkeys(fold(catalogue.style(style)) for style in article.writing_styles)
    return ArticleView(
        headline=article.headline,
        standfirst=article.description,
        reservation=reservation(article, months),
        day=day(article.date, months),
        updated=day(article.updated, months),
        author=article.author,
        source=article.source,
        reading_time=reading_time(article),
        is_formatted=article.markdown is not None,
        writing_styles=tuple(tags[style] for style in styles),
        tags=tuple(link for name, link in tags.items() if name not in styles),
        keywords=tuple(
            KeywordView(
                term_link(KEYWORDS, term),
                counted(len(appearance.mentions), MENTION) if appearance.mentions else "",
            )
            for term, appearance in catalogue.keywords.of(article)
            if appearance.declared
        ),
        related=tuple(map(_related, catalogue.related.get(article.permalink, ()))),
        newer=article_link(newer) if newer else None,
        older=article_link(older) if older else None,
    )


def _related(related: Related) -> RelatedView:
    return RelatedView(article_link(related.article), "، ".join(term.name for term in related.shared))
