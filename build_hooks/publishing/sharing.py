"""What makes a site found, followed and shared: heads, feeds, cards, redirects and the sitemap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from markdown import Markdown

from build_hooks.indexing.catalogue import Catalogue
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.publishing.card import CardError
from build_hooks.publishing.card_files import CardCache, card_files
from build_hooks.publishing.feeds import feeds
from build_hooks.publishing.metadata import Heads
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.redirects import alias_pages, redirects
from build_hooks.publishing.site_page import PlannedFiles, PlannedFolder, PlannedPage, SiteFile
from build_hooks.publishing.sitemap import Place, robots, sitemap
from build_hooks.publishing.urls import KEYWORDS, is_for_search_engines


class HandWritten(NamedTuple):
    """What stands in `docs/`."""

    files: Sequence[str]
    """The path of each file in the site."""

    pages: Sequence[str]
    """The path of each page in the site."""

    documents: Callable[[], Sequence[SearchDocument]]
    """Reads those of the pages that the search may find."""


class Shared(NamedTuple):
    """A site made ready to be found, followed and shared."""

    files: Sequence[SiteFile]
    """What is published beside the pages and what they are made of."""

    planned_files: Sequence[PlannedFiles]
    """More of it, not worked out yet."""

    heads: Heads
    """Writes the pages' heads."""

    remarks: Sequence[str]
    """What the editor may want to know."""

    warnings: Sequence[str]
    """What the editor should mend."""


def share(
    pages: Sequence[PlannedPage],
    planned_files: Sequence[PlannedFiles | PlannedFolder],
    catalogue: Catalogue,
    publication: Publication,
    *,
    hand_written: HandWritten,
    markdown: Markdown,
    cache: Path,
) -> Shared:
    """Make a site ready to be found, followed and shared.

    Args:
        pages: Every page that Nashir makes.
        planned_files: The files that it makes of the articles.
        catalogue: The articles and their indexes.
        publication: The site; where its address is not known, only aliases are made.
        hand_written: What stands in `docs/`.
        markdown: A converter with the site's extensions.
        cache: The folder for cards that were drawn before.

    Raises:
        SeedErrors: Where something else stands at an article's alias.
    """
    warnings: list[str] = []
    cards: list[SiteFile] = []
    if publication.address:
        try:
            cards = list(card_files(catalogue, publication, CardCache(cache)))
        except CardError as error:
            warnings.append(f"The site has no cards: {error}")
            publication = publication._replace(has_cards=False)
    files = [
        *redirects(KEYWORDS, catalogue.keywords, publication.policy),
        *cards,
        *_addressed(catalogue, publication, hand_written, markdown),
    ]
    sitemaps = list(_sitemap(pages, publication, hand_written))
    taken = chain(
        hand_written.files,
        (page.file for page in pages),
        (file.path for file in files),
        (path for planned in (*planned_files, *sitemaps) for path in planned.paths),
        ("404.html",),
    )
    aliases = alias_pages(catalogue.archive.articles, taken, publication)
    return Shared(
        files=[*files, *aliases],
        planned_files=sitemaps,
        heads=Heads(publication),
        remarks=list(_remarks(catalogue, publication)),
        warnings=warnings,
    )


def _sitemap(
    pages: Iterable[PlannedPage], publication: Publication, hand_written: HandWritten
) -> Iterator[PlannedFiles]:
    """Yield the sitemap of a site whose address is known."""
    if publication.address:
        places = [Place(page.path, page.modified) for page in pages if is_for_search_engines(page.path)]
        yield sitemap([*places, *map(Place, hand_written.pages)], publication)


def _addressed(
    catalogue: Catalogue, publication: Publication, hand_written: HandWritten, markdown: Markdown
) -> Iterator[SiteFile]:
    """Yield the other files that name the site's address."""
    if not publication.address:
        return
    yield from feeds(catalogue, publication, markdown)
    # An editor's own rules for robots win.
    if "robots.txt" not in hand_written.files:
        yield robots(publication)


def _remarks(catalogue: Catalogue, publication: Publication) -> Iterator[str]:
    if not publication.address:
        yield (
            "There is no site_url: feeds, canonical addresses, structured data, cards and the sitemap are left out; "
            "set SITE_URL to the site's address"
        )
    elif undated := len(catalogue.archive.undated):
        yield f"Articles without a date, which are in no feed: {undated}"
