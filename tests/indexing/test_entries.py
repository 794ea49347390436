"""Terms in articles, in columns."""

from __future__ import annotations

from build_hooks.indexing.entries import InArticles, OfTerm
from build_hooks.indexing.taxonomy import keywords_of
from build_hooks.model import Appearance, Heading, Mention
from tests.factory import a_table, an_article, an_index

ARTICLES = [
    an_article("a", headline="عن قسد", text=("في داعش، وقسد، وداعش.",), keywords=("داعش",)),
    an_article("b", text=("نص.",), keywords=("قسد", "داعش")),
    an_article("c", text=("قسد.",)),
]
FIRST, SECOND = Mention(1, 3, 7, "داعش"), Mention(1, 15, 20, "وداعش")
TOP, MIDDLE, ALONE = Mention(0, 3, 6, "قسد"), Mention(1, 9, 13, "وقسد"), Mention(1, 0, 3, "قسد")

BY_TERM = {
    "داعش": [Appearance(ARTICLES[0], True, (FIRST, SECOND)), Appearance(ARTICLES[1])],
    "قسد": [
        Appearance(ARTICLES[1]),
        Appearance(ARTICLES[0], False, (TOP, MIDDLE)),
        Appearance(ARTICLES[2], False, (ALONE,)),
    ],
}
INDEXED = an_index(
    ARTICLES,
    keywords_of,
    Heading("داعش"),
    Heading("قسد"),
    find=lambda headings, articles: a_table(
        articles,
        [
            {
                term: mentions
                for term, heading in enumerate(headings)
                if (mentions := of_article.get(heading.term))
            }
            for of_article in ({"داعش": [FIRST, SECOND], "قسد": [TOP, MIDDLE]}, {}, {"قسد": [ALONE]})
        ],
    ),
)


def test_a_term_has_its_appearances() -> None:
    """One after the other, by their places, and some that follow each other, it is the same ones."""
    for term in INDEXED.index.terms:
        expected, appearances = BY_TERM[term.name], term.appearances
        assert isinstance(appearances, OfTerm)
        assert len(expected) == len(appearances)
        assert expected == list(appearances)
        assert expected == [appearances[place] for place in range(len(expected))]
        assert expected[1:] == list(appearances[1:])
        assert expected[::-1] == list(reversed(appearances))


def test_an_article_has_its_terms() -> None:
    """Those that it declares come first; each comes with its mentions, of which pages need but some numbers."""
    names = [term.name for term in INDEXED.index.terms]
    in_articles = InArticles(INDEXED.entries)
    for place, article in enumerate(ARTICLES):
        pairs = [(term.name, appearance) for term, appearance in INDEXED.index.of(article)]
        assert pairs == [
            (name, appearance)
            for name in dict(pairs)
            for appearance in BY_TERM[name]
            if appearance.article is article
        ]
        of_article = list(in_articles.of(place))
        assert [(name, appearance.declared, len(appearance.mentions)) for name, appearance in pairs] == [
            (names[term], declared, len(spans)) for term, declared, spans in of_article
        ]
        assert [term for term, _, _ in of_article] == in_articles.terms(place)
