"""Hostile text in a real browser: nothing runs, nothing is loaded, the text is there to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from build_hooks.reading.characters import one_line
from tests.browser.conftest import Serve, Watch
from tests.conftest import BuiltSite
from tests.hostile_site import HostileArticle
from tests.payloads import PAYLOADS

Hostile = tuple[BuiltSite, list[HostileArticle]]

SCRIPT = r"""
// What a payload would call, and what a browser does before it asks.
globalThis.__pwned = () => console.error("a payload ran");

// Whatever stands in a document and is not the site's own.
globalThis.intruders = (document) => [...document.querySelectorAll("*")].flatMap((node) => [
    ...[...node.attributes].map(({ name }) => name).filter((name) => /^(on|style$|srcdoc$)/i.test(name)),
    ...(node.matches("base, embed, frame, iframe, object, style, svg, math") ? [node.outerHTML] : []),
    ...(node.matches("script") && node.type !== "application/ld+json"
        && !node.src.startsWith(new URL("/assets/", location).href) ? [node.outerHTML] : []),
    ...(/^(javascript|data|vbscript|blob):/i.test(node.href ?? node.src ?? "") ? [node.outerHTML] : []),
]);

// Each page in a frame, one after the other, which is many times as fast as going there.
globalThis.visit = async (paths) => {
    const frame = document.createElement("iframe");
    document.body.replaceChildren(frame);
    const seen = [];
    for (const path of paths) {
        frame.src = path;
        do {
            await new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
        } while (frame.contentDocument.querySelector("meta[http-equiv=refresh]"));
        const texts = (selector) =>
            [...frame.contentDocument.querySelectorAll(selector)].map((node) => node.textContent);
        seen.push([intruders(frame.contentDocument), texts("h1"), texts("#article > p")]);
    }
    return seen;
};
"""


class Seen(NamedTuple):
    """What a browser makes of a page."""

    intruders: list[str]
    headlines: list[str]
    paragraphs: list[str]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without the site's policy, so that nothing but the markup keeps payloads from running.

    After the test, nothing may have run, asked another host, or opened a dialog or a window.
    """
    context = browser.new_context(locale="ar", bypass_csp=True)
    context.add_init_script(SCRIPT)
    watch = Watch(context)
    page = context.new_page()
    page.on("dialog", lambda dialog: watch.problems.append(f"dialog: {dialog.message}"))
    yield page
    windows = context.pages
    context.close()
    assert [page] == windows
    # An image of the site's own that is not there is its editor's business.
    assert [] == [problem for problem in watch.problems if "status of 404" not in problem]


def visit(page: Page, home: str, paths: Sequence[str]) -> list[Seen]:
    """Open the pages at `paths`, given as they stand in the folder, and return what is seen there."""
    page.goto(f"{home}about/")
    seen = page.evaluate("visit", [home + quote(path) for path in paths])
    return [Seen(found, [*map(one_line, h)], [*map(one_line, p)]) for found, h, p in seen]


def test_articles(page: Page, serve: Serve, hostile_site: Hostile) -> None:
    """Every article shows its headline and its paragraphs as written, and holds nothing else."""
    site, articles = hostile_site
    seen = visit(page, serve(site.folder), [article.path for article in articles])
    for article, (intruders, headlines, paragraphs) in zip(articles, seen, strict=True):
        assert [] == intruders, article
        assert [one_line(article.headline)] == headlines
        assert [*map(one_line, article.paragraphs)] == paragraphs


@pytest.mark.parametrize(
    ("folder", "step"), [("", 1), ("archive/", 1), ("articles/m", 1), ("keywords/", 8), ("tags/", 8)]
)
def test_other_pages(page: Page, serve: Serve, hostile_site: Hostile, folder: str, step: int) -> None:
    """No other page holds anything but what is the site's own; of terms, which are many alike, every eighth is seen."""
    site = hostile_site[0].folder
    pattern = f"{folder}*/**/index.html" if folder.endswith("/") else f"{folder}*/index.html"
    paths = sorted(f"{file.parent.relative_to(site)}/" for file in site.glob(pattern) if file.is_file())[
        ::step
    ]
    assert paths
    for path, (intruders, _, _) in zip(paths, visit(page, serve(site), paths), strict=True):
        assert [] == intruders, path


def test_search_page(page: Page, serve: Serve, hostile_site: Hostile) -> None:
    """The search page shows hostile questions and hostile results as text."""
    page.goto(f"{serve(hostile_site[0].folder)}search/?q={quote(PAYLOADS[0])}")
    assert PAYLOADS[0] == page.locator("#n_search_query").input_value()
    found = page.evaluate(
        """async (queries) => {
            const { answer } = await import("/assets/search/search.js");
            const input = document.querySelector("#n_search_query");
            const found = [];
            for (const query of queries) {
                input.value = query;
                input.form.requestSubmit();
                const { count } = await answer(query, { limit: 10, withFacets: true });
                await new Promise((done) => setTimeout(done));
                const shown = document.querySelectorAll("#n_search_results > li").length;
                found.push([query, intruders(document), Math.min(count, 10) === shown, count]);
            }
            return found;
        }""",
        [one_line(payload) for payload in PAYLOADS],
    )
    assert [] == [query for query, intruders, is_shown, _ in found if intruders or not is_shown]
    assert len(PAYLOADS) // 2 < sum(count > 0 for *_, count in found)
    page.goto(f"{page.url.partition('?')[0]}?q=script")
    page.wait_for_selector("#n_search_results mark")
    assert "<" in page.inner_text("#n_search_results h2 >> nth=0")


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=__pwned()>", "script pwned", "javascript", '"><script']
)
def test_search_box(page: Page, serve: Serve, hostile_site: Hostile, query: str) -> None:
    """The search box shows hostile results as text, and leads with a hostile question to the search page."""
    page.goto(f"{serve(hostile_site[0].folder)}about/")
    page.locator("#n_search_box").press_sequentially(query)
    page.wait_for_selector(".n-suggestion mark")
    assert [] == page.evaluate("intruders(document)")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_selector("#n_search_results li")
    assert query == page.locator("#n_search_query").input_value()
    assert [] == page.evaluate("intruders(document)")


def test_index_filter(page: Page, serve: Serve, hostile_site: Hostile) -> None:
    """The filter of an index takes hostile words for words."""
    page.goto(f"{serve(hostile_site[0].folder)}keywords/letter/S/")
    page.locator("#n_filter").fill("<script>")
    assert 0 < page.locator(".n-entries > li:visible").count()
    assert [] == page.evaluate("intruders(document)")
