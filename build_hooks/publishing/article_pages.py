"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.arabic.fold import fold
from build_hooks.arabic.numbers import MINUTE, counted
from build_hooks.arabic.words import reading_minutes, shorten, word_count
from build_hooks.model import Article, Section
from build_hooks.publishing.escape import escape
from build_hooks.publishing.site_page import SitePage, markdown_page
from build_hooks.publishing.urls import article_path
from build_hooks.publishing.views import Day, Link, article_link, day

# What search engines show of a description.
_DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What stands around an article's text."""

    headline: str
    standfirst: str | None
    """The editor's own summary, where there is one."""

    day: Day | None
    author: str | None
    source: str | None
    reading_time: str
    """`3 دقائق`."""

    writing_styles: tuple[Link, ...]
    tags: tuple[Link, ...]
    keywords: tuple[Link, ...]
    newer: Link | None
    older: Link | None


Names = Mapping[str, Link]
"""The links of an index by the fold of their names."""


def article_pages(articles: Sequence[Article], keywords: Names, tags: Names) -> Iterator[SitePage]:
    """Yield the pages of `articles`, which come newest first."""
    around = (None, *articles, None)
    for newer, article, older in zip(around, articles, around[2:], strict=False):
        yield SitePage(
            path=article_path(article),
            front_matter=front_matter(article),
            body=body(article),
            seed=article.seed,
            view=ArticleView(
                headline=article.headline,
                standfirst=article.description,
                day=day(article.date),
                author=article.author,
                source=article.source,
                reading_time=_reading_time(article),
                writing_styles=_links(article.writing_styles, tags),
                tags=_links(article.tags, tags),
                keywords=_links(article.keywords, keywords),
                newer=article_link(newer) if newer else None,
                older=article_link(older) if older else None,
            ),
        )


def front_matter(article: Article) -> dict[str, object]:
    """Return the front matter of an article's page; what Nashir has no use for is kept, but changes nothing."""
    own = {
        "title": article.headline,
        "description": article.description or shorten(article.lede, _DESCRIPTION_LENGTH),
        "keywords": list(article.keywords),
        "tags": list(article.tags),
        "writing_style": list(article.writing_styles),
        "date": article.date,
        "author": article.author,
        "source": article.source,
        "template": "article.html",
    }
    return {**article.extra, **{key: value for key, value in own.items() if value or key == "keywords"}}


def body(article: Article) -> str:
    """Return an article's text in Markdown; that of a `.txt` seed renders to exactly what its editor wrote."""
    if article.markdown is not None:
        return article.markdown
    return "\n\n".join(block for section in article.sections for block in _blocks(section))


def source_page(article: Article) -> str:
    """Return the Markdown page, front matter included, that an article becomes."""
    return markdown_page(front_matter(article), body(article))


def _blocks(section: Section) -> Iterable[str]:
    if section.subheading is not None:
        yield f"## {escape(section.subheading)}"
    yield from map(escape, section.paragraphs)


def _links(names: Iterable[str], index: Names) -> tuple[Link, ...]:
    return tuple(index[fold(name)] for name in names)


def _reading_time(article: Article) -> str:
    words = sum(map(word_count, article.paragraphs))
    return counted(reading_minutes(words), MINUTE)
