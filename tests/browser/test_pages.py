"""Every kind of page as a reader's browser shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from tests.browser.conftest import OpenPage, Serve
from tests.conftest import BuildSite, BuiltSite

PAGES = {
    "front": "",
    "article": "articles/000_e859778222280836/",
    "keywords": "keywords/",
    "keyword": "keywords/%D8%AF%D8%A7%D8%B9%D8%B4/",
    "tags": "tags/",
    "archive": "archive/",
    "search": "search/?q=%D8%AF%D8%A7%D8%B9%D8%B4",
    "about": "about/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_fits_and_reads_from_right_to_left(
    open_page: OpenPage,
    serve: Serve,
    built_site: BuiltSite,
    path: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    """No page scrolls sideways, and every element with text runs from right to left, with no letter-spacing."""
    page = open_page(serve(built_site.folder, "/sub/path/") + path, width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    strays = page.evaluate(
        """() => [...document.body.querySelectorAll("*")]
            .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
            .map(node => [node.outerHTML.slice(0, 80), getComputedStyle(node)])
            .filter(([, style]) => style.direction !== "rtl" && style.unicodeBidi !== "isolate"
                || !["normal", "0px"].includes(style.letterSpacing))
            .map(([html]) => html)"""
    )
    assert [] == strays


def test_fonts_are_the_sites_own(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Text and headline come in the site's faces, at most 120 KB of them on a first article page."""
    page = open_page(serve(built_site.folder) + PAGES["article"])
    loaded = page.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    # The fallbacks are the machine's own faces in the measures of ours.
    assert {"Naskh", "Headline"} == {family.strip('"').removesuffix(" Fallback") for family in loaded}
    assert {"Naskh", "Headline"} <= {family.strip('"') for family in loaded}
    sizes = page.evaluate(
        """performance.getEntriesByType("resource").filter(e => e.name.endsWith(".woff2")).map(e => e.encodedBodySize)"""
    )
    assert 0 < sum(sizes) <= 120 * 1024


def test_ways_to_feeds_fit(
    open_page: OpenPage, serve: Serve, copy_of_project: Path, build_site: BuildSite
) -> None:
    """On the narrowest phone and on a desk they are seen and large enough to touch, and on paper they are not."""
    seed = "عنوان\nنص.\nKeywords: بغداد\nTags: بيئة\nDate: 2026-11-20"
    (copy_of_project / "seeds/x.txt").write_text(seed, encoding="utf-8")
    address = serve(build_site(copy_of_project / "mkdocs.yml", site_url="https://example.org/").folder)
    for path, count in (("", 1), ("articles/x/", 1), ("tags/بيئة/", 2)):
        page = open_page(address + path, width=320)
        links = page.locator(".n-feed a")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            boxes = [link.bounding_box() for link in links.all()]
            assert [True] * count == [bool(box and box["height"] >= 24) for box in boxes]
        page.emulate_media(media="print")
        assert not any(link.is_visible() for link in links.all())


def test_works_without_javascript(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """From the front page to a term and on to its article, by links alone."""
    page = open_page(serve(built_site.folder), javascript=False)
    page.click("text=معسكر الهول")
    page.click("#article article a")
    assert "تعزيز التعاون الأمني" in page.inner_text("h1")


def test_missing_page_speaks_arabic(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """What is not there is answered with a page that leads on."""
    page = open_page(serve(built_site.folder) + "none/", missing=True)
    assert "لا توجد هذه الصفحة" == page.inner_text("h1")


def test_latin_and_numbers_stand_in_order(
    open_page: OpenPage, serve: Serve, copy_of_project: Path, build_site: BuildSite
) -> None:
    """«NATO (2030)» reads from left to right between Arabic words; a count never runs into a year."""
    seed = "قمة NATO (2030) في بغداد\nنص.\nKeywords: NATO (2030)، ك\nDate: 2026-11-24"
    (copy_of_project / "seeds/x.txt").write_text(seed, encoding="utf-8")
    address = serve(build_site(copy_of_project / "mkdocs.yml").folder)
    page = open_page(address)
    boxes = page.evaluate(
        """() => {
            const text = document.querySelector(".n-lead h1 bdi").firstChild, range = document.createRange();
            const left = word => {
                const start = text.data.indexOf(word);
                range.setStart(text, start); range.setEnd(text, start + word.length);
                return range.getBoundingClientRect().left;
            };
            return ["قمة", "NATO", "2030", "بغداد"].map(left);
        }"""
    )
    summit, nato, year, city = boxes
    assert summit > year > nato > city
    month = page.locator(".n-list a", has_text="نوفمبر 2026")
    assert month.locator("bdi").nth(0).bounding_box()["x"] > month.locator(".n-count").bounding_box()["x"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        (["قاسم الأعرجي"], "الاعرجي"),
        (["معسكر الهول"], "مُعسكر"),
        (["داعش"], "داعـش"),
        ([], "لا شيء"),
    ],
)
def test_index_filter_forgives_spelling(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, expected: list[str], typed: str
) -> None:
    """Hamza, tashkeel and tatweel do not matter; letters without an entry go, and how many are left is said."""
    page = open_page(serve(built_site.folder) + PAGES["keywords"])
    page.fill("#n_filter", typed)
    assert expected == page.locator(".n-entry:visible").all_inner_texts()
    assert len(expected) == page.locator(".n-letters h2:visible").count()
    assert ("كلمة واحدة" if expected else "لا كلمات") == page.inner_text("#n_filter_status")


def test_index_filter_is_not_shown_without_javascript(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite
) -> None:
    """The index is then the plain list that it is."""
    page = open_page(serve(built_site.folder) + PAGES["keywords"], javascript=False)
    assert 0 == page.locator("#n_filter:visible").count()
    assert 11 <= page.locator(".n-entry:visible").count()
