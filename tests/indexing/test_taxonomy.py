"""Keywords and tags with their articles."""

from __future__ import annotations

from build_hooks.indexing.taxonomy import build_terms, keywords_of, tags_of
from tests.factory import an_article


def test_terms_stand_in_arabic_order() -> None:
    """ال does not count, hamza forms stand together, Latin comes last."""
    article = an_article(keywords=("NATO", "قسد", "العراق", "إيران", "أمن الحدود", "داعش"))
    terms = build_terms([article], keywords_of)
    assert ["أمن الحدود", "إيران", "داعش", "العراق", "قسد", "NATO"] == [term.name for term in terms]


def test_spellings_of_one_name_are_one_term() -> None:
    """The term bears the spelling most used, and lists each article once, in the order given."""
    first, second, third = (
        an_article("1", keywords=("ايران",)),
        an_article("2", keywords=("إيران",)),
        an_article("3", keywords=("إيران",)),
    )
    (term,) = build_terms([first, second, third], keywords_of)
    assert ("إيران", "إيران", (first, second, third)) == (term.name, term.slug, term.articles)


def test_words_that_differ_stay_apart() -> None:
    """علي is not على, and أسره is not أسرة."""
    terms = build_terms([an_article(keywords=("علي", "على", "أسره", "أسرة"))], keywords_of)
    assert 4 == len(terms) == len({term.slug for term in terms})


def test_writing_styles_are_tags() -> None:
    """A style listed beside a tag of the same name lists the article once."""
    article = an_article(tags=("أمن", "تحليل"), writing_styles=("تحليل", "مهني"))
    terms = build_terms([article], tags_of)
    assert [("أمن", 1), ("تحليل", 1), ("مهني", 1)] == [(term.name, len(term.articles)) for term in terms]
