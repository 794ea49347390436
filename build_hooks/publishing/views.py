"""What the templates show, as plain values: texts as written, paths, numbers; `snippets` makes HTML of them.

All that hangs on an article or a term and is seen on a page stands in its view, and nothing is worked out there that
can wait until the page is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from build_hooks.model import Article, Term
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.urls import article_path, page_path, term_path

LEDE_LENGTH = 220
"""Characters of a new article's lede: two to three lines of the text column."""

PAGE_LENGTH = 50
"""Articles on one page of a listing."""


# A plain tuple, as a large site has hundreds of thousands.
class Link(NamedTuple):
    """A name that leads to a page of the site."""

    text: str
    """The name as written, not escaped."""

    path: str
    """Below the site's root, not percent-encoded."""

    articles: int | None = None
    """How many articles stand behind it; None where that is not shown."""


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """One page of a long listing."""

    listing: str
    """The path of its first page."""

    number: int
    """Counted from 1."""

    count: int
    """Of how many pages."""

    items: Sequence[Item]

    @property
    def path(self) -> str:
        """Where the page stands below the site's root."""
        return page_path(self.listing, self.number)

    @property
    def previous(self) -> str | None:
        """The path of the page before."""
        return page_path(self.listing, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The path of the page after."""
        return page_path(self.listing, self.number + 1) if self.number < self.count else None


def article_link(article: Article) -> Link:
    """Return a link to an article by its headline."""
    return Link(article.headline, article_path(article))


def term_link(index: str, term: Term) -> Link:
    """Return a link to a term's page in the index at path `index`."""
    return Link(term.name, term_path(index, term.slug))


def counted_link(index: str, term: Term) -> Link:
    """Return a link to a term's page in the index at path `index`, with the number of its articles."""
    return Link(term.name, term_path(index, term.slug), len(term.appearances))


def _pages(entries: int) -> int:
    return max(1, -(-entries // PAGE_LENGTH))


def listing_paths(path: str, entries: int) -> list[str]:
    """Return the paths of the pages of a listing of so many entries; see `listing_pages`."""
    return [page_path(path, number) for number in range(1, _pages(entries) + 1)]


def listing_pages(
    path: str,
    template: str,
    entries: Sequence[Item],
    page: Callable[[Slice[Item]], SitePage],
    shows: Callable[[Slice[Item]], bytes] | None = None,
) -> Iterator[PlannedPage]:
    """Yield the pages of the listing of `entries` at `path`, one empty page where there are none.

    Args:
        path: Where its first page stands below the site's root.
        template: The name of its pages' template.
        entries: What is listed.
        page: Gives the page that shows a part of the listing.
        shows: Tells of all that this page shows, where there is a way to it without the page.
    """
    count = _pages(len(entries))
    for number in range(1, count + 1):
        part = Slice(path, number, count, entries[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH])

        def make(part: Slice[Item] = part) -> SitePage:
            # Plain values, where they had not been made yet.
            return page(Slice(part.listing, part.number, part.count, tuple(part.items)))

        yield PlannedPage(part.path, template, make, shows=partial(shows, part) if shows else None)
