"""HTML that stands on many pages."""

from __future__ import annotations

import pytest

from build_hooks.publishing import snippets
from build_hooks.publishing.snippets import Snippets
from build_hooks.publishing.views import Link, Slice
from tests.factory import an_article

HOSTILE = "<b>\"أ\" & 'ب'</b>"


def test_texts_are_escaped() -> None:
    """Whatever an editor writes in names, headlines and ledes is text."""
    show = Snippets()
    article = an_article(headline=HOSTILE, text=(HOSTILE,))
    for html in (
        show.name(Link(HOSTILE, "a/"), ""),
        show.chips([Link(HOSTILE, "a/", 2)], ""),
        show.headline(article, ""),
        show.lede(article),
    ):
        assert "&lt;b&gt;&#34;أ&#34; &amp; &#39;ب&#39;&lt;/b&gt;" in html
        assert HOSTILE not in html


def test_a_number_stands_only_where_it_is_known() -> None:
    """As on an article's page, where that of a tag's articles would change with every article."""
    assert "n-count" not in Snippets().chips([Link("أمن", "tags/أمن/")], "../../")
    assert '<bdi class="n-count">1,234</bdi>' in Snippets().chips([Link("أمن", "tags/أمن/", 1234)], "../../")


def test_what_is_remembered_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles are listed, each is shown, and few are kept."""
    show = Snippets()
    articles = tuple(an_article(str(number), day="2026-11-24") for number in range(10))
    with_room = show.stories(Slice("archive/", 1, 1, articles), "../")
    assert [str(n) for n in range(10)] == [html.split("/")[0] for html in with_room.split("../articles/")[1:]]
    monkeypatch.setattr(snippets, "_MOST_KNOWN", 3)
    assert with_room == Snippets().stories(Slice("archive/", 1, 1, articles), "../")
