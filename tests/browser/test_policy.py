"""The content security policy: the whole site works under it, and it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Serve, Watch
from tests.conftest import BuiltSite
from tests.hostile_site import HostileArticle

Hostile = tuple[BuiltSite, list[HostileArticle]]
Violations = Callable[[], list[str]]

LISTENER = """
globalThis.violations = JSON.parse(sessionStorage.violations ?? "[]");
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    violations.push(`${effectiveDirective} ${blockedURI}`);
    sessionStorage.violations = JSON.stringify(violations);
});
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that gathers violations as `violations`, from one address to the next."""
    context = browser.new_context(locale="ar")
    context.add_init_script(LISTENER)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "articles/m312/",
        "articles/m376/",
        "keywords/",
        f"keywords/{quote('ماركداون')}/",
        f"keywords/{quote('م0')}/",
        "tags/",
        "archive/",
        "archive/2026/11/",
        "archive/undated/",
        f"{quote('قديم/003')}/",
        "search/?q=script",
        "about/",
        "none/",
    ],
)
def test_pages_keep_to_it(page: Page, serve: Serve, hostile_site: Hostile, path: str) -> None:
    """No kind of page does what the policy forbids, JSON-LD, redirects and the page for what is missing included."""
    watch = Watch(page.context)
    page.goto(serve(hostile_site[0].folder) + path, wait_until="networkidle")
    assert [] == page.evaluate("violations")
    assert [] == [problem for problem in watch.problems if "status of 404" not in problem]
    # A redirect has led on.
    assert 1 == page.locator("h1").count()
    # The policy was there to be broken.
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { text: 'globalThis.hasRun = 1' }))"
    )
    assert ["script-src-elem inline"] == page.evaluate("violations")
    assert page.evaluate("globalThis.hasRun === undefined")


def test_readers_may_do_everything(page: Page, serve: Serve, hostile_site: Hostile) -> None:
    """Colours, size of text, search as one types, the search page, the filter of an index: all of it keeps to the policy."""
    site, articles = hostile_site
    home = serve(site.folder)
    page.goto(home + quote(articles[0].path))
    page.select_option(".n-theme select", "dark")
    page.click("[data-tool=larger]")
    page.click("[data-tool=copy]")
    assert ["dark", "2"] == page.evaluate(
        "(({ theme, textSize }) => [theme, textSize])(document.documentElement.dataset)"
    )
    page.locator("#n_search_box").press_sequentially("نص")
    expect(page.locator(".n-suggestion").first).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#n_search_results li").first).to_be_visible()
    page.locator("#n_search_facets a").first.click()
    page.locator("#n_search_query").fill("ختام")
    page.keyboard.press("Enter")
    expect(page.locator("#n_search_results mark").first).to_be_visible()
    page.goto(f"{home}keywords/letter/S/")
    page.locator("#n_filter").fill("script")
    expect(page.locator("#n_filter_status")).not_to_be_empty()
    assert "dark" == page.evaluate("document.documentElement.dataset.theme")
    assert [] == page.evaluate("violations")


@pytest.mark.parametrize(
    ("html", "violation"),
    [
        ("<img src=x onerror=x()>", "script-src-attr inline"),
        ("<p style=color:red>", "style-src-attr inline"),
        ("<style>p {}</style>", "style-src-elem inline"),
        ("<img src=https://elsewhere.example/x.png>", "img-src https://elsewhere.example/x.png"),
        ("<iframe src=https://elsewhere.example/></iframe>", "frame-src https://elsewhere.example"),
        ("<object data=/assets/images/icon.svg></object>", "object-src "),
        (
            "<link rel=stylesheet href=https://elsewhere.example/x.css>",
            "style-src-elem https://elsewhere.example/x.css",
        ),
        ("<video src=https://elsewhere.example/x.mp4></video>", "media-src https://elsewhere.example/x.mp4"),
    ],
)
def test_it_holds(page: Page, serve: Serve, hostile_site: Hostile, html: str, violation: str) -> None:
    """Were hostile text ever to become markup, the browser would not act on it."""
    page.goto(f"{serve(hostile_site[0].folder)}about/")
    page.evaluate("html => document.querySelector('#article').innerHTML = html", html)
    # Not `wait_for_function`, which the policy would keep from looking a second time.
    for _ in range(200):
        if page.evaluate("violations.length"):
            break
        page.wait_for_timeout(50)
    assert page.evaluate("violations")[0].startswith(violation)
