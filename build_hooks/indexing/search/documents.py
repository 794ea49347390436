"""What can be found: an article or a hand-written page, as the search index takes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from build_hooks.arabic.direction import has_controls, without_controls
from build_hooks.model import Article


class Passage(NamedTuple):
    """A paragraph of a document."""

    text: str
    """As written, plain, but for what turns the direction of text: the search shows a part of it."""

    anchor: str | None = None
    """The `id` of its element in the page: `p1`; None where it has none."""


class SearchDocument(NamedTuple):
    """A page of the site that readers may look for."""

    url: str
    """Relative to the site's root, percent-encoded: `articles/x/`."""

    title: str
    """The headline as written."""

    passages: tuple[Passage, ...]
    """The text in order, without headings."""

    headings: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    """As they are to be shown; what `كلمة:` and the facet offer."""

    tags: tuple[str, ...] = ()
    """As they are to be shown; what `وسم:` and the facet offer."""

    credits: tuple[str, ...] = ()
    """Author and source as written."""

    year: int | None = None
    """The year of publication, where it is known."""


def article_document(
    article: Article, url: str, keywords: Iterable[str], tags: Iterable[str]
) -> SearchDocument:
    """Return an article as the index takes it.

    Args:
        article: the article.
        url: its page's, relative to the site's root, percent-encoded.
        keywords: the names under which the keyword index lists it.
        tags: the names under which the tag index lists it.
    """
    paragraphs = article.paragraphs
    # One look at all of them: hardly ever is there one.
    if has_controls("".join(paragraphs)):
        paragraphs = tuple(map(without_controls, paragraphs))
    return SearchDocument(
        url=url,
        title=article.headline,
        passages=tuple([Passage(text, f"p{number}") for number, text in enumerate(paragraphs, 1)]),
        headings=tuple(section.subheading for section in article.sections if section.subheading is not None),
        keywords=tuple(keywords),
        tags=tuple(tags),
        credits=tuple([name for name in (article.author, article.source) if name]),
        year=article.date.year if article.date else None,
    )
