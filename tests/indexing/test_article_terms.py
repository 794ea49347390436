"""The terms of articles, as numbers."""

from __future__ import annotations

from build_hooks.indexing.article_terms import by_slug, terms_of
from build_hooks.indexing.taxonomy import build_index, keywords_of
from build_hooks.model import Heading, Mention
from tests.factory import an_article


def test_terms_stand_in_the_order_of_their_articles() -> None:
    """Those declared first, in the article's own order, then those mentioned; their numbers are in the order of slugs."""
    articles = [an_article("a", keywords=("ج", "ب")), an_article("b"), an_article("c", keywords=("ب",))]
    mention = Mention(1, 0, 1, "ن")
    index = build_index(articles, keywords_of, [Heading("أ")], lambda *_: [{0: (mention, mention)}, {}, {}])
    names = by_slug(index)
    terms = terms_of(map(index.of, articles), names)
    assert ["أ", "ب", "ج"] == [term.name for term in names]
    assert [0, 3, 3, 4] == terms.bounds.tolist()
    assert [2, 1, 0, 1] == terms.terms.tolist()
    assert [True, True, False, True] == terms.declared.tolist()
    assert (3, 3) == (len(terms), terms.different)
    assert [1, 2, 1] == terms.having().tolist()
    assert [0, 0, 2, 0] == terms.mentions.tolist()
