"""An edition: everything that a build publishes, from the seeds to the last feed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import NamedTuple

from markdown import Markdown

from build_hooks.cache import Cache, digest
from build_hooks.errors import SeedError, both
from build_hooks.indexing.catalogue import Catalogue, catalogue_of, take_stock
from build_hooks.indexing.related import Finding
from build_hooks.indexing.vocabulary import read_vocabulary, vocabulary_bytes
from build_hooks.processes import Shares, nothing_collected
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.metadata import Heads
from build_hooks.publishing.press import WrittenFolder, write_folder
from build_hooks.publishing.previous_site import PreviousSite
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.release import build_day, held_back, released
from build_hooks.publishing.sharing import HandWritten, share
from build_hooks.publishing.site import keyword_index, search_index, site_pages, site_runs
from build_hooks.publishing.site_page import PlannedFiles, PlannedPage, Run, SiteFile
from build_hooks.publishing.site_record import FileState, SiteRecord
from build_hooks.publishing.stages import Stages
from build_hooks.reading.collection import collect, read_batches

_VOCABULARY = "seeds/vocabulary.yml"
_SHALLOW = "This is a shallow clone: seeds without a date of their own show none; fetch the whole history"


class Edition(NamedTuple):
    """What is to be published."""

    pages: Sequence[PlannedPage]
    runs: Sequence[Run]
    files: Sequence[SiteFile]
    planned_files: Sequence[PlannedFiles]
    paths_being_written: Sequence[str]
    """Of the search's files those that have a name of their own."""

    heads: Heads

    remarks: Sequence[str]
    """What the editor may want to know."""

    warnings: Sequence[str]
    """What the editor should mend."""

    contents: str
    """What it holds, in figures: `3 articles, 12 terms, 96 mentions, 41 pages`."""

    made_of: bytes
    """The digest of everything that goes into it."""

    search_being_written: Shares[WrittenFolder]
    """Writes the files of the search, from before the edition is complete."""

    related_being_found: Finding
    """Finds the articles near to each, until the press asks for them."""

    def stop(self) -> None:
        """Let nothing be worked out any more."""
        self.search_being_written.stop()
        self.related_being_found.stop()

    def record(
        self,
        site_dir: str,
        files: Mapping[str, FileState],
        pages: Mapping[str, bytes],
        runs: Set[bytes],
        folders: Sequence[WrittenFolder],
        *,
        is_told: bool,
    ) -> SiteRecord:
        """Return the record of the site that it has become; see there.

        `is_told` says whether it has all that its editor was warned of, so that nobody need render the site to know.
        """
        return SiteRecord(
            site_dir,
            self.made_of if is_told else None,
            files,
            pages,
            runs,
            {folder.path: folder.keys for folder in folders},
            self.contents,
            tuple(self.remarks),
            tuple(self.warnings),
        )


def prepare(
    root: Path,
    publication: Publication,
    *,
    hand_written: HandWritten,
    markdown: Markdown,
    is_preview: bool,
    stages: Stages,
    cache: Cache,
    made_with: bytes,
    previous: PreviousSite | None,
    site: Path,
) -> Edition | SiteRecord:
    """Read the seeds of a project, index them, and plan what they become.

    Args:
        root: The project's folder.
        publication: The site.
        hand_written: What stands in `docs/`.
        markdown: A converter with the site's extensions.
        is_preview: Whether drafts and what is scheduled are shown.
        stages: Is told how long each stage takes.
        cache: What builds before have worked out.
        made_with: The digest of all that the site hangs on beside the seeds.
        previous: The site that stands, where it may stay if nothing has changed.
        site: The folder to write the new one in.

    Returns:
        The edition; where it is published already, the record of the site that stands.

    Raises:
        SeedErrors: Where seeds cannot be published or the vocabulary not be used, with all that is wrong in them;
            else where something stands at an article's alias.
    """
    today = build_day(os.environ)
    with nothing_collected():
        with stages.stage("reading"):
            vocabulary_file = root / _VOCABULARY
            batches = read_batches(root / "seeds", root, markdown, cache)
            made_of = digest(
                made_with,
                batches.key,
                _content(vocabulary_file),
                today.isoformat().encode(),
                bytes([is_preview]),
            )
            if previous and (record := previous.unchanged(made_of)):
                return record
            collection, (vocabulary, warning) = both(
                partial(collect, batches, cache), partial(read_vocabulary, vocabulary_file, _VOCABULARY)
            )
            held = "" if is_preview else held_back(collection.articles, today)
        # Where no cache keeps them, they have all articles, packed.
        del batches
        with stages.stage("indexing"):
            holdings = take_stock(released(collection.articles, today, is_preview=is_preview), vocabulary)
            search = search_index(holdings, hand_written.documents(), cache)
            if previous:
                previous.lay_out(site)
        # It takes longest, and needs no more than that.
        with write_folder(search, site, previous) as search_being_written:
            with stages.stage("indexing"):
                catalogue = catalogue_of(holdings, cache)
            # Related articles are found meanwhile.
            with stages.stage("planning"), catalogue.related.finding:
                identities = identities_of(catalogue)
                pages = list(site_pages(catalogue, publication, identities))
                runs = list(site_runs(catalogue, publication, identities))
                keywords = keyword_index(catalogue, identities, cache)
                shared = share(
                    pages,
                    [search, keywords],
                    catalogue,
                    publication,
                    hand_written=hand_written,
                    markdown=markdown,
                    cache=root / ".cache" / "cards",
                )
    return Edition(
        pages=pages,
        runs=runs,
        files=shared.files,
        planned_files=[keywords, *shared.planned_files],
        paths_being_written=search.paths,
        heads=shared.heads,
        remarks=[*filter(None, (_SHALLOW if collection.lacks_history else "", held)), *shared.remarks],
        warnings=[*map(str, collection.warnings), *([str(warning)] if warning else []), *shared.warnings],
        contents=_contents(catalogue, len(pages)),
        made_of=made_of,
        search_being_written=search_being_written,
        related_being_found=catalogue.related.finding,
    )


def _content(vocabulary: Path) -> bytes:
    try:
        return vocabulary_bytes(vocabulary, _VOCABULARY)
    except SeedError as error:
        # What is wrong is told where it is read.
        return str(error).encode()


def _contents(catalogue: Catalogue, pages: int) -> str:
    terms = catalogue.keywords.terms
    counts = {
        "articles": len(catalogue.archive.articles),
        "terms": len(terms),
        "mentions": sum(term.places for term in terms),
        "pages": pages,
    }
    return ", ".join(f"{count:,} {noun}" for noun, count in counts.items())
