"""Links to terms in the text of an `.md` seed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.publishing.term_links import TextLink, link_terms


@pytest.mark.parametrize(
    ("expected", "html", "start", "end"),
    [
        ('<p id="p1">في <a href="x">داعش</a> اليوم</p>', '<p id="p1">في داعش اليوم</p>', 3, 7),
        ('<p id="p1"><em>في <a href="x">داعش</a></em></p>', '<p id="p1"><em>في داعش</em></p>', 3, 7),
        ('<p id="p1">في\n  <a href="x">داعش</a></p>', '<p id="p1">في\n  داعش</p>', 3, 7),
        ('<p id="p1">أ &amp; <a href="x">داعش</a></p>', '<p id="p1">أ &amp; داعش</p>', 4, 8),
        ('<p id="p1">أ<br /><a href="x">داعش</a></p>', '<p id="p1">أ<br />داعش</p>', 2, 6),
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


@given(st.text(st.sampled_from('<>&;"/ pbaاب1!-?='), max_size=60), st.integers(0, 9), st.integers(1, 9))
def test_all_else_stays(inner: str, start: int, length: int) -> None:
    """Without the links that it put in, the text is what it was."""
    html = f'<p id="p1">{inner.replace("<", "&lt;")}</p>'
    linked = link_terms(html, {1: [TextLink(start, start + length, "x")]})
    assert html == re.sub('<a href="x">(.*?)</a>', r"\1", linked)
