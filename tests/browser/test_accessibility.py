"""Every kind of page as people use it who do not see it as drawn, or do not point at it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Serve
from tests.conftest import BuildSite, BuiltSite

ARTICLE = "articles/000_e859778222280836/"
PAGES = {
    "front": "",
    "article": ARTICLE,
    "keywords": "keywords/",
    "keyword": "keywords/%D8%AF%D8%A7%D8%B9%D8%B4/",
    "tags": "tags/",
    "tag": "tags/%D9%85%D9%87%D9%86%D9%8A/",
    "archive": "archive/",
    "month": "archive/2026/11/",
    "search": "search/?q=%D8%AF%D8%A7%D8%B9%D8%B4",
    "about": "about/",
    "missing": "none/",
}

# WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe, which the page must hold, finds wrong: each with its rule and the element."""
    found = page.evaluate(
        """tags => axe.run({
            runOnly: {type: "tag", values: tags},
            rules: {"target-size": {enabled: true}, "label-content-name-mismatch": {enabled: true}},
        })""",
        RULES,
    )
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def check_everywhere(page: Page) -> None:
    """Fail where axe finds something, on phone and desk, light and dark."""
    page.evaluate(AXE)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert [] == violations(page), (width, scheme)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_has_no_barriers(open_page: OpenPage, serve: Serve, built_site: BuiltSite, path: str) -> None:
    """Axe finds nothing against WCAG 2.2, level AA, or against best practice, on phone and desk, light and dark."""
    page = open_page(serve(built_site.folder) + path, missing=path == PAGES["missing"])
    if "?q=" in path:
        page.wait_for_selector(".n-results li")
    check_everywhere(page)


def test_markdown_has_no_barriers(
    open_page: OpenPage, serve: Serve, copy_of_project: Path, build_site: BuildSite
) -> None:
    """Nor with code and tables that are wider than a phone: the keyboard reaches them, without JavaScript too."""
    code = "```text\n" + "word " * 60 + "\n```\n"
    table = "".join(f"|{cell * 8}\n" for cell in ("عمود طويل|", "---|", "قيمة طويلة|"))
    text = f"# عنوان\n\nنص[^1].\n\n{code}\n{table}\n{table}\n[^1]: حاشية.\n"
    (copy_of_project / "seeds/x.md").write_text(
        f"---\nkeywords: [بغداد]\ntags: [بيئة]\n---\n{text}", encoding="utf-8"
    )
    (copy_of_project / "docs/about.md").write_text(text, encoding="utf-8")
    address = serve(build_site(copy_of_project / "mkdocs.yml", site_url="https://example.org/").folder)
    for path in ("articles/x/", "about/"):
        check_everywhere(open_page(address + path))
        page = open_page(address + path, width=360, javascript=False)
        stops = page.locator("#article [tabindex='0']")
        assert ["شيفرة", "جدول", "جدول"] == [stop.get_attribute("aria-label") for stop in stops.all()]
        for stop in stops.all():
            stop.focus()
            assert stop.evaluate("one => one.scrollWidth > one.clientWidth")
            assert "solid" == stop.evaluate("one => getComputedStyle(one).outlineStyle")


def test_suggestions_have_no_barriers(open_page: OpenPage, serve: Serve, built_site: BuiltSite) -> None:
    """Nor while the search box shows what it found."""
    page = open_page(serve(built_site.folder), width=360)
    page.evaluate(AXE)
    page.fill("#n_search_box", "داعش")
    page.wait_for_selector(".n-suggestion")
    assert [] == violations(page)
