"""Queries through the real search box, in a browser."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, expect, sync_playwright

from tests.benchmarks.site import served
from tests.browser.conftest import ARGUMENTS
from tests.browser.find_browser import find_or_install


@dataclass(frozen=True, slots=True)
class Shown:
    """What the box showed for one query."""

    urls: list[str]
    """Paths of the results below the site's root, the best first."""

    transferred: int
    """Bytes of all search files that the page loaded, code and style included, as GitHub Pages sends them."""


def ask_box(queries: Sequence[str], site: Path) -> list[Shown]:
    """Type each query into the box of a page that was just opened, with nothing in the cache."""
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=ARGUMENTS)
        shown = [_ask(browser, query, base) for query in queries]
        browser.close()
    return shown


def _ask(browser: Browser, query: str, base: str) -> Shown:
    context = browser.new_context()
    page = context.new_page()
    responses: list[Response] = []

    # Playwright sets an attribute on what it is given, which a list's own method does not take.
    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    page.goto(base)
    page.locator("#n_search_box").focus()
    page.locator("#n_search_box").fill(query)
    expect(page.locator(".n-search [role=status]")).not_to_be_empty()
    options = page.locator(".n-suggestion:not(.n-suggestion-all)").all()
    urls = [urlsplit(option.get_attribute("href") or "").path.lstrip("/") for option in options]
    transferred = sum(_size(response) for response in responses if "search" in urlsplit(response.url).path)
    context.close()
    return Shown(urls, transferred)


def _size(response: Response) -> int:
    body = response.body()
    return len(body) if response.url.endswith(".bin") else len(gzip.compress(body, 6))
