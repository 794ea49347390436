"""What a feed tells of an article, whatever the feed's format."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from html import escape, unescape
from typing import NamedTuple

from markdown import Markdown

from build_hooks.arabic.direction import is_left_to_right
from build_hooks.arabic.words import shorten
from build_hooks.model import Article
from build_hooks.publishing.absolute_links import absolute_links
from build_hooks.publishing.article_html import direction
from build_hooks.publishing.publication import LANGUAGE, Publication
from build_hooks.publishing.structured_data import moment
from build_hooks.publishing.urls import article_path
from build_hooks.publishing.views import LEDE_LENGTH

_TAG = re.compile("<[^>]*>")


class FeedEntry(NamedTuple):
    """An article in a feed."""

    url: str
    """Its page's whole address, which is its id too: RSS calls that a permalink, and it outlives new versions."""

    title: str
    """Plain text."""

    lede: str
    """Plain text."""

    published: datetime.datetime
    """The beginning of the day, in UTC, where no time is given."""

    updated: datetime.datetime | None
    """Never before `published`."""

    modified: str | None
    """The same as ISO 8601 has it, the day alone where no more is known."""

    authors: Sequence[str]
    keywords: Sequence[str]
    html: str = ""
    """The whole text; empty in a feed of ledes."""


def entry(article: Article, publication: Publication, html: str = "") -> FeedEntry:
    """Return what a feed tells of an article with a date."""
    assert article.date
    published = _moment(article.date, article.time)
    updated = modified = None
    if article.updated:
        updated = _moment(article.updated, article.updated_time)
        # In London, where a day without a time begins, a change may fall on the day before.
        modified = moment(article.updated, article.updated_time if updated >= published else None)
    return FeedEntry(
        url=publication.absolute(article_path(article)),
        title=article.headline,
        lede=shorten(article.lede, LEDE_LENGTH),
        published=published,
        updated=updated and max(published, updated),
        modified=modified,
        authors=article.authors,
        keywords=article.keywords,
        html=html,
    )


def full_text(article: Article, publication: Publication, markdown: Markdown) -> str:
    """Return an article's text as HTML that keeps its direction in any reader, all its links whole.

    Args:
        article: The article.
        publication: The site.
        markdown: A converter with the site's extensions, for an `.md` seed.
    """
    if article.markdown is not None:
        html = markdown.reset().convert(article.markdown)
        return directed(absolute_links(html, publication.absolute(article_path(article))))
    return directed("".join(_block(locator, text) for locator, text in article.texts[1:]))


def directed(html: str) -> str:
    """Return `html` in an element that says its language and direction: readers of feeds are set for any other."""
    direction = "ltr" if is_left_to_right(unescape(_TAG.sub("", html))) else "rtl"
    return f'<div dir="{direction}" lang="{LANGUAGE}">{html}</div>'


def _block(locator: int | str, text: str) -> str:
    element = "h2" if isinstance(locator, str) else "p"
    return f"<{element}{direction(text)}>{escape(text, quote=False)}</{element}>"


def _moment(date: datetime.date, time: datetime.time | None) -> datetime.datetime:
    return datetime.datetime.combine(date, time or datetime.time(tzinfo=datetime.UTC))
