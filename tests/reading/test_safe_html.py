"""HTML written anew: what it holds is known, whatever was there before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_hooks.reading.safe_html import Refused, safe_html
from tests.payloads import PAYLOADS, intruders


def safe(html: str) -> str:
    """Return what comes of `html`, whoever is told of the rest."""
    return safe_html(html, lambda _kind, _written: None)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="p1">نص <em class="a">مهم</em><br /></p>', '<p id="p1">نص <em class="a">مهم</em><br></p>'),
        ("<P>نص</P>", "<p>نص</p>"),
        # Whatever is open at the end is closed; whatever is closed was open.
        ("<p><em>نص", "<p><em>نص</em></p>"),
        ("</div></article>نص</p>", "نص"),
        ("<div><p>نص</div>ب</p>", "<div><p>نص</p></div>ب"),
        # What no serialiser writes is text.
        ("<p onclick='x'>", "&lt;p onclick='x'>"),
        ("<p onclick=x>", "&lt;p onclick=x>"),
        ('<p title="<b>">', '&lt;p title="<b>"></b>'),
        ("<!-- <p> -->", "&lt;!-- <p> --></p>"),
        ("<![CDATA[x]]>", "&lt;![CDATA[x]]>"),
        ("<", "&lt;"),
        # An element that is none of a text leaves its text.
        ("<script>x</script>", "x"),
        ('<svg viewBox="0 0 1 1"><path /></svg>', ""),
        ('<a href="javascript:x"><b>نص</b></a>', "<b>نص</b>"),
        ('<img src="a.png" alt="&quot; onerror=&quot;x">', '<img src="a.png" alt="&quot; onerror=&quot;x">'),
        ('<img alt="نص">', "نص"),
    ],
)
def test_tags_are_written_anew(html: str, expected: str) -> None:
    """A tag that is known comes through in one form; any other is text, or leaves its content."""
    assert expected == safe(html)


def test_all_that_is_left_out_is_told() -> None:
    """Each thing, with what it was."""
    told: list[tuple[Refused, str]] = []
    safe_html(
        '<p onclick="x" class="n-lead"><svg></svg><a href="data:x">ن</a><img src="data:x"><img src="//e.example/x"></p>',
        lambda kind, written: told.append((kind, written)),
    )
    assert [
        (Refused.ATTRIBUTE, "onclick=x"),
        (Refused.ATTRIBUTE, "class=n-lead"),
        (Refused.ELEMENT, "<svg>"),
        (Refused.LINK, "data:x"),
        (Refused.IMAGE, "data:x"),
        (Refused.FOREIGN_IMAGE, "//e.example/x"),
    ] == told


def test_of_attributes_of_one_name_the_first_counts() -> None:
    """As in browsers, in whatever case each is written; all others are left out."""
    told: list[tuple[Refused, str]] = []

    def refuse(kind: Refused, written: str) -> None:
        told.append((kind, written))

    assert "نص" == safe_html('<a HREF="javascript:x" href="http://ok">نص</a>', refuse)
    assert '<a href="b">نص</a>' == safe_html('<a href="b" Href="javascript:x">نص</a>', refuse)
    assert [(Refused.ATTRIBUTE, "href=http://ok"), (Refused.LINK, "javascript:x")] == told[:2]
    assert [(Refused.ATTRIBUTE, "href=javascript:x")] == told[2:]


@given(
    st.lists(
        st.sampled_from(
            [*PAYLOADS, "<p>", "</p>", "<a ", 'href="', 'HREF="', '" ', '">', "<", ">", '"', "=", " ", "ن"]
        )
    ).map("".join)
)
def test_any_markup_is_harmless(html: str) -> None:
    """Whatever comes in, what comes out holds nothing that acts, and stays in its element."""
    page = f"<article>{safe(html)}</article><p id=after>"
    assert [] == list(intruders(page))
    assert ["article", "p"] == [node.tag for node in LexborHTMLParser(page).css("body > *")]


def test_long_texts() -> None:
    """Half a megabyte of what is nearly a tag is read to its end, each character once."""
    for html in (
        "<a " * 200_000,
        "<a" + " b" * 200_000,
        "<a" + ' b="c"' * 100_000,
        "<" * 500_000,
        "<a" + " " * 500_000,
    ):
        assert "<a" not in safe(html)
