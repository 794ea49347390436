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
    assert ("نتيجة واحدة" if expected else "لا نتائج") == page.inner_text("#n_filter_status")


def test_index_filter_is_not_shown_without_javascript(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite
) -> None:
    """The index is then the plain list that it is."""
    page = open_page(serve(built_site.folder) + PAGES["keywords"], javascript=False)
    assert 0 == page.locator("#n_filter:visible").count()
    assert 11 <= page.locator(".n-entry:visible").count()


def test_kickers_are_alike(open_page: OpenPage, serve: Serve, newspaper: BuiltSite) -> None:
    """Over the lead, the other stories, an article, a term and a year stands the same small line in the accent."""
    looks = set()
    for path in ("", "articles/lead/", "tags/%D8%B9%D9%84%D9%88%D9%85/", "archive/2026/"):
        page = open_page(serve(newspaper.folder) + path)
        looks |= set(
            page.eval_on_selector_all(
                ".n-kicker",
                """kickers => kickers.map(kicker => {
                    const style = getComputedStyle(kicker);
                    return [style.color, style.fontSize, style.lineHeight, style.margin].join("; ");
                })""",
            )
        )
    assert {"rgb(143, 29, 29); 15px; 27px; 0px"} == looks


@pytest.mark.parametrize(
    "path", ["", "articles/lead/", "archive/", "keywords/%D8%A7%D9%84%D9%85%D8%AA%D9%86%D8%A8%D9%8A/"]
)
def test_verse_has_room_between_lines(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite, path: str
) -> None:
    """A headline with vowels above and below has lines that do not meet, wherever it stands; others have them closer."""
    page = open_page(serve(newspaper.folder) + path, width=320)
    page.evaluate("document.fonts.ready.then(() => 0)")
    distances = page.locator(".n-vocalised").evaluate(
        """headline => {
            const size = parseFloat(getComputedStyle(headline).fontSize), range = document.createRange();
            range.selectNodeContents(headline);
            const tops = [...new Set([...range.getClientRects()].map(line => Math.round(line.bottom)))].sort((a, b) => a - b);
            return tops.slice(1).map((top, place) => (top - tops[place]) / size);
        }"""
    )
    assert distances
    assert min(distances) > 1.7
    page.goto(serve(newspaper.folder) + "articles/second/")
    assert 0 == page.locator(".n-vocalised").count()


@pytest.mark.parametrize("width", [360, 600, 1280])
def test_short_names_are_not_broken(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite, width: int
) -> None:
    """«WASP-96» stands in one line of its headline."""
    page = open_page(serve(newspaper.folder) + "articles/second/", width=width)
    assert 1 == page.locator("h1 .n-whole").evaluate("name => name.getClientRects().length")


def test_headings_of_a_term_fit_names_of_either_gender(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite
) -> None:
    """Nothing over its lists says «معه» or «تذكره», which would be wrong of a woman, a city, a battle."""
    page = open_page(serve(newspaper.folder) + "keywords/%D8%A7%D9%84%D9%85%D8%AA%D9%86%D8%A8%D9%8A/")
    assert ["كلمات ترد في المقالات نفسها", "مقالات فيها ذكر عابر"] == sorted(
        page.locator("h2.n-section").all_inner_texts()
    )


def test_search_without_javascript_leads_elsewhere(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite
) -> None:
    """A field that nothing would answer is not shown, and the ways to the articles are seen to be links."""
    page = open_page(serve(newspaper.folder) + "search/", javascript=False)
    assert 0 == page.locator("#article :is(form, input, button):visible").count()
    links = page.locator("#article a")
    assert ["فهرس الكلمات", "الوسوم", "الأرشيف"] == links.all_inner_texts()
    assert {"underline"} == set(
        links.evaluate_all("links => links.map(link => getComputedStyle(link).textDecorationLine)")
    )


def test_a_year_is_told_once(open_page: OpenPage, serve: Serve, newspaper: BuiltSite) -> None:
    """Its page has it as headline, and below only the months; the archive has each year over its months."""
    page = open_page(serve(newspaper.folder) + "archive/2026/")
    assert "2026" == page.inner_text("h1")
    assert ["نوفمبر 3"] == page.locator(".n-years a").all_inner_texts()
    assert 0 == page.locator(".n-years h2").count()
    page.goto(serve(newspaper.folder) + "archive/")
    assert ["2026 3", "نوفمبر 3"] == page.locator(".n-years a").all_inner_texts()


def test_letters_of_filtered_sections_are_no_links(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite
) -> None:
    """A letter whose section the filter hides looks like one without entries; once that is back, it leads there."""
    page = open_page(serve(newspaper.folder) + "keywords/")
    assert ["ب", "س", "م", "و"] == page.locator(".n-jump a[href]").all_inner_texts()
    page.fill("#n_filter", "بغداد")
    assert ["ب"] == page.locator(".n-jump a[href]").all_inner_texts()
    colours = page.eval_on_selector_all(
        ".n-jump > :not([href])", "letters => letters.map(letter => getComputedStyle(letter).color)"
    )
    assert {"rgb(93, 88, 80)"} == set(colours)
    page.press("#n_filter", "Shift+Tab")
    assert "ب" == page.evaluate("document.activeElement.textContent")
    page.fill("#n_filter", "")
    page.click(".n-jump a:text('م')")
    assert page.url.endswith("#n_letter_%D9%85")


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("path", ["", "archive/", "about/"])
def test_menu_shows_where_the_reader_is(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite, path: str, javascript: bool
) -> None:
    """On the narrowest phone the entry of the page stands whole in the window, be it the last."""
    page = open_page(serve(newspaper.folder) + path, width=320, javascript=javascript)
    box = page.locator(".n-nav [aria-current]").bounding_box()
    assert box is not None
    assert 0 <= box["x"] < box["x"] + box["width"] <= 320


def test_menu_leaves_a_page_at_its_place(open_page: OpenPage, serve: Serve, newspaper: BuiltSite) -> None:
    """An address of a place in a page opens there."""
    page = open_page(serve(newspaper.folder) + "about/#p2", width=320, height=300)
    page.wait_for_load_state()
    assert page.evaluate("scrollY") > 0


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_begin_at_one_height(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite, width: int
) -> None:
    """Kickers of all kinds of pages stand as far below the masthead as each other, and so do headlines without one."""
    tops: dict[str, set[float]] = {"P": set(), "H1": set()}
    for path in (
        "",
        "articles/lead/",
        "keywords/",
        "keywords/%D8%A8%D8%BA%D8%AF%D8%A7%D8%AF/",
        "archive/",
        "archive/2026/",
        "search/",
        "about/",
    ):
        page = open_page(serve(newspaper.folder) + path, width=width)
        name, top = page.locator(".n-kicker, h1").first.evaluate(
            """first => [
                first.tagName,
                first.getBoundingClientRect().top - document.querySelector("#n_main").getBoundingClientRect().top,
            ]"""
        )
        tops[name].add(top)
    assert {"P": 1, "H1": 1} == {name: len(places) for name, places in tops.items()}, tops


def test_sections_stand_apart_alike(open_page: OpenPage, serve: Serve, newspaper: BuiltSite) -> None:
    """Above the rule over articles that only mention a term there is as much room as between sections elsewhere."""
    page = open_page(
        serve(newspaper.folder) + "keywords/%D8%A7%D9%84%D9%85%D8%AA%D9%86%D8%A8%D9%8A/", width=360
    )
    room = page.evaluate(
        """() => {
            const rule = document.querySelector(".n-listing .n-section");
            const before = rule.previousElementSibling.lastElementChild;
            return rule.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
        }"""
    )
    assert 32 == room


@pytest.mark.parametrize("width", [360, 1280])
def test_foot_stands_on_one_line(open_page: OpenPage, serve: Serve, newspaper: BuiltSite, width: int) -> None:
    """The site's name, «المظهر» and what is chosen."""
    page = open_page(serve(newspaper.folder), width=width)
    baselines = page.evaluate(
        """() => [".n-footer p", ".n-theme"].map(name => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(name).firstChild);
            return range.getBoundingClientRect().bottom;
        })"""
    )
    assert baselines[0] == pytest.approx(baselines[1], abs=0.5)


@pytest.mark.parametrize("width", [780, 1280])
def test_beside_the_text_stand_contents_or_what_is_about_it(
    open_page: OpenPage, serve: Serve, newspaper: BuiltSite, built_site: BuiltSite, width: int
) -> None:
    """The side column is wide enough to read on a tablet, and begins as high as the headline's kicker."""
    for site, path, beside in (
        (built_site, PAGES["article"], ".n-contents"),
        (newspaper, "articles/lead/", ".n-about"),
        (built_site, PAGES["keyword"], ".n-side"),
    ):
        page = open_page(serve(site.folder) + path, width=width)
        side = page.locator(beside).bounding_box()
        headline = page.locator(".n-headline").bounding_box()
        assert side is not None
        assert headline is not None
        assert side["x"] + side["width"] < headline["x"]
        assert side["y"] == headline["y"]
        assert side["width"] >= 240


def test_on_a_phone_all_stands_in_one_column(open_page: OpenPage, serve: Serve, newspaper: BuiltSite) -> None:
    """What is about an article comes below its text."""
    page = open_page(serve(newspaper.folder) + "articles/lead/", width=360)
    about = page.locator(".n-about").bounding_box()
    text = page.locator(".n-text").bounding_box()
    assert about is not None
    assert text is not None
    assert about["y"] >= text["y"] + text["height"]
