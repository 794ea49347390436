"""The sentences in which a term occurs."""

from __future__ import annotations

import pytest

from build_hooks.model import Mention
from build_hooks.publishing.concordance import marked, quotes
from build_hooks.sections import Locator, Section
from tests.factory import an_article

ARTICLE = an_article(
    headline="عودة داعش",
    sections=(
        Section(None, ("وصل الوفد. ناقش داعش وأمن داعش. ثم غادر.",)),
        Section("داعش اليوم", ("نص بلا ذكر.", "طويل " * 60 + "داعش" + " طويل" * 60 + ".")),
    ),
)


def mention(locator: Locator, nth: int = 0) -> Mention:
    """Return the `nth` occurrence of داعش in the text at `locator`."""
    text = dict(ARTICLE.texts)[locator]
    start = -1
    for _ in range(nth + 1):
        start = text.index("داعش", start + 1)
    return Mention(locator, start, start + 4, "داعش")


def shown(html: str) -> str:
    """Return a text with its marks in brackets."""
    return html.replace("<mark>", "[").replace("</mark>", "]")


def test_mentions_in_one_sentence_are_one_quote() -> None:
    """The sentence is given once, with every mention marked and nothing of its neighbours."""
    (quote,) = quotes(ARTICLE, [mention(1), mention(1, 1)])
    assert ("ناقش [داعش] وأمن [داعش].", "#p1") == (shown(quote.html), quote.anchor)


def test_a_subheading_is_quoted_in_its_own_place() -> None:
    """It leads to the paragraph under it."""
    (quote,) = quotes(ARTICLE, [mention("h1")])
    assert ("[داعش] اليوم", "#p2") == (shown(quote.html), quote.anchor)


def test_a_headline_is_marked_as_a_whole() -> None:
    """What stands around the term stays."""
    assert "عودة [داعش]" == shown(marked(ARTICLE.headline, [mention(0)]))
    assert "عودة داعش" == shown(marked(ARTICLE.headline, []))


def test_a_subheading_without_text_below_leads_to_the_text_above() -> None:
    """That stands right over it."""
    article = an_article(sections=(Section(None, ("نص.",)), Section("داعش", ())))
    (quote,) = quotes(article, [Mention("h1", 0, 4, "داعش")])
    assert "#p1" == quote.anchor


def test_a_subheading_without_any_paragraph_leads_to_the_article() -> None:
    """A list or a picture has no place of its own, and the headline is no paragraph."""
    article = an_article(sections=(Section("داعش", ()),))
    (quote,) = quotes(article, [Mention("h1", 0, 4, "داعش")])
    assert "" == quote.anchor


def test_a_quote_does_not_turn_the_text_around_it() -> None:
    """What turns the direction of a paragraph may have its end outside the quote."""
    text = "قال \u202eداعش وقسد. ثم غادر\u202c."
    article = an_article(text=(text,))
    (quote,) = quotes(article, [Mention(1, 4, 9, "\u202eداعش")])
    assert "قال [داعش] وقسد." == shown(quote.html)
    assert text in article.paragraphs


def test_a_long_sentence_is_cut_around_the_term() -> None:
    """What is left has whole words on both sides, and says that it was cut."""
    (quote,) = quotes(ARTICLE, [mention(3)])
    assert ("…", "…") == (quote.html[0], quote.html[-1])
    assert {"طويل", "[داعش]"} == set(shown(quote.html).strip("…").split())
    assert 100 < len(shown(quote.html)) < 240


@pytest.mark.parametrize("around", ["كلمة ", "كلمة،", "كلمة", "قال. ", "… "])
def test_a_quote_has_a_limit_whatever_stands_around_it(around: str) -> None:
    """Without a space or a full stop near the term, it is cut all the same, and says so."""
    text = around * 1000 + "داعش" + around * 1000
    place = len(around) * 1000
    (quote,) = quotes(an_article(text=(text,)), [Mention(1, place, place + 4, "داعش")])
    assert "[داعش]" in shown(quote.html)
    assert len(shown(quote.html)) < 500
    if "." not in around and "…" not in around:
        assert ("…", "…") == (quote.html[0], quote.html[-1])


def test_text_is_escaped_around_the_marks() -> None:
    """What looks like markup in a seed is text, the term itself too."""
    article = an_article(headline='<b>داعش</b> & "قسد"')
    assert "&lt;b&gt;<mark>داعش&lt;</mark>/b&gt; &amp; &#34;قسد&#34;" == marked(
        article.headline, [Mention(0, 3, 8, "داعش<")]
    )
