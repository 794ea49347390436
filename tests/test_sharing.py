"""What other programs read of a built site: feeds, heads, cards, sitemap; on the real seed and on a hundred others."""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin

import frontmatter
import pytest
from lxml import etree  # type: ignore[import-untyped]
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, BuildFailedError, BuildSite, BuiltSite, _generated_seed, build, build_preview
from tests.links import broken_links
from tests.readers import read_json_feed, read_open_graph, read_rss, read_structured_data, xml_errors

REAL = "000_e859778222280836"
SUB_PATH = "https://example.org/sub/path/"
GENERATED = 100
FIRST_DAY = date(2026, 1, 1)
HOSTILE = "«قمة» <script>alert(1)</script> & NATO (2030) \"]]>\u2028' {{ config }}"


@dataclass(frozen=True, slots=True)
class SharedSite:
    """A built site that knows its address."""

    built: BuiltSite
    address: str
    articles: int
    """How many articles it has."""

    dated: int
    """How many of them have a date."""

    def read(self, path: str) -> bytes:
        """Return the file at `path` below the site's root, or at a whole address in the site."""
        path = unquote(path.removeprefix(self.address))
        file = self.built.folder / path
        return (file / "index.html" if path in {"", "."} or path.endswith("/") else file).read_bytes()

    def has(self, address: str) -> bool:
        """Tell whether the site has what `address` names."""
        if not address.startswith(self.address):
            return False
        file = self.built.folder / unquote(address.removeprefix(self.address).partition("#")[0])
        return (file / "index.html").is_file() or file.is_file()

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the HTML of each page but 404.html and redirects."""
        for file in sorted(self.built.folder.rglob("index.html")):
            html = file.read_text("utf-8")
            if 'http-equiv="refresh"' not in html:
                path = file.parent.relative_to(self.built.folder).as_posix()
                yield "" if path == "." else f"{path}/", html


def project(folder: Path) -> Path:
    """Return a copy of the checkout's project in `folder`, without its articles."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("build_hooks", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "seeds").mkdir()
    return folder


def real_seed(folder: Path) -> tuple[int, int]:
    """Put the real seed with its vocabulary into a project, under git, which tells its day."""
    for file in (ROOT / "seeds").iterdir():
        shutil.copy(file, folder / "seeds")
    commit = "commit --quiet --message Begin --date 2026-11-24T12:00:00+03:00".split()
    for command in (["init", "--quiet"], ["add", "seeds"], commit):
        who = {
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@b",
        }
        subprocess.run(["git", *command], check=True, cwd=folder, env=os.environ | who)
    return 1, 1


def generated_seeds(folder: Path) -> tuple[int, int]:
    """Put a hundred generated seeds into a project: with and without date, author, description, in Markdown too."""
    for number in range(GENERATED):
        day = FIRST_DAY + timedelta(days=number)
        front = [
            f"title: '{HOSTILE.replace(chr(39), chr(39) * 2)}'" if number == 99 else f"source: وكالة {number}"
        ]
        front += [f"date: {day}"] if number % 10 else []
        front += [f"author: ليلى <b> & {number}"] if number % 3 else []
        front += [f"updated: {day + timedelta(days=1)}"] if number % 7 == 0 and number % 10 else []
        front += [f"description: خلاصة {number} < & >"] if number % 4 == 0 else []
        front += [f"tags: [سياسة, وسم {number % 5}]"] if number % 2 else []
        head = "---\n" + "\n".join(front) + "\n---\n"
        if number % 9 == 8:
            body = (
                f"# مقال بصيغة Markdown {number}\n\nنص **مهم** و[رابط](../../about.md) و[آخر](index.md#p1).\n\n"
                "![صورة](../../assets/images/icon.svg)\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n"
            )
            seed = head.replace("---\n", "---\nkeywords: [العراق, مصر]\n", 1) + body
            (folder / "seeds" / f"{number:03}.md").write_text(seed, encoding="utf-8")
        else:
            (folder / "seeds" / f"{number:03}.txt").write_text(
                head + _generated_seed(number), encoding="utf-8"
            )
    return GENERATED, sum(1 for number in range(GENERATED) if number % 10)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((seeds, address), id=f"{seeds.__name__}-{name}")
        for seeds in (real_seed, generated_seeds)
        for name, address in (("root", "https://example.org/"), ("sub-path", SUB_PATH))
    ],
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SharedSite:
    """A site of the real seed or of a hundred generated ones, at a root or below a sub-path."""
    seeds, address = request.param
    folder = project(tmp_path_factory.mktemp("shared") / "project")
    articles, dated = seeds(folder)
    built = build(folder / "mkdocs.yml", folder / "site", strict=False, site_url=address)
    return SharedSite(built, address, articles, dated)


def test_rss_has_the_newest_in_full(site: SharedSite) -> None:
    """The feed has at most 20 articles, the newest first, each whole, with its page's address as its id."""
    feed = read_rss(site.read("feed.xml"))
    assert min(20, site.dated) == len(feed.entries)
    assert ("ar", site.address) == (feed.feed.language, feed.feed.link)
    assert [f"{site.address}feed.xml"] == [link.href for link in feed.feed.links if link.rel == "self"]
    assert b'xml:lang="ar"' in site.read("feed.xml")
    days = [entry.published_parsed for entry in feed.entries]
    assert sorted(days, reverse=True) == days
    for entry in feed.entries:
        assert entry.id == entry.link
        page = LexborHTMLParser(site.read(entry.link).decode())
        assert [entry.title] == [" ".join(node.text().split()) for node in page.css("h1")]
        [content] = entry.content
        assert paragraphs(page, "#article > p") == paragraphs(LexborHTMLParser(content.value), "div > p")


def paragraphs(page: LexborHTMLParser, selector: str) -> list[str]:
    """Return the paragraphs as a reader sees them."""
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_json_feed_says_the_same(site: SharedSite) -> None:
    """Both feeds of the site have the same articles with the same content, days and keywords."""
    feed = read_rss(site.read("feed.xml"))
    other = read_json_feed(site.read("feed.json"))
    assert (site.address, f"{site.address}feed.json") == (other["home_page_url"], other["feed_url"])
    assert [entry.id for entry in feed.entries] == [item["id"] for item in other["items"]]
    for entry, item in zip(feed.entries, other["items"], strict=True):
        assert entry.content[0].value == item["content_html"]
        assert entry.title == item["title"]
        assert [tag.term for tag in entry.get("tags", [])] == item.get("tags", [])
        assert iso(entry.published_parsed) == item["date_published"][:10]
        if "date_modified" in item:
            assert iso(entry.updated_parsed) == item["date_modified"][:10]
        assert entry.get("author") == item.get("authors", [{"name": None}])[0]["name"]


def iso(moment: time.struct_time) -> str:
    """Return the day of a moment in UTC."""
    return time.strftime("%Y-%m-%d", moment)


def test_content_of_feeds_stands_alone(site: SharedSite) -> None:
    """It says its direction and language, and every link in it is whole and leads to something in the site."""
    for item in read_json_feed(site.read("feed.json"))["items"]:
        content = LexborHTMLParser(item["content_html"])
        assert content.body
        [around] = [node for node in content.body.iter() if node.tag != "-text"]
        assert {"dir": "rtl", "lang": "ar"} == around.attributes
        assert [] == content.css("script")
        for attribute in ("href", "src"):
            for node in content.css(f"[{attribute}]"):
                assert site.has(node.attributes[attribute] or ""), node.html


def test_every_tag_has_a_feed_of_ledes(site: SharedSite) -> None:
    """A tag's feed has its newest articles with their ledes alone, and its page leads to it."""
    tags = [path for path, html in site.pages() if re.fullmatch("tags/[^/]+/", path)]
    assert tags
    for path in tags:
        feed = read_rss(site.read(f"{path}feed.xml"))
        html = site.read(path).decode()
        assert [f"{site.address}{quote(path)}"] == [feed.feed.link]
        assert f"{site.address}{quote(path)}feed.xml" in feeds_of(html, site.address + quote(path))
        listed = [
            urljoin(site.address + quote(path), a.attributes["href"] or "")
            for a in LexborHTMLParser(html).css("#article article h2 a")
        ]
        assert {entry.id for entry in feed.entries} <= set(listed)
        assert not any(hasattr(entry, "content") for entry in feed.entries)
        assert all('<div dir="rtl" lang="ar"><p>' in entry.summary for entry in feed.entries)


def feeds_of(html: str, base: str) -> list[str]:
    """Return the whole addresses of the feeds that a page at `base` names."""
    links = LexborHTMLParser(html).css("link[rel=alternate]")
    types = {"application/rss+xml", "application/feed+json"}
    assert types >= {link.attributes["type"] for link in links}
    assert all(link.attributes["title"] for link in links)
    return [urljoin(base, link.attributes["href"] or "") for link in links]


def test_every_head_leads_to_the_feeds(site: SharedSite) -> None:
    """Readers of feeds find both feeds of the site from any page, 404 included."""
    own = [f"{site.address}feed.xml", f"{site.address}feed.json"]
    for path, html in (*site.pages(), ("404.html", site.read("404.html").decode())):
        assert own == feeds_of(html, site.address + quote(path))[:2], path


def test_readers_see_the_way_to_the_feeds(site: SharedSite) -> None:
    """The site's feed stands in the foot of every page, that of a tag under its name, too."""
    for path, html in (*site.pages(), ("404.html", site.read("404.html").decode())):
        links = LexborHTMLParser(html).css(".n-feed a")
        leads = [(urljoin(site.address + path, link.attributes["href"] or ""), link.text()) for link in links]
        tag = re.match("tags/(?!letter/)[^/]+/", path)
        own = [(f"{site.address}{tag[0]}feed.xml", "خلاصة RSS لهذا الوسم")] if tag else []
        assert [*own, (f"{site.address}feed.xml", "خلاصة RSS")] == leads, path
        assert all(site.has(lead) for lead, _ in leads)


def test_every_page_says_where_it_stands(site: SharedSite) -> None:
    """Canonical address, Open Graph and JSON-LD agree with each other and with the page."""
    for path, html in site.pages():
        address = site.address + quote(path)
        head = LexborHTMLParser(html)
        assert [address] == [link.attributes["href"] for link in head.css("link[rel=canonical]")], path
        [description] = [meta.attributes["content"] for meta in head.css("meta[name=description]")]
        graph = dict(read_open_graph(html))
        assert {"og:title", "og:type", "og:image", "og:url", "og:site_name", "og:locale"} <= set(graph), path
        assert (address, description, "ar_AR") == (
            graph["og:url"],
            graph["og:description"],
            graph["og:locale"],
        )
        assert site.has(graph["og:image"]), path
        assert ("1200", "630") == (graph["og:image:width"], graph["og:image:height"])
        assert ["summary_large_image"] == [
            m.attributes["content"] for m in head.css("meta[name='twitter:card']")
        ]
        assert read_structured_data(html), path


def test_articles_have_their_structured_data(site: SharedSite) -> None:
    """A NewsArticle says what its page says, in schema.org's shapes, and no more than its seed does."""
    count = 0
    for path, html in site.pages():
        found = read_structured_data(html)
        assert ("NewsArticle" in found) == path.startswith("articles/")
        if "NewsArticle" not in found:
            continue
        count += 1
        article, page = found["NewsArticle"], LexborHTMLParser(html)
        graph = dict(read_open_graph(html))
        assert [article["headline"]] == [" ".join(node.text().split()) for node in page.css("h1")]
        assert [article["author"]["name"] for _ in range("author" in article)] == texts(page, ".n-author")
        assert (article["image"], article["url"]) == (graph["og:image"], graph["og:url"])
        times = [node.attributes["datetime"] for node in page.css(".n-meta time")]
        said = [article[name] for name in ("datePublished", "dateModified") if name in article]
        assert said == times
        assert said == [
            graph[f"article:{name}_time"]
            for name in ("published", "modified")
            if f"article:{name}_time" in graph
        ]
        assert "article" == graph["og:type"]
        assert article.get("articleSection") == next(iter(texts(page, ".n-kicker")), None)
        way = found["BreadcrumbList"]["itemListElement"]
        assert article["headline"] == way[-1]["name"]
        assert list(range(1, len(way) + 1)) == [step["position"] for step in way]
        assert all(site.has(step["item"]) for step in way[:-1])
        assert site.has(article["publisher"]["logo"]["url"])
    assert site.articles == count


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    """Return the text of every element that `selector` finds."""
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_kinds_of_pages_say_what_they_are(site: SharedSite) -> None:
    """The front page is the site with its search, an index a set of terms, a listing a collection of one subject."""
    pages = dict(site.pages())
    front = read_structured_data(pages[""])["WebSite"]
    assert (
        f"{site.address}search/?q={{search_term_string}}" == front["potentialAction"]["target"]["urlTemplate"]
    )
    terms = read_structured_data(pages["keywords/"])["DefinedTermSet"]["hasDefinedTerm"]
    assert texts(LexborHTMLParser(pages["keywords/"]), "a.n-entry") == [term["name"] for term in terms]
    assert all(site.has(term["url"]) for term in terms)
    for path, html in pages.items():
        if re.fullmatch("(keywords|tags)/[^/]+/", path):
            about = read_structured_data(html)["CollectionPage"]["about"]
            assert [about["name"]] == texts(LexborHTMLParser(html), "h1")
            assert f"{site.address}{path.split('/')[0]}/" == about["inDefinedTermSet"]
    assert "CollectionPage" in read_structured_data(pages["archive/"])
    assert {"BreadcrumbList"} == set(read_structured_data(pages["about/"]))


def test_articles_have_cards(site: SharedSite) -> None:
    """Each of the newest 200 has its own image of 1200 × 630 in at most 60 KB."""
    for path, html in site.pages():
        if path.startswith("articles/"):
            image = dict(read_open_graph(html))["og:image"]
            assert f"{site.address}{quote(path)}card.png" == image
            png = site.read(image)
            assert len(png) <= 60_000
            with Image.open(io.BytesIO(png)) as card:
                assert ("PNG", (1200, 630)) == (card.format, card.size)


def test_sitemap_has_every_page(site: SharedSite) -> None:
    """It is valid, has each page once but that of the search, and a day only where the page shows one; so has its .gz."""
    content = site.read("sitemap.xml")
    assert content == gzip.decompress(site.read("sitemap.xml.gz"))
    assert [] == xml_errors(content, "sitemap.xsd")
    entries = {url[0].text: [node.text for node in url[1:]] for url in etree.fromstring(content)}
    pages = {site.address + quote(path): html for path, html in site.pages() if path != "search/"}
    assert set(pages) == set(entries)
    for address, days in entries.items():
        shown = [
            n.attributes["datetime"] for n in LexborHTMLParser(pages[address]).css(".n-article .n-meta time")
        ]
        assert shown[-1:] == days, address
    assert f"Sitemap: {site.address}sitemap.xml" in site.read("robots.txt").decode().splitlines()


def test_the_search_is_not_to_be_found(site: SharedSite) -> None:
    """Search engines may list every page but that of the site's own search."""
    for path, html in site.pages():
        robots = LexborHTMLParser(html).css("meta[name=robots]")
        assert ["noindex"] * (path == "search/") == [meta.attributes["content"] for meta in robots], path


def test_no_link_is_broken(site: SharedSite) -> None:
    """What heads and redirects name is there."""
    assert [] == broken_links(site.built.folder, site.address.removeprefix("https://example.org"))


def test_the_build_says_what_it_made(site: SharedSite) -> None:
    """Size and number of files are said, and how many articles are in no feed."""
    [size] = re.findall(r"The site has ([\d,]+) files and ([\d.]+) MB: \S+/ ", site.built.output)
    assert sum(1 for file in site.built.folder.rglob("*") if file.is_file()) == int(size[0].replace(",", ""))
    undated = re.findall(r"Articles without a date, which are in no feed: (\d+)", site.built.output)
    assert [str(site.articles - site.dated)] * (site.articles > site.dated) == undated


def test_the_real_article_has_what_the_vocabulary_knows(tmp_path: Path) -> None:
    """The things that it mentions have their items in Wikidata, and its keywords are all there, in order."""
    folder = project(tmp_path / "project")
    real_seed(folder)
    (folder / "seeds/vocabulary.yml").write_text(
        "terms:\n- {term: داعش, kind: organisation, wikidata: Q2429253}\n- {term: سوريا, kind: place}\n",
        encoding="utf-8",
    )
    built = build(folder / "mkdocs.yml", folder / "site", site_url=SUB_PATH)
    article = read_structured_data(built.page(f"articles/{REAL}/"))["NewsArticle"]
    assert 11 == len(article["keywords"])
    assert "داعش" == article["keywords"][0]
    assert [
        {"@type": "Organization", "name": "داعش", "sameAs": "https://www.wikidata.org/wiki/Q2429253"}
    ] == article["mentions"]
    assert "2026-11-24" == article["datePublished"]
    assert {"author", "dateModified", "description"}.isdisjoint(article)


def test_an_article_page_stays_light(tmp_path: Path) -> None:
    """Without its text the real article's page has at most 12 KB of HTML, head and all."""
    folder = project(tmp_path / "project")
    real_seed(folder)
    html = build(folder / "mkdocs.yml", folder / "site", site_url=SUB_PATH).page(f"articles/{REAL}/")
    text = sum(
        len(node.text().encode()) for node in LexborHTMLParser(html).css("#article > p, #article > h2")
    )
    assert len(html.encode()) - text <= 12 * 1024


def write(folder: Path, name: str, text: str) -> None:
    """Write a seed."""
    (folder / "seeds" / name).write_text(text, encoding="utf-8")


def test_without_an_address_nothing_claims_one(copy_of_project: Path, build_site: BuildSite) -> None:
    """What needs whole addresses is left out, with one line that says so; the description stays."""
    write(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك\nDate: 2026-11-20\nAuthor: ليلى")
    site = build_site(copy_of_project / "mkdocs.yml")
    for name in ("feed.xml", "feed.json", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "card.png"):
        assert not (site.folder / name).exists(), name
    page = LexborHTMLParser(site.page("articles/a/"))
    assert [] == page.css(
        "link[rel=canonical], link[rel=alternate], meta[property], script[type='application/ld+json'], .n-feed"
    )
    assert ["نص."] == [meta.attributes["content"] for meta in page.css("meta[name=description]")]
    assert ["ليلى"] == [meta.attributes["content"] for meta in page.css("meta[name=author]")]
    assert 1 == site.output.count("There is no site_url")


def test_hostile_words_stay_words(copy_of_project: Path, build_site: BuildSite) -> None:
    """No headline, keyword, tag, author or description breaks out of a head, its JSON-LD or a feed."""
    post = frontmatter.Post(f"نص {HOSTILE}", tags=[HOSTILE], keywords=[HOSTILE], date="2026-11-20")
    post.metadata.update(dict.fromkeys(("title", "author", "description"), HOSTILE))
    write(copy_of_project, "a.txt", frontmatter.dumps(post))
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    html = site.page("articles/a/")
    article = read_structured_data(html)["NewsArticle"]
    said = [article["headline"], article["author"]["name"], article["description"], article["articleSection"]]
    said += [article["keywords"][0], dict(read_open_graph(html))["og:title"]]
    said += [entry.title for entry in read_rss((site.folder / "feed.xml").read_bytes()).entries]
    assert [" ".join(HOSTILE.split())] * 7 == [" ".join(text.split()) for text in said]
    scripts = LexborHTMLParser(html).css("script:not([type='application/ld+json'])")
    assert [] == [script.html for script in scripts if "alert(1)" in script.text()]


def test_a_source_with_an_address_is_told(copy_of_project: Path, build_site: BuildSite) -> None:
    """What the page shows as a link programs are told; a source that is text they are not."""
    for name, source in (("a", "https://ina.example/خبر"), ("b", "وكالة الأنباء")):
        write(copy_of_project, f"{name}.txt", f"عنوان {name}\nنص.\nKeywords: ك\nSource: {source}")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    linked, other = (site.page(f"articles/{name}/") for name in "ab")
    address = "https://ina.example/%D8%AE%D8%A8%D8%B1"
    [link] = LexborHTMLParser(linked).css(".n-meta a")
    assert (address, "https://ina.example/خبر") == (link.attributes["href"], link.text())
    assert address == read_structured_data(linked)["NewsArticle"]["isBasedOn"]
    assert [] == LexborHTMLParser(other).css(".n-meta a")
    assert "isBasedOn" not in read_structured_data(other)["NewsArticle"]


def test_a_time_is_told_where_one_is_given(copy_of_project: Path, build_site: BuildSite) -> None:
    """A date with its time and zone is a moment to programs; the page shows the day."""
    write(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك\nDate: 2026-11-20T09:30+03:00")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    html = site.page("articles/a/")
    assert "2026-11-20T09:30:00+03:00" == read_structured_data(html)["NewsArticle"]["datePublished"]
    assert "2026-11-20T09:30:00+03:00" == dict(read_open_graph(html))["article:published_time"]
    [entry] = read_rss((site.folder / "feed.xml").read_bytes()).entries
    assert (2026, 11, 20, 6, 30) == entry.published_parsed[:5]
    assert ["20 نوفمبر 2026"] == texts(LexborHTMLParser(html), ".n-meta time")


def test_articles_of_a_day_stand_by_their_time(copy_of_project: Path, build_site: BuildSite) -> None:
    """The latest comes first wherever articles are listed, and those without a time come last."""
    for name, hour in {"a": "T08:00+03:00", "b": "", "c": "T20:00+03:00", "d": "T20:00+05:00"}.items():
        write(copy_of_project, f"{name}.txt", f"{name}\nنص.\nKeywords: ك\nTags: و\nDate: 2026-06-01{hour}")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    for path in ("", "archive/", "archive/2026/", "keywords/ك/", "tags/و/"):
        listed = re.findall('href="[./]*articles/([a-d])/"', site.page(path))
        assert ["c", "d", "a", "b"] == list(dict.fromkeys(listed)), path
    for path in ("feed.xml", "tags/و/feed.xml"):
        feed = read_rss((site.folder / path).read_bytes())
        assert ["c", "d", "a", "b"] == [entry.title for entry in feed.entries], path
    around = re.findall('<link rel="(prev|next)" href="[./]*articles/([a-d])/">', site.page("articles/d/"))
    assert {"prev": "c", "next": "a"} == dict(around)


def test_only_the_newest_have_cards_of_their_own(copy_of_project: Path, build_site: BuildSite) -> None:
    """`extra.nashir.cards` says how many; older articles are shared with the site's card, which is no image of theirs."""
    config = copy_of_project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8") + "\nextra:\n  nashir:\n    cards: 1\n    region: iraq\n", encoding="utf-8"
    )
    for day in (1, 2):
        write(copy_of_project, f"{day}.txt", f"عنوان {day}\nنص.\nKeywords: ك\nDate: 2026-11-0{day}")
    site = build_site(config, site_url=SUB_PATH)
    pages = [site.page(f"articles/{day}/") for day in (2, 1)]
    images = [read_structured_data(html)["NewsArticle"].get("image") for html in pages]
    assert [f"{SUB_PATH}articles/2/card.png", None] == images
    newest, older = (dict(read_open_graph(html)) for html in pages)
    assert f"{SUB_PATH}articles/2/card.png" == newest["og:image"]
    assert f"{SUB_PATH}card.png" == older["og:image"]
    assert ["articles/2/card.png", "card.png"] == sorted(
        p.relative_to(site.folder).as_posix() for p in site.folder.rglob("card.png")
    )
    assert "ar_IQ" == newest["og:locale"]


def test_an_option_that_cannot_be_used_is_an_error(copy_of_project: Path, build_site: BuildSite) -> None:
    """It is said in one line with its place."""
    config = copy_of_project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nextra:\n  nashir:\n    cards: many\n", encoding="utf-8")
    with pytest.raises(
        BuildFailedError, match=r"mkdocs\.yml: extra\.nashir\.cards is 'many'; write"
    ) as failure:
        build_site(config)
    assert "Traceback" not in failure.value.output


def test_an_editors_own_robots_stay(copy_of_project: Path, build_site: BuildSite) -> None:
    """An editor's `docs/robots.txt` stays as it is."""
    (copy_of_project / "docs/robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    assert "User-agent: *\nDisallow: /\n" == site.page("robots.txt")


def test_pages_left_out_are_not_in_the_sitemap(copy_of_project: Path, build_site: BuildSite) -> None:
    """A hand-written page is in the sitemap unless mkdocs.yml excludes it."""
    for name in ("team", "hidden"):
        (copy_of_project / f"docs/{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    config = copy_of_project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("exclude_docs: |\n", "exclude_docs: |\n  hidden.md\n"),
        encoding="utf-8",
    )
    sitemap = build_site(config, site_url=SUB_PATH, strict=False).page("sitemap.xml")
    assert f"<loc>{SUB_PATH}team/</loc>" in sitemap
    assert "hidden" not in sitemap


def test_former_addresses_lead_to_the_article(copy_of_project: Path, build_site: BuildSite) -> None:
    """An alias is a page that sends readers on and names the canonical address; it is in no sitemap."""
    write(copy_of_project, "a.txt", "---\naliases: [old/قديم, 2019/x.html]\n---\nعنوان <b>\nنص.\nKeywords: ك")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    for path in ("old/قديم/", "2019/x.html"):
        page = LexborHTMLParser(site.page(path))
        [refresh] = page.css("meta[http-equiv=refresh]")
        target = (refresh.attributes["content"] or "").removeprefix("0; url=")
        assert f"{SUB_PATH}articles/a/" == urljoin(f"{SUB_PATH}{quote(path)}", target)
        assert [f"{SUB_PATH}articles/a/"] == [
            link.attributes["href"] for link in page.css("link[rel=canonical]")
        ]
        assert ["عنوان <b>"] == texts(page, "a")
    assert "old/" not in site.page("sitemap.xml")
    assert [] == broken_links(site.folder, "/sub/path/")


def test_an_alias_that_is_taken_is_an_error(copy_of_project: Path, build_site: BuildSite) -> None:
    """Two files never become one silently: each such alias is named with its seed."""
    taken = [
        "about",
        "archive",
        "articles/b",
        "keywords/index.jsonl/",
        "KEYWORDS",
        "404.html",
        "assets/css/nashir.css",
        "Search/Index.html",
        "assets/search/search.js/old",
        "articles/folder.html",
    ]
    write(copy_of_project, "a.txt", f"---\naliases: {taken}\n---\nأول\nنص.\nKeywords: ك")
    write(
        copy_of_project, "b.txt", "---\naliases: [old, articles/b, articles/sub]\n---\nثان\nنص.\nKeywords: ك"
    )
    for folder in ("folder.html", "sub"):
        (copy_of_project / "seeds" / folder).mkdir()
    write(copy_of_project, "folder.html/d.txt", "رابع\nنص.\nKeywords: ك")
    write(copy_of_project, "sub/e.txt", "خامس\nنص.\nKeywords: ك")
    write(copy_of_project, "c.txt", "---\naliases: [Old]\n---\nثالث\nنص.\nKeywords: ك")
    with pytest.raises(BuildFailedError) as failure:
        build_site(copy_of_project / "mkdocs.yml")
    output = failure.value.output
    for alias in taken:
        assert f'seeds/a.txt: the alias "{alias.rstrip("/")}" is the address of another page;' in output, (
            alias
        )
    assert 'seeds/b.txt: the alias "articles/b" is the address of another page;' in output
    assert "articles/sub" not in output
    assert 'seeds/c.txt: the alias "Old" is an alias in seeds/b.txt too;' in output
    assert "Traceback" not in output


def test_drafts_and_articles_of_tomorrow_stay_out(
    copy_of_project: Path, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`mkdocs build` publishes neither; the day is that of SOURCE_DATE_EPOCH where it is set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795507200")  # 2026-11-24T08:00:00Z
    write(copy_of_project, "draft.txt", "---\ndraft: true\n---\nأول\nنص.\nKeywords: سر\nDate: 2026-01-01")
    write(copy_of_project, "today.txt", "ثان\nنص.\nKeywords: ك\nDate: 2026-11-24")
    write(copy_of_project, "tomorrow.txt", "ثالث\nنص.\nKeywords: ك\nDate: 2026-11-25")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    assert ["today"] == [page.parent.name for page in site.folder.glob("articles/*/index.html")]
    everything = b"".join(
        file.read_bytes()
        for file in site.folder.rglob("*")
        if file.suffix in {".html", ".xml", ".json", ".jsonl"}
    )
    for word in ("أول", "ثالث", "سر"):
        assert f">{word}<".encode() not in everything
    assert "Held back as drafts: 1; until their day: 1, the next on 2026-11-25" in site.output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795507200 + 86400))
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    assert (site.folder / "articles/tomorrow/index.html").is_file()


def test_a_preview_shows_them_with_a_mark(copy_of_project: Path) -> None:
    """`mkdocs serve` shows what readers do not see yet, and says so on its page and in listings."""
    write(copy_of_project, "draft.txt", "---\ndraft: true\n---\nأول\nنص.\nKeywords: ك\nDate: 2026-01-01")
    write(copy_of_project, "tomorrow.txt", "ثان\nنص.\nKeywords: ك\nDate: 2999-12-31")
    write(copy_of_project, "today.txt", "ثالث\nنص.\nKeywords: ك\nDate: 2026-11-01")
    site = build_preview(copy_of_project)
    mark = ".n-reserved"
    assert ["مسودة"] == texts(LexborHTMLParser(site.page("articles/draft/")), mark)
    assert ["يُنشر في 31 ديسمبر 2999"] == texts(LexborHTMLParser(site.page("articles/tomorrow/")), mark)
    assert [] == texts(LexborHTMLParser(site.page("articles/today/")), mark)
    assert ["يُنشر في 31 ديسمبر 2999", "مسودة"] == texts(LexborHTMLParser(site.page("archive/")), mark)


def test_a_change_shows(copy_of_project: Path, build_site: BuildSite) -> None:
    """`Updated:` stands on the page, and in the feeds, the structured data and the sitemap."""
    write(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك\nDate: 2026-11-01\nحُدّث: 3 تشرين الثاني 2026")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    html = site.page("articles/a/")
    assert "حُدّث في 3 نوفمبر 2026" in texts(LexborHTMLParser(html), ".n-meta li")
    assert "2026-11-03" == read_structured_data(html)["NewsArticle"]["dateModified"]
    [entry] = read_rss((site.folder / "feed.xml").read_bytes()).entries
    assert (2026, 11, 3) == entry.updated_parsed[:3]
    assert f"<loc>{SUB_PATH}articles/a/</loc><lastmod>2026-11-03</lastmod>" in site.page("sitemap.xml")


@pytest.mark.parametrize(
    ("published", "updated", "told", "moment"),
    [
        # The moment of the change.
        ("2026-03-24T10:30+03:00", "2026-03-24T15:00+03:00", "2026-03-24T15:00:00+03:00", None),
        ("2026-03-24", "2026-03-24T15:00+03:00", "2026-03-24T15:00:00+03:00", None),
        ("2026-03-24T23:30-05:00", "2026-03-25T08:00+03:00", "2026-03-25T08:00:00+03:00", None),
        # The day alone; a format that has moments only is told that of publication where the day begins before it.
        ("2026-03-24T10:30+03:00", "2026-03-24", "2026-03-24", "2026-03-24T10:30:00+03:00"),
        ("2026-03-24T23:30-05:00", "2026-03-25", "2026-03-25", "2026-03-24T23:30:00-05:00"),
        ("2026-03-24T10:30+03:00", "2026-03-25", "2026-03-25", "2026-03-25T00:00:00+00:00"),
        ("2026-03-24", "2026-03-24", "2026-03-24", "2026-03-24T00:00:00+00:00"),
    ],
)
def test_a_change_is_told_with_its_time(
    copy_of_project: Path,
    build_site: BuildSite,
    published: str,
    updated: str,
    told: str,
    moment: str | None,
) -> None:
    """Programs are told the moment where the editor gives it, and never one before that of publication."""
    write(copy_of_project, "a.txt", f"عنوان\nنص.\nKeywords: ك\nDate: {published}\nUpdated: {updated}")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    html = site.page("articles/a/")
    assert told == read_structured_data(html)["NewsArticle"]["dateModified"]
    assert told == dict(read_open_graph(html))["article:modified_time"]
    assert (told, moment or told) == changes_in_feeds(site)
    assert f"<lastmod>{updated[:10]}</lastmod>" in site.page("sitemap.xml")
    shown = [node.attributes["datetime"] for node in LexborHTMLParser(html).css(".n-meta time")]
    assert [published[:10], updated[:10]] == shown


def test_a_change_stands_behind_the_beginning_of_its_day(
    copy_of_project: Path, build_site: BuildSite
) -> None:
    """Feeds take a day without a time for its beginning in London, when the same day is older in Baghdad."""
    write(
        copy_of_project,
        "a.txt",
        "عنوان\nنص.\nKeywords: ك\nDate: 2026-03-24\nUpdated: 2026-03-24T00:30+03:00",
    )
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    assert ("2026-03-24", "2026-03-24T00:00:00+00:00") == changes_in_feeds(site)


def changes_in_feeds(site: BuiltSite) -> tuple[str, str]:
    """Return when the only article was last changed, as RSS has it and as JSON Feed has it."""
    rss = site.page("feed.xml")
    [entry] = read_rss(rss.encode()).entries
    [item] = read_json_feed(site.page("feed.json").encode())["items"]
    published, updated = (datetime.fromisoformat(item[f"date_{name}"]) for name in ("published", "modified"))
    assert published <= updated
    [built] = re.findall("<lastBuildDate>(.*)</lastBuildDate>", rss)
    assert updated == parsedate_to_datetime(built)
    return entry.updated, item["date_modified"]


def test_authors_are_told_one_by_one(copy_of_project: Path, build_site: BuildSite) -> None:
    """Readers see what is written; programs are told each author, and which of them the vocabulary has as organisation."""
    vocabulary = "terms:\n- {term: وكالة الأنباء العراقية, also: [واع], kind: organisation}\n"
    write(copy_of_project, "vocabulary.yml", vocabulary)
    write(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك\nDate: 2026-11-20\nالكاتب: ليلى حسن; واع،أحمد")
    write(copy_of_project, "b.txt", "آخر\nنص.\nKeywords: ك\nDate: 2026-11-19\nالكاتب: واع")
    site = build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)
    html = site.page("articles/a/")
    assert ["ليلى حسن; واع،أحمد"] == texts(LexborHTMLParser(html), ".n-author")
    people = [
        {"@type": "Person", "name": "ليلى حسن"},
        {"@type": "Organization", "name": "واع"},
        {"@type": "Person", "name": "أحمد"},
    ]
    assert people == read_structured_data(html)["NewsArticle"]["author"]
    assert people[1] == read_structured_data(site.page("articles/b/"))["NewsArticle"]["author"]
    names = [person["name"] for person in people]
    assert names == [m.attributes["content"] for m in LexborHTMLParser(html).css("meta[name=author]")]
    rss = site.page("feed.xml")
    assert read_rss(rss.encode()).entries
    assert [*names, "واع"] == re.findall("<dc:creator>(.*)</dc:creator>", rss)
    items = read_json_feed(site.page("feed.json").encode())["items"]
    assert [names, ["واع"]] == [[author["name"] for author in item["authors"]] for item in items]


def test_the_same_site_twice_is_the_same_bytes(
    copy_of_project: Path, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With cards drawn or from the cache, feeds and sitemap: nothing tells the time of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795507200")
    write(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك\nTags: و\nDate: 2026-11-01")
    first, second = (
        contents(build_site(copy_of_project / "mkdocs.yml", site_url=SUB_PATH)) for _ in range(2)
    )
    assert first == second


def contents(site: BuiltSite) -> dict[str, bytes]:
    """Return every file of a site."""
    files: dict[str, Any] = {}
    for file in site.folder.rglob("*"):
        if file.is_file():
            files[file.relative_to(site.folder).as_posix()] = file.read_bytes()
    return files
