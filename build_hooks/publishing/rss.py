"""A feed in RSS 2.0.

Sources: the RSS 2.0 specification (https://www.rssboard.org/rss-specification) and the RSS Advisory Board's profile:
`atom:link` to the feed itself, `dc:creator` where an author has no e-mail address, `content:encoded` for the whole
text; `dcterms:modified` for a later change, for which RSS has no element of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from email.utils import format_datetime
from html import escape
from xml.etree.ElementTree import Element, QName, SubElement, indent, register_namespace, tostring

from build_hooks.publishing.feed_entry import FeedEntry, directed
from build_hooks.publishing.publication import LANGUAGE

_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
for _prefix, _uri in _NAMESPACES.items():
    register_namespace(_prefix, _uri)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def rss(title: str, description: str, page: str, feed: str, entries: Sequence[FeedEntry]) -> str:
    """Return a feed.

    Args:
        title: Its name.
        description: What it brings; where empty, its name says it.
        page: The whole address of the page whose feed it is.
        feed: Its own whole address.
        entries: The articles, newest first.
    """
    root = Element("rss", {"version": "2.0", _XML_LANG: LANGUAGE})
    channel = SubElement(root, "channel")
    _text(channel, "title", title)
    _text(channel, "link", page)
    _text(channel, "description", description or title)
    _text(channel, "language", LANGUAGE)
    itself = {"href": feed, "rel": "self", "type": "application/rss+xml"}
    SubElement(channel, str(_name("atom:link")), itself)
    if entries:
        latest = max(entry.updated or entry.published for entry in entries)
        _text(channel, "lastBuildDate", format_datetime(latest))
    for entry in entries:
        _item(channel, entry)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _item(channel: Element, entry: FeedEntry) -> None:
    item = SubElement(channel, "item")
    _text(item, "title", entry.title)
    _text(item, "link", entry.url)
    _text(item, "guid", entry.url).set("isPermaLink", "true")
    _text(item, "pubDate", format_datetime(entry.published))
    if entry.modified:
        _text(item, "dcterms:modified", entry.modified)
    _texts(item, "dc:creator", entry.authors)
    _texts(item, "category", entry.keywords)
    if entry.lede:
        _text(item, "description", directed(f"<p>{escape(entry.lede, quote=False)}</p>"))
    if entry.html:
        _text(item, "content:encoded", entry.html)


def _texts(parent: Element, name: str, texts: Iterable[str]) -> None:
    for text in texts:
        _text(parent, name, text)


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, str(_name(name)))
    element.text = text
    return element


def _name(name: str) -> QName | str:
    prefix, colon, local = name.partition(":")
    return QName(_NAMESPACES[prefix], local) if colon else name
