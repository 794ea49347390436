"""The pages of an index and what goes with them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from build_hooks.cache import Cache, digest
from build_hooks.indexing.taxonomy import keywords_of
from build_hooks.model import Appearance, Article, Heading, Index, Kind, Mention, Vocabulary
from build_hooks.publishing import keyword_file as keyword_file_module
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.index_kind import KEYWORDS
from build_hooks.publishing.index_pages import IndexView, index_pages
from build_hooks.publishing.keyword_file import keyword_file
from build_hooks.publishing.redirects import redirects
from build_hooks.publishing.site_page import SiteFile
from build_hooks.publishing.snippets import Snippets
from build_hooks.publishing.term_pages import TermView, term_pages
from tests.factory import a_term, an_article, build_catalogue, build_index

ISIS = Heading("داعش", also=("تنظيم الدولة",), kind=Kind.ORGANISATION, see_also=("قسد", "لا أحد يذكره"))


def index_of(*keywords: str) -> Index:
    """Return the index of one article with `keywords`."""
    return build_index([an_article(keywords=keywords)], keywords_of, [ISIS])


def test_entries_stand_under_their_letters() -> None:
    """Terms and other names are in one alphabet; another name says where to look."""
    (planned,) = index_pages(KEYWORDS, index_of("داعش", "قسد"))
    page = planned.make()
    assert isinstance(page.view, IndexView)
    assert [("ت", ["تنظيم الدولة"]), ("د", ["داعش"]), ("ق", ["قسد"])] == [
        (group.letter, [entry.link.text for entry in group.entries]) for group in page.view.groups
    ]
    assert "كلمتان" == page.view.summary
    see = page.view.groups[0].entries[0].see
    assert see
    assert "داعش" == see.text


def test_see_also_leads_only_to_terms_with_a_page() -> None:
    """A term that no article mentions has no page, so nothing leads there."""
    (planned,) = index_pages(KEYWORDS, index_of("داعش", "قسد"))
    page = planned.make()
    assert isinstance(page.view, IndexView)
    entry = page.view.groups[1].entries[0]
    assert ["قسد"] == [link.text for link in entry.see_also]
    assert ("منظمة", "مقال واحد") == (entry.kind, entry.summary)


def test_a_long_index_has_a_page_for_each_letter() -> None:
    """Beyond 1,000 terms the index is only the way to its letters."""
    index = index_of(*(f"{letter}{number}" for letter in "بت" for number in range(501)))
    whole, *letters = (planned.make() for planned in index_pages(KEYWORDS, index))
    assert isinstance(whole.view, IndexView)
    assert ["keywords/letter/ب/", "keywords/letter/ت/"] == [page.path for page in letters]
    assert () == whole.view.groups
    assert all(letter.path for letter in whole.view.letters)


def test_a_term_lists_its_articles_by_fifties() -> None:
    """From the last one on; articles that only mention the term are set apart where they begin."""
    appearances = (Appearance(an_article(str(number)), declared=number < 80) for number in range(120))
    index = Index((a_term(ISIS, "داعش", *appearances),), (), {})
    pages = [planned.make() for planned in term_pages(KEYWORDS, index)]
    assert ["keywords/داعش/", "keywords/داعش/page/1/"] == [page.path for page in pages]
    first, second = (page.view for page in pages)
    assert isinstance(first, TermView)
    assert isinstance(second, TermView)
    assert (70, 50) == (len(first.listing.items), len(second.listing.items))
    assert (None, 10) == (first.first_mentioned, second.first_mentioned)
    assert not second.listing.items[10].declared
    snippets = Snippets()
    assert "عابر" not in snippets.appearances(first, "../")
    before, after = snippets.appearances(second, "../").split("مقالات فيها ذكر عابر")
    assert (10, 40) == (before.count("<article"), after.count("<article"))


@pytest.mark.parametrize(
    ("declared", "places"),
    [(0, (0, None)), (20, (20, None)), (70, (None, 0)), (119, (None, 49)), (120, (None, None))],
)
def test_articles_that_only_mention_a_term_begin_once(
    declared: int, places: tuple[int | None, int | None]
) -> None:
    """On the page on which the first of them stands, be it the first there, and on none where there are none."""
    appearances = [Appearance(an_article(str(number)), declared=number < declared) for number in range(120)]
    index = Index((a_term(ISIS, "داعش", *appearances),), (), {})
    views = [planned.make().view for planned in term_pages(KEYWORDS, index)]
    assert places == tuple(view.first_mentioned for view in views if isinstance(view, TermView))


def test_a_term_with_many_places_quotes_the_first() -> None:
    """Three sentences are quoted; how many places are left is said in words."""
    article = an_article(text=("داعش. " * 8,))
    mentions = tuple(Mention(1, 6 * number, 6 * number + 4, "داعش") for number in range(8))
    term = a_term(ISIS, "داعش", Appearance(article, mentions=mentions))
    (planned,) = term_pages(KEYWORDS, Index((term,), (), {}))
    page = planned.make()
    assert isinstance(page.view, TermView)
    html = Snippets().appearances(page.view, "../")
    assert 3 == html.count("<mark>داعش</mark>.")
    assert "<bdi>5 مواضع</bdi>" in html
    assert "مقال واحد، 8 مواضع" == page.view.summary


def keyword_file_of(cache: Cache, *articles: Article) -> SiteFile:
    """Return the keyword file of articles with one term in the vocabulary."""
    catalogue = build_catalogue(articles, Vocabulary((ISIS,)))
    return keyword_file(catalogue.keywords, identities_of(catalogue).keywords, cache)


def test_keyword_file_is_as_other_programs_expect() -> None:
    """One JSON object a line, with offsets into the seed's paragraph."""
    file = keyword_file_of(Cache(), an_article("a b", text=("في داعش",)))
    assert "keywords/index.jsonl" == file.path
    assert {
        "term": "داعش",
        "url": "keywords/%D8%AF%D8%A7%D8%B9%D8%B4/",
        "kind": "organisation",
        "also": ["تنظيم الدولة"],
        "articles": [
            {
                "url": "articles/a%20b/",
                "mentions": [{"paragraph": 1, "start": 3, "end": 7, "written": "داعش"}],
            }
        ],
    } == json.loads(file.content)


def test_another_name_leads_to_its_term() -> None:
    """Its page sends readers on, and tells search engines which page counts."""
    (page,) = redirects(KEYWORDS.path, index_of("داعش"))
    assert "keywords/تنظيم-الدولة/index.html" == page.path
    assert isinstance(page.content, str)
    assert 3 == page.content.count('"../%D8%AF%D8%A7%D8%B9%D8%B4/"') + page.content.count(
        'url=../%D8%AF%D8%A7%D8%B9%D8%B4/"'
    )


def articles_written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where the permalinks of articles come whose places are written into the keyword file."""
    written: list[str] = []
    original = keyword_file_module._articles

    def articles(appearances: Sequence[Appearance], addresses: Mapping[str, str]) -> str:
        written.extend(appearance.article.permalink for appearance in appearances)
        return original(appearances, addresses)

    monkeypatch.setattr(keyword_file_module, "_articles", articles)
    return written


def test_lines_of_the_keyword_file_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those are written anew in which something has changed, be it the place of a mention."""
    cache = Cache(tmp_path)
    articles = [
        an_article("a", text=("في داعش",), digest=digest(b"a")),
        an_article("b", text=("نص",), keywords=("قسد",), digest=digest(b"b")),
    ]
    keyword_file_of(cache, *articles)
    moved = [an_article("a", text=("عن داعش", "داعش"), digest=digest(b"c")), articles[1]]
    expected = keyword_file_of(Cache(), *moved)
    written = articles_written(monkeypatch)
    assert expected == keyword_file_of(cache, *moved)
    assert ["a"] == written
    assert expected == keyword_file_of(cache, *moved)
    assert ["a"] == written


def test_a_long_line_of_the_keyword_file_is_kept_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit of one of a term's articles, or one more, leaves most of what is said of the others."""
    cache = Cache(tmp_path)
    articles = [
        an_article(f"{number:03}", text=("في داعش",), digest=digest(f"{number}".encode()))
        for number in range(300)
    ]
    keyword_file_of(cache, *articles)
    edited = [*articles, an_article("150b", text=("عن داعش",), digest=digest(b"new"))]
    edited[200] = an_article("200", text=("عن داعش",), digest=digest(b"edited"))
    expected = keyword_file_of(Cache(), *edited)
    written = articles_written(monkeypatch)
    assert expected == keyword_file_of(cache, *edited)
    assert {"150b", "200"} <= set(written)
    assert len(written) < 150
