"""Links to terms in the text of an `.md` seed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from build_hooks.publishing.anchors import Anchors
from build_hooks.publishing.term_links import TextLink, link_terms
from build_hooks.reading.characters import one_line
from build_hooks.reading.markdown_seed import read_markdown


@pytest.mark.parametrize(
    ("expected", "html", "start", "end"),
    [
        ('<p id="p1">في <a href="x">داعش</a> اليوم</p>', '<p id="p1">في داعش اليوم</p>', 3, 7),
        ('<p id="p1"><em>في <a href="x">داعش</a></em></p>', '<p id="p1"><em>في داعش</em></p>', 3, 7),
        ('<p id="p1">في\n  <a href="x">داعش</a></p>', '<p id="p1">في\n  داعش</p>', 3, 7),
        ('<p id="p1">أ &amp; <a href="x">داعش</a></p>', '<p id="p1">أ &amp; داعش</p>', 4, 8),
        ('<p id="p1">أ<br /><a href="x">داعش</a></p>', '<p id="p1">أ<br />داعش</p>', 2, 6),
        # Neither invisible characters nor white space at the ends count, however they are written.
        ('<p id="p1">\u200fفي <a href="x">داعش</a></p>', '<p id="p1">\u200fفي داعش</p>', 3, 7),
        ('<p id="p1">&rlm;&#160;في <a href="x">داعش</a></p>', '<p id="p1">&rlm;&#160;في داعش</p>', 3, 7),
        (
            '<p id="p1"><b>\u200f</b> في <a href="x">داعش</a></p>',
            '<p id="p1"><b>\u200f</b> في داعش</p>',
            3,
            7,
        ),
        # Within the text white space counts as one, and an invisible character as itself.
        ('<p id="p1">في &nbsp; <a href="x">داعش</a></p>', '<p id="p1">في &nbsp; داعش</p>', 3, 7),
        ('<p id="p1">في &#x200f;<a href="x">داعش</a></p>', '<p id="p1">في &#x200f;داعش</p>', 4, 8),
        ('<p id="p1">في <a href="x">دا&shy;عش</a></p>', '<p id="p1">في دا&shy;عش</p>', 3, 8),
        # References that are none are text, and those of several characters are not taken apart.
        ('<p id="p1">&دا; <a href="x">داعش</a></p>', '<p id="p1">&دا; داعش</p>', 5, 9),
        ('<p id="p1">&NotEqualTilde; <a href="x">ب</a></p>', '<p id="p1">&NotEqualTilde; ب</p>', 3, 4),
        ('<p id="p1">&notداعش</p>', '<p id="p1">&notداعش</p>', 1, 5),
        # What nobody reads does not count.
        (
            '<p id="p1"><script>أ</script><a href="x">داعش</a></p>',
            '<p id="p1"><script>أ</script>داعش</p>',
            0,
            4,
        ),
        # Neither across an element, nor in a link or in code.
        ('<p id="p1">في دا<b>عش</b></p>', '<p id="p1">في دا<b>عش</b></p>', 3, 7),
        ('<p id="p1"><a href="y">داعش</a></p>', '<p id="p1"><a href="y">داعش</a></p>', 0, 4),
        ('<p id="p1"><code>داعش</code></p>', '<p id="p1"><code>داعش</code></p>', 0, 4),
        # Only in the paragraph that is meant.
        ('<p id="p2">داعش</p>', '<p id="p2">داعش</p>', 0, 4),
        ("<ul><li>داعش</li></ul>", "<ul><li>داعش</li></ul>", 0, 4),
    ],
)
def test_a_link_is_put_around_its_words(expected: str, html: str, start: int, end: int) -> None:
    """Offsets count the text that a reader sees, white space runs as one."""
    assert expected == link_terms(html, {1: [TextLink(start, end, "x")]})


def test_links_stand_in_order() -> None:
    """Two links in one run of text both stand, and their addresses are escaped."""
    links = {1: [TextLink(0, 1, "a&b"), TextLink(2, 3, "c")]}
    assert '<p id="p1"><a href="a&amp;b">أ</a> <a href="c">ب</a> ج</p>' == link_terms(
        '<p id="p1">أ ب ج</p>', links
    )


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("\u200fفي <a>داعش</a>", "\u200fفي داعش"),
        ("&rlm;في <a>داعش</a>", "&rlm;في داعش"),
        ("نص &nbsp; ثم <a>داعش</a>", "نص &nbsp; ثم داعش"),
        ("نص&#160;&#xa0;ثم\n<a>دا&shy;عش</a>", "نص&#160;&#xa0;ثم\nدا&shy;عش"),
    ],
)
def test_offsets_are_those_of_the_text_that_was_read(expected: str, text: str) -> None:
    """What is read of a seed, and found in it, is linked in its page."""
    markdown = Markdown(extensions=[Anchors()])
    ((_, (paragraph,)),) = read_markdown(f"# عنوان\n\n{text}", "x", markdown).sections
    link = TextLink(paragraph.index("دا"), paragraph.index("عش") + 2, "x")
    linked = link_terms(markdown.reset().convert(text), {1: [link]})
    assert f'<p id="p1">{expected}</p>' == linked.replace(' href="x"', "")


_AROUND = st.lists(
    st.sampled_from(
        [
            *("في", "ثم", "و", ".", "&amp;", "&#x628;", "&ب;", "<br>", "<br />\n", "<b>ثم</b>"),
            *(" ", "\n", "\t", "\xa0", "\u2028", "&nbsp;", "&#32;", "&#xa0;", "&emsp;"),
            *(
                "\u200f",
                "\u200c",
                "\xad",
                "\ufeff",
                "&#8207;",
                "&#x200F;",
                "&rlm;",
                "&shy;",
                "&zwnj;",
                "&zwj;",
            ),
        ]
    ),
    max_size=8,
).map("".join)


@given(
    _AROUND,
    st.sampled_from(["داعش", "دا&zwnj;عش", "&#1583;اعش", "دا\u200cعش&shy;ي", "بني &nbsp; وليد"]),
    _AROUND,
)
def test_a_link_encloses_its_letters(before: str, mention: str, after: str) -> None:
    """Whatever invisible marks, white space and references stand around them or in them."""

    def shown(html: str) -> str:
        return unescape(re.sub("<br[^>]*>", " ", html).replace("<b>", "").replace("</b>", ""))

    text = one_line(shown(before + mention + after))
    written = one_line(shown(mention))
    start = text.index(written)
    assert f'<p id="p1">{before}<a href="x">{mention}</a>{after}</p>' == link_terms(
        f'<p id="p1">{before}{mention}{after}</p>', {1: [TextLink(start, start + len(written), "x")]}
    )


@given(st.text(st.sampled_from('<>&;"/ pbaاب1!-?='), max_size=60), st.integers(0, 9), st.integers(1, 9))
def test_all_else_stays(inner: str, start: int, length: int) -> None:
    """Without the links that it put in, the text is what it was."""
    html = f'<p id="p1">{inner.replace("<", "&lt;")}</p>'
    linked = link_terms(html, {1: [TextLink(start, start + length, "x")]})
    assert html == re.sub('<a href="x">(.*?)</a>', r"\1", linked)
