"""Whatever a seed or the vocabulary holds, it is published as text, and nothing else of the site changes."""

from __future__ import annotations

import json
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_hooks.arabic.fold import fold
from build_hooks.reading.characters import is_blank, one_line
from tests.conftest import BuiltSite
from tests.hostile_site import HostileArticle
from tests.links import broken_links
from tests.payloads import intruders
from tests.publishing.test_round_trip import seen, spaced

Hostile = tuple[BuiltSite, list[HostileArticle]]

FRAME = ["n-skip", "n-masthead", "md-container", "md-main", "n-wrap", "n-footer", "script"]
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture(scope="session")
def pages(hostile_site: Hostile) -> dict[str, str]:
    """Every page of the site by its path."""
    folder = hostile_site[0].folder
    return {
        str(file.relative_to(folder)): file.read_text("utf-8")
        for file in folder.rglob("*.html")
        if file.is_file()
    }


def test_no_page_has_what_is_not_the_sites_own(pages: dict[str, str]) -> None:
    """No page holds a script, frame, style, form, handler or picture that the site did not put there."""
    assert 2000 < len(pages)
    assert [] == [(path, found) for path, html in pages.items() for found in intruders(html)]


def test_every_page_has_its_own_frame(pages: dict[str, str]) -> None:
    """Nothing closes or opens an element around it: each page has the site's head and foot once, each id once."""
    for path, html in pages.items():
        tree = LexborHTMLParser(html)
        ids = [node.id for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), path
        assert 1 == len(tree.css("title")) == len(tree.css("body")), path
        if not tree.css("meta[http-equiv=refresh]"):
            frame = tree.css("body > *, .md-container > *, .md-main__inner > *")
            assert FRAME == [node.attributes.get("class", node.tag) for node in frame], path


def test_every_page_has_the_policy_ahead_of_all(pages: dict[str, str]) -> None:
    """The policy is the first thing behind the encoding in each page, 404.html and redirects too."""
    policy = (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
    )
    for path, html in pages.items():
        head = LexborHTMLParser(html).head
        assert head
        charset, meta = list(head.iter())[:2]
        assert "utf-8" == charset.attributes.get("charset"), path
        assert ("Content-Security-Policy", policy) == (
            meta.attributes["http-equiv"],
            meta.attributes["content"],
        ), path


def test_articles_read_as_written(hostile_site: Hostile) -> None:
    """Headline, paragraphs, subheading and all that stands around the text are what the seed has."""
    site, articles = hostile_site
    for article in articles:
        page = site.page(article.path)
        shown = spaced(one_line(article.payload))
        assert [spaced(article.headline)] == seen(page, "h1"), article
        assert [*map(spaced, article.paragraphs)] == seen(page, "#article > p"), article
        if not shown:
            continue
        assert {shown, f"المصدر: {shown}"} <= set(seen(page, ".n-meta li")), article
        assert [shown] == seen(page, ".n-standfirst"), article
        # A term has the spelling that most articles have.
        assert fold(shown) in map(fold, seen(page, ".n-about .n-chips a bdi:first-child")), article
        description = LexborHTMLParser(page).css_first("meta[name=description]")
        assert description
        assert shown == spaced(description.attributes["content"] or ""), article


def test_structured_data_holds_what_is_written(hostile_site: Hostile) -> None:
    """The JSON-LD of each article is JSON, and has its headline."""
    site, articles = hostile_site
    for article in articles:
        [script] = LexborHTMLParser(site.page(article.path)).css('script[type="application/ld+json"]')
        graph = json.loads(script.text())["@graph"]
        assert article.headline in [thing.get("headline") for thing in graph]


def test_feeds_hold_what_is_written(hostile_site: Hostile) -> None:
    """Every feed is well-formed; the HTML in it has nothing in it that acts."""
    folder = hostile_site[0].folder
    feeds = [ElementTree.parse(file) for file in folder.rglob("feed.xml")]
    assert 400 < len(feeds)
    headlines = {article.headline for article in hostile_site[1]}
    for feed in feeds:
        for item in feed.iter("item"):
            assert item.findtext("title") in headlines
            for html in (item.findtext("description"), item.findtext(_CONTENT)):
                assert [] == list(intruders(html or ""))
    items = json.loads((folder / "feed.json").read_text("utf-8"))["items"]
    assert 20 == len(items)
    for item in items:
        assert item["title"] in headlines
        assert [] == list(intruders(item["content_html"]))


def test_files_for_programs_are_well_formed(hostile_site: Hostile) -> None:
    """The sitemap is XML of this site's addresses, the keyword index JSON with a line for each term."""
    folder = hostile_site[0].folder
    places = [
        node.text or ""
        for node in ElementTree.parse(folder / "sitemap.xml").iter()
        if node.tag.endswith("}loc")
    ]
    assert all(place.startswith("https://example.org/") for place in places)
    terms = [
        json.loads(line) for line in (folder / "keywords/index.jsonl").read_text("utf-8").split("\n") if line
    ]
    folded = {fold(term["term"]) for term in terms}
    for article in hostile_site[1]:
        assert is_blank(article.payload) or fold(one_line(article.payload)) in folded, article


def test_no_file_leaves_the_site(hostile_site: Hostile) -> None:
    """Terms and aliases stand where they belong, whatever their names: nothing lies beside the site or above it."""
    folder = hostile_site[0].folder
    assert {"mkdocs.yml", "build_hooks", "docs", "seeds", "site", ".cache"} == {
        file.name for file in folder.parent.iterdir()
    }
    assert {
        "404.html", "about", "archive", "articles", "assets", "card.png", "feed.json", "feed.xml", "index.html", "keywords",
        "robots.txt", "search", "site.webmanifest", "sitemap.xml", "tags", "قديم",
    } == {file.name for file in folder.iterdir()} - {"sitemap.xml.gz"}  # fmt: skip


def test_links_lead_somewhere(hostile_site: Hostile) -> None:
    """Every link of the site's own leads to a page and an anchor, whatever stands in the address."""
    ours = [line for line in broken_links(hostile_site[0].folder) if not line.startswith("articles/m")]
    assert [] == ours


def test_redirects_lead_to_their_page(hostile_site: Hostile, pages: dict[str, str]) -> None:
    """A redirect has one address, in its refresh and in its link."""
    redirects = {path: html for path, html in pages.items() if "<body><p>انظر" in html}
    assert 500 < len(redirects)
    for path, html in redirects.items():
        tree = LexborHTMLParser(html)
        [refresh] = tree.css("meta[http-equiv=refresh]")
        [link] = tree.css("a")
        assert f"0; url={link.attributes['href']}" == refresh.attributes["content"]
        target = hostile_site[0].folder / path / ".." / unquote(link.attributes["href"] or "")
        assert (target.resolve() / "index.html").is_file(), path
