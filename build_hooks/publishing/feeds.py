"""Every feed of a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from markdown import Markdown

from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Article, Term
from build_hooks.publishing.feed_entry import FeedEntry, entry, full_text
from build_hooks.publishing.json_feed import json_feed
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.rss import rss
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import FEED, JSON_FEED, TAGS, feed_path, term_path

NEWEST = 20
"""Articles in a feed."""


def feeds(catalogue: Catalogue, publication: Publication, markdown: Markdown) -> Iterator[SiteFile]:
    """Yield the site's feeds with the whole text of the newest articles, and for each tag one with their ledes.

    Articles without a date are in none, as nobody knows where among the others they belong.
    """
    newest = [
        entry(article, publication, full_text(article, publication, markdown))
        for article in _newest(catalogue.archive.articles)
    ]
    name, description, page = publication.name, publication.description, publication.absolute("")
    yield SiteFile(FEED, rss(name, description, page, publication.absolute(FEED), newest))
    yield SiteFile(JSON_FEED, json_feed(name, description, page, publication.absolute(JSON_FEED), newest))
    for tag in catalogue.tags.terms:
        yield _tag_feed(tag, publication)


def _tag_feed(tag: Term, publication: Publication) -> SiteFile:
    listing = term_path(TAGS, tag.slug)
    newest: list[FeedEntry] = [
        entry(article, publication)
        for article in _newest(appearance.article for appearance in tag.appearances)
    ]
    feed = rss(
        f"{publication.name}: {tag.name}",
        tag.heading.description or "",
        publication.absolute(listing),
        publication.absolute(feed_path(listing)),
        newest,
    )
    return SiteFile(feed_path(listing), feed)


def _newest(articles: Iterable[Article]) -> Iterator[Article]:
    return islice((article for article in articles if article.date), NEWEST)
