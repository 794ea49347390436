"""The terms of articles, as numbers."""

from __future__ import annotations

from build_hooks.indexing.article_terms import terms_of
from build_hooks.indexing.taxonomy import keywords_of
from build_hooks.model import Heading, Mention
from tests.factory import a_table, an_article, an_index


def test_terms_stand_in_the_order_of_their_articles() -> None:
    """Those declared first, in the article's own order, then those mentioned; their numbers are in the order of slugs."""
    articles = [an_article("a", keywords=("ج", "ب")), an_article("b"), an_article("c", keywords=("ب",))]
    mention = Mention(1, 0, 1, "ن")
    found = a_table(articles, [{0: (mention, mention)}, {}, {}])
    keywords = an_index(articles, keywords_of, Heading("أ"), find=lambda *_: found)
    terms = terms_of(keywords)
    assert ["أ", "ب", "ج"] == [keywords.index.terms[place].slug for place in terms.order]
    assert [0, 3, 3, 4] == terms.bounds.tolist()
    assert [2, 1, 0, 1] == terms.terms.tolist()
    assert [True, True, False, True] == terms.declared.tolist()
    assert (3, 3) == (len(terms), terms.different)
    assert [1, 2, 1] == terms.having().tolist()
    assert [0, 0, 2, 0] == terms.mentions.tolist()
