"""An edition: everything that a build publishes, from the seeds to the last feed."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from build_hooks.indexing.catalogue import Catalogue, build_catalogue
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.publishing.metadata import Heads
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.release import build_day, released
from build_hooks.publishing.sharing import HandWritten, share
from build_hooks.publishing.site import site_files, site_pages
from build_hooks.publishing.site_page import PlannedFiles, PlannedPage, SiteFile
from build_hooks.publishing.stages import Stages
from build_hooks.reading.collection import read_collection

_SHALLOW = "This is a shallow clone: seeds without a date of their own show none; fetch the whole history"


@dataclass(frozen=True, slots=True)
class Edition:
    """What is to be published."""

    pages: Sequence[PlannedPage]
    files: Sequence[SiteFile]
    planned_files: Sequence[PlannedFiles]
    heads: Heads

    remarks: Sequence[str]
    """What the editor may want to know."""

    warnings: Sequence[str]
    """What the editor should mend."""

    contents: str
    """What it holds, in figures: `3 articles, 12 terms, 96 mentions, 41 pages`."""


def prepare(
    root: Path,
    publication: Publication,
    *,
    hand_written: HandWritten,
    markdown: Markdown,
    is_preview: bool,
    stages: Stages,
) -> Edition:
    """Read the seeds of a project, index them, and plan what they become.

    Args:
        root: The project's folder.
        publication: The site.
        hand_written: What stands in `docs/`.
        markdown: A converter with the site's extensions.
        is_preview: Whether drafts and what is scheduled are shown.
        stages: Is told how long each stage takes.

    Raises:
        SeedError: Where the vocabulary cannot be used.
        SeedErrors: Where seeds cannot be published.
    """
    with _nothing_collected():
        with stages.stage("reading"):
            collection = read_collection(root / "seeds", root, markdown)
            vocabulary = read_vocabulary(root / "seeds" / "vocabulary.yml", "seeds/vocabulary.yml")
        with stages.stage("indexing"):
            articles = released(collection.articles, build_day(os.environ), is_preview=is_preview)
            catalogue = build_catalogue(articles, vocabulary)
        with stages.stage("planning"):
            pages = list(site_pages(catalogue, publication))
            planned_files = list(site_files(catalogue))
            shared = share(
                pages,
                planned_files,
                catalogue,
                publication,
                hand_written=hand_written,
                markdown=markdown,
                cache=root / ".cache" / "cards",
            )
    return Edition(
        pages=pages,
        files=shared.files,
        planned_files=planned_files,
        heads=shared.heads,
        remarks=[*([_SHALLOW] if collection.lacks_history else []), *shared.remarks],
        warnings=[*map(str, collection.warnings), *shared.warnings],
        contents=_contents(catalogue, len(pages)),
    )


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from looking for what nobody needs: all that is made here is, and looking takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _contents(catalogue: Catalogue, pages: int) -> str:
    terms = catalogue.keywords.terms
    counts = {
        "articles": len(catalogue.archive.articles),
        "terms": len(terms),
        "mentions": sum(len(found.mentions) for term in terms for found in term.appearances),
        "pages": pages,
    }
    return ", ".join(f"{count:,} {noun}" for noun, count in counts.items())
