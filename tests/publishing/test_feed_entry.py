"""What feeds tell of an article."""

from __future__ import annotations

import pytest
from markdown import Markdown

from build_hooks.publishing.feed_entry import directed, full_text
from tests.factory import an_article
from tests.written import SITE


@pytest.mark.parametrize(
    ("direction", "html"),
    [
        ("rtl", "<p>نص.</p>"),
        ("rtl", "<p>NATO يجتمع.</p>"),
        ("rtl", "<p>The word السد means dam.</p>"),
        ("rtl", "<p>2026 &amp; 2027.</p>"),
        ("rtl", ""),
        ("ltr", "<p>The dams are full.</p>"),
        ("ltr", "<p>Caf&eacute; &#1640;</p>"),
        ("ltr", '<p id="خبر">See <a href="https://example.org/خبر/">this</a>.</p>'),
    ],
)
def test_a_text_has_the_direction_of_its_letters(direction: str, html: str) -> None:
    """That of the site unless it has no Arabic letter: one that begins with a Latin name is Arabic all the same."""
    assert f'<div dir="{direction}" lang="ar">{html}</div>' == directed(html)


def test_each_paragraph_has_a_direction() -> None:
    """Among Arabic ones an English one says its own, so that its full stop stands at its end."""
    article = an_article(text=("نص.", "The dams are full.", "BBC قالت.", "***"))
    html = full_text(article, SITE, Markdown())
    paragraphs = '<p>نص.</p><p dir="ltr">The dams are full.</p><p>BBC قالت.</p><p>***</p>'
    assert f'<div dir="rtl" lang="ar">{paragraphs}</div>' == html
    article = an_article(text=("The dams are full.",))
    assert full_text(article, SITE, Markdown()).startswith('<div dir="ltr" lang="ar"><p dir="ltr">The')


def test_an_english_article_in_markdown() -> None:
    """Its lists and tables stand from left to right."""
    article = an_article(text=(), markdown="- The dams are full.\n- All.\n")
    assert full_text(article, SITE, Markdown()).startswith('<div dir="ltr" lang="ar"><ul>')
