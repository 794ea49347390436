"""What one more article changes: few pages, so that few have to be written again."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import replace

from build_hooks.model import Article, Vocabulary
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.site import site_pages
from tests.factory import an_article, build_catalogue
from tests.written import SITE, html_of

# Between the ninth and the tenth.
ONE_MORE = an_article("جديد", day="2026-12-01", tags=("أمن",), keywords=("ك0",), text=("خبر عن ك0.",))


def an_old_article(number: int) -> Article:
    """Return an article with a tag that all have, a keyword that all have, and one that some have."""
    return an_article(
        f"{number:02}",
        day=f"2026-{12 - number // 9:02}-{27 - number % 9 * 3:02}",
        tags=("أمن",),
        keywords=("عام", f"ك{number % 5}"),
        text=(f"نص {number} عن ك{number % 5}.",),
    )


def pages_of(articles: Iterable[Article]) -> dict[str, str]:
    """Return the HTML of all pages by their paths."""
    catalogue = build_catalogue(articles, Vocabulary())
    planned = site_pages(catalogue, SITE, identities_of(catalogue))
    return {page.path: html_of(page.make()) for page in planned}


def test_pages_of_articles_stay_but_for_its_neighbours() -> None:
    """However many share its tag: the number of a tag's articles does not stand on their pages."""
    old = [an_old_article(number) for number in range(60)]
    before, after = pages_of(old), pages_of([*old, ONE_MORE])
    assert ["articles/08/", "articles/09/"] == [
        path for path in before if path.startswith("articles/") and before[path] != after[path]
    ]


def test_a_page_that_is_worked_out_needs_nothing_else() -> None:
    """It holds plain values, all that its document depends on."""
    catalogue = build_catalogue([an_old_article(number) for number in range(9)], Vocabulary())
    for planned in site_pages(catalogue, SITE, identities_of(catalogue)):
        page = planned.make()
        copy = pickle.loads(pickle.dumps(page))  # noqa: S301 (our own)
        assert page == copy
        assert html_of(page) == html_of(copy)


def test_pages_of_other_terms_stay() -> None:
    """Also where they name its terms, as those that often occur with them."""
    old = [an_old_article(number) for number in range(60)]
    before, after = pages_of(old), pages_of([*old, ONE_MORE])
    assert 'href="../../keywords/ك0/"' in before["keywords/عام/"]
    same = ["keywords/عام/", *(f"keywords/ك{number}/" for number in range(1, 5))]
    assert [] == [path for path in same if before[path] != after[path]]
    assert before["keywords/ك0/"] != after["keywords/ك0/"]


def test_further_pages_of_listings_stay() -> None:
    """An address leads to the articles that it led to, however many newer ones there are."""
    old = [
        an_article(f"{number:03}", day="2026-01-01", tags=("أمن",), keywords=("عام",))
        for number in range(170)
    ]
    before, after = pages_of(old), pages_of([*old, replace(ONE_MORE, keywords=("عام",))])
    further = {path for path in before if "/page/" in path}
    assert {"archive/page/1/", "archive/2026/page/2/", "keywords/عام/page/1/", "tags/أمن/page/2/"} <= further
    assert [] == [path for path in further if before[path] != after[path]]
    for path in ("archive/", "archive/2026/", "keywords/عام/", "tags/أمن/"):
        assert before[path] != after[path]
