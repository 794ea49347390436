"""The sitemap, and robots.txt, which leads to it.

Source: https://www.sitemaps.org/protocol.html: at most 50,000 addresses and 50 MB a file, then an index of files;
`lastmod` in W3C format. Google heeds `lastmod` only where it is true, so a page has one only where it is known.
"""

from __future__ import annotations

import datetime
import gzip
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site_page import PlannedFiles, SiteFile

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Place(NamedTuple):
    """A page for search engines to visit."""

    path: str
    """Below the site's root, not percent-encoded."""

    modified: datetime.date | None = None
    """The day on which its text last changed, where that is known."""


def sitemap(
    places: Sequence[Place],
    publication: Publication,
    *,
    most_addresses: int = MOST_ADDRESSES,
    most_bytes: int = MOST_BYTES,
) -> PlannedFiles:
    """Plan `sitemap.xml` and its compressed form, and where it is an index, the files that it names.

    How many these are is known before any is written: each holds as many addresses as it could if all were as long
    as the longest.
    """
    most = max(1, min(most_addresses, (most_bytes - _FRAME) // _longest_entry(places, publication)))
    parts = [places[start : start + most] for start in range(0, len(places), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)] if len(parts) > 1 else []

    def files() -> Iterator[SiteFile]:
        if names:
            for name, part in zip(names, parts, strict=True):
                yield SiteFile(name, _urlset(part, publication))
            entries = [_entry("sitemap", publication.absolute(name)) for name in names]
            whole = _document("sitemapindex", entries)
        else:
            whole = _urlset(places, publication)
        yield SiteFile("sitemap.xml", whole)
        # Without the time of day, so that the same pages give the same bytes. A sixteenth less takes five times as long.
        yield SiteFile("sitemap.xml.gz", gzip.compress(whole.encode(), compresslevel=6, mtime=0))

    return PlannedFiles([*names, "sitemap.xml", "sitemap.xml.gz"], files)


def robots(publication: Publication) -> SiteFile:
    """Return `robots.txt` (RFC 9309), which allows everything and names the sitemap."""
    return SiteFile(
        "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {publication.absolute('sitemap.xml')}\n"
    )


def _longest_entry(places: Iterable[Place], publication: Publication) -> int:
    """Return how many bytes no entry exceeds."""
    longest = max((len(place.path.encode()) for place in places), default=0)
    # Of a byte three become where it is encoded: `%D8`. Nothing is left to escape then.
    return len(_entry("url", publication.absolute(""), datetime.date.max)) + 3 * longest


def _urlset(places: Iterable[Place], publication: Publication) -> str:
    entries = [_entry("url", publication.absolute(place.path), place.modified) for place in places]
    return _document("urlset", entries)


def _entry(element: str, address: str, modified: datetime.date | None = None) -> str:
    lastmod = f"<lastmod>{modified.isoformat()}</lastmod>" if modified else ""
    return f"<{element}><loc>{escape(address, quote=False)}</loc>{lastmod}</{element}>\n"


def _document(element: str, entries: Sequence[str]) -> str:
    return f'{_DECLARATION}<{element} xmlns="{_NAMESPACE}">\n{"".join(entries)}</{element}>\n'


_FRAME = len(_document("urlset", []))
"""Bytes around the entries."""
