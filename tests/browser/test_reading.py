"""What a reader can set for reading, and take along."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Serve
from tests.browser.test_accessibility import ARTICLE, PAGES
from tests.conftest import BuiltSite

LIGHT, DARK = "rgb(253, 252, 249)", "rgb(20, 21, 23)"


def paper(page: Page) -> str:
    """Return the colour that the page stands on."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def text_size(page: Page) -> float:
    """Return the size in pixels of the article's text."""
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('#p1')).fontSize)"))


def test_colours_follow_the_readers_choice(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Dark on a light system, on every page from its first paint; then as the system has it again."""
    page = open_page(serve(built_site.folder), scheme="light")
    page.select_option(".n-theme select", "dark")
    assert DARK == paper(page)
    page.click(".n-lead h1 a")
    page.wait_for_load_state()
    # The script that asks for the choice stands in the head: the page never was light.
    assert "dark" == page.evaluate("document.documentElement.dataset.theme")
    assert DARK == paper(page)
    assert "dark" == page.input_value(".n-theme select")
    page.select_option(".n-theme select", "")
    assert LIGHT == paper(page)


def test_light_can_be_chosen_on_a_dark_system(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite
) -> None:
    """The choice wins over the system; paper to print on is light either way."""
    page = open_page(serve(built_site.folder), scheme="dark")
    assert DARK == paper(page)
    page.emulate_media(media="print")
    assert LIGHT == paper(page)
    page.emulate_media(media="screen")
    page.select_option(".n-theme select", "light")
    assert LIGHT == paper(page)


def test_text_grows_and_shrinks(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """From 20 px up and down within bounds, remembered on the next page."""
    page = open_page(serve(built_site.folder) + ARTICLE, width=360)
    assert 20 == text_size(page)
    for _ in range(5):
        page.press("[data-tool=larger]", "Enter")
    assert 27 == text_size(page)
    assert "true" == page.get_attribute("[data-tool=larger]", "aria-disabled")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.reload()
    assert 27 == text_size(page)
    for _ in range(5):
        page.press("[data-tool=smaller]", "Enter")
    assert 18 == text_size(page)


def test_address_is_copied(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """The article's address, without the place in it, goes to the clipboard, and a voice says so."""
    address = serve(built_site.folder) + ARTICLE
    page = open_page(address + "#p3")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("[data-tool=copy]")
    expect(page.locator(".n-tools [role=status]")).to_have_text("نُسخ الرابط")
    assert address == page.evaluate("navigator.clipboard.readText()")


def test_article_is_shared_by_the_system(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Where the system can share, it is handed headline and address; where it cannot, nothing offers it."""
    address = serve(built_site.folder) + ARTICLE
    page = open_page(address)
    can_share = page.evaluate("!!navigator.share")
    assert can_share == page.is_visible("[data-tool=share]")
    page.add_init_script("navigator.share = async shared => { window.shared = shared; }")
    page.reload()
    page.click("[data-tool=share]")
    assert {"title": page.inner_text("h1"), "url": address} == page.evaluate("shared")


def test_article_is_printed(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """The button asks the browser to print; on paper stand the site's name and the text, and nothing to press."""
    page = open_page(serve(built_site.folder) + ARTICLE)
    page.evaluate("print = () => { window.printed = true; }")
    page.click("[data-tool=print]")
    assert page.evaluate("printed")
    page.emulate_media(media="print")
    assert page.is_visible(".n-brand")
    assert page.is_visible("#p1")
    assert page.is_visible(".n-footer")
    assert [] == page.locator("nav:visible, form:visible, button:visible, select:visible").all_inner_texts()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_needs_javascript_that_cannot_run(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str
) -> None:
    """Tools that only a script can serve are not shown without one."""
    page = open_page(serve(built_site.folder) + path, javascript=False, missing=path == PAGES["missing"])
    assert 0 == page.locator(".n-tools:visible, .n-theme:visible, .n-filter:visible").count()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_keyboard_leads_through_the_page(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str
) -> None:
    """First the way to the text, then brand and sections, in reading order; what has the focus is seen and marked."""
    page = open_page(serve(built_site.folder) + path, missing=path == PAGES["missing"])
    page.keyboard.press("Tab")
    assert "تخطَّ إلى المحتوى" == page.evaluate("document.activeElement.textContent")
    stops = []
    for _ in range(6):
        stops.append(
            page.evaluate(
                """() => {
                    const focused = document.activeElement, style = getComputedStyle(focused);
                    const box = focused.getBoundingClientRect();
                    return {
                        text: focused.textContent.trim(),
                        isMarked: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
                        isSeen: box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.width > 1,
                    };
                }"""
            )
        )
        page.keyboard.press("Tab")
    names = ["تخطَّ إلى المحتوى", "ناشر", "الرئيسية", "الكلمات", "الوسوم", "الأرشيف"]
    assert [{"text": name, "isMarked": True, "isSeen": True} for name in names] == stops


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_holds_no_inline_code(built_site: BuiltSite, path: str) -> None:
    """Neither scripts nor styles stand in the page, so that a strict content security policy can forbid them."""
    file = "404.html" if path == PAGES["missing"] else unquote(path.partition("?")[0])
    html = built_site.page(file)
    assert [] == re.findall(
        r"<script(?![^>]* (?:src=|type=\"application/ld\+json\"))[^>]*>|<style|style=\"| on[a-z]+=\"", html
    )


def test_nothing_moves_while_the_page_loads(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """No layout shift on the first screens, fonts and scripts included."""
    for path in (PAGES["front"], PAGES["article"], PAGES["keywords"]):
        page = open_page(serve(built_site.folder) + path, width=360)
        shift = page.evaluate(
            """async () => {
                let shift = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => { shift += entry.value; }))
                    .observe({type: "layout-shift", buffered: true});
                await document.fonts.ready;
                await new Promise(done => setTimeout(done, 100));
                return shift;
            }"""
        )
        assert shift < 0.02, path
