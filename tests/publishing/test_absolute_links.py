from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_hooks.publishing.absolute_links import absolute_links

BASE = "https://example.org/sub/articles/a/"


@pytest.mark.parametrize(
    ("expected", "link"),
    [
        ("https://example.org/sub/articles/a/#p3", "#p3"),
        ("https://example.org/sub/articles/b/", "../b/"),
        ("https://example.org/sub/articles/b/", "../b.md"),
        ("https://example.org/sub/articles/b/#p1", "../b/index.md#p1"),
        ("https://example.org/sub/about/", "../../about.md"),
        ("https://example.org/sub/articles/a/", "index.md"),
        ("https://example.org/sub/articles/a/x.png", "x.png"),
        ("https://example.org/x", "/x"),
        ("https://other.org/readme.md", "https://other.org/readme.md"),
        ("mailto:a@b", "mailto:a@b"),
        ("https://example.org/sub/articles/a/?a=1&b=2", "?a=1&amp;b=2"),
    ],
)
def test_links_are_whole(expected: str, link: str) -> None:
    """A link holds wherever the text is read; one to a page's Markdown file leads to the page."""
    for quoted in (f'"{link}"', f"'{link}'"):
        page = LexborHTMLParser(absolute_links(f"<p>أ <a class=x href={quoted}>ب</a></p>", BASE))
        assert [expected] == [node.attributes["href"] for node in page.css("a.x")]


def test_pictures_are_whole() -> None:
    """What a text shows is fetched from its own place."""
    html = absolute_links(
        '<p><img alt="a" src="../../x.png" /><video src=v.mp4 poster=p.png></video></p>', BASE
    )
    page = LexborHTMLParser(html)
    assert ["https://example.org/sub/x.png"] == [node.attributes["src"] for node in page.css("img")]
    assert [(f"{BASE}v.mp4", f"{BASE}p.png")] == [
        (n.attributes["src"], n.attributes["poster"]) for n in page.css("video")
    ]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_what_other_attributes_hold_stays(quote: str) -> None:
    """A title may speak of links; no part of it becomes an attribute."""
    html = f"<a title={quote}x href=c onclick=y src = d{quote} hreflang=ar data-src=b>أ</a>"
    assert html == absolute_links(html, BASE)


def test_text_and_other_markup_stay() -> None:
    """Only links change; comments go."""
    html = '<h2 id="x">أ &amp; ب &#1632; &lt;href=x&gt;</h2>\n<pre><code>href="a"</code></pre><!-- c -->'
    assert html.replace("<!-- c -->", "") == absolute_links(html, BASE)


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing that a text holds stops the build."""
    absolute_links(f"<p>{text}</p>", BASE)


@given(st.text(st.sampled_from("<>&;#/ =\"'pba12!")))
def test_text_without_links_is_left_letter_by_letter(inner: str) -> None:
    """References without a semicolon, stray marks and odd tags stay as they were written."""
    html = f"<p>{inner.replace('!', '')}</p>"
    assert html == absolute_links(html, BASE)


@pytest.mark.parametrize("link", ["http://[", "//[x", "http://[::1"])
def test_a_link_that_is_no_address_stays(link: str) -> None:
    """What cannot be made whole is left to the reader's program, and stops no build."""
    html = f'<a href="{link}">أ</a>'
    assert html == absolute_links(html, BASE)
