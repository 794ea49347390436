"""An `.md` seed is a text: nothing in it runs, loads from elsewhere, or passes for a part of the page around it."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from build_hooks.publishing.anchors import Anchors
from build_hooks.publishing.escape import PlainReferences
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed import parse_seed
from build_hooks.reading.seed_markup import SeedMarkup, refusals
from tests.payloads import PAYLOADS, intruders
from tests.publishing.test_escape import EVERY_EXTENSION

DEFAULT = ["abbr", "attr_list", "def_list", "footnotes", "tables", "toc", "pymdownx.superfences"]


def converter(extensions: list[str]) -> Markdown:
    """Return a converter for seeds."""
    return Markdown(extensions=[*extensions, Anchors(), PlainReferences(), SeedMarkup()])


SITE = converter(DEFAULT)
# Beside the two others of its kind, betterem stumbles over some texts, which are then errors that name the seed.
EVERYTHING = converter([name for name in EVERY_EXTENSION if name != "pymdownx.betterem"])


def converted(text: str) -> str:
    """Return the HTML of a text in a seed."""
    return SITE.reset().convert(text)


def refused(text: str) -> list[str]:
    """Return what of a text readers do not get, as it was written."""
    converted(text)
    return [written for _, written in refusals(SITE)]


def warnings(seed: str) -> list[str]:
    """Return what the editor of an `.md` seed is told."""
    return [
        str(warning)
        for warning in parse_seed(seed.encode(), PurePath("x.md"), "seeds/x.md", SITE, CommitDays()).warnings
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>نص</b>", "<b>نص</b>"),
        ("<div>\n*نص*\n</div>", "<div> نص </div>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<!-- تعليق *مهم* -->", "<!-- تعليق *مهم* -->"),
        ("<!DOCTYPE html> <?php x ?> <![CDATA[x]]>", "<!DOCTYPE html> <?php x ?> <![CDATA[x]]>"),
        ('<a title="&lt;*x*">', '<a title="&lt;*x*">'),
        ("<b", "<b"),
        ("أ < ب <3", "أ < ب <3"),
        ('<div markdown="1">نص</div>', '<div markdown="1">نص</div>'),
    ],
)
def test_html_is_text(text: str, shown: str) -> None:
    """HTML is shown as it was written."""
    body = LexborHTMLParser(converted(text)).body
    assert body
    assert shown == " ".join(body.text().split())
    assert ["p"] == [node.tag for node in body.iter()]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x()",
        "JavaScript:x()",
        "javascript&colon;x()",
        "&#106;avascript&#x3a;x()",
        "java&#10;script:x()",
        "&#1;javascript:x()",
        "vbscript:x",
        "data:text/html,x",
        "data&colon;text/html,x",
        "blob:x",
        "file:///etc/passwd",
        "http://[",
    ],
)
@pytest.mark.parametrize(
    "markdown", ["[نص]({})", "[نص](<{}>)", "![نص]({})", "[نص][أ]\n\n[أ]: {}", "![نص][أ]\n\n[أ]: {}"]
)
def test_an_address_that_could_do_anything_is_left_out(markdown: str, address: str) -> None:
    """Only its text stays of a link or an image whose address is none of a page, however it is written."""
    assert '<p id="p1">نص</p>' == converted(markdown.format(address))


@pytest.mark.parametrize(
    "address",
    ["https://example.org/?a=1&b=2", "مقال.md#p3", "../x/", "#p2", "mailto:a@example.org", "tel:+964"],
)
def test_links_to_pages_stay(address: str) -> None:
    """A link to a page, in this site or another, to a telephone or a mailbox stays what it is."""
    [link] = LexborHTMLParser(converted(f"[نص]({address})")).css("a")
    assert address == link.attributes["href"]
    assert [] == refused(f"[نص]({address})")


@pytest.mark.parametrize("address", ["https://e.example/x.png", "//e.example/x.png", "/\\e.example/x.png"])
def test_images_of_other_sites_are_links(address: str) -> None:
    """No other site learns who reads: its image is a link, and inside of a link its text."""
    [link] = LexborHTMLParser(converted(f"![نص]({address})")).css("a")
    assert (address, "نص") == (link.attributes["href"], link.text())
    assert '<p id="p1"><a href="y">نص</a></p>' == converted(f"[![نص]({address})](y)")
    assert '<p id="p1"><img alt="نص" src="x.png"></p>' == converted("![نص](x.png)")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("نص\n{: onclick=x() style=color:red lang=en }", '<p id="p1" lang="en">نص</p>'),
        ("نص\n{: .a .n-lead .md-banner }", '<p class="a" id="p1">نص</p>'),
        ("## نص {: #article }", '<h2 id="نص">نص</h2>'),
        ("## نص {: #n_main }", '<h2 id="نص">نص</h2>'),
        ("## نص {: #p2 }", '<h2 id="نص">نص</h2>'),
        ("## نص {: #قسم }", '<h2 id="قسم">نص</h2>'),
        ("*أ*{: #x } *ب*{: #x }", '<p id="p1"><em id="x">أ</em> <em>ب</em></p>'),
        (
            "![نص](x.png){: width=9 onerror=x() srcset=y }",
            '<p id="p1"><img alt="نص" src="x.png" width="9"></p>',
        ),
        ("[نص](x){: target=_blank ping=y download=z }", '<p id="p1"><a href="x">نص</a></p>'),
        ("نص\n{: data-tool=print hidden=hidden }", '<p id="p1">نص</p>'),
        # In whatever case their names are.
        ('[نص](x){: HREF="javascript:x" }', '<p id="p1"><a href="x">نص</a></p>'),
        ("## نص {: ID=n_main }", '<h2 id="نص">نص</h2>'),
        ("نص\n{: ID=p7 CLASS=n-lead Lang=en }", '<p id="p1" lang="en">نص</p>'),
    ],
)
def test_attributes_are_those_of_a_text(text: str, html: str) -> None:
    """Of the attributes that an editor may give, those stay that neither act nor name what is the page's own."""
    assert html == converted(text)
    assert bool(refused(text)) == ("قسم" not in text)


def test_paragraphs_keep_their_numbers() -> None:
    """None takes that of another."""
    ids = [node.id for node in LexborHTMLParser(converted("> أ\n{: #p2 }\n\nب\n\nج")).css("p")]
    assert ["p1", "p2", "p3"] == ids


def test_code_blocks_have_no_attributes_of_their_own() -> None:
    """The fence of a code block gives it a language and a title, nothing that acts."""
    html = converted('```{ .py #n_main onclick="x()" title="<img src=x onerror=y>" }\nx\n```')
    assert [] == list(intruders(html))
    assert ["<img src=x onerror=y>"] == [node.text() for node in LexborHTMLParser(html).css(".filename")]
    assert "n_main" not in html


def test_tables_are_aligned_without_a_style() -> None:
    """Columns are aligned by an attribute, as the policy of the page lets no style sheet stand in one."""
    html = converted("| أ | ب |\n|:--|--:|\n| ١ | ٢ |")
    assert ["left", "right"] * 2 == [
        cell.attributes["align"] for cell in LexborHTMLParser(html).css("th, td")
    ]
    assert [] == refused("| أ | ب |\n|:--|--:|\n| ١ | ٢ |")


def test_warnings_name_place_and_option() -> None:
    """Each kind of thing that readers do not get has one warning: file, line, the first of it, how many more, the option."""
    seed = "---\nkeywords: [ك]\n---\n\n# عنوان <b>\n\nنص.\n\n<i>مائل</i>\n\n[رابط](javascript:x)\n\n<u>"
    option = "; write it otherwise, or let seeds do as they please: trust_markdown: true below extra.nashir in mkdocs.yml"
    assert [
        f'seeds/x.md:5: HTML is shown as text: "<b>" and 3 more{option}',
        f'seeds/x.md:11: a link that is no address of a page is left out: "javascript:x"{option}',
    ] == warnings(seed)


def test_nothing_is_refused_that_a_text_needs() -> None:
    """Lists, notes, tables, code, quotations, links and images of the site come through without a warning."""
    text = (
        "# ع\n\nنص **مهم** و*مائل* و`رمز`[^1] <https://example.org> <a@example.org> &copy; &lt;\n\n[^1]: حاشية\n\n- بند\n\n"
        '1. أول\n\n> قول\n\n    رمز\n\n```py title="x"\nx < y\n```\n\n| أ |\n|---|\n| ب |\n\nاسم\n:   شرح\n\n'
        '![صورة](x.png "عنوان")\n\n---\n\n[TOC]\n\nنهاية  \nسطر HTML\n\n*[HTML]: لغة\n\n## فصل {: #قسم .a }\n'
    )
    assert [] == refused(text)


def assert_harmless(html: str) -> None:
    """Fail where a text's HTML holds anything that acts, loads from elsewhere or passes for the page's own."""
    tree = LexborHTMLParser(f"<article>{html}</article><p id=after>")
    assert [] == list(intruders(html))
    # Whatever stands in it, it stays in its article.
    assert ["article", "p"] == [node.tag for node in tree.css("body > *")]
    ids = [node.id for node in tree.css("article [id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css("article *"):
        assert {*node.attributes} <= {
            "align", "alt", "class", "colspan", "dir", "height", "href", "id", "lang", "open", "rowspan", "src", "start",
            "title", "value", "width",
        }  # fmt: skip
        assert not any(
            word.startswith(("n-", "md-")) for word in (node.attributes.get("class") or "").split()
        )
        assert node.id != "article"
        assert node.tag not in {
            "button",
            "form",
            "input",
            "link",
            "meta",
            "script",
            "select",
            "svg",
            "textarea",
        }


@pytest.mark.parametrize("markdown", [SITE, EVERYTHING], ids=["default", "everything"])
def test_payloads_are_harmless(markdown: Markdown) -> None:
    """Every payload, whichever extensions are on."""
    for payload in PAYLOADS:
        for text in (
            payload,
            f"## {payload}",
            f"نص {payload} نص",
            f"- {payload}\n\n    {payload}",
            f"```{payload}\nx\n```",
        ):
            assert_harmless(markdown.reset().convert(text))


PIECES = st.sampled_from(
    [
        *PAYLOADS,
        *'<>&"\'`*_[](){}!#:=\\/|~^+-\n \t',
        "\n\n", "    ", "](", "![", "{: ", " }", "```", "javascript:", "&colon;", "onclick=x", "HREF=", "<b", "</div>", "<!--", "-->",
        "[^1]", "\n[^1]: ", "\n*[x]: ", "[x]: ", "#article", ".n-lead", "style=x", "//e.example", "/// html | div\n", "نص",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_markdown_is_harmless(text: str) -> None:
    """Whatever pieces of Markdown and HTML come together."""
    assert_harmless(converted(text))
    assert_harmless(EVERYTHING.reset().convert(text))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60))
def test_any_text_is_harmless(text: str) -> None:
    """Whatever Unicode a text is made of."""
    assert_harmless(converted(text))
