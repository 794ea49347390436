"""Pages in runs, of which the next build mostly looks at none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from build_hooks.cache import digest
from build_hooks.indexing.catalogue import Catalogue
from build_hooks.model import Article, Heading, Kind, Vocabulary
from build_hooks.publishing.article_pages import article_pages
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site import site_pages, site_runs
from tests.factory import an_article, build_catalogue

SITE = Publication("موقع", "وصف", None, "icon.svg")


def catalogue_of(articles: Iterable[Article], *headings: Heading) -> Catalogue:
    """Return these articles with their indexes."""
    return build_catalogue(articles, Vocabulary(headings))


def some_articles(last_word: str = "نص") -> list[Article]:
    """Return articles with terms of one article, of a few, and of more than a page holds."""
    texts = [f"كلام عن قسد{number}. {'نص' if number else last_word}" for number in range(110)]
    return [
        an_article(
            str(number),
            text=(text,),
            keywords=("داعش", "ياسمين", f"قسد{number}"),
            tags=("أمن",),
            day=f"2026-01-{1 + number % 28:02}",
            digest=digest(text.encode()),
        )
        for number, text in enumerate(texts)
    ]


def shown(catalogue: Catalogue) -> dict[tuple[str, ...], bytes]:
    """Return what runs show by the paths of their pages."""
    return {tuple(run.paths): run.shows() for run in site_runs(catalogue, SITE, identities_of(catalogue))}


def test_all_pages_of_articles_and_terms_stand_in_runs() -> None:
    """Each in one, those of long listings too; of other pages none does."""
    catalogue = catalogue_of(some_articles())
    planned = [page.path for page in site_pages(catalogue, SITE, identities_of(catalogue))]
    in_runs = [path for paths in shown(catalogue) for path in paths]
    assert sorted(in_runs) == sorted(
        path
        for path in planned
        if path.startswith("articles/") or (path.startswith(("keywords/", "tags/")) and path.count("/") > 1)
    )
    assert "keywords/داعش/page/1/" in in_runs


def test_a_run_tells_of_all_that_its_pages_show() -> None:
    """Where a page is to be another one, so is what its run shows."""
    headings = [
        (),
        (Heading("داعش", description="تنظيم"),),
        (Heading("قسد3", see_also=("قسد7",)),),
        (Heading("داعش", also=("نص",)),),
    ]
    catalogues = [catalogue_of(some_articles(), *some) for some in headings]
    beside = some_articles()
    # With the only article of a term goes the term, which another one names beside itself.
    del beside[7]
    catalogues += [
        catalogue_of(some_articles(), *headings[2]),
        catalogue_of(beside, *headings[2]),
        catalogue_of(some_articles("قسد9")),
        catalogue_of(some_articles()[1:]),
        catalogue_of([]),
    ]
    for before, after in pairwise(map(keys_and_runs, catalogues)):
        for paths, told in after[1].items():
            is_other = any(before[0].get(path) != after[0][path] for path in paths)
            assert not is_other or before[1].get(paths) != told


def test_most_runs_of_terms_show_the_same_after_an_edit() -> None:
    """All but those of the terms of the article, and of one that it names now."""
    before, after = shown(catalogue_of(some_articles())), shown(catalogue_of(some_articles("قسد9")))
    changed = [paths for paths in after if before.get(paths) != after[paths]]
    terms = {"keywords/داعش/", "keywords/ياسمين/", "keywords/قسد0/", "keywords/قسد9/", "tags/أمن/"}
    assert terms <= {path for paths in changed for path in paths}
    assert all(terms & set(paths) for paths in changed if not paths[0].startswith("articles/"))


def keys_and_runs(catalogue: Catalogue) -> tuple[dict[str, bytes], dict[tuple[str, ...], bytes]]:
    """Return the keys of pages that tell theirs, by path, and what runs show."""
    pages = site_pages(catalogue, SITE, identities_of(catalogue))
    return {page.path: page.shows() for page in pages if page.shows}, shown(catalogue)


def test_a_run_tells_what_its_authors_are() -> None:
    """Whether the vocabulary has an author as organisation changes the page, whose own seed stays."""
    articles = [an_article("a", author="واع", authors=("واع",), digest=digest(b"a"))]
    before, after = (
        catalogue_of(articles, Heading("واع", kind=kind)) for kind in (Kind.PERSON, Kind.ORGANISATION)
    )
    [view], [other] = (
        [page.make().view for page in article_pages(catalogue)] for catalogue in (before, after)
    )
    assert view != other
    assert shown(before)["articles/a/",] != shown(after)["articles/a/",]


def test_a_tag_is_no_keyword() -> None:
    """Though it has the same name and the same articles, and no other has any."""
    articles = [an_article("a", keywords=("أمن",), tags=("أمن",), digest=digest(b"a"))]
    catalogue = catalogue_of(articles)
    runs = [run.shows() for run in site_runs(catalogue, SITE, identities_of(catalogue))]
    assert len(runs) == len(set(runs)) == 3


def test_a_site_without_articles() -> None:
    """It has no pages in runs."""
    assert {()} == set(shown(catalogue_of([])))
