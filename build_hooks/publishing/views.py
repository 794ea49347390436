"""What the templates show, as plain values: texts as written, paths, numbers; `snippets` makes HTML of them.

All that hangs on an article or a term and is seen on a page stands in its view, and nothing is worked out there that
can wait until the page is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from build_hooks.arabic.notation import Notation
from build_hooks.model import Article, Term
from build_hooks.publishing.site_page import PlannedPage, SitePage
from build_hooks.publishing.urls import article_path, page_path, term_path

LEDE_LENGTH = 220
"""Characters of a new article's lede: two to three lines of the text column."""

PAGE_LENGTH = 50
"""Articles on one page of a listing; the first has up to as many more, see `listing_pages`."""

OLDER = "مقالات أقدم"
"""What the further pages of a listing are."""


class Link(NamedTuple):
    """A name that leads to a page of the site."""

    text: str
    """The name as written, not escaped."""

    path: str
    """Below the site's root, not percent-encoded."""

    articles: int | None = None
    """How many articles stand behind it; None where that is not shown."""


Item = TypeVar("Item")


class Slice(NamedTuple, Generic[Item]):
    """One page of a listing, which may be long; see `listing_pages`."""

    listing: str
    """The path of its first page."""

    items: Sequence[Item]
    older: int = 0
    """How many pages stand behind it."""

    previous: str | None = None
    """The path of the page before it; None on the first."""

    @property
    def number(self) -> int:
        """That of a further page in its address: it counts from the last one, which has the oldest."""
        return self.older + 1

    @property
    def path(self) -> str:
        """Where the page stands below the site's root."""
        return self.listing if self.is_first else page_path(self.listing, self.number)

    @property
    def next(self) -> str | None:
        """The path of the page after it."""
        return page_path(self.listing, self.older) if self.older else None

    @property
    def is_first(self) -> bool:
        """Whether it is the listing's first page."""
        return self.previous is None


def article_link(article: Article) -> Link:
    """Return a link to an article by its headline."""
    return Link(article.headline, article_path(article))


def title_of(name: str, listing: Slice[Item], notation: Notation) -> str:
    """Return the title of a page of the listing called `name`: on further pages with the number that its address has."""
    return name if listing.is_first else f"{name}، الصفحة {notation.number(listing.number)}"


def term_link(index: str, term: Term) -> Link:
    """Return a link to a term's page in the index at path `index`."""
    return Link(term.name, term_path(index, term.slug))


def counted_link(index: str, term: Term) -> Link:
    """Return a link to a term's page in the index at path `index`, with the number of its articles."""
    return Link(term.name, term_path(index, term.slug), len(term.appearances))


def listing_paths(path: str, entries: int) -> list[str]:
    """Return the paths of the pages of a listing of so many entries; see `listing_pages`."""
    return [path, *(page_path(path, number) for number in range(_further_pages(entries), 0, -1))]


def listing_pages(
    path: str,
    template: str,
    entries: Sequence[Item],
    page: Callable[[Slice[Item]], SitePage],
    shows: Callable[[Slice[Item]], bytes] | None = None,
) -> Iterator[PlannedPage]:
    """Yield the pages of the listing of `entries` at `path`, one empty page where there are none.

    All but the first are numbered from the last one on, so that each keeps its number and its entries while newer ones
    come to the first: an address goes on to lead to what was found there, and one article more changes few pages. The
    first has what is left: all up to twice `PAGE_LENGTH`, and never less than that where there are others.

    Args:
        path: Where its first page stands below the site's root.
        template: The name of its pages' template.
        entries: What is listed.
        page: Gives the page that shows a part of the listing.
        shows: Tells of all that this page shows, where there is a way to it without the page.
    """
    further = _further_pages(len(entries))
    start, previous = 0, None
    for older in range(further, -1, -1):
        end = len(entries) - older * PAGE_LENGTH
        part = Slice(path, entries[start:end], older, previous)
        start, previous = end, part.path

        def make(part: Slice[Item] = part) -> SitePage:
            # Plain values, where they had not been made yet.
            return page(Slice(part.listing, tuple(part.items), part.older, part.previous))

        yield PlannedPage(part.path, template, make, shows=partial(shows, part) if shows else None)


def _further_pages(entries: int) -> int:
    return max(0, entries // PAGE_LENGTH - 1)
