"""What a page shows, told in bytes."""

from __future__ import annotations

import datetime

from build_hooks.cache import digest
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Heading, Kind, Vocabulary
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site import site_pages
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.told_page import told
from tests.factory import an_article, build_catalogue

SITE = Publication("موقع", "وصف", None, "icon.svg")


def a_catalogue(text: str = "نص عن داعش وعن قسد.", description: str = "تنظيم") -> Catalogue:
    """Return two articles with terms, whose digests tell their texts."""
    vocabulary = Vocabulary((Heading("داعش", kind=Kind.ORGANISATION, description=description),))
    articles = [
        an_article("a", text=(text,), keywords=("داعش",), day="2026-01-02", digest=digest(text.encode())),
        an_article("b", text=("نص.",), keywords=("قسد",), tags=("أمن",), digest=digest(b"b")),
    ]
    return build_catalogue(articles, vocabulary)


def keys(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the keys of all pages by path."""
    return {
        page.path: page.shows() if page.shows else told(page.make())
        for page in site_pages(catalogue, SITE, identities_of(catalogue))
    }


def test_the_same_pages_have_the_same_keys() -> None:
    """Whether parts of a page are the same objects or only alike makes no difference."""
    one, other = keys(a_catalogue()), keys(a_catalogue())
    assert one == other
    assert len(one) == len(set(one.values()))


def test_what_a_page_shows_is_in_its_key() -> None:
    """Another text changes the article's page and those of its terms; another description those of the term."""
    before = keys(a_catalogue())

    def changed(catalogue: Catalogue) -> set[str]:
        after = keys(catalogue)
        return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}

    assert {
        "",
        "articles/a/",
        "keywords/داعش/",
        "keywords/قسد/",
        "archive/",
        "archive/2026/",
        "archive/2026/01/",
    } == (changed(a_catalogue("نص آخر عن داعش وعن قسد.")))
    assert "keywords/داعش/" in changed(a_catalogue(description="تنظيم آخر"))
    assert "articles/b/" not in changed(a_catalogue(description="تنظيم آخر"))


def test_all_that_a_page_has_counts() -> None:
    """Its path, the front matter with values of any kind, and the view each change the key."""
    page = SitePage("a/", {"title": "س", "date": datetime.date(2026, 1, 2)}, view=None)
    others = [
        told(page._replace(path="b/")),
        told(page._replace(front_matter={"title": "س", "date": "2026-01-02"})),
        told(page._replace(front_matter={"title": "س", "date": datetime.date(2026, 1, 3)})),
        told(page._replace(view=("a", "b"))),
        told(page._replace(view=("ab",))),
        told(page),
    ]
    assert len(others) == len(set(others))
