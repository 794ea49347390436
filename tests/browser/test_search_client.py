"""The search client where readers have it: in the browser, under a sub-path."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

from build_hooks.arabic.analyser import after_clitics, core, tokenise
from build_hooks.arabic.stems import light_stem
from build_hooks.indexing.search.documents import Passage, SearchDocument
from build_hooks.indexing.search.index import search_index
from build_hooks.indexing.search.occurrences import MOST_DOCUMENTS
from tests.browser.conftest import Serve
from tests.browser.search_site import write_search_site
from tests.conftest import ROOT
from tests.indexing.search.collection import DOCUMENTS, a_document, many_documents, own_word

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (ROOT / "tests/golden/analyser/vectors.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_search_site(tmp_path_factory.mktemp("search") / "site")


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Serve, site: Path) -> Any:
    """A page from which scripts can import the client."""
    page = browser.new_page()
    page.goto(serve(site, "/sub/path/"))
    yield page
    page.close()


def analyse(page: Page, texts: list[str]) -> list[list[list[Any]]]:
    """Return what `analyser.js` makes of each text: terms with what is derived from them, and whether they are stops."""
    found: list[list[list[Any]]] = page.evaluate(
        """async (texts) => {
            const { afterClitics, core, lightStem, tokenise } = await import("./assets/search/analyser.js");
            return texts.map((text) => tokenise(text).map(({ term, isStop, start, end }) =>
                [term, isStop, core(term), afterClitics(term), lightStem(term), text.slice(start, end)]));
        }""",
        texts,
    )
    return found


def analysed(text: str) -> list[list[Any]]:
    """Return what `analyser.py` makes of a text, in the same form."""
    return [
        [
            token.term,
            token.is_stop,
            core(token.term),
            list(after_clitics(token.term)),
            light_stem(token.term),
            text[token.start : token.end],
        ]
        for token in tokenise(text)
    ]


def ask(page: Page, query: str, **options: Any) -> dict[str, Any]:
    """Return the client's answer to a query."""
    found: dict[str, Any] = page.evaluate(
        """async ([query, options]) => (await import("./assets/search/search.js")).answer(query, options)""",
        [query, options],
    )
    return found


def numbers(page: Page, query: str) -> list[int]:
    """Return the numbers of the documents that a query finds, the best first."""
    return [int(result["url"].split("/")[1]) for result in ask(page, query)["results"]]


def test_shared_vectors(page: Page) -> None:
    """The client's analyser gives what the shared vectors say."""
    found = analyse(page, [vector["text"] for vector in VECTORS["texts"]])
    marked = [[f"!{term}" if stop else term for term, stop, *_ in tokens] for tokens in found]
    assert [vector["terms"] for vector in VECTORS["texts"]] == marked
    words: list[dict[str, Any]] = page.evaluate(
        """async (terms) => {
            const { afterClitics, core, lightStem } = await import("./assets/search/analyser.js");
            return terms.map((term) =>
                ({ term, core: core(term), afterClitics: afterClitics(term), stem: lightStem(term) }));
        }""",
        [vector["term"] for vector in VECTORS["words"]],
    )
    assert VECTORS["words"] == words


def test_every_character_is_analysed_alike(page: Page) -> None:
    """Each character that Python knows, between two letters, makes the same terms in both languages."""
    known = [
        chr(code) for code in range(0x30000) if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs"}
    ]
    texts = [
        "".join(f"ك{char}ب " for char in known[start : start + 200]) for start in range(0, len(known), 200)
    ]
    assert list(map(analysed, texts)) == analyse(page, texts)


@settings(max_examples=30)
@given(
    st.lists(
        st.text(
            st.characters(min_codepoint=0x0600, max_codepoint=0x06FF, exclude_categories=["Cn"])
            | st.sampled_from(" ،.,٬0123456789«»ﷺﻼaÉßſ\u200d\u0301\U00010380")
            | st.sampled_from("وفبكلسالهيىةأإآءؤئ"),
            max_size=30,
        ),
        max_size=50,
    )
)
def test_any_text_is_analysed_alike(page: Page, texts: list[str]) -> None:
    """Both analysers agree on random texts of Arabic letters, marks and digits."""
    assert list(map(analysed, texts)) == analyse(page, texts)


ANY_QUERY = st.text(st.sampled_from('اب و-"“«»: كلمة:tag:سنة:2٠.()*\\') | st.characters())


@settings(max_examples=30)
@given(st.lists(ANY_QUERY, max_size=20))
def test_any_query_can_be_read(page: Page, queries: list[str]) -> None:
    """No text makes the parser fail."""
    page.evaluate(
        """async (queries) => {
            const { parseQuery } = await import("./assets/search/query.js");
            queries.forEach(parseQuery);
        }""",
        queries,
    )


def test_what_every_object_has_is_no_filter(page: Page) -> None:
    """`constructor:` is a word with a colon behind it."""
    assert [0] == numbers(page, "constructor:الجسر")


@settings(max_examples=30)
@given(st.lists(st.tuples(ANY_QUERY, ANY_QUERY), max_size=20))
def test_any_query_can_be_narrowed_to_any_value(page: Page, pairs: list[tuple[str, str]]) -> None:
    """A filter that is put on a query finds its value and leaves the rest as it was, and so does taking it away."""
    spoilt: list[object] = page.evaluate(
        """async (pairs) => {
            const { foldValue, parseQuery, withFilter, withoutFilters } = await import("./assets/search/query.js");
            const read = (query) => JSON.stringify(query, (key, value) => (/^(start|end)$/.test(key) ? 0 : value));
            const isSpoilt = ([text, value]) => {
                const narrowed = withFilter(text, "كلمة", value);
                const query = parseQuery(narrowed);
                const added = query.filters.pop();
                const widened = withoutFilters(narrowed, [added]);
                return added.field !== "k" || added.value !== foldValue(value)
                    || [query, parseQuery(widened)].some((other) => read(other) !== read(parseQuery(text)));
            };
            return pairs.filter(([, value]) => foldValue(value)).filter(isSpoilt);
        }""",
        pairs,
    )
    assert [] == spoilt


PIECES = [
    "ا", "ا ", "ا:", "كلمة:", "كلمة: ", 'كلمة:"', '"', '" ', "«", "«»", "-", " -", '-"', "ـ", "\u064e", "ا\u064e", "\u3164",
    "ال", "و", "والد", "1,", "1,111", "e\u0301", "\u0301", "ﷺ", "😀", "\u202e", "\t", "(", "*", "\\",
]  # fmt: skip


def test_a_long_query_takes_time_in_line_with_its_length(page: Page) -> None:
    """Four times as long a query takes no more than twice as long as that: sixteen times would be the square."""
    found: list[object] = page.evaluate(
        """async (pieces) => {
            const { parseQuery } = await import("./assets/search/query.js");
            const { core, lightStem, searchFold, tokenise } = await import("./assets/search/analyser.js");
            const { excerpt, markWords, toHtml } = await import("./assets/search/passages.js");
            const time = (text) => {
                const start = performance.now();
                parseQuery(text);
                const tokens = tokenise(text);
                for (const { term } of tokens) lightStem(core(term));
                searchFold(text);
                toHtml(excerpt({ text, tokens: [], first: 0 }, []));
                toHtml(markWords(text, []));
                return performance.now() - start;
            };
            for (const piece of pieces) {
                const ratios = [];
                for (let attempt = 0; attempt < 5 && !(Math.min(...ratios) <= 8); attempt++) {
                    const [short, long] = [2000, 8000].map((size) => piece.repeat(size / piece.length));
                    ratios.push(time(long) / Math.max(time(short), 1));
                }
                if (Math.min(...ratios) > 8) return [piece, ...ratios];
            }
            return [];
        }""",
        PIECES,
    )
    assert [] == found


@pytest.mark.parametrize("piece", PIECES)
def test_a_query_of_any_length_has_an_answer(page: Page, piece: str) -> None:
    """An address may hold 20,000 letters of anything; the answer is that of any other query."""
    assert {"results", "count"} <= ask(page, piece * (20_000 // len(piece)), limit=1).keys()


@pytest.mark.parametrize("document", range(len(DOCUMENTS)))
def test_a_headline_finds_its_document(page: Page, document: int) -> None:
    """The words of a headline bring its document first."""
    assert document == numbers(page, DOCUMENTS[document].title)[0]


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("إيران", 5),  # the text has لإيران
        ("ايران", 5),
        ("والأهالي", 0),
        ("الامن", 6),
        ("الأَمْــن", 6),
        ("ﺍﻷﻣﻦ", 6),
        ("المسئول", 5),
        ("مسؤول", 5),
        ("کاتب", 6),
        ("12000", 3),
        ("١٢,٠٠٠", 3),
        ("القريه", 1),
        ("مهندس", 0),
        ("متحف", 3),
        ("لبغداد", 3),
        ("وببغداد", 3),
        ("علي", 2),
        ("المتحق", 3),  # a letter wrong
        ("الممتحف", 3),  # too many
        ("المحف", 3),  # missing
        ("المتفح", 3),  # swapped
        ("المحتف", 3),  # swapped across the middle
        ("امتحف", 3),  # missing from the article
        ("بذر", 6),
        ("من يحفر الآبار؟", 1),
        ("الطاقه", 5),
    ],
)
def test_a_query_finds_its_document(page: Page, query: str, document: int) -> None:
    """Spelling, clitics, endings and slips do not keep a document from being found first."""
    assert document == numbers(page, query)[0]


def test_an_exact_word_comes_first(page: Page) -> None:
    """الكتب is in document 6, and only a form of its stem in 2."""
    assert 6 == numbers(page, "الكتب")[0]


def test_a_name_is_no_stop_word(page: Page) -> None:
    """علي finds the man and not every «on»."""
    assert [2] == numbers(page, "علي")
    assert 2 in numbers(page, "على")


def test_all_words_are_looked_for_and_none_is_demanded(page: Page) -> None:
    """Documents with some of the words are found behind those with all."""
    assert [1, 0] == numbers(page, "آبار القرى الجبلية")


def test_a_phrase_stands_as_it_is(page: Page) -> None:
    """Quoted words are found side by side in their order only, whatever the marks and the quotes."""
    assert [2] == numbers(page, "«معرض الكتاب»")
    assert [] == numbers(page, '"الكتاب معرض"')
    assert [4] == numbers(page, '"كأس الدوري"')
    assert [0, 1] == sorted(numbers(page, "القرى"))
    assert [0] == numbers(page, '"القُرى القريبة"')


def test_a_phrase_may_stand_in_a_heading(page: Page) -> None:
    """Quoted words are found in a heading, and left out where they are not wanted there."""
    assert [0] == numbers(page, "«حجر من الجبل»")
    assert [] == numbers(page, "«الجبل من حجر»")
    assert [1] == numbers(page, "القرى -«حجر من الجبل»")


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("ليلى حسن", 0),
        ("ليلي حسن", 0),
        ("الساحل للأنباء", 0),
        ("«ليلى حسن»", 0),
        ("«وكالة الساحل»", 0),
        ("رياضة", 4),
        ("Narrative", 1),
        ("narrative", 1),
    ],
)
def test_what_stands_beside_the_text_is_found(page: Page, query: str, document: int) -> None:
    """Author, source, tags and writing styles are words of the article, known as well as any other."""
    found = ask(page, query)
    assert [f"articles/{document}/"] == [result["url"] for result in found["results"]][:1]
    assert found["suggestion"] is None


def test_what_stands_beside_the_text_can_be_left_out(page: Page) -> None:
    """A word of the author's name or a phrase of the source keeps an article out behind a minus."""
    assert [1] == numbers(page, "القرى -ليلى")
    assert [1] == numbers(page, "القرى -«الساحل للأنباء»")


def test_the_nearest_spelling_of_an_author_is_offered(page: Page) -> None:
    """A slip in a name that stands beside texts alone is put right as it is written there."""
    assert "وكالة الساحل" == ask(page, "وكالة السساحل")["suggestion"]


def test_what_an_article_is_about_goes_before_what_it_mentions(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    """An article with a word among its tags, or by an author, comes before those whose text has the words."""
    mentions = "قالت ليلى إن زيتون هذا العام وفير، وإن حسن الحظ معها."
    documents = [
        *[a_document(number, mentions, "كلام " * 20) for number in range(5)],
        a_document(5, "كلام " * 30, tags=("زيتون",)),
        a_document(6, "كلام " * 30, credits=("ليلى حسن",)),
        *[a_document(number, "كلام " * 30) for number in range(7, 20)],
    ]
    page = browser.new_page()
    page.goto(serve(write_search_site(tmp_path / "site", documents)))
    assert 5 == numbers(page, "زيتون")[0]
    assert 6 == numbers(page, "ليلى حسن")[0]
    page.close()


def test_a_phrase_that_nobody_writes_does_not_spoil_a_question(page: Page) -> None:
    """Beside other words, a phrase without a match is taken as words, and the answer says so."""
    found = ask(page, 'من وقّع "الكتاب المعرض" في الحفل')
    assert found["isLoose"]
    assert found["results"]
    assert not ask(page, 'معرض "معرض الكتاب"')["isLoose"]
    assert not ask(page, '"الكتاب المعرض"')["isLoose"]


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ('فريق "المدينة الدوري" كلمة:"كرة القدم"', [4]),
        ('فريق "المدينة الدوري" كلمة:"النقل العام"', []),
        ('حفر "القرى الصيف" -"الجسر سيخفف"', [1]),
        ('حفر "القرى الصيف" -كلمة:"النقل العام"', [1]),
    ],
)
def test_filters_hold_where_a_phrase_does_not(page: Page, query: str, documents: list[int]) -> None:
    """Where a phrase is taken as words, quoted filters and what is to be left out count as before."""
    found = ask(page, query)
    assert found["isLoose"]
    assert documents == [int(result["url"].split("/")[1]) for result in found["results"]]


def test_words_can_be_left_out(page: Page) -> None:
    """A word behind a minus must not occur; a dash between words is no minus."""
    assert [1] == numbers(page, "القرى -الجسر")
    assert [1] == numbers(page, "القرى −جسر")
    assert [0, 1] == sorted(numbers(page, "القرى-الجسر"))
    assert [1] == numbers(page, 'القرى -"الجسر سيخفف"')
    assert [0] == numbers(page, '"القرى القريبة"-الجسر')


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("كلمة:الزراعة", [1, 6]),
        ("كلمه:زراعه", [1, 6]),
        ("keyword:الزراعة", [1, 6]),
        ('كلمة:"كرة القدم"', [4]),
        ("وسم:ثقافة", [2, 3]),
        ("tag:ثقافة وسم:خبر", [2]),
        ("سنة:2026", [3, 4]),
        ("year:٢٠٢٦", [3, 4]),
        ("سنة:2026 سنة:2025", [1, 2, 3, 4]),
        ("سنة:2026 -وسم:ثقافة", [4]),
        ("المعرض وسم:ثقافة سنة:2025", [2]),
        ("وسم:لاشيء", []),
        ("-الجسر وسم:خبر", [2, 4, 5]),
    ],
)
def test_filters(page: Page, query: str, documents: list[int]) -> None:
    """Keywords, tags and years narrow the answer; of several years any will do."""
    assert documents == numbers(page, query)


def test_an_excerpt_is_the_original_with_its_words_marked(page: Page) -> None:
    """The best passage is shown as written, and what only its folded form matches is marked."""
    [result, *_] = ask(page, "المسؤول يذكر موعدا")["results"]
    assert result["anchor"] == "p2"
    assert "لم <mark>يذكر</mark> <mark>المسئول</mark> <mark>موعدًا</mark>، لكنه قال" in result["excerpt"]


def test_what_is_cut_from_an_excerpt_is_marked(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    """An ellipsis stands beside its word, as on the pages of keywords, so that it never has a line of its own."""
    page = browser.new_page()
    page.goto(
        serve(write_search_site(tmp_path / "site", [a_document(0, "كلام " * 50 + "زيتون" + " كلام" * 50)]))
    )
    [result] = ask(page, "زيتون")["results"]
    page.close()
    assert result["excerpt"].startswith("…كلام ")
    assert result["excerpt"].endswith(" كلام…")


def test_an_excerpt_is_safe_html(page: Page) -> None:
    """What looks like markup in a text is escaped."""
    [result, *_] = ask(page, "النصر")["results"]
    assert "&amp; رفعوا أعلامًا كُتب عليها &lt;<mark>النصر</mark>&gt;." in result["excerpt"]


def test_the_nearest_spelling_is_offered(page: Page) -> None:
    """A word of which nothing is known is replaced by the nearest one, as a text writes it."""
    assert "رواية أولى" == ask(page, "رواوية أولى")["suggestion"]
    assert "المتحف" == ask(page, "المتحف")["results"][0]["title"].split()[0]
    assert ask(page, "المتحف البحري")["suggestion"] is None
    assert ask(page, "وببغداد")["suggestion"] is None


def test_an_unfinished_word_is_completed(page: Page) -> None:
    """While one types, the words that begin so are found."""
    assert [3] == [int(one["url"].split("/")[1]) for one in ask(page, "المتا", isUnfinished=True)["results"]]


def test_facets_count_the_answer(page: Page) -> None:
    """Facets say how many of the documents found have each tag, year and keyword."""
    facets = ask(page, "القرى", withFacets=True)["facets"]
    counts = {(facet["field"], facet["label"]): facet["count"] for facet in facets}
    assert counts[("y", "2025")] == 1
    assert counts[("t", "خبر")] == 1
    assert ("t", "ثقافة") not in counts


def test_articles_may_have_nothing_to_count_them_by(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    """Where no article has a date, a tag or a keyword, there are results without facets."""
    page = browser.new_page()
    page.goto(serve(write_search_site(tmp_path / "site", [a_document(0, "زيتون")])))
    found = ask(page, "زيتون", withFacets=True)
    page.close()
    assert [1, []] == [found["count"], found["facets"]]


@pytest.mark.parametrize("query", ["", "   ", "،«»", '""', "-"])
def test_nothing_asked_nothing_found(page: Page, query: str) -> None:
    """A query without a word or filter has an empty answer."""
    assert [] == ask(page, query)["results"]


def test_stop_words_alone_are_words(page: Page) -> None:
    """Where there is nothing else to look for, stop words are looked for."""
    assert 5 in numbers(page, "لكنه")


def test_limit_and_base(page: Page, serve: Serve, site: Path) -> None:
    """`search(query, {limit, base})` gives no more than `limit` results of the site at `base`."""
    found: list[dict[str, Any]] = page.evaluate(
        """async (base) => (await import("./assets/search/search.js")).search("القرى", { limit: 1, base })""",
        serve(site, "/sub/path/"),
    )
    assert 1 == len(found)
    assert {"url", "title", "excerpt", "score"} <= set(found[0])
    assert isinstance(found[0]["score"], float)


def test_as_many_results_as_asked_for(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    """Of three hundred documents with a word, all are found, the one that says it most often first."""
    documents = [a_document(number, "كلام " * 9 + "زيتون") for number in range(300)]
    documents[123] = a_document(123, "كلام " * 5 + "زيتون " * 5)
    page = browser.new_page()
    page.goto(serve(write_search_site(tmp_path / "site", documents)))
    found = ask(page, "زيتون", limit=300)
    assert 300 == found["count"]
    assert [123, *(number for number in range(300) if number != 123)] == [
        int(result["url"].split("/")[1]) for result in found["results"]
    ]
    page.close()


def test_more_results_stand_below_those_shown(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    """Whoever asks for more results has the same ones first, in the same order."""
    chance = random.Random(1)
    words = ["زيتون", "تين", "رمان", "كلام", "نص", "خبر"]
    documents = [
        a_document(number, " ".join(chance.choices(words, k=30)), title=" ".join(chance.choices(words, k=3)))
        for number in range(60)
    ]
    page = browser.new_page()
    page.goto(serve(write_search_site(tmp_path / "site", documents)))
    some = [
        [result["url"] for result in ask(page, "زيتون تين رمان", limit=limit)["results"]]
        for limit in (10, 25, 40)
    ]
    page.close()
    assert some[2][:10] == some[0]
    assert some[2][:25] == some[1]


def test_documents_come_as_they_were_written(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    """The client reads every field of every document, whatever is in it and whichever file it is in."""
    hostile = "كَتَبَ «علیّ» été 😀 \\u0041 \x1d\x1e\x1f \u200f"
    long = a_document(
        0,
        hostile + "كلام " * 1000,
        title=hostile,
        headings=(hostile, "و"),
        credits=(hostile,),
        keywords=(hostile,),
        tags=("و", hostile),
        year=2026,
    )
    bare = a_document(1, title="", passages=(Passage("نص"), Passage("", "p2")))
    documents = [long, long, long, *[bare] * MOST_DOCUMENTS]
    shutil.copytree(ROOT / "docs/assets/search", tmp_path / "assets/search")
    for path, content in search_index(documents).items():
        file = tmp_path / "assets/search" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>س</title><link rel=icon href=data:,>", "utf-8"
    )
    page = browser.new_page()
    page.goto(serve(tmp_path))
    found = page.evaluate(
        """async (numbers) => {
            const { Index } = await import("./assets/search/index.js");
            const index = await Index.open(new URL(".", location.href));
            return Promise.all(numbers.map((number) => index.document(number)));
        }""",
        [0, 2, 3, 18, 19, MOST_DOCUMENTS + 2],
    )
    page.close()
    assert [as_read(long)] * 2 + [as_read(bare)] * 4 == found


def as_read(document: SearchDocument) -> dict[str, Any]:
    """Return a document in the form in which the client has it."""
    return {
        "url": document.url,
        "title": document.title,
        "year": document.year,
        "tags": list(document.tags),
        "keywords": list(document.keywords),
        "passages": [list(passage) for passage in document.passages],
        "headings": list(document.headings),
        "credits": list(document.credits),
    }


@pytest.fixture
def large_site(tmp_path: Path) -> Path:
    """A site of so many documents that their texts are in several files."""
    return write_search_site(tmp_path / "site", many_documents(60))


def test_a_new_build_is_noticed(browser: Browser, serve: Serve, large_site: Path) -> None:
    """Where the files that a page knows of are gone, the client starts again from the directory."""
    page = browser.new_page()
    page.goto(serve(large_site))
    assert 0 == numbers(page, own_word(0))[0]
    [old] = [path for path in (large_site / "assets/search").iterdir() if path.is_dir()]
    shutil.move(old, old.with_name("renewed"))
    index = large_site / "assets/search/index.json"
    index.write_text(index.read_text("utf-8").replace(old.name, "renewed"), encoding="utf-8")
    # Servers tell files apart by whole seconds, and two builds are never in one.
    os.utime(index, times=(time.time(), time.time() + 10))
    assert 59 == numbers(page, own_word(59))[0]
    page.close()


def test_what_is_loaded_works_offline(browser: Browser, serve: Serve, large_site: Path) -> None:
    """Without a network, what was asked before is answered, and what was not is asked for again later."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(serve(large_site))
    before = numbers(page, own_word(0))
    context.set_offline(True)
    assert before == numbers(page, own_word(0))
    with pytest.raises(PlaywrightError):
        numbers(page, own_word(59))
    context.set_offline(False)
    assert 59 == numbers(page, own_word(59))[0]
    context.close()


@pytest.mark.parametrize(
    ("one", "other"),
    [("متحف", "محف"), ("متحف", "متحفف"), ("متحف", "متحق"), ("متحف", "متفح"), ("متحف", "تحف")],
)
def test_one_slip(page: Page, one: str, other: str) -> None:
    """A letter missing, too many or wrong, or two swapped: either word is one slip from the other."""
    assert [True, True, False] == page.evaluate(
        """async ([one, other]) => {
            const { isOneSlip } = await import("./assets/search/spelling.js");
            return [isOneSlip(one, other), isOneSlip(other, one), isOneSlip(one, other + "اا")];
        }""",
        [one, other],
    )


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("لا نتائج", 0),
        ("نتيجة واحدة", 1),
        ("نتيجتان", 2),
        ("3 نتائج", 3),
        ("11 نتيجة", 11),
        ("100 نتيجة", 100),
        ("103 نتائج", 103),
        ("1,234 نتيجة", 1234),
    ],
)
def test_numbers_agree_with_their_noun(page: Page, phrase: str, number: int) -> None:
    """Results are counted as Arabic counts."""
    assert phrase == page.evaluate(
        """async (number) => {
            const { RESULT, counted } = await import("./assets/search/counted.js");
            return counted(number, RESULT);
        }""",
        number,
    )
