"""The archive: every article by date, and a page for each year and month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_hooks.arabic.dates import EGYPTIAN, format_month, month_name
from build_hooks.arabic.numbers import ARTICLE, counted
from build_hooks.indexing.archive import Archive, Month
from build_hooks.model import Article
from build_hooks.publishing import urls
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.views import Link, Slice, Teaser, listing_pages, teaser

TITLE = "الأرشيف"
UNDATED = "بلا تاريخ"

_TEMPLATE = "archive.html"


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its months."""

    link: Link
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """One page of the articles of a time."""

    title: str
    summary: str
    """How many articles there are: `3 مقالات`."""

    parents: tuple[Link, ...]
    """From the archive down to the year, where the page stands under them."""

    years: tuple[Year, ...]
    """The years and months to go to from here."""

    undated: Link | None
    """The articles without a date, where there are some to go to from here."""

    listing: Slice[Teaser]


def archive_pages(archive: Archive, tradition: str = EGYPTIAN) -> Iterator[PlannedPage]:
    """Yield the archive's pages, months named in a tradition of `arabic.dates.MONTHS`."""

    def show(article: Article) -> Teaser:
        return teaser(article, tradition)

    years = tuple(_year(year, months, tradition) for year, months in archive.years)
    undated = Link(UNDATED, urls.url(urls.UNDATED), len(archive.undated)) if archive.undated else None
    top = Link(TITLE, urls.url(urls.ARCHIVE))
    yield from _pages(TITLE, urls.ARCHIVE, archive.articles, show, years=years, undated=undated)
    for year, (_, months) in zip(years, archive.years, strict=True):
        articles = [article for month in months for article in month.articles]
        path = urls.month_path(months[0].year)
        yield from _pages(year.link.text, path, articles, show, parents=(top,), years=(year,))
        for month in months:
            title = format_month(month.year, month.month, tradition)
            path = urls.month_path(month.year, month.month)
            yield from _pages(title, path, month.articles, show, parents=(top, year.link))
    if archive.undated:
        yield from _pages(UNDATED, urls.UNDATED, archive.undated, show, parents=(top,))


def month_link(month: Month, tradition: str = EGYPTIAN) -> Link:
    """Return a link to a month's page by the month's name, in a tradition of `arabic.dates.MONTHS`, and year."""
    path = urls.month_path(month.year, month.month)
    return Link(format_month(month.year, month.month, tradition), urls.url(path), len(month.articles))


def _year(year: int, months: Sequence[Month], tradition: str) -> Year:
    count = sum(len(month.articles) for month in months)
    return Year(
        Link(str(year), urls.url(urls.month_path(year)), count),
        tuple(
            Link(
                month_name(month.month, tradition),
                urls.url(urls.month_path(year, month.month)),
                len(month.articles),
            )
            for month in months
        ),
    )


def _pages(
    title: str,
    path: str,
    articles: Sequence[Article],
    show: Callable[[Article], Teaser],
    *,
    parents: tuple[Link, ...] = (),
    years: tuple[Year, ...] = (),
    undated: Link | None = None,
) -> Iterator[PlannedPage]:
    summary = counted(len(articles), ARTICLE)
    front_matter = {"title": title, "description": f"{title}: {summary}", "template": _TEMPLATE}

    def page(listing: Slice[Teaser]) -> SitePage:
        view = ArchiveView(title, summary, parents, years, undated, listing)
        return SitePage(listing.path, front_matter, view)

    yield from listing_pages(path, _TEMPLATE, articles, show, page)
