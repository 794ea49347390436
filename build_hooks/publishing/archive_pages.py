"""The archive: every article by date, and a page for each year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import ARTICLE
from build_hooks.indexing.archive import Archive, Month
from build_hooks.model import Article
from build_hooks.publishing import urls
from build_hooks.publishing.identities import identity_of
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.views import OLDER, Link, Slice, listing_pages, title_of

TITLE = "الأرشيف"
UNDATED = "بلا تاريخ"

_TEMPLATE = "archive.html"


class Year(NamedTuple):
    """A year with its months."""

    link: Link
    months: tuple[Link, ...]


class ArchiveView(NamedTuple):
    """One page of the articles of a time."""

    title: str
    summary: str
    """How many articles there are: `3 مقالات`; on the first page alone, as one more would change all others."""

    parents: tuple[Link, ...]
    """From the archive down to the year, where the page stands under them."""

    years: tuple[Year, ...]
    """The years and months to go to from here; on the first page alone."""

    undated: Link | None
    """The articles without a date, where there are some to go to from here."""

    listing: Slice[Article]


def archive_pages(archive: Archive, notation: Notation = USUAL) -> Iterator[PlannedPage]:
    """Yield the archive's pages."""
    years = tuple(_year(year, months, notation) for year, months in archive.years)
    undated = Link(UNDATED, urls.UNDATED, len(archive.undated)) if archive.undated else None
    top = Link(TITLE, urls.ARCHIVE)
    yield from _pages(TITLE, urls.ARCHIVE, archive.articles, notation, years=years, undated=undated)
    for year, (_, months) in zip(years, archive.years, strict=True):
        articles = [article for month in months for article in month.articles]
        path = urls.month_path(months[0].year)
        yield from _pages(year.link.text, path, articles, notation, parents=(top,), years=(year,))
        for month in months:
            title = notation.month(month.year, month.month)
            path = urls.month_path(month.year, month.month)
            yield from _pages(title, path, month.articles, notation, parents=(top, year.link))
    if archive.undated:
        yield from _pages(UNDATED, urls.UNDATED, archive.undated, notation, parents=(top,))


def month_link(month: Month, notation: Notation = USUAL) -> Link:
    """Return a link to a month's page by the month's name and year."""
    path = urls.month_path(month.year, month.month)
    return Link(notation.month(month.year, month.month), path, len(month.articles))


def _year(year: int, months: Sequence[Month], notation: Notation) -> Year:
    count = sum(len(month.articles) for month in months)
    return Year(
        Link(notation.year(year), urls.month_path(year), count),
        tuple(
            Link(notation.month_name(month.month), urls.month_path(year, month.month), len(month.articles))
            for month in months
        ),
    )


def _pages(
    title: str,
    path: str,
    articles: Sequence[Article],
    notation: Notation,
    *,
    parents: tuple[Link, ...] = (),
    years: tuple[Year, ...] = (),
    undated: Link | None = None,
) -> Iterator[PlannedPage]:
    summary = notation.counted(len(articles), ARTICLE)

    def around(listing: Slice[Article]) -> tuple[str, tuple[Link, ...], tuple[Year, ...], Link | None]:
        """Return what stands around the listing: on further pages nothing that one more article would change."""
        return (summary, parents, years, undated) if listing.is_first else ("", parents, (), None)

    def page(listing: Slice[Article]) -> SitePage:
        description = f"{title}: {summary if listing.is_first else OLDER}"
        front_matter = {
            "title": title_of(title, listing, notation),
            "description": description,
            "template": _TEMPLATE,
        }
        return SitePage(listing.path, front_matter, ArchiveView(title, *around(listing), listing))

    def shows(listing: Slice[Article]) -> bytes:
        own = repr((title, around(listing), listing.older, listing.previous))
        return b"".join((own.encode(errors="surrogatepass"), *map(identity_of, listing.items)))

    yield from listing_pages(path, _TEMPLATE, articles, page, shows)
