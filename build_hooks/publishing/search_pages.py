"""The search page, and the index that its script asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from markdown import Markdown

from build_hooks.cache import Cache, digest_of
from build_hooks.indexing.catalogue import Holdings
from build_hooks.indexing.search.digests import Digest, all_digests, batches, digest, renewed
from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.indexing.search.index import DIRECTORY, Known, index_files
from build_hooks.model import Article
from build_hooks.publishing.site_page import NamedFolder, PlannedPage, SiteFile, SitePage
from build_hooks.publishing.urls import SEARCH, article_path, url
from build_hooks.reading.markdown_seed import read_markdown

_TEMPLATE = "search.html"

SEARCH_KIND = "search"
"""The kind of answer of a cache that is what the search takes from a batch."""

KNOWN_KIND = "search-known"
"""The kind of what one index leaves to the next."""

# Beside the scripts, which find it by their own address.
_FOLDER = "assets/search/"
SEARCH_DIRECTORY = f"{_FOLDER}{DIRECTORY}"


Labelled = tuple[Article, list[str], list[str]]
"""An article, with the names of its keywords and tags."""


@dataclass(frozen=True, slots=True)
class SearchBatch:
    """Neighbouring articles as the search takes them."""

    key: bytes
    """Tells all that it takes of them."""

    articles: Sequence[Labelled]

    @property
    def ends(self) -> list[tuple[str, str]]:
        """What it begins with and what it ends with, of which an edit hardly ever changes both."""
        if not self.articles:
            return []
        (first, *_), (last, *_) = self.articles[0], self.articles[-1]
        return [("first", first.permalink), ("last", last.permalink)]

    def digest(self, before: Digest | None) -> Digest:
        """Return what it takes; `before` is what it took of nearly the same articles, where that is known."""
        keys = [_key([labelled]) for labelled in self.articles]
        if before:
            return renewed(before, keys, self._documents)
        return digest(self._documents(range(len(self.articles))), keys)

    def _documents(self, places: Iterable[int]) -> list[SearchDocument]:
        return [
            article_document(article, url(article_path(article)), keywords, tags)
            for article, keywords, tags in map(self.articles.__getitem__, places)
        ]


def search_page() -> PlannedPage:
    """Return the page that shows what a query finds; its script fills it."""
    front_matter = {"title": "البحث", "description": "ابحث في كل المقالات", "template": _TEMPLATE}
    return PlannedPage(SEARCH, _TEMPLATE, lambda: SitePage(SEARCH, front_matter, view=None))


def search_batches(holdings: Holdings) -> list[SearchBatch]:
    """Return all articles in batches, the newest first, which come first among equally good ones."""
    labelled = [
        (article, holdings.keywords.names(place), holdings.tags.names(place))
        for place, article in enumerate(holdings.archive.articles)
    ]
    parts = batches([article.permalink for article in holdings.archive.articles])
    return [SearchBatch(_key(labelled[part]), labelled[part]) for part in parts]


def page_document(path: str, source: str, text: str, title: str | None, markdown: Markdown) -> SearchDocument:
    """Return a hand-written page as the index takes it: as it would an `.md` seed.

    Args:
        path: the page's in the site.
        source: its file's, from the project's root.
        text: its Markdown, below the front matter.
        title: that of the front matter, where it has one.
        markdown: a converter with the site's extensions.

    Raises:
        SeedError: Where an extension cannot convert the text, or a link in it is no address.
    """
    page = read_markdown(text, source, markdown, title)
    headline = page.headline or PurePath(source).stem
    return article_document(Article(source, path, headline, page.sections), url(path), (), ())


def search_folder(parts: Sequence[SearchBatch], pages: Sequence[SearchDocument], cache: Cache) -> NamedFolder:
    """Return the files of the search index.

    Args:
        parts: all articles.
        pages: the hand-written pages, which come behind equally good articles.
        cache: what builds before have worked out.
    """
    known, before = cache.last(KNOWN_KIND) or (Known(), {})
    digests = [_digest(part, before, cache) for part in parts]
    # There are few, and to find out what was known of them would take as long.
    if pages:
        digests += all_digests(pages)
    files, known = index_files(digests, known)
    cache.keep_last(KNOWN_KIND, (known, {end: part.key for part in parts for end in part.ends}))
    directory = SiteFile(SEARCH_DIRECTORY, files.directory)
    return NamedFolder(f"{_FOLDER}{files.folder}", files.contents, files.keys, directory)


def _digest(part: SearchBatch, before: Mapping[tuple[str, str], bytes], cache: Cache) -> Digest:
    found: Digest = cache.value(SEARCH_KIND, part.key, lambda: part.digest(_before(part, before, cache)))
    return found


def _before(part: SearchBatch, keys: Mapping[tuple[str, str], bytes], cache: Cache) -> Digest | None:
    """Return what the build before took of the batch that began or ended as this one, where that is known."""
    key = next((keys[end] for end in part.ends if end in keys), None)
    answer = None if key is None else cache.known(SEARCH_KIND, key)
    return None if answer is None else cache.open(answer)


def _key(articles: Iterable[Labelled]) -> bytes:
    return digest_of([(article.permalink, article.digest, *labels) for article, *labels in articles])
