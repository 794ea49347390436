"""The figures that scripts write, where an editor chose Arabic-Indic ones, and where not."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Serve
from tests.conftest import BuiltSite


def test_search_page_counts_in_the_sites_figures(
    open_page: OpenPage, serve: Serve, arabic_indic_site: BuiltSite
) -> None:
    """The number of results, the counts beside years and tags, and the years; addresses keep ASCII figures."""
    page = open_page(f"{serve(arabic_indic_site.folder)}search/?q={quote('نص')}")
    expect(page.locator("#n_search_status")).to_have_text("١٠٥ نتائج")
    year = page.locator(".n-facets a", has_text="٢٠٢٦")
    expect(year).to_have_text("٢٠٢٦ ١٠٤")
    assert "نص سنة:2026" == year.get_attribute("data-query")
    year.click()
    expect(page.locator("#n_search_status")).to_have_text("١٠٤ نتائج")
    expect(page.locator(".n-facets [aria-current]")).to_have_text("٢٠٢٦ ١٠٤")


def test_texts_in_results_stay_as_written(
    open_page: OpenPage, serve: Serve, arabic_indic_site: BuiltSite
) -> None:
    """A headline, an excerpt and a keyword have the figures that their editor wrote."""
    page = open_page(f"{serve(arabic_indic_site.folder)}search/?q={quote('قمة')}")
    expect(page.locator(".n-results h2")).to_have_text("قمة 2030 و٣ دول")
    expect(page.locator(".n-results p")).to_have_text("نص من 1900 و٤.")
    expect(page.locator(".n-facets a", has_text="G20")).to_have_text("G20 ١")


def test_search_box_counts_in_the_sites_figures(
    open_page: OpenPage, serve: Serve, arabic_indic_site: BuiltSite
) -> None:
    """The line that leads to all results says how many."""
    page = open_page(serve(arabic_indic_site.folder))
    page.locator("#n_search_box").press_sequentially("نص")
    expect(page.locator("#n_suggestion_all")).to_have_text("كل النتائج: ١٠٥ نتائج")


def test_index_filter_counts_in_the_sites_figures(
    open_page: OpenPage, serve: Serve, arabic_indic_site: BuiltSite
) -> None:
    """So does the filter of an index."""
    page = open_page(serve(arabic_indic_site.folder) + "keywords/")
    page.fill("#n_filter", "قمة")
    expect(page.locator("#n_filter_status")).to_have_text("٣ نتائج")


@pytest.mark.parametrize(
    ("expected", "number"), [("3", 3), ("999", 999), ("1,234", 1234), ("1,234,567", 1_234_567)]
)
def test_figures_are_western_unless_chosen(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, expected: str, number: int
) -> None:
    """Whatever the language of the reader's browser; thousands are grouped, a year is not."""
    page = open_page(serve(built_site.folder) + "search/")
    assert [expected, str(number)] == page.evaluate(
        """async number => {
            const { grouped, yearName } = await import(new URL("../assets/search/counted.js", location));
            return [grouped(number), yearName(String(number))];
        }""",
        number,
    )


def test_thousands_are_grouped_as_python_does(
    open_page: OpenPage, serve: Serve, arabic_indic_site: BuiltSite
) -> None:
    """With the Arabic separator."""
    page = open_page(serve(arabic_indic_site.folder) + "search/")
    assert "١٬٢٣٤٬٥٦٧" == page.evaluate(
        "import(new URL('../assets/search/counted.js', location)).then(({ grouped }) => grouped(1234567))"
    )
