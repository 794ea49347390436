"""Pages that lead from another address to a page: from other names of a term, and from an article's former places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from build_hooks.errors import SeedError, SeedErrors
from build_hooks.model import Article, Index
from build_hooks.publishing.policy import policy_meta
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.urls import article_path, page_file, term_path, url

# Search engines take a refresh at once for a permanent redirect and the canonical for the page
# (https://developers.google.com/search/docs/crawling-indexing/301-redirects), so it must not say noindex.
_PAGE = """<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
{policy}<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={address}">
</head>
<body><p>انظر <a href="{address}">{title}</a>.</p></body>
</html>
"""


def redirects(path: str, index: Index, policy: str = "") -> Iterator[SiteFile]:
    """Yield a page, under the content security policy `policy`, for each other name of a term in the index at `path`."""
    for reference in index.references:
        # The address is a sibling's, so that it holds wherever the site stands.
        address = f"../{url(reference.term.slug)}/"
        page = _page(reference.term.name, address, address, policy)
        yield SiteFile(page_file(term_path(path, reference.slug)), page)


def alias_pages(
    articles: Iterable[Article], taken: Iterable[str], publication: Publication
) -> list[SiteFile]:
    """Return a page for each former address of an article.

    Args:
        articles: All articles.
        taken: The path of every other file of the site.
        publication: The site.

    Raises:
        SeedErrors: Where something else stands at an alias, with all such aliases.
    """
    wanted = [(article, alias) for article in articles for alias in article.aliases]
    if not wanted:
        return []
    taken = tuple(taken)
    places = {_comparable(path): "" for path in taken}
    files = {_plain(path) for path in taken}
    folders = {folder for path in taken for folder in _folders(_plain(path))}
    pages, errors = [], []
    for article, alias in wanted:
        place = _comparable(alias)
        file = _plain(_alias_file(alias))
        # One name cannot be a file's and a folder's: `feed.xml/old` has no place.
        if file in folders or not files.isdisjoint(_folders(file)):
            places[place] = ""
        owner = places.setdefault(place, article.seed)
        if owner == article.seed:
            pages.append(_alias_page(article, alias, publication))
            continue
        reason = f"is an alias in {owner} too" if owner else "is the address of another page"
        message = f'the alias "{alias}" {reason}; delete it or choose another'
        errors.append(SeedError(message, article.seed))
    if errors:
        raise SeedErrors(errors)
    return pages


def _alias_page(article: Article, alias: str, publication: Publication) -> SiteFile:
    path = _alias_file(alias)
    target = article_path(article)
    address = "../" * path.count("/") + url(target)
    canonical = publication.absolute(target) if publication.address else address
    return SiteFile(path, _page(article.headline, address, canonical, publication.policy))


def _alias_file(alias: str) -> str:
    return alias if alias.endswith(".html") else f"{alias}/index.html"


def _page(title: str, address: str, canonical: str, policy: str) -> str:
    return _PAGE.format(title=escape(title), address=address, canonical=canonical, policy=policy_meta(policy))


def _comparable(path: str) -> str:
    """Return a path as file systems compare it that know neither letter case nor Unicode composition."""
    return _plain(path).removesuffix("/index.html")


def _plain(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that a file or folder stands in."""
    while (end := path.rfind("/")) > 0:
        path = path[:end]
        yield path
