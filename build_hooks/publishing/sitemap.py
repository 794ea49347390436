"""The sitemap, and robots.txt, which leads to it.

Source: https://www.sitemaps.org/protocol.html: at most 50,000 addresses and 50 MB a file, then an index of files;
`lastmod` in W3C format. Google heeds `lastmod` only where it is true, so a page has one only where it is known.
"""

from __future__ import annotations

import datetime
import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site_page import SiteFile

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Place:
    """A page for search engines to visit."""

    path: str
    """Below the site's root, not percent-encoded."""

    modified: datetime.date | None = None
    """The day on which its text last changed, where that is known."""


def sitemap(
    places: Iterable[Place],
    publication: Publication,
    *,
    most_addresses: int = MOST_ADDRESSES,
    most_bytes: int = MOST_BYTES,
) -> Iterator[SiteFile]:
    """Yield `sitemap.xml` and its compressed form, and where it is an index, the files that it names."""
    parts = list(_parts(places, publication, most_addresses, most_bytes))
    if len(parts) == 1:
        whole = parts[0]
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        yield from (SiteFile(name, part) for name, part in zip(names, parts, strict=True))
        whole = _document("sitemapindex", [_entry("sitemap", publication.absolute(name)) for name in names])
    yield SiteFile("sitemap.xml", whole)
    # Without the time of day, so that the same pages give the same bytes.
    yield SiteFile("sitemap.xml.gz", gzip.compress(whole.encode(), mtime=0))


def robots(publication: Publication) -> SiteFile:
    """Return `robots.txt` (RFC 9309), which allows everything and names the sitemap."""
    return SiteFile(
        "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {publication.absolute('sitemap.xml')}\n"
    )


def _parts(
    places: Iterable[Place], publication: Publication, most_addresses: int, most_bytes: int
) -> Iterator[str]:
    frame = len(_document("urlset", []).encode())
    entries: list[str] = []
    size = frame
    for place in places:
        entry = _entry("url", publication.absolute(place.path), place.modified)
        # An address is ASCII, so characters are bytes.
        if entries and (len(entries) == most_addresses or size + len(entry) > most_bytes):
            yield _document("urlset", entries)
            entries, size = [], frame
        entries.append(entry)
        size += len(entry)
    yield _document("urlset", entries)


def _entry(element: str, address: str, modified: datetime.date | None = None) -> str:
    lastmod = f"<lastmod>{modified.isoformat()}</lastmod>" if modified else ""
    return f"<{element}><loc>{escape(address, quote=False)}</loc>{lastmod}</{element}>\n"


def _document(element: str, entries: Sequence[str]) -> str:
    return f'{_DECLARATION}<{element} xmlns="{_NAMESPACE}">\n{"".join(entries)}</{element}>\n'
