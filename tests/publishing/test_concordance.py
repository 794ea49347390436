"""The sentences in which a term occurs."""

from __future__ import annotations

from build_hooks.model import Locator, Mention, Section
from build_hooks.publishing.concordance import Quote, quotes
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


def shown(quote: Quote) -> str:
    """Return a quote with its marks in brackets."""
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in quote.pieces)


def test_mentions_in_one_sentence_are_one_quote() -> None:
    """The sentence is given once, with every mention marked and nothing of its neighbours."""
    (quote,) = quotes(ARTICLE, [mention(1), mention(1, 1)])
    assert ("ناقش [داعش] وأمن [داعش].", "#p1") == (shown(quote), quote.anchor)


def test_headline_and_subheading_are_quoted_in_their_own_places() -> None:
    """The headline leads to the top of the page, a subheading to the paragraph under it."""
    headline, subheading = quotes(ARTICLE, [mention(0), mention("h1")])
    assert ("عودة [داعش]", "") == (shown(headline), headline.anchor)
    assert ("[داعش] اليوم", "#p2") == (shown(subheading), subheading.anchor)


def test_a_subheading_without_text_below_leads_to_the_text_above() -> None:
    """There is always a paragraph to lead to."""
    article = an_article(sections=(Section(None, ("نص.",)), Section("داعش", ())))
    (quote,) = quotes(article, [Mention("h1", 0, 4, "داعش")])
    assert "#p1" == quote.anchor


def test_a_long_sentence_is_cut_around_the_term() -> None:
    """What is left has whole words on both sides, and says that it was cut."""
    (quote,) = quotes(ARTICLE, [mention(3)])
    assert quote.is_cut_before
    assert quote.is_cut_after
    assert {"طويل", "[داعش]"} == set(shown(quote).split())
    assert 100 < len(shown(quote)) < 240
