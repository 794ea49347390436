"""A page is fetched before it is asked for, where that is likely and costs nobody anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Serve
from tests.browser.test_accessibility import ARTICLE, PAGES
from tests.conftest import BuiltSite

HEADLINE = ".n-lead h1 a"


def fetched(page: Page) -> list[str]:
    """Return the addresses, below the site's root, of what is fetched ahead once the pointer has rested."""
    page.clock.run_for(100)
    addresses: list[str] = page.eval_on_selector_all(
        "link[rel=prefetch]", "links => links.map(link => link.href.slice(origin.length + 1))"
    )
    return addresses


@pytest.fixture
def front(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> Page:
    """The front page, the clock of which stands still until a test turns it."""
    page = open_page(serve(built_site.folder))
    page.clock.install(time="2026-11-24T12:00:00Z")
    page.clock.pause_at("2026-11-24T13:00:00Z")
    page.reload()
    return page


def test_page_is_fetched_while_the_pointer_rests_on_its_link(front: Page) -> None:
    """Once, however often that happens."""
    with front.expect_request(f"**/{ARTICLE}"):
        front.hover(HEADLINE)
        assert [ARTICLE] == fetched(front)
    front.hover(".n-footer")
    front.hover(HEADLINE)
    assert [ARTICLE] == fetched(front)


def test_pointer_that_passes_over_fetches_nothing(front: Page) -> None:
    """It has to rest."""
    front.hover(HEADLINE)
    front.hover(".n-footer p")
    assert [] == fetched(front)


@pytest.mark.parametrize("href", ["https://example.org/a/", "#n_main", "?q=x", "mailto:a@example.org"])
def test_only_other_pages_of_the_site_are_fetched(front: Page, href: str) -> None:
    """No other host, and not the page itself."""
    front.eval_on_selector(HEADLINE, "(link, href) => link.setAttribute('href', href)", href)
    front.hover(HEADLINE)
    assert [] == fetched(front)


def test_place_in_a_page_is_that_page(front: Page) -> None:
    """Two places in an article are one fetch."""
    front.eval_on_selector(HEADLINE, "link => { link.href += '#p2'; }")
    front.hover(HEADLINE)
    assert [ARTICLE] == fetched(front)


def test_reader_who_saves_data_is_asked_for_none(front: Page) -> None:
    """Nothing is fetched ahead then."""
    front.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    front.reload()
    front.hover(HEADLINE)
    assert [] == fetched(front)


def test_script_is_small_and_on_every_page(built_site: BuiltSite) -> None:
    """Below a kilobyte as it is; no kind of page goes without."""
    assert (built_site.folder / "assets/js/prefetch.js").stat().st_size < 1024
    for path in ("", ARTICLE, PAGES["keywords"], PAGES["about"], "404.html"):
        assert 1 == built_site.page(path).count("assets/js/prefetch.js"), path
