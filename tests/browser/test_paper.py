"""Articles and listings on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Serve
from tests.browser.test_accessibility import ARTICLE, PAGES
from tests.conftest import BuildSite, BuiltSite

# A4 without its margins of 2 cm, in CSS pixels of 1/96 inch.
PAPER_WIDTH = 642


def on_paper(open_page: OpenPage, url: str, **options: object) -> Page:
    """Open a page as it is laid out for paper."""
    page = open_page(url, width=PAPER_WIDTH, **options)
    page.emulate_media(media="print")
    return page


def test_article_fills_sheets(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Chromium makes a document of it: the article's three minutes fit on two sheets of A4, none of them empty."""
    document = open_page(serve(built_site.folder) + ARTICLE).pdf(format="A4")
    assert document.startswith(b"%PDF-")
    assert 2 == len(re.findall(rb"/Type /Page\b", document))


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_paper_holds_name_and_text_alone(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str
) -> None:
    """The site's name stands above and below; nothing is left that one would press, and nothing juts out."""
    page = on_paper(open_page, serve(built_site.folder) + path, missing=path == PAGES["missing"])
    assert "ناشر" == page.inner_text(".n-brand")
    assert "ناشر" in page.inner_text(".n-footer")
    assert page.is_visible("h1")
    assert (
        0 == page.locator("nav:visible, form:visible, button:visible, select:visible, input:visible").count()
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_links_are_written_out(
    open_page: OpenPage, serve: Serve, copy_of_project: Path, build_site: BuildSite
) -> None:
    """An address stands behind its link, apart from it, from left to right; terms of the site's own index have none."""
    seed = "---\ntitle: عنوان\nkeywords: [بغداد]\n---\nنص عن [موقع](https://example.org/a/) في بغداد.\n"
    (copy_of_project / "seeds/x.md").write_text(seed, encoding="utf-8")
    address = serve(build_site(copy_of_project / "mkdocs.yml").folder)
    page = on_paper(open_page, address + "articles/x/")
    written = """links => links.map(link => {
        const style = getComputedStyle(link, "::after");
        return [style.content, style.direction, parseFloat(style.marginRight) > 4];
    })"""
    assert [['"‹https://example.org/a/›"', "ltr", True]] == page.eval_on_selector_all(
        "#article a[href^=http]", written
    )
    assert [["none", "rtl", False]] == page.eval_on_selector_all("#article a[href*=keywords]", written)
    page.emulate_media(media="screen")
    assert "none" == page.evaluate(
        "getComputedStyle(document.querySelector('#article a[href^=http]'), '::after').content"
    )


def test_text_is_the_largest_on_paper(open_page: OpenPage, serve: Serve, newspaper: BuiltSite) -> None:
    """Ledes of lesser stories and quotations are no larger than the lead's and an article's own text; days are smaller."""
    sizes = "nodes => nodes.map(node => parseFloat(getComputedStyle(node).fontSize))"

    def largest(path: str, selector: str) -> float:
        page = on_paper(open_page, serve(newspaper.folder) + path)
        return float(max(page.eval_on_selector_all(selector, sizes)))

    text = largest("articles/lead/", "#p1")
    assert text == largest("", ".n-lead > p:not([class])") == 16
    assert largest("", ".n-story p:not([class])") < text
    assert largest("archive/", ".n-listing article p") < text
    assert largest("keywords/%D8%A7%D9%84%D9%85%D8%AA%D9%86%D8%A8%D9%8A/", ".n-listing article li a") < text
    assert largest("", ".n-date") < text
