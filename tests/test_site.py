"""The site that `mkdocs build` makes, end to end."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

import frontmatter
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, BuildFailedError, BuildSite, BuiltSite, build
from tests.links import broken_links

REAL = "articles/000_e859778222280836/"
KEYWORDS = (
    "داعش|العراق|سوريا|أمن الحدود|معسكر الهول|قسد|التعاون الأمني|محمد شياع السوداني|ماركو روبيو|حميد الشاتري|قاسم الأعرجي"
).split("|")


def texts(html: str, selector: str) -> list[str]:
    """Return the text of every element that `selector` finds, as a reader sees it."""
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


def links(html: str, selector: str) -> list[str]:
    """Return where every link that `selector` finds leads."""
    return [unquote(node.attributes["href"] or "") for node in LexborHTMLParser(html).css(selector)]


def write_seed(project: Path, name: str, text: str) -> None:
    """Write a seed into `project`."""
    file = project / "seeds" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_real_article_stands_in_the_site(built_site: BuiltSite) -> None:
    """The real seed has its page: headline, text, subheadings, contents, date, style, keywords."""
    page = built_site.page(REAL)
    seed = (ROOT / "seeds/000_e859778222280836.txt").read_text("utf-8").splitlines()
    assert [seed[0]] == texts(page, "h1")
    assert [seed[1], seed[2], seed[3], seed[4], seed[6], seed[8], seed[9]] == texts(page, "#article > p")
    assert [seed[5], seed[7]] == texts(page, "#article > h2") == texts(page, ".n-contents a")
    assert [f"p{n}" for n in range(1, 8)] == [p.id for p in LexborHTMLParser(page).css("#article > p")]
    assert "القراءة: 3 دقائق" in texts(page, ".n-meta li")


def test_real_article_has_its_keywords_tags_and_styles(built_site: BuiltSite) -> None:
    """The eleven keywords, the tags that they bring and both styles have pages that lead back to the article."""
    page = built_site.page(REAL)
    names = texts(page, ".n-about .n-chips a bdi:first-child")
    assert [*KEYWORDS, "أمن", "سياسة"] == names
    assert ["مهني", "صحفي"] == texts(page, ".n-meta a")
    for place in links(page, ".n-about .n-chips a") + links(page, ".n-meta a"):
        assert f"../../{REAL}" in links(built_site.page(place.removeprefix("../../")), "h2 a")


def test_indexes_list_every_name(built_site: BuiltSite) -> None:
    """Terms and the other names of the vocabulary stand in one Arabic alphabet; the tag index has the styles."""
    index = built_site.page("keywords/")
    assert ["ا", "ت", "ج", "ح", "د", "س", "ع", "ق", "م"] == texts(index, ".n-letters h2")
    assert ["11 كلمة"] == texts(index, ".n-summary:not([role])")
    assert [
        "أمن الحدود",
        "التعاون الأمني", "تنظيم الدولة", "تنظيم الدولة الإسلامية",
        "جمهورية العراق", "الجمهورية العربية السورية",
        "حميد الشاتري",
        "داعش", "الدولة الإسلامية في العراق والشام",
        "سوريا",
        "العراق",
        "قاسم الأعرجي", "قسد", "قوات سوريا الديمقراطية",
        "ماركو روبيو", "محمد السوداني", "محمد شياع السوداني", "مخيم الهول", "معسكر الهول",
    ] == texts(index, ".n-entry")  # fmt: skip
    assert ["أمن", "سياسة", "صحفي", "مهني"] == texts(built_site.page("tags/"), ".n-entry")


def test_links_to_terms_leave_the_text_as_it_is(built_site: BuiltSite) -> None:
    """The first mention of each term in the text is a link, eleven in all; headings have none."""
    page = built_site.page(REAL)
    linked = texts(page, "#article p a")
    assert [
        "التعاون الأمني", "داعش", "أمن الحدود", "قوات سوريا الديمقراطية", "سوريا",
        "حميد الشاتري", "العراق", "معسكر الهول", "قاسم الأعرجي", "ماركو روبيو", "محمد شياع السوداني",
    ] == linked  # fmt: skip
    assert [] == texts(page, "#article h2 a")


def test_a_term_shows_its_sentences(built_site: BuiltSite) -> None:
    """A term's page has its kind, its other names, and the sentences that lead to their paragraphs."""
    page = built_site.page("keywords/قاسم-الأعرجي/")
    assert ["شخص – مقال واحد، موضعان"] == texts(page, "header .n-summary")
    assert ["قاسم الأعرجي", "الأعرجي"] == texts(page, "#article li mark")
    assert [f"../../{REAL}#p5"] * 2 == links(page, "#article li a")


def test_another_name_leads_to_its_term(built_site: BuiltSite) -> None:
    """The address of another name sends readers on to the term."""
    assert "url=../%D8%AF%D8%A7%D8%B9%D8%B4/" in built_site.page("keywords/تنظيم-الدولة/")


def test_every_page_is_arabic_from_right_to_left(built_site: BuiltSite) -> None:
    """Language and direction stand on the root element of every page, 404 included."""
    for file in built_site.folder.rglob("*.html"):
        root = LexborHTMLParser(file.read_text("utf-8")).root
        assert root
        assert ("ar", "rtl") == (root.attributes["lang"], root.attributes["dir"]), file


def test_no_link_is_broken(built_site: BuiltSite) -> None:
    """Every link and anchor on every page leads somewhere."""
    assert [] == broken_links(built_site.folder)


@pytest.fixture(scope="session")
def many_articles(many_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with hundreds of articles, built as for a project page below a path."""
    project = tmp_path_factory.mktemp("many-articles")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copytree(ROOT / "build_hooks", project / "build_hooks")
    shutil.copytree(many_seeds, project / "seeds")
    return build(
        project / "mkdocs.yml", project / "site", strict=False, site_url="https://example.org/sub/path/"
    )


def test_many_articles_have_their_pages(many_articles: BuiltSite, many_seeds: Path) -> None:
    """Every seed becomes a page, and no link is broken below a sub-path, 404 included."""
    seeds = {file.stem for file in many_seeds.glob("*.txt")}
    assert seeds == {page.parent.name for page in many_articles.folder.glob("articles/*/index.html")}
    assert [] == broken_links(many_articles.folder, "/sub/path/")


def test_articles_stay_out_of_the_navigation(many_articles: BuiltSite) -> None:
    """The navigation has the five places that mkdocs.yml names, however many articles there are."""
    front = many_articles.page("")
    assert ["الرئيسية", "الكلمات", "الوسوم", "الأرشيف", "عن الموقع"] == texts(front, ".n-nav a")


def test_missing_page_is_found_below_a_sub_path(many_articles: BuiltSite) -> None:
    """404.html is shown at any depth, so its links begin with the site's own path."""
    page = many_articles.page("404.html")
    assert {"/sub/path/"} == {link[:10] for link in links(page, "a[href]:not(.n-skip):not(.md-skip)")}


def test_hand_written_pages_link_to_all_others(copy_of_project: Path, build_site: BuildSite) -> None:
    """By their Markdown files, as pages of `docs/` link to each other; a file that there is none of has a warning."""
    write_seed(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: كلمة")
    page = copy_of_project / "docs/links.md"
    page.write_text("[مقال](articles/a/index.md#p1) [كلمة](keywords/كلمة/index.md)", encoding="utf-8")
    site = build_site(copy_of_project / "mkdocs.yml")
    found = links(site.page("links/"), "main a[href]")
    assert ["../articles/a/#p1", "../keywords/كلمة/"] == found
    assert [] == broken_links(site.folder)
    page.write_text("[مقال](articles/b/index.md)", encoding="utf-8")
    with pytest.raises(BuildFailedError, match=r"articles/b/index\.md"):
        build_site(copy_of_project / "mkdocs.yml")


def test_long_listing_has_pages(copy_of_project: Path, build_site: BuildSite) -> None:
    """A term with 170 articles has pages of 50 behind the first, newest first, each leading to its neighbours."""
    for number in range(170):
        day = f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}"
        write_seed(copy_of_project, f"{number}.txt", f"مقال رقم {number}\nنص.\nKeywords: سوريا\nDate: {day}")
    site = build_site(copy_of_project / "mkdocs.yml")
    first, second, third = (site.page(f"keywords/سوريا/{path}") for path in ("", "page/2/", "page/1/"))
    assert ["مقال رقم 169", "مقال رقم 100"] == texts(first, "#article article h2")[::69]
    assert ["مقال رقم 99", "مقال رقم 50"] == texts(second, "#article article h2")[::49]
    assert ["مقال رقم 49", "مقال رقم 0"] == texts(third, "#article article h2")[::49]
    assert ["كلمة – 170 مقالًا"] == texts(first, ".n-summary")
    assert ["كلمة"] == texts(third, ".n-summary")
    here = "https://x.test/keywords/سوريا/"
    assert [f"{here}page/2/"] == [urljoin(here, link) for link in links(first, "a[rel=next]")]
    assert [here] == [urljoin(f"{here}page/2/", link) for link in links(second, "a[rel=prev]")]
    assert [f"{here}page/1/"] == [urljoin(f"{here}page/2/", link) for link in links(second, "a[rel=next]")]
    assert [] == broken_links(site.folder)


def test_archive_stands_by_year_and_month(copy_of_project: Path, build_site: BuildSite) -> None:
    """Each year and month has its page; an article without a date stands under «بلا تاريخ» and claims none."""
    write_seed(copy_of_project, "a.txt", "أول\nنص.\nKeywords: ك\nDate: ٣ تشرين الثاني ٢٠٢٥")
    write_seed(copy_of_project, "b.txt", "ثان\nنص.\nKeywords: ك\nDate: 24/11/2026")
    write_seed(copy_of_project, "c.txt", "ثالث\nنص.\nKeywords: ك")
    site = build_site(copy_of_project / "mkdocs.yml")
    assert ["ثان", "أول", "ثالث"] == texts(site.page("archive/"), "#article article h2")
    assert ["2026 1", "2025 1", "بلا تاريخ 1"] == texts(site.page("archive/"), ".n-years h2")
    assert ["أول"] == texts(site.page("archive/2025/11/"), "#article article h2")
    assert ["ثالث"] == texts(site.page("archive/undated/"), "#article article h2")
    assert [] == texts(site.page("articles/c/"), "time")
    assert ["24 نوفمبر 2026"] == texts(site.page("articles/b/"), "time")


def test_neighbours_follow_the_dates(copy_of_project: Path, build_site: BuildSite) -> None:
    """An article leads to the one published after it and to the one before it."""
    for name, day in (("a", 1), ("b", 2), ("c", 3)):
        write_seed(copy_of_project, f"{name}.txt", f"مقال {name}\nنص.\nKeywords: ك\nDate: 2026-11-{day}")
    site = build_site(copy_of_project / "mkdocs.yml")
    assert ["الأحدث مقال c", "الأقدم مقال a"] == texts(site.page("articles/b/"), ".n-neighbours p")
    assert ["الأقدم مقال b"] == texts(site.page("articles/c/"), ".n-neighbours p")


def test_front_matter_reaches_the_page(copy_of_project: Path, build_site: BuildSite) -> None:
    """Author, source, description, tags and slug are shown; an unknown field changes nothing."""
    write_seed(
        copy_of_project,
        "folder/x.txt",
        "---\nauthor: ليلى <b>\nsource: وكالة & شريكة\ndescription: خلاصة\ntags: [أمن]\nslug: مقالي\n"
        "template: none.html\nhide: [toc]\n---\nعنوان\nنص.\nKeywords: ك",
    )
    site = build_site(copy_of_project / "mkdocs.yml")
    page = site.page("articles/folder/مقالي/")
    assert ["ليلى <b>"] == texts(page, ".n-author")
    assert "المصدر: وكالة & شريكة" in texts(page, ".n-meta li")
    assert ["خلاصة"] == texts(page, ".n-standfirst")
    assert ["أمن"] == texts(page, ".n-kicker a")
    assert [] == broken_links(site.folder)


def test_a_markdown_seed_is_rendered(copy_of_project: Path, build_site: BuildSite) -> None:
    """An `.md` seed is Markdown; its paragraphs are numbered, its headline is the one h1."""
    write_seed(
        copy_of_project,
        "x.md",
        "---\nkeywords: [ك]\n---\n# عنوان المقال\n\nفقرة **مهمة**.\n\n- بند\n\n## فصل\n\nثانية.\n",
    )
    page = build_site(copy_of_project / "mkdocs.yml").page("articles/x/")
    assert ["عنوان المقال"] == texts(page, "h1")
    assert ["مهمة"] == texts(page, "#p1 strong")
    assert ["بند"] == texts(page, "li#p2")
    assert ["ثانية."] == texts(page, "#p3")
    assert ["فصل"] == texts(page, "#article h2#فصل")


def test_all_text_of_a_markdown_seed_is_indexed(copy_of_project: Path, build_site: BuildSite) -> None:
    """Terms in items of lists, cells, quotations and notes are mentions, and links where they come first."""
    names = ["بغداد", "البصرة", "الموصل", "أربيل", "النجف"]
    write_seed(
        copy_of_project,
        "x.md",
        f"---\nkeywords: [{', '.join(names)}]\n---\n# عنوان\n\nأول.[^1]\n\n- في بغداد\n    - وفي البصرة\n\n"
        "> إلى الموصل\n\n| مدينة |\n|---|\n| أربيل |\n\n[^1]: عن النجف\n",
    )
    site = build_site(copy_of_project / "mkdocs.yml")
    page = site.page("articles/x/")
    links = LexborHTMLParser(page).css('#article a[href*="keywords/"]')
    assert names == [link.text() for link in links]
    for name in names:
        [anchor] = re.findall(r'articles/x/#(p\d+)"', site.page(f"keywords/{name}/"))
        assert name in texts(page, f"#{anchor}")[0]
    assert [] == broken_links(site.folder)


def test_headings_and_template_never_share_an_id(copy_of_project: Path, build_site: BuildSite) -> None:
    """Subheadings that read like the page's own anchors, or like each other, get anchors of their own."""
    subheadings = ["article", "Main", "p1", "tags", "article", "القسم", "القسم"]
    text = "\n".join(f"{heading}\n{'كلمة ' * 20}." for heading in subheadings)
    write_seed(copy_of_project, "x.txt", f"عنوان\nتمهيد طويل.\n{text}\nKeywords: ك\nTags: و")
    page = build_site(copy_of_project / "mkdocs.yml").page("articles/x/")
    assert subheadings == texts(page, "#article > h2")
    ids = [node.id for node in LexborHTMLParser(page).css("[id]")]
    assert len(ids) == len(set(ids))


def test_empty_seeds_build_a_site_that_says_so(copy_of_project: Path, build_site: BuildSite) -> None:
    """Without a single seed the site is whole, and its front page says that there are no articles yet."""
    site = build_site(copy_of_project / "mkdocs.yml")
    assert "لا مقالات بعد." in texts(site.page(""), "p")
    assert ["لا كلمات"] == texts(site.page("keywords/"), ".n-summary")
    assert [] == broken_links(site.folder)


def test_all_errors_come_together(copy_of_project: Path, build_site: BuildSite) -> None:
    """What is wrong in any seed and in the vocabulary is said in one go, a line each, with exit code 1, no traceback."""
    write_seed(copy_of_project, "vocabulary.yml", "terms:\n  - term: داعش\n    kind: بلد\n")
    write_seed(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك\nDate: 31/31/2026")
    write_seed(copy_of_project, "b.txt", "عنوان بلا نص")
    write_seed(copy_of_project, "c.txt", "عنوان\n\nنص.\nKeywords: ك")
    write_seed(copy_of_project, "d.txt", "---\nslug: c\n---\nآخر\nنص.\nKeywords: ك")
    with pytest.raises(BuildFailedError) as failure:
        build_site(copy_of_project / "mkdocs.yml")
    assert 1 == failure.value.exit_code
    output = failure.value.output
    assert "Traceback" not in output
    for place in ("seeds/a.txt:4: ", "seeds/b.txt:1: ", "seeds/d.txt: ", "seeds/vocabulary.yml:3: "):
        assert any(line.startswith(place) for line in output.splitlines()), (place, output)


def test_warnings_fail_a_strict_build_only(copy_of_project: Path, build_site: BuildSite) -> None:
    """A seed without keywords is published with a warning, which `--strict` counts."""
    write_seed(copy_of_project, "a.txt", "عنوان\nنص.")
    assert "seeds/a.txt: no keywords" in build_site(copy_of_project / "mkdocs.yml", strict=False).output
    with pytest.raises(BuildFailedError, match="1 warning"):
        build_site(copy_of_project / "mkdocs.yml")


def test_a_vocabulary_is_read_as_seeds_are(copy_of_project: Path) -> None:
    """An encoding that was detected has a warning; where it cannot be read, that is no vocabulary that stayed away."""
    config, site = copy_of_project / "mkdocs.yml", copy_of_project / "site"
    build(config, site)
    vocabulary = copy_of_project / "seeds/vocabulary.yml"
    vocabulary.mkdir()
    with pytest.raises(
        BuildFailedError, match=r"seeds/vocabulary\.yml: cannot read the file: Is a directory"
    ):
        build(config, site)
    vocabulary.rmdir()
    vocabulary.write_bytes("terms:\n  - term: العراق\n    also: [بلاد الرافدين]\n".encode("cp1256"))
    assert "seeds/vocabulary.yml: read as Windows-1256" in build(config, site, strict=False).output


@pytest.mark.parametrize("page", ["docs/about.md", "seeds/x.md"])
def test_warnings_of_mkdocs_are_told_again(copy_of_project: Path, page: str) -> None:
    """It warns of what it renders alone; where nothing has changed it would render nothing, and `--strict` pass."""
    config, site = copy_of_project / "mkdocs.yml", copy_of_project / "site"
    text = "---\ntitle: صفحة\nkeywords: [ك]\n---\n\nنص و[رابط](missing.md).\n"
    (copy_of_project / page).write_text(text, encoding="utf-8")
    for _ in range(2):
        assert "missing.md" in build(config, site, strict=False).output
    with pytest.raises(BuildFailedError, match="1 warning"):
        build(config, site)
    (copy_of_project / page).write_text(text.replace("[رابط](missing.md)", "نص"), encoding="utf-8")
    build(config, site)
    assert "Nothing has changed" in build(config, site).output


def test_warnings_of_our_own_are_told_without_a_new_site(copy_of_project: Path) -> None:
    """The record of the site that stands has them."""
    write_seed(copy_of_project, "a.txt", "عنوان\nنص.")
    config, site = copy_of_project / "mkdocs.yml", copy_of_project / "site"
    build(config, site, strict=False)
    again = build(config, site, strict=False).output
    assert "Nothing has changed" in again
    assert "seeds/a.txt: no keywords" in again


def test_a_site_that_was_built_quietly_is_looked_at_again(copy_of_project: Path) -> None:
    """With `--quiet` nobody knows what MkDocs would have warned of."""
    (copy_of_project / "docs/about.md").write_text("# صفحة\n\n[رابط](missing.md)\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build"]
    assert 0 == subprocess.run([*command, "--quiet"], cwd=copy_of_project, check=False).returncode
    strict = subprocess.run([*command, "--strict"], cwd=copy_of_project, check=False, capture_output=True)
    assert 1 == strict.returncode


def test_a_hand_written_page_in_the_place_of_ours_is_an_error(
    copy_of_project: Path, build_site: BuildSite
) -> None:
    """Two files never become one page silently."""
    write_seed(copy_of_project, "a.txt", "عنوان\nنص.\nKeywords: ك")
    (copy_of_project / "docs/archive.md").write_text("# أرشيفي\n", encoding="utf-8")
    with pytest.raises(BuildFailedError, match=r"docs/archive\.md: .*/archive/.*"):
        build_site(copy_of_project / "mkdocs.yml", strict=False)


def test_edit_link_leads_to_the_seed(copy_of_project: Path, build_site: BuildSite) -> None:
    """With `repo_url`, an article links to its seed in the repository's editor; without it, to nothing."""
    write_seed(copy_of_project, "مجلد/x.txt", "عنوان\nنص.\nKeywords: ك")
    config = copy_of_project / "mkdocs.yml"
    assert [] == links(build_site(config).page("articles/مجلد/x/"), ".n-edit a")
    config.write_text(f"{config.read_text('utf-8')}\nrepo_url: https://github.com/a/b\n", encoding="utf-8")
    page = build_site(config).page("articles/مجلد/x/")
    assert ["https://github.com/a/b/edit/master/seeds/مجلد/x.txt"] == links(page, ".n-edit a")


def test_builds_from_another_folder(tmp_path: Path, build_site: BuildSite) -> None:
    """`mkdocs build -f` works from any working directory."""
    site = build_site(ROOT / "mkdocs.yml", working_directory=tmp_path)
    assert (site.folder / REAL / "index.html").is_file()


def test_plain_source_reads_back(built_site: BuiltSite) -> None:
    """`show` prints the Markdown page: front matter that python-frontmatter reads, then the text."""
    command = [sys.executable, "-m", "build_hooks", "show", "seeds/000_e859778222280836.txt"]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, encoding="utf-8")
    post = frontmatter.loads(done.stdout)
    assert KEYWORDS == post["keywords"]
    assert ["Professional", "Journalistic"] == post["writing_style"]
    assert 2 == sum(line.startswith("## ") for line in post.content.splitlines())
