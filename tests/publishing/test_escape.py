"""Literal text through Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from build_hooks.publishing.anchors import Anchors
from build_hooks.publishing.escape import PlainReferences, escape, seal

# What MkDocs and Material recommend turning on, and more.
EVERY_EXTENSION = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "sane_lists", "smarty",
    "tables", "toc", "wikilinks", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition",
    "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.snippets",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip

HOSTILE = [
    "# عنوان",
    "١. نص",
    "2015. كان عامًا",
    "- بند",
    "+ بند",
    "* بند",
    "> قال",
    "[رويترز]: خبر عاجل",
    "[^1]: حاشية",
    "*[HTML]: لغة",
    "| أ | ب |",
    "|---|---|",
    "```",
    "~~~",
    ":   تعريف",
    "!!! note",
    "??? note",
    "/// note",
    "=== علامة",
    "--- ",
    "***",
    "===",
    "<script>alert(1)</script>",
    "<!-- تعليق -->",
    "&lt; &#65; &amp;copy;",
    "**قوي** و*مائل* و_مائل_ و`رمز`",
    "[نص](https://example.org) <https://example.org> https://example.org www.example.org a@example.org",
    "![صورة](x.png)",
    "{: #id .class } {#id} {{ jinja }} {% raw %}",
    "[[ويكي]] $x$ $$x$$ \\(x\\) :smile: ++ctrl++ ==علم== ^^تحت^^ ~~شطب~~ {--حذف--} {++زيد++}",
    '--8<-- "mkdocs.yml"',
    "\\* \\\\ \\",
    "[TOC]",
    "[ ] مهمة",
    "نص  \u00a0 بمسافات\u2003",
    "“العنب الجمع” و”العربي الجديد” ... -- --- 'مفردة' \"مزدوجة\"",
]


def rendered(markdown: str, extensions: list[str]) -> list[str]:
    """Return the text of each top-level paragraph of the page, as a browser would show it."""
    page = Markdown(extensions=[*extensions, Anchors(), PlainReferences()]).convert(markdown)
    body = LexborHTMLParser(page).body
    assert body
    elements = list(body.iter())
    assert [f"p{n}" for n in range(1, len(elements) + 1)] == [element.id for element in elements]
    return [element.text() for element in elements]


@pytest.mark.parametrize("line", HOSTILE)
def test_a_line_comes_back_whatever_markdown_would_make_of_it(line: str) -> None:
    """One line in, one paragraph out, the same characters, with every extension turned on."""
    assert [line.strip()] == rendered(escape(line.strip()), EVERY_EXTENSION)
    assert [line.strip()] == rendered(seal(escape(line.strip())), EVERY_EXTENSION)


LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.one_of(LINES, st.sampled_from(HOSTILE).map(str.strip)), min_size=1, max_size=5))
def test_any_paragraphs_come_back(lines: list[str]) -> None:
    """Any paragraphs of text come back one by one, in order."""
    escaped = "\n\n".join(map(escape, lines))
    assert lines == rendered(escaped, ["tables", "attr_list", "footnotes", "def_list", "abbr"])
    assert lines == rendered(seal(escaped), ["tables", "attr_list", "footnotes", "def_list", "abbr"])


def test_marks_that_html_can_hold_are_written_plainly() -> None:
    """Only the marks that mean something in HTML stay references in the page."""
    for escaped in (escape('(أ), "ب" & <ج>: #1.'), seal(escape('(أ), "ب" & <ج>: #1.'))):
        page = Markdown(extensions=[PlainReferences()]).convert(escaped)
        assert "<p>(أ), &#34;ب&#34; &#38; &#60;ج&#62;: #1.</p>" == page


def test_no_two_marks_are_sealed_alike() -> None:
    """All 32 come back, each as itself."""
    marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    assert 32 == len(set(seal(escape(marks))))
    assert [marks] == rendered(seal(escape(marks)), EVERY_EXTENSION)
