"""Addresses in pages, and as programs are told them."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_hooks.arabic.marks import INVISIBLE, code_points
from build_hooks.publishing.urls import href, url, web_address

# What browsers leave as it is in a path: they encode the rest as UTF-8 (WHATWG URL, path percent-encode set).
ASCII = "".join(map(chr, range(0x21, 0x7F)))


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ("keywords/أمن-الحدود/", "keywords/أمن-الحدود/"),
        ("articles/a%20b%26%22%27%3C%3F%23%25/", "articles/a b&\"'<?#%/"),
        ("%C2%A0%E2%80%8F%E2%80%AE%E2%81%A6%EF%B7%90/", "\u00a0\u200f\u202e\u2066\ufdd0/"),
        ("ش%D9%91%D9%A3%F0%9F%98%80é中", "ش\u0651٣😀é中"),
    ],
)
def test_letters_stand_as_they_are_in_a_page(expected: str, path: str) -> None:
    """All else is encoded: what HTML and addresses use, spaces, marks, figures, what turns the direction."""
    assert expected == href(path)


@given(st.text(max_size=30))
@example("a/ب/%D8%A8?#&amp;")
def test_browsers_make_the_same_address_of_it(path: str) -> None:
    """They encode what is not ASCII, which gives what programs are told; and HTML needs no reference in it."""
    assert url(path) == quote(path) == quote(href(path), safe=ASCII)
    assert path == unquote(href(path))
    assert escape(href(path)) == href(path)


def test_nothing_invisible_stands_in_a_page() -> None:
    """Neither what nobody sees nor what turns the direction of the text around it."""
    assert all(href(chr(code)).isascii() for code in code_points(INVISIBLE))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("https://ina.example/1", "https://ina.example/1"),
        ("http://INA.example", "HTTP://INA.example"),
        ("https://ina.example/?a=1&b=%D8%A3#c%20d", "https://ina.example/?a=1&b=أ#c%20d"),
        ("https://xn--mgbtx2b.example/%D8%AE%D8%A8%D8%B1", "https://عراق.example/خبر"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_an_address_is_told_as_programs_read_it(expected: str, text: str) -> None:
    """Letters beyond ASCII are encoded, those of a host as the net has it; what is encoded stays."""
    assert expected == web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "وكالة الأنباء",
        "وكالة الأنباء https://ina.example/1",
        "https://ina.example/1 و2",
        "ina.example/1",
        "//ina.example/1",
        "https://",
        "https:///1",
        "https://:80/",
        "https://a..b/",
        "https://ina.example:x/",
        "http://[",
        "ftp://ina.example/",
        "javascript:x()",
        "javascript:https://ina.example/",
        'https://ina.example/"x',
        "https://ina.example/<b>",
        "https://ina.example/\u202ex",
    ],
)
def test_all_else_is_text(text: str) -> None:
    """What only has an address in it, leads elsewhere than to a page or cannot be read is none."""
    assert web_address(text) is None
