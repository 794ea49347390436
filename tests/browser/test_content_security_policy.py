"""The whole site under a policy that forbids what is not its own, sent by the server as a header.

Whatever the policy refuses is an error in the console, on which `open_page` fails a test.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenPage, Serve
from tests.browser.test_accessibility import ARTICLE, PAGES
from tests.browser.test_reading import DARK, paper, text_size
from tests.conftest import BuiltSite

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_asks_for_nothing_that_the_policy_forbids(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str
) -> None:
    """No script, style, font or image of any page is refused, and the page looks and works as without it."""
    page = open_page(serve(built_site.folder, "/", POLICY) + path, missing=path == PAGES["missing"])
    page.wait_for_load_state("networkidle")
    assert "1px" == page.evaluate("getComputedStyle(document.querySelector('.n-masthead')).borderBottomWidth")


def test_policy_is_in_force(browser: Browser, serve: Serve, built_site: BuiltSite) -> None:
    """What is written into a page does not run, and the console, at which `open_page` looks, says so."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(serve(built_site.folder, "/", POLICY))
        with page.expect_console_message(lambda message: message.type == "error") as said:
            directive = page.evaluate(
                """() => new Promise(done => {
                    document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
                    const script = document.createElement("script");
                    script.textContent = "window.ran = true";
                    document.body.append(script);
                    if (window.ran) done("none: it ran");
                })"""
            )
            assert "script-src-elem" == directive
        assert "Content Security Policy" in said.value.text


def test_reader_chooses_colours_and_size(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Both work, and on the next page too."""
    page = open_page(serve(built_site.folder, "/", POLICY) + ARTICLE)
    page.select_option(".n-theme select", "dark")
    page.click("[data-tool=larger]")
    assert (DARK, 23) == (paper(page), text_size(page))
    page.reload()
    assert (DARK, 23) == (paper(page), text_size(page))


def test_article_is_taken_along(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Its address is copied, shared and printed."""
    address = serve(built_site.folder, "/", POLICY) + ARTICLE
    page = open_page(address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(
        "navigator.share = async shared => { window.shared = shared; }; print = () => { window.printed = true; };"
    )
    page.reload()
    page.click("[data-tool=copy]")
    expect(page.locator(".n-tools [role=status]")).to_have_text("نُسخ الرابط")
    assert address == page.evaluate("navigator.clipboard.readText()")
    page.click("[data-tool=share]")
    assert address == page.evaluate("shared.url")
    page.click("[data-tool=print]")
    assert page.evaluate("printed")


def test_search_answers(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """The box as one types, the page that its form leads to, and the page's own form."""
    page = open_page(serve(built_site.folder, "/sub/path/", POLICY) + ARTICLE)
    page.locator("#n_search_box").press_sequentially("داعش")
    expect(page.locator("#n_suggestion_all")).to_have_text("كل النتائج: نتيجة واحدة")
    page.press("#n_search_box", "Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".n-results li")).to_have_count(1)
    page.fill("#n_search_query", "العراق")
    page.click(".n-search-form button")
    expect(page.locator("#n_search_status")).to_have_text("نتيجة واحدة")
    page.locator(".n-facets a").first.click()
    expect(page.locator(".n-facets [aria-current]")).to_have_count(1)


def test_index_is_filtered(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """The list shrinks to what is typed."""
    page = open_page(serve(built_site.folder, "/", POLICY) + PAGES["keywords"])
    page.fill("#n_filter", "الاعرجي")
    expect(page.locator(".n-entry:visible")).to_have_text(["قاسم الأعرجي"])
