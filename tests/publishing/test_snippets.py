"""HTML that stands on many pages."""

from __future__ import annotations

import re
from html import unescape

import pytest

from build_hooks.arabic.notation import Notation
from build_hooks.arabic.numbers import Digits
from build_hooks.model import Article
from build_hooks.publishing import snippets
from build_hooks.publishing.article_pages import ArticleView
from build_hooks.publishing.snippets import Snippets
from build_hooks.publishing.views import Link, Slice
from tests.factory import an_article

HOSTILE = "<b>\"أ\" & 'ب'</b>"


def test_texts_are_escaped() -> None:
    """Whatever an editor writes in names, headlines and ledes is text."""
    show = Snippets()
    article = an_article(headline=HOSTILE, text=(HOSTILE,))
    for html in (
        show.name(Link(HOSTILE, "a/"), ""),
        show.chips([Link(HOSTILE, "a/", 2)], ""),
        show.headline(article, ""),
        show.lede(article),
    ):
        assert "&lt;b&gt;&#34;أ&#34; &amp; &#39;ب&#39;&lt;/b&gt;" in html
        assert HOSTILE not in html


def test_a_source_with_an_address_is_a_link() -> None:
    """Where that is all it is; it is shown as it was written, and any other source is text."""
    show = Snippets()

    def source(written: str) -> str:
        article = an_article(source=written)
        view = ArticleView(
            article,
            words=9,
            authors=(),
            has_card=False,
            writing_styles=(),
            tags=(),
            keywords=(),
            things=(),
            related=(),
            newer=None,
            older=None,
        )
        return show.facts(view, "../../").partition("المصدر: ")[2].strip().removesuffix("</li>")

    link = '<a href="https://ina.example/?a=1&amp;b=%D8%A3"><bdi>https://ina.example/?a=1&amp;b=أ</bdi></a>'
    assert link == source("https://ina.example/?a=1&b=أ")
    assert "<bdi>وكالة https://ina.example/1</bdi>" == source("وكالة https://ina.example/1")


def test_a_number_stands_only_where_it_is_known() -> None:
    """As on an article's page, where that of a tag's articles would change with every article."""
    assert "n-count" not in Snippets().chips([Link("أمن", "tags/أمن/")], "../../")
    assert '<bdi class="n-count">1,234</bdi>' in Snippets().chips([Link("أمن", "tags/أمن/", 1234)], "../../")


def test_what_is_remembered_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles are listed, each is shown, and few are kept."""
    show = Snippets()
    articles = tuple(an_article(str(number), day="2026-11-24") for number in range(10))
    with_room = show.stories(Slice("archive/", articles), "../")
    assert [str(n) for n in range(10)] == [html.split("/")[0] for html in with_room.split("../articles/")[1:]]
    monkeypatch.setattr(snippets, "_MOST_KNOWN", 3)
    assert with_room == Snippets().stories(Slice("archive/", articles), "../")


def test_a_page_of_a_listing_leads_to_those_beside_it() -> None:
    """Further pages lead to the first, too; how many are left is said in words, in the site's figures."""

    def turning(part: Slice[Article]) -> str:
        notation = Notation(digits=Digits.ARABIC_INDIC)
        return Snippets(notation).stories(part, "../").partition("<nav")[2]

    assert "" == turning(Slice("archive/", ()))
    first = turning(Slice("archive/", (), older=3))
    assert ["archive/page/3/"] == re.findall('href="../([^"]*)', first)
    assert "بعدها ٣ صفحات" in first
    second = turning(Slice("archive/", (), 2, "archive/"))
    assert ["archive/", "archive/page/2/"] == re.findall('href="../([^"]*)', second)
    assert "بعدها صفحتان" in second
    last = turning(Slice("archive/", (), 0, "archive/page/2/"))
    assert ["archive/page/2/", "archive/"] == re.findall('href="../([^"]*)', last)
    assert "الصفحة الأخيرة" in last


@pytest.mark.parametrize(
    ("whole", "headline"),
    [
        (["WASP-96"], "تلسكوب يرصد كوكب WASP-96 b"),
        (["F-16", "COVID-19"], "(F-16)، COVID-19"),
        (["B-2"], '"B-2"'),
        (["2-1"], "2-1 لمنتخب 2026 - NATO"),
        ([], "Saint-Germain-en-Laye"),
        ([], "ال-NATO-ية"),
    ],
)
def test_a_short_name_with_a_hyphen_stays_whole(whole: list[str], headline: str) -> None:
    """In headlines, by markup alone: the characters are those that the editor wrote."""
    html = Snippets().heading(headline)
    assert whole == re.findall('<span class="n-whole">([^<]*)</span>', html)
    assert headline == unescape(re.sub("<[^>]*>", "", html))
    assert html in Snippets().headline(an_article(headline=headline), "")


def test_an_article_without_text_has_no_lede() -> None:
    """Where it is a picture, nothing stands between headline and day: no empty paragraph either."""
    show = Snippets()
    article = an_article(text=(), day="2026-11-24")
    assert "" == show.lede(article)
    assert "<p></p>" not in show.stories(Slice("archive/", (article,)), "").replace("<bdi></bdi>", "")
