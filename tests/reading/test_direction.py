"""Seeds that turn the direction of text."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from build_hooks.arabic.direction import closed, has_controls
from build_hooks.errors import SeedErrors
from build_hooks.model import Article
from build_hooks.publishing.anchors import Anchors
from build_hooks.reading.direction_markup import DirectionMarkup
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed import Reading, parse_seed
from build_hooks.sections import Section

LONG = "هذه فقرة طويلة تقول شيئًا وتنتهي بنقطة، كما تنتهي الفقرات كلها."


# As the site has it.
MARKDOWN = Markdown(extensions=["attr_list", "fenced_code", "tables", "toc", Anchors(), DirectionMarkup()])


def read(text: str, name: str = "x.txt") -> Reading:
    """Read a seed."""
    return parse_seed(text.encode(), PurePath(name), f"seeds/{name}", MARKDOWN, CommitDays())


def warning(line: int, mark: str = "U+202E", name: str = "x.txt") -> str:
    """Return what is said of a line."""
    return (
        f"seeds/{name}:{line}: the invisible character {mark} turns the direction of text: it ends with its "
        "paragraph, and is left out of headlines, keywords and lists; delete it"
    )


def listed(article: Article) -> list[str]:
    """Return all that an article shows outside of its paragraphs."""
    return [
        article.headline,
        article.permalink,
        *(section.subheading or "" for section in article.sections),
        *article.keywords,
        *article.tags,
        *article.writing_styles,
        *article.aliases,
        *filter(None, (article.author, article.source, article.description)),
        *map(str, article.extra.items()),
    ]


def test_headline_subheading_and_trailer_lose_them() -> None:
    """Each such line has its warning; the text is otherwise as written."""
    reading = read(
        f"عنو\u202eان\n{LONG}\nعنوان \u2067فرعي\n{LONG}\n## آخر\u202c\n{LONG}\n"
        "Keywords: دا\u202eعش، \u2066قسد\u2069\nTags: أم\u202dن\nAuthor: كا\u202aتب\nSlug: x\u202ey\n"
        "Writing Style: مه\u202eني\nNo label: a\u202eb\n"
    )
    article = reading.article
    assert ("عنوان", ("داعش", "قسد"), ("أمن",)) == (article.headline, article.keywords, article.tags)
    assert ("كاتب", "xy", ("مهني",), {"No label": "ab"}) == (
        article.author,
        article.permalink,
        article.writing_styles,
        article.extra,
    )
    assert [None, "عنوان فرعي", "آخر"] == [section.subheading for section in article.sections]
    marks = {1: "U+202E", 3: "U+2067", 5: "U+202C", 7: "U+202E", 8: "U+202D", 9: "U+202A", 10: "U+202E"}
    assert [warning(line, mark) for line, mark in marks.items()] + [warning(11), warning(12)] == [
        str(found) for found in reading.warnings if "invisible" in found.message
    ]


def test_a_paragraph_keeps_them_and_is_closed() -> None:
    """What is written stays, and the text behind the paragraph is not turned."""
    reading = read(f"عنوان\nنص \u202eمقلوب.\n{LONG}\nنص \u2068NATO\u2069.\nKeywords: أ\n")
    assert ("نص \u202eمقلوب.\u202c", LONG, "نص \u2068NATO\u2069.") == reading.article.paragraphs
    assert [warning(2), warning(4, "U+2068")] == [str(found) for found in reading.warnings]


def test_marks_of_layout_are_seen_through_them() -> None:
    """A subheading in bold and a label are what they would be without."""
    article = read(f"عنوان\n{LONG}\n**ف\u202eرعي**\n{LONG}\n\u202eKeywords: أ\n").article
    assert (Section(None, (LONG,)), Section("فرعي", (LONG,))) == article.sections
    assert ("أ",) == article.keywords


@pytest.mark.parametrize("written", ["دا\u202eعش", '"دا\\u202eعش"', '"دا\\u202Eعش"'])
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_front_matter_loses_them(written: str, name: str) -> None:
    """As characters and as YAML's escapes, in fields and in what Nashir has no use for."""
    reading = read(
        f"---\ntitle: {written}\nkeywords: [{written}]\nauthor: {written}\nsubtitle: [{{a: {written}}}]\n---\n{LONG}",
        name,
    )
    article = reading.article
    assert ("داعش", ("داعش",), "داعش") == (article.headline, article.keywords, article.author)
    assert {"subtitle": [{"a": "داعش"}]} == article.extra
    assert [warning(line, name=name) for line in (2, 3, 4, 5)] == [str(found) for found in reading.warnings]


def test_markdown_is_closed_line_by_line() -> None:
    """Headings lose them; a line of text, of a list or of code keeps them and is closed."""
    text = f"# عنو\u202eان\n\n## فر\u202eعي\n\n{LONG}\u202e  \n{LONG}\n\n- أ\u2067ب\n- ج\n\n    ك\u202eود"
    reading = read(f"---\nkeywords: أ\n---\n{text}", "x.md")
    assert ("عنوان", "فرعي") == (reading.article.headline, reading.article.sections[0].subheading)
    assert (
        f"## فرعي\n\n{LONG}\u202e\u202c  \n{LONG}\n\n- أ\u2067ب\u2069\n- ج\n\n    ك\u202eود\u202c"
        == reading.article.markdown
    )
    assert [4, 6, 8, 11, 14] == [found.line for found in reading.warnings]


def test_references_in_markdown_are_seen_too() -> None:
    """`&#x202e;` is the character to a reader, and the same is said of it."""
    reading = read(
        f"---\nkeywords: أ\n---\n# عنو&#x202e;ان\n\n## فر&#8238;عي\n\n{LONG}\n&#x02067;نص\n\n- &rlm;&#x202D;",
        "x.md",
    )
    article = reading.article
    assert ("عنوان", "فرعي") == (article.headline, article.sections[0].subheading)
    marks = {4: "U+202E", 6: "U+202E", 9: "U+2067", 11: "U+202D"}
    assert [warning(line, mark, "x.md") for line, mark in marks.items()] == [
        str(found) for found in reading.warnings
    ]


@pytest.mark.parametrize("text", ["`&#x202e;`", "    &#x202e;", "```\n&#x202e;\n```", "&amp;#x202e;"])
def test_what_shows_a_reference_is_none(text: str) -> None:
    """In code it is what the editor wrote, and nothing is said of it."""
    reading = read(f"---\ntitle: أ\nkeywords: أ\n---\n{LONG}\n\n{text}", "x.md")
    assert () == reading.warnings
    html = MARKDOWN.reset().convert(reading.article.markdown or "")
    assert "&amp;#x202e;" in html
    assert not has_controls(html)


@pytest.mark.parametrize("mark", ["\u202e", "&#x202e;", "&#X202E;", "&#8238;", "&#08238;"])
@pytest.mark.parametrize(
    "heading",
    [
        "## فر{}عي",
        "فر{}عي\n-----",
        "> ## فر{}عي",
        "- ## فر{}عي",
        "## *فر{}ع*ي",
        "## فر{}عي {{: #x }}",
        "## فرعي ![ص{}](a.png 'ص{}')",
    ],
)
def test_headings_and_contents_of_markdown_lose_them(heading: str, mark: str) -> None:
    """Wherever the heading stands and however it is marked, as a character and as a reference."""
    article = read(f"---\ntitle: أ\nkeywords: أ\n---\n{LONG}\n\n{heading.format(mark, mark)}", "x.md").article
    html = MARKDOWN.reset().convert(article.markdown or "")
    assert "فرعي" in re.sub("<[^>]+>", "", html)
    assert not has_controls(unescape(html + MARKDOWN.toc))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("<p>أ &#x2067;ب\nو<em>&#x202e;ج</em> د&#x202c;&#x2069;</p>", "أ &#x2067;ب\nو*&#x202e;ج* د"),
        ("<li>أ&#x202e;ب&#x202c;<ul><li>ج</li></ul></li>", "- أ&#x202e;ب\n    - ج"),
        ("<td>أ&#x202e;ب&#x202c;</td><td>ج</td>", "| أ | ب |\n|---|---|\n| أ&#x202e;ب | ج |"),
        ("<td>أ&#x202e;ب&#x202c;</td><td>ج</td>", "| أ | ب |\n|---|---|\n| أ\u202eب | ج |"),
        ("<p class='x'>أ&#x202e;ب&#x202c;</p>", "أ&#x202e;ب\n{: .x }"),
    ],
)
def test_each_block_of_markdown_is_closed(expected: str, text: str) -> None:
    """What stands behind it in another one is not turned."""
    article = read(f"---\ntitle: أ\nkeywords: أ\n---\n{text}", "x.md").article
    html = MARKDOWN.reset().convert(article.markdown or "")
    bare = re.sub(" id=.p[0-9]+.|(?<=>)\n|\n(?=<)", "", html.replace('"', "'"))
    assert unescape(expected) in bare


@pytest.mark.parametrize("name", ["a\u202etxt.exe.txt", "مجلد\u2066/x.txt"])
def test_file_names_are_refused(name: str) -> None:
    """No address may read as another one, and the message itself is not turned either."""
    with pytest.raises(SeedErrors) as caught:
        read("عنوان\nنص.\nKeywords: أ\n", name)
    assert "cannot be part of an address" in str(caught.value.errors[0].message)
    assert not has_controls(caught.value.errors[0].message)


def test_other_invisible_characters_stay() -> None:
    """The joiners, the direction marks and presentation forms are as written, and nothing is said of them."""
    text = "می\u200cخواهم \u200e3.5\u200f\u061c ﻻ ﷲ"
    reading = read(f"عنوان {text}\nنص {text}.\nKeywords: {text}\n")
    assert ((f"نص {text}.",), (text,)) == (reading.article.paragraphs, reading.article.keywords)
    assert () == reading.warnings


@given(st.text(st.sampled_from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n ابج#*:.a-")))
def test_any_mix_is_kept_within_its_paragraph(text: str) -> None:
    """Wherever they stand, lists and headings have none of them, and each paragraph is closed."""
    article = read(f"ن\n{text}\nنص.\nKeywords: أ{text.replace(chr(10), ' ')}\n").article
    assert not any(map(has_controls, listed(article)))
    assert list(map(closed, article.paragraphs)) == list(article.paragraphs)
