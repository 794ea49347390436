"""What readers set in their system and browser: large text, little motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Serve
from tests.browser.test_accessibility import PAGES
from tests.conftest import BuiltSite

TWICE = {"fontSizes": {"standard": 32, "fixed": 26}}
"""Chromium's own setting «very large» is 24 px instead of 16; WCAG 2.2, 1.4.4, asks for twice the size."""

# Text that is cut off, and pieces of the masthead that lie on each other.
CUT_OFF = """() => [...document.body.querySelectorAll("a, button, h1, h2, h3, p, li, label, select")]
    .filter(node => node.checkVisibility() && !node.closest(".n-unseen, .n-tools span"))
    .filter(node => {
        const style = getComputedStyle(node);
        return style.overflow !== "visible" && style.webkitLineClamp === "none"
            && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
    })
    .map(node => node.outerHTML.slice(0, 80))"""
OVERLAPPING = """() => {
    const boxes = [...document.querySelectorAll(".n-brand, .n-nav, .n-search")]
        .map(node => [node.className, node.getBoundingClientRect()]);
    return boxes.flatMap(([name, one], place) => boxes.slice(place + 1)
        .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1
            && one.top < other.bottom - 1 && other.top < one.bottom - 1)
        .map(([other]) => `${name} on ${other}`));
}"""


def with_large_text(page: Page) -> Page:
    """Give a page the reader's text of twice the size."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", TWICE)
    assert 32 == page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    return page


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_text_of_twice_the_size_has_room(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str, width: int
) -> None:
    """All text grows with it, on phone and desk: nothing scrolls sideways, is cut off or lies on something else."""
    page = open_page(serve(built_site.folder) + path, width=width, missing=path == PAGES["missing"])
    small = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    with_large_text(page)
    assert 2 * small == page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == page.evaluate(CUT_OFF)
    assert [] == page.evaluate(OVERLAPPING)
    # The way past the masthead shows itself only to those who come to it.
    assert page.evaluate("document.querySelector('.n-skip').getBoundingClientRect().bottom <= 0")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_moves_for_those_who_ask_for_it(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str
) -> None:
    """No element is animated, changes by and by, or scrolls smoothly, Material's own included."""
    page = open_page(serve(built_site.folder) + path, reduced_motion=True, missing=path == PAGES["missing"])
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")]
            .flatMap(node => ["", "::before", "::after"].map(part => [node, getComputedStyle(node, part || null)]))
            .filter(([, style]) => style.transitionProperty !== "none"
                && style.transitionDuration.split(",").some(time => parseFloat(time) > 0)
                || style.animationName !== "none" || style.scrollBehavior !== "auto")
            .map(([node]) => node.outerHTML.slice(0, 80))"""
    )
    assert [] == moving
    assert 0 == page.evaluate("document.getAnimations().length")
