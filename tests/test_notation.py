"""The site's own numbers and dates, as an editor chooses them under `extra.nashir`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import BuildFailedError, BuildSite, BuiltSite

ARABIC_INDIC = re.compile("[٠-٩]")


def shown(html: str) -> str:
    """Return what a page shows: its title and its text."""
    body = _first(html, "body")
    body.strip_tags(["script"])
    return f"{_first(html, 'title').text()} {body.text(separator=' ')}"


def test_all_figures_of_the_site_are_as_chosen(arabic_indic_site: BuiltSite) -> None:
    """Nothing that the site itself says has other figures, on any page; what editors wrote stays as written."""
    written = re.compile("قمة 2030 و٣ دول|نص من 1900 و٤|G20|قمة ٣")
    pages = [
        file
        for file in arabic_indic_site.folder.rglob("*.html")
        if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]
    assert len(pages) > 110
    for file in pages:
        assert [] == re.findall("[0-9]", written.sub("", shown(file.read_text("utf-8")))), file
    for text in ("قمة 2030 و٣ دول", "نص من 1900 و٤.", "G20", "قمة ٣"):
        assert text in shown(arabic_indic_site.page("articles/old/"))


def test_figures_agree_with_their_nouns(arabic_indic_site: BuiltSite) -> None:
    """Counts, dates and the archive, each on its page."""
    assert "١٠٤ مقالات، ٢٠٨ مواضع" in shown(arabic_indic_site.page("keywords/بغداد/"))
    assert "موضعان" in shown(arabic_indic_site.page("articles/اأ/"))
    archive = shown(arabic_indic_site.page("archive/"))
    assert "٢٠٢٦" in archive
    assert "١٠٥ مقالات" in archive
    assert "أكتوبر ٢٠٢٦ – ناشر" in shown(arabic_indic_site.page("archive/2026/10/"))
    assert "١ أكتوبر ٢٠٢٦" in shown(arabic_indic_site.page("articles/اأ/"))
    assert "٥ كلمات" in shown(arabic_indic_site.page("keywords/"))


def test_further_pages_say_which_they_are(arabic_indic_site: BuiltSite) -> None:
    """In the title, in the site's figures; programs are told the listing's own name."""
    for path, name in (("keywords/بغداد/", "بغداد"), ("tags/مدن/", "مدن"), ("archive/2026/", "٢٠٢٦")):
        first, further = (arabic_indic_site.page(f"{path}{page}") for page in ("", "page/1/"))
        titles = [_first(html, "title").text() for html in (first, further)]
        assert [f"{name} – ناشر", f"{name}، الصفحة ١ – ناشر"] == titles
        assert [name, name] == [_first(html, "h1").text() for html in (first, further)]
        assert _breadcrumbs(first) == _breadcrumbs(further)


def test_programs_are_told_ascii_figures(arabic_indic_site: BuiltSite) -> None:
    """Addresses, `datetime`, structured data, feeds and the sitemap have none of the figures that readers see."""
    for path in ("", "articles/اأ/", "archive/2026/10/", "archive/2026/", "keywords/بغداد/page/1/"):
        page = LexborHTMLParser(arabic_indic_site.page(path))
        values = [
            value
            for node in page.css("[href], [datetime], [id]")
            for name, value in node.attributes.items()
            if name in {"href", "datetime", "id"}
        ]
        values.append(_structured_data(page.html or ""))
        assert [] == [value for value in values if value and ARABIC_INDIC.search(value)], path
    assert "أكتوبر 2026" == _breadcrumbs(arabic_indic_site.page("archive/2026/10/"))[-1]
    for name in ("feed.json", "feed.xml", "sitemap.xml"):
        assert not re.search("[٠-٩]", (arabic_indic_site.folder / name).read_text("utf-8")), name


def _structured_data(html: str) -> str:
    return _first(html, 'script[type="application/ld+json"]').text()


def _breadcrumbs(html: str) -> list[str]:
    [way] = [one for one in json.loads(_structured_data(html))["@graph"] if one["@type"] == "BreadcrumbList"]
    return [item["name"] for item in way["itemListElement"]]


def test_hijri_date_stands_beside_the_gregorian_one(arabic_indic_site: BuiltSite) -> None:
    """On the article's page alone, outside of `<time>`; without one where no calendar has the day."""
    day = _first(arabic_indic_site.page("articles/اأ/"), ".n-meta li")
    assert "١ أكتوبر ٢٠٢٦ / ٢٠ ربيع الآخر ١٤٤٨ هـ" == day.text()
    [time] = day.css("time")
    assert ("١ أكتوبر ٢٠٢٦", "2026-10-01") == (time.text(), time.attributes["datetime"])
    assert "٣ فبراير ١٩٠٠" == _first(arabic_indic_site.page("articles/old/"), ".n-meta li").text()
    assert "هـ" not in shown(arabic_indic_site.page("archive/"))


def test_usual_site_has_western_figures_alone(built_site: BuiltSite) -> None:
    """Nor has it a word for scripts, or a Hijri date."""
    html = built_site.page("articles/000_e859778222280836/")
    assert not re.search("[٠-٩]|هـ", _first(html, ".n-meta").text())
    assert "numbering-system" not in html


def _first(html: str, selector: str) -> LexborNode:
    found = LexborHTMLParser(html).css_first(selector)
    assert found is not None, selector
    return found


def test_unknown_choice_stops_the_build(copy_of_project: Path, build_site: BuildSite) -> None:
    """The message names the file, the option and what to write."""
    config = copy_of_project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8") + "\nextra:\n  nashir:\n    digits: hindi\n", encoding="utf-8"
    )
    with pytest.raises(
        BuildFailedError, match=r"mkdocs\.yml: extra\.nashir\.digits is 'hindi'; write western"
    ):
        build_site(config)


def test_no_dot_parts_figures(arabic_indic_site: BuiltSite) -> None:
    """A middle dot beside Arabic-Indic figures would be read as their zero."""
    for path in ("", "keywords/", "keywords/بغداد/", "archive/", "articles/اأ/"):
        assert "·" not in shown(arabic_indic_site.page(path)), path
