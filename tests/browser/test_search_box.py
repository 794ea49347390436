"""The search box and the search page, as a reader uses them under the site's content security policy."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage, Serve
from tests.browser.search_site import write_search_site
from tests.indexing.search.collection import a_document, many_documents, own_word

BOX = "#n_search_box"
OPTIONS = ".n-suggestion[role=option]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_search_site(tmp_path_factory.mktemp("search") / "site")


@pytest.fixture
def home(open_page: OpenPage, serve: Serve, site: Path) -> Page:
    return open_page(serve(site, "/sub/path/"))


def open_search(open_page: OpenPage, serve: Serve, site: Path, query: str, **options: object) -> Page:
    """Open the search page for a query."""
    return open_page(f"{serve(site, '/sub/path/')}search/?q={quote(query)}", **options)


def press(page: Page, code: str, key: str, *, control: bool = False) -> None:
    """Press a key as a keyboard of another layout does: where it lies is `code`, what it types is `key`."""
    page.evaluate(
        """([code, key, ctrlKey]) => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { code, key, ctrlKey, bubbles: true, cancelable: true }))""",
        [code, key, control],
    )


def is_focused(page: Page, selector: str) -> bool:
    focused: bool = page.locator(selector).evaluate("node => node === document.activeElement")
    return focused


@pytest.mark.parametrize(
    ("code", "key", "control"),
    [("Slash", "/", False), ("Slash", "ظ", False), ("KeyK", "k", True), ("KeyK", "ن", True)],
)
def test_keys_lead_to_the_box(home: Page, code: str, key: str, control: bool) -> None:
    """`/` and Ctrl+K go by the place of the key, whatever an Arabic keyboard types there."""
    press(home, code, key, control=control)
    assert is_focused(home, BOX)


@pytest.mark.parametrize(("code", "control"), [("Slash", False), ("KeyK", True)])
def test_keys_stay_with_what_is_typed(home: Page, code: str, control: bool) -> None:
    """In a field, the same keys write."""
    home.locator("textarea").focus()
    press(home, code, "/", control=control)
    assert is_focused(home, "textarea")


def test_keys_with_others_do_something_else(home: Page) -> None:
    """Ctrl+/ and k alone are not ours."""
    press(home, "Slash", "/", control=True)
    press(home, "KeyK", "k")
    assert not is_focused(home, BOX)


def test_results_come_as_one_types(home: Page) -> None:
    """The list opens with the results, their words marked, and a line that leads to all of them."""
    home.locator(BOX).press_sequentially("القرى")
    expect(home.locator(OPTIONS)).to_have_count(3)
    expect(home.locator(BOX)).to_have_attribute("aria-expanded", "true")
    expect(home.locator(f"{OPTIONS} mark").first).to_have_text("القرى")
    expect(home.locator("[role=status]")).to_have_text("نتيجتان")
    expect(home.locator(OPTIONS).last).to_have_text("كل النتائج: نتيجتان")


def test_arrows_and_enter(home: Page) -> None:
    """Arrows choose a result and go round, Enter goes to its best passage below the site's path."""
    box = home.locator(BOX)
    box.press_sequentially("آبار القرى")
    expect(home.locator(OPTIONS)).to_have_count(3)
    box.press("ArrowUp")
    expect(home.locator(OPTIONS).last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    first = home.locator(OPTIONS).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    box.press("Enter")
    home.wait_for_url("**/sub/path/articles/1/#p1")


def test_escape_closes_then_clears(home: Page) -> None:
    """Esc closes the list and keeps the words; once more, it takes them away."""
    box = home.locator(BOX)
    box.press_sequentially("القرى")
    expect(home.locator(OPTIONS)).to_have_count(3)
    box.press("Escape")
    expect(home.locator(".n-suggestions")).to_be_hidden()
    expect(box).to_have_value("القرى")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Escape")
    expect(box).to_have_value("")


def test_a_result_can_be_clicked(home: Page) -> None:
    """A press on a result goes there."""
    home.locator(BOX).press_sequentially("المتحف")
    home.locator(OPTIONS).first.click()
    home.wait_for_url("**/articles/3/#p1")


def test_enter_alone_leads_to_the_page(home: Page) -> None:
    """Without a choice, Enter sends the form: the search page answers."""
    home.locator(BOX).press_sequentially("القرى")
    home.locator(BOX).press("Enter")
    home.wait_for_url(f"**/sub/path/search/?q={quote('القرى')}")
    expect(home.locator(".n-results li")).to_have_count(2)


def test_nothing_found_is_said(home: Page) -> None:
    """The list says that there are no results, and so does the status."""
    home.locator(BOX).press_sequentially("قخضثغ")
    expect(home.locator(".n-suggestions")).to_have_text("لا نتائج")
    expect(home.locator("[role=status]")).to_have_text("لا نتائج")


def test_a_late_answer_is_dropped(open_page: OpenPage, serve: Serve, tmp_path: Path) -> None:
    """An answer that comes after that to a later question is not shown."""
    page = open_page(serve(write_search_site(tmp_path / "site", many_documents(60))))
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route("**/texts-0-0.bin", hold)
    box = page.locator(BOX)
    with page.expect_request("**/texts-0-0.bin"):
        box.fill(own_word(0))
    box.fill(own_word(59))
    expect(page.locator(OPTIONS).first).to_contain_text("مقال 59")
    [route] = late
    route.continue_()
    # Whoever asks the same now has the answer no sooner than the box.
    page.evaluate(
        """async (query) => {
            const { answer } = await import("./assets/search/search.js");
            await answer(query, { limit: 6, isUnfinished: true });
            await new Promise((resolve) => setTimeout(resolve, 50));
        }""",
        own_word(0),
    )
    expect(page.locator(OPTIONS).first).to_contain_text("مقال 59")


LONG_TEXT = (
    "صوّت المجلس على القانون بأغلبية كبيرة بعد نقاش طويل، وقال الأعضاء إنه سيُنشر في الجريدة الرسمية. " * 5
)


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of forty articles that all answer the same question, each with a long text."""
    documents = [a_document(number, f"{LONG_TEXT}{own_word(number)}") for number in range(40)]
    return write_search_site(tmp_path_factory.mktemp("long") / "site", documents)


@pytest.mark.parametrize(("width", "text_size"), [(320, "200%"), (360, "100%"), (1280, "100%")])
def test_a_suggestion_is_cut_between_words(
    open_page: OpenPage, serve: Serve, long_site: Path, width: int, text_size: str
) -> None:
    """What a suggestion shows of a passage are whole words on at most two lines, as many as there is room for."""
    page = open_page(serve(long_site), width=width)
    set_text_size(page, text_size)
    page.locator(BOX).press_sequentially("القانون")
    expect(page.locator(OPTIONS)).to_have_count(7)
    for suggestion in page.locator(".n-suggestion span").all():
        assert suggestion.evaluate("node => node.scrollHeight <= node.clientHeight")
        lines = suggestion.evaluate(
            "node => node.clientHeight / parseFloat(getComputedStyle(node).lineHeight)"
        )
        assert 1.5 < lines < 2.5
        shown = suggestion.inner_text().removesuffix("…")
        assert shown != suggestion.inner_text()
        assert f"{shown} " in LONG_TEXT


def set_text_size(page: Page, size: str) -> None:
    """Have letters of another size, as a reader's browser may."""
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(open_page: OpenPage, serve: Serve, site: Path, width: int) -> None:
    """What can be pressed is at least 44 pixels high, and nothing makes the page scroll sideways."""
    page = open_page(serve(site, "/sub/path/"), width=width)
    page.locator(BOX).press_sequentially("القرى")
    expect(page.locator(OPTIONS)).to_have_count(3)
    for selector in (BOX, OPTIONS):
        for target in page.locator(selector).all():
            size = target.bounding_box()
            assert size is not None
            assert size["height"] >= 44
            assert size["x"] >= 0
            assert size["x"] + size["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_has_an_address_for_each_query(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """A query can be linked; the way back leads to the one before, results and all."""
    page = open_search(open_page, serve, site, "القرى")
    expect(page.locator(".n-results li")).to_have_count(2)
    expect(page.locator("#n_search_query")).to_have_value("القرى")
    expect(page.locator("#n_search_status")).to_have_text("نتيجتان")
    assert "القرى – البحث" == page.title()
    page.locator("#n_search_query").fill("المتحف")
    page.locator("#n_search_query").press("Enter")
    expect(page.locator(".n-results li").first).to_contain_text("المتحف البحري")
    assert page.url.endswith(f"?q={quote('المتحف')}")
    page.go_back()
    expect(page.locator(".n-results li")).to_have_count(2)
    expect(page.locator("#n_search_query")).to_have_value("القرى")


def test_the_way_back_leads_to_the_place(open_page: OpenPage, serve: Serve, long_site: Path) -> None:
    """Whoever comes back from an article finds as many results as there were, at the place where they left."""
    page = open_search(open_page, serve, long_site, "القانون")
    results = page.locator(".n-results li")
    for count in (20, 30):
        page.locator("#n_search_more").click()
        expect(results).to_have_count(count)
    link = results.nth(24).locator("a")
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    link.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    expect(results).to_have_count(30)
    page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)
    # The same where the page itself was never left.
    page.locator("#n_search_query").fill("المجلس")
    page.evaluate("top => scrollTo(0, top)", top)
    page.evaluate("document.forms[0].requestSubmit()")
    expect(results).to_have_count(10)
    page.go_back()
    expect(results).to_have_count(30)
    page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)


def test_the_focus_goes_on_to_what_is_new(open_page: OpenPage, serve: Serve, long_site: Path) -> None:
    """A press on «المزيد» leads to the first of the results that it adds, the last press too."""
    page = open_search(open_page, serve, long_site, "القانون")
    results = page.locator(".n-results li")
    for count in (20, 30, 40):
        expect(results).to_have_count(count - 10)
        page.locator("#n_search_more").focus()
        page.keyboard.press("Enter")
        expect(results).to_have_count(count)
        expect(results.nth(count - 10).locator("a")).to_be_focused()
    expect(page.locator("#n_search_more")).to_be_hidden()


def test_a_field_has_room_for_what_is_typed(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """On a narrow screen with text of twice the size a field shows some words, and all of its placeholder."""
    page = open_search(open_page, serve, site, "", width=360)
    set_text_size(page, "200%")
    assert 200 <= page.locator("#n_search_query").evaluate(ROOM)
    page.goto(serve(site, "/sub/path/"))
    set_text_size(page, "200%")
    assert page.locator(BOX).evaluate(PLACEHOLDER) <= page.locator(BOX).evaluate(ROOM)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


ROOM = """node => {
    const { paddingLeft, paddingRight } = getComputedStyle(node);
    return node.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}"""
"""How many pixels of a line a field has for text."""

PLACEHOLDER = """node => {
    const drawing = document.createElement("canvas").getContext("2d");
    const { fontSize, fontFamily } = getComputedStyle(node);
    drawing.font = `${fontSize} ${fontFamily}`;
    return drawing.measureText(node.placeholder).width;
}"""
"""How many pixels a field's placeholder takes."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_empties_a_field_has_the_colours_of_the_page(
    open_page: OpenPage, serve: Serve, site: Path, scheme: str
) -> None:
    """The cross in a field is no brighter a blue than anything else of the palette, and empties the field."""
    page = open_search(open_page, serve, site, "القرى", scheme=scheme)
    field = page.locator("#n_search_query")
    field.hover()
    pixels = Image.open(BytesIO(field.screenshot())).convert("RGB").tobytes()
    colours = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    assert 30 > max(blue - max(red, green) for red, green, blue in colours)
    box = field.bounding_box()
    assert box is not None
    # At the end of the line, which is the left side.
    page.mouse.click(box["x"] + 28, box["y"] + box["height"] / 2)
    expect(field).to_have_value("")


def test_facets_narrow_and_widen(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """A press on a year adds its filter to the query, one more press takes it away."""
    page = open_search(open_page, serve, site, "القرى")
    year = page.locator(".n-facets a", has_text="2025")
    expect(year).to_have_text("2025 1")
    year.click()
    expect(page.locator(".n-results li")).to_have_count(1)
    expect(page.locator("#n_search_query")).to_have_value("القرى سنة:2025")
    expect(year).to_have_attribute("aria-current", "true")
    year.click()
    expect(page.locator(".n-results li")).to_have_count(2)
    expect(page.locator("#n_search_query")).to_have_value("القرى")


def test_a_value_of_several_words(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """A keyword of several words is quoted in the query that its facet makes."""
    page = open_search(open_page, serve, site, "الدوري")
    page.locator(".n-facets a", has_text="كرة القدم").click()
    expect(page.locator("#n_search_query")).to_have_value('الدوري كلمة:"كرة القدم"')
    expect(page.locator(".n-results li")).to_have_count(1)


@pytest.mark.parametrize(
    "label",
    [
        "السودان",
        "«حماس»",
        "حركة «حماس»",
        'قناة"الجزيرة" و“العربية”، „وغيرها',
        "C++ #1 & أخرى",
        "سؤال: (جواب)",
        "وسم:خبر",
        "سنة: 2025",
        "-ناقص",
        "اسم طويل جدًّا" * 35,
    ],
)
def test_any_label_narrows_and_widens(open_page: OpenPage, serve: Serve, tmp_path: Path, label: str) -> None:
    """A facet leads to the articles that have it and back to the same query, whatever stands in its label."""
    documents = [a_document(0, "كلام", keywords=(label,)), a_document(1, "كلام")]
    page = open_search(open_page, serve, write_search_site(tmp_path / "site", documents), "كلام")
    results, facet = page.locator(".n-results li"), page.locator(".n-facets a")
    expect(results).to_have_count(2)
    facet.click()
    expect(results).to_have_count(1)
    expect(results).to_contain_text("مقال 0")
    expect(facet).to_have_attribute("aria-current", "true")
    facet.click()
    expect(results).to_have_count(2)
    expect(page.locator("#n_search_query")).to_have_value("كلام")


def test_a_chosen_value_may_be_spelt_otherwise(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """A facet is chosen by every filter that finds what it finds, and a press takes all of these away."""
    page = open_search(open_page, serve, site, "keyword:مِياه القرى كلمه:«المياه» سنة:٢٠٢٥")
    year, keyword = (page.locator(".n-facets a", has_text=label) for label in ("2025", "المياه"))
    expect(year).to_have_attribute("aria-current", "true")
    expect(keyword).to_have_attribute("aria-current", "true")
    keyword.click()
    expect(keyword).not_to_have_attribute("aria-current", "true")
    expect(page.locator("#n_search_query")).to_have_value("القرى سنة:٢٠٢٥")
    year.click()
    expect(page.locator("#n_search_query")).to_have_value("القرى")


def test_a_longer_value_is_another(open_page: OpenPage, serve: Serve, tmp_path: Path) -> None:
    """السودان is not chosen by a filter for السوداني, nor by one for a tag, and a press takes no part of these."""
    documents = [a_document(0, "كلام", keywords=("السودان", "السوداني"), tags=("السودان",))]
    query = "كلام كلمة:السوداني وسم:السودان"
    page = open_search(open_page, serve, write_search_site(tmp_path / "site", documents), query)
    keyword = page.locator(".n-facets section").last.locator("a", has_text="السودان 1")
    expect(keyword).not_to_have_attribute("aria-current", "true")
    keyword.click()
    expect(keyword).to_have_attribute("aria-current", "true")
    expect(page.locator("#n_search_query")).to_have_value(f"{query} كلمة:السودان")
    keyword.click()
    expect(page.locator("#n_search_query")).to_have_value(query)


def test_a_phrase_that_is_not_closed_takes_no_filter(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """A facet closes a quotation that the reader has left open, as its filter would else be part of it."""
    page = open_search(open_page, serve, site, '"كأس الدوري')
    page.locator(".n-facets a", has_text="كرة القدم").click()
    expect(page.locator("#n_search_query")).to_have_value('"كأس الدوري" كلمة:"كرة القدم"')
    expect(page.locator(".n-results li")).to_have_count(1)


def test_the_nearest_spelling_can_be_pressed(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """Behind «هل تقصد» stands the query in another spelling."""
    page = open_search(open_page, serve, site, "رواوية أولى")
    page.locator("#n_search_status a", has_text="رواية أولى").click()
    expect(page.locator("#n_search_query")).to_have_value("رواية أولى")
    expect(page.locator(".n-results li").first).to_contain_text("رواية أولى في معرض الكتاب")


def test_a_phrase_taken_as_words_is_said(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """Where nobody writes a phrase as it stands in a question, the page says that its words were looked for."""
    page = open_search(open_page, serve, site, 'من وقّع "الكتاب المعرض"')
    expect(page.locator("#n_search_status")).to_contain_text("لا مقال فيه العبارة كما كُتبت")
    expect(page.locator(".n-results li").first).to_contain_text("معرض الكتاب")


def test_markup_in_a_query_is_text(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """A query that looks like markup makes none."""
    page = open_search(open_page, serve, site, '<img src=x onerror="alert(1)"> القرى')
    expect(page.locator("#n_search_status")).not_to_be_empty()
    assert 0 == page.locator(".n-found img").count()


def test_without_javascript(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """The box still leads to the page, and the page says plainly why it finds nothing, and where to look."""
    page = open_page(serve(site, "/sub/path/"), javascript=False)
    page.locator(BOX).fill("القرى")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/sub/path/search/?q=*")
    notice = page.locator("noscript p")
    expect(notice).to_contain_text("JavaScript")
    links = [link.get_attribute("href") for link in notice.locator("a").all()]
    assert ["../keywords/", "../tags/", "../archive/"] == links


def test_the_search_page_has_one_box(open_page: OpenPage, serve: Serve, site: Path) -> None:
    """On the search page, its own form is the only one."""
    page = open_search(open_page, serve, site, "")
    assert 1 == page.locator("[role=search]").count()
