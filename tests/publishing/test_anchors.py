"""Places within a page that a link can point to."""

from __future__ import annotations

import pytest
from markdown import Markdown

from build_hooks.publishing.anchors import Anchored, Anchors


def converted(text: str) -> str:
    """Return `text` as HTML, with the extensions that bring blocks of their own."""
    return Markdown(extensions=["attr_list", "toc", "pymdownx.superfences", Anchors()]).convert(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ('<p id="p1">أ</p>\n<p id="p2">ب</p>', "أ\n\nب"),
        # What has text of its own is a paragraph, be it within others.
        ('<ul>\n<li id="p1">بند</li>\n</ul>\n<p id="p2">أ</p>', "- بند\n\nأ"),
        ('<ul>\n<li>\n<p id="p1">بند</p>\n</li>\n<li>\n<p id="p2">ب</p>\n</li>\n</ul>', "- بند\n\n- ب"),
        ('<blockquote>\n<p id="p1">أ</p>\n</blockquote>', "> أ"),
        ('<ul>\n<li id="p1">*<ul>\n<li id="p2">ب</li>\n</ul>\n</li>\n</ul>', "- \\*\n    - ب"),
        ('<div>ج</div>\n\n<p id="p1">أ</p>', "<div>ج</div>\n\nأ"),
        ('<p id="p1"><b>ج</b></p>', "<b>ج</b>"),
        # What is in English alone runs from left to right, references and all; unless its editor says otherwise.
        ('<p dir="ltr" id="p1">R&amp;D (<em>2026</em>).</p>', "R&amp;D (*2026*)."),
        ('<p id="p1">1 &copy; 2026</p>\n<p id="p2">NATO: ناتو</p>', "1 &copy; 2026\n\nNATO: ناتو"),
        ('<p dir="auto" id="p1">NATO.</p>', "NATO.\n{: dir=auto }"),
        ('<ul>\n<li id="p1">NATO</li>\n</ul>', "- NATO"),
        ('<h2 id="معسكر-الهول">معسكر الهول</h2>', "## معسكر الهول"),
        ('<h2 id="معسكر-الهول-تحد">معسكر الهول: تحدٍ</h2>', "## معسكر الهول: تحدٍ"),
        # Where the table of contents stands, no paragraph does.
        ('<div class="toc">\n<ul></ul>\n</div>\n<p id="p1">أ</p>', "[TOC]\n\nأ"),
        ('<h2 id="own">أ</h2>', "## أ {: #own }"),
        ('<h2 id="أ">أ</h2>\n<h2 id="أ-2">أ</h2>', "## أ\n## أ"),
        ('<h2 id="article-2">Article</h2>', "## Article"),
        ('<h2 id="section">؟</h2>', "## ؟"),
    ],
)  # fmt: skip
def test_paragraphs_are_numbered_and_headings_named(expected: str, text: str) -> None:
    """Paragraphs are p1, p2, …; a heading is named for its text, each name once in a page."""
    assert expected == converted(text)


def test_code_is_no_paragraph() -> None:
    """A fenced block takes no number, and comes out whole."""
    page = converted("```\nx\n```\n\nأ")
    assert "<p><div" not in page
    assert '<p id="p1">أ</p>' in page
    assert "p2" not in page


def test_a_thousand_headings_of_one_name() -> None:
    """Each is looked up twice, not once for each one before it."""
    looked_up = []

    class Used(set[str]):
        def __contains__(self, name: object) -> bool:
            looked_up.append(name)
            return super().__contains__(name)

    names = Anchored(0)
    names._used = Used()
    assert ["خبر", "خبر-2", "خبر-3"] == [names.heading("خبر") for _ in range(1000)][:3]
    assert 2000 > len(looked_up)
    assert 1000 == len(names._used)
