"""Keywords and tags with their articles."""

from __future__ import annotations

from collections.abc import Sequence

from build_hooks.indexing.mention_table import MentionTable
from build_hooks.indexing.taxonomy import keywords_of, tags_by
from build_hooks.model import Article, Heading, Mention, Vocabulary
from tests.factory import a_table, an_article, build_index

ISIS = Heading("داعش", also=("تنظيم الدولة", "دَاعِش"), tags=("أمن",))


def test_terms_stand_in_arabic_order() -> None:
    """ال does not count, hamza forms stand together, Latin comes last."""
    article = an_article(keywords=("NATO", "قسد", "العراق", "إيران", "أمن الحدود", "داعش"))
    index = build_index([article], keywords_of)
    assert ["أمن الحدود", "إيران", "داعش", "العراق", "قسد", "NATO"] == [term.name for term in index.terms]


def test_spellings_of_one_name_are_one_term() -> None:
    """The term bears the spelling most used, and lists each article once, in the order given."""
    articles = [
        an_article("1", keywords=("ايران",)),
        an_article("2", keywords=("إيران",)),
        an_article("3", keywords=("إيران",)),
    ]
    (term,) = build_index(articles, keywords_of).terms
    assert ("إيران", "إيران") == (term.name, term.slug)
    assert articles == [appearance.article for appearance in term.appearances]


def test_words_that_differ_stay_apart() -> None:
    """علي is not على, and أسره is not أسرة."""
    terms = build_index([an_article(keywords=("علي", "على", "أسره", "أسرة"))], keywords_of).terms
    assert 4 == len(terms) == len({term.slug for term in terms})


def test_another_name_goes_under_its_term() -> None:
    """A keyword that the vocabulary has as another name is listed under the preferred form, with a way to it."""
    articles = [
        an_article("1", keywords=("تنظيم الدولة",)),
        an_article("2", keywords=("داعش", "تنظيم الدولة")),
    ]
    index = build_index(articles, keywords_of, [ISIS])
    assert [("داعش", 2)] == [(term.name, len(term.appearances)) for term in index.terms]
    # A spelling that leads to the term's own address needs no way to it.
    assert [("تنظيم الدولة", "تنظيم-الدولة")] == [(one.name, one.slug) for one in index.references]


def test_a_heading_without_articles_is_left_out() -> None:
    """An index leads somewhere from every line."""
    assert () == build_index([an_article(keywords=("سوريا",))], keywords_of, [ISIS]).references


def test_articles_that_only_mention_a_term_come_behind() -> None:
    """Those that declare a term come first, however old; each has the mentions found in it."""
    newer, older = (
        an_article("newer", day="2026-11-24", text=("داعش.",)),
        an_article("older", keywords=("داعش",)),
    )
    mention = Mention(1, 0, 4, "داعش")

    def find(headings: Sequence[Heading], articles: Sequence[Article]) -> MentionTable:
        place = headings.index(ISIS)
        return a_table(articles, [{place: (mention,)} if article is newer else {} for article in articles])

    index = build_index([newer, older], keywords_of, [ISIS], find)
    first, second = index.terms[0].appearances
    assert (older, True, ()) == (first.article, first.declared, first.mentions)
    assert (newer, False, (mention,)) == (second.article, second.declared, second.mentions)
    assert [("داعش", False)] == [(term.name, one.declared) for term, one in index.of(newer)]


def test_tags_come_from_three_places() -> None:
    """An article's own tags, those of its keywords in the vocabulary, and its styles by their Arabic labels."""
    article = an_article(
        tags=("تحليل",), keywords=("تنظيم الدولة",), writing_styles=("Analytical", "Professional")
    )
    tags_of = tags_by(Vocabulary((ISIS,), {"Analytical": "تحليل", "Professional": "مهني"}))
    index = build_index([article], tags_of)
    assert [("أمن", 1), ("تحليل", 1), ("مهني", 1)] == [
        (term.name, len(term.appearances)) for term in index.terms
    ]
