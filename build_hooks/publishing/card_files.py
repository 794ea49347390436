"""The cards of a site, each drawn once: those drawn before come from a cache."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Article
from build_hooks.publishing.card import Card
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import SITE_CARD, card_path
from build_hooks.whole_file import PART, write_whole


class CardCache:
    """PNGs by what they show, in a folder that may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        # A changed way of drawing must not find the old cards.
        self._recipe = hashlib.sha256((Path(__file__).parent / "cards.py").read_bytes()).hexdigest()

    def png(self, card: Card) -> bytes:
        """Return `card` as a PNG, drawn if need be.

        Raises:
            CardError: Where it has to be drawn and cannot be.
        """
        shown = "\0".join((self._recipe, *card))
        file = self._folder / f"{hashlib.sha256(shown.encode()).hexdigest()}.png"
        self._used.add(file.name)
        try:
            return file.read_bytes()
        except OSError:
            # Only here: a build that draws nothing need not wait for Pillow to load.
            from build_hooks.publishing.cards import draw

            png = draw(card)
            self._keep(file, png)
            return png

    def sweep(self) -> None:
        """Delete the cards that were not asked for, and what killed builds left of others.

        Another build that needs one, or is writing one, draws it again.
        """
        for file in (*self._folder.glob("*.png"), *self._folder.glob(f"*{PART}")):
            if file.name not in self._used:
                file.unlink(missing_ok=True)

    def _keep(self, file: Path, png: bytes) -> None:
        # A cache that cannot be written is none.
        with suppress(OSError):
            write_whole(file, png)


def card_files(catalogue: Catalogue, publication: Publication, cache: CardCache) -> Iterator[SiteFile]:
    """Yield the site's card and those of its newest articles.

    Raises:
        CardError: Where cards cannot be drawn.
    """
    name = publication.name
    yield SiteFile(SITE_CARD, cache.png(Card(publication.description or name, name)))
    for article in catalogue.archive.articles[: publication.cards]:
        yield SiteFile(card_path(article), cache.png(_card(article, catalogue, publication)))
    cache.sweep()


def _card(article: Article, catalogue: Catalogue, publication: Publication) -> Card:
    tags = catalogue.tags.of(article)
    return Card(
        article.headline,
        publication.name,
        kicker=tags[0][0].name if tags else "",
        date=publication.notation.date(article.date) if article.date else "",
    )
