"""Every kind of page where the reader's system sets the colours, light or dark."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Serve
from tests.browser.test_accessibility import PAGES, SCHEMES
from tests.conftest import BuiltSite

# Ratios of luminance as WCAG 2.2 reckons them, colours laid over each other as they are painted.
_CONTRAST = """
const channels = colour => colour.match(/[\\d.]+/g).map(Number);
const over = (upper, lower) => {
    const [r, g, b, a = 1] = channels(upper);
    return lower.map((value, place) => [r, g, b][place] * a + value * (1 - a));
};
const canvas = (() => {
    const probe = document.createElement("div");
    probe.style.backgroundColor = "Canvas";
    document.body.append(probe);
    const colour = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return channels(colour).slice(0, 3);
})();
const ground = node => {
    const layers = [];
    for (let one = node; one; one = one.parentElement) layers.unshift(getComputedStyle(one).backgroundColor);
    return layers.reduce((lower, upper) => over(upper, lower), canvas);
};
const luminance = colour => colour
    .map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
const seen = node => node.checkVisibility({visibilityProperty: true}) && node.getBoundingClientRect().width > 1;
const name = node => `${node.tagName} ${node.className} ${node.textContent.trim().slice(0, 30)}`;
"""

UNREADABLE = f"""() => {{
    {_CONTRAST}
    return [...document.body.querySelectorAll("*")]
        .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()) && seen(node))
        .filter(node => {{
            const lower = ground(node);
            return contrast(over(getComputedStyle(node).color, lower), lower) < 4.5;
        }})
        .map(name);
}}"""
"""Elements whose text does not stand out from what is behind it."""

UNBOUNDED = f"""() => {{
    {_CONTRAST}
    const controls = ".n-chips a, button, input, select, .n-jump a";
    return [...document.querySelectorAll(controls)].filter(seen).filter(node => {{
        const style = getComputedStyle(node), around = ground(node.parentElement);
        return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1
            || contrast(over(style.borderTopColor, around), around) < 3;
    }}).map(name);
}}"""
"""Chips, buttons and fields whose edge is not seen."""

FOCUS = f"""() => {{
    {_CONTRAST}
    const node = document.activeElement, style = getComputedStyle(node), around = ground(node.parentElement);
    const isMarked = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2
        && contrast(over(style.outlineColor, around), around) >= 3;
    // Behind the last stop is the browser's own frame.
    return isMarked || node === document.body ? null : name(node);
}}"""
"""What has the focus without a ring around it that is seen; null where there is one."""


def open_forced(
    open_page: OpenPage, address: str, path: str, scheme: Literal["light", "dark"], **options: object
) -> Page:
    """Open a page in the system's colours, with all that its scripts show."""
    page = open_page(
        address + path, scheme=scheme, forced_colors=True, missing=path == PAGES["missing"], **options
    )
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    if "?q=" in path:
        page.wait_for_selector(".n-results li")
    return page


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_vanishes(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str, scheme: Literal["light", "dark"]
) -> None:
    """Text is read, marked words too; chips, buttons and fields have an edge; the focus is seen at every stop."""
    page = open_forced(open_page, serve(built_site.folder), path, scheme)
    assert [] == page.evaluate(UNREADABLE)
    assert [] == page.evaluate(UNBOUNDED)
    unmarked = []
    for _ in range(20):
        page.keyboard.press("Tab")
        unmarked.append(page.evaluate(FOCUS))
    assert [] == [name for name in unmarked if name]


def test_the_logo_stays(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """It is an image with a ground of its own, which no colour of the system swallows."""
    page = open_forced(open_page, serve(built_site.folder), "", "dark")
    assert [True, 36, 36] == page.evaluate(
        "(({naturalWidth, width, height}) => [naturalWidth > 0, width, height])(document.images[0])"
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_where_one_is_is_told_by_more_than_colour(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, scheme: Literal["light", "dark"]
) -> None:
    """The section in the masthead is underlined; the chosen result in the search box has a ring, no other has."""
    page = open_forced(open_page, serve(built_site.folder), PAGES["keywords"], scheme)
    assert ["underline"] == page.eval_on_selector_all(
        ".n-nav a[aria-current]", "links => links.map(link => getComputedStyle(link).textDecorationLine)"
    )
    page.fill("#n_search_box", "العراق")
    page.wait_for_selector(".n-suggestion")
    page.press("#n_search_box", "ArrowDown")
    rings = page.eval_on_selector_all(
        ".n-suggestion", "results => results.map(result => getComputedStyle(result).outlineStyle)"
    )
    assert ["solid", *["none"] * (len(rings) - 1)] == rings
    assert len(rings) > 1
    assert [] == page.evaluate(UNREADABLE)
