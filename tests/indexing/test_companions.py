"""Terms that often occur together."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.indexing import companions as companions_module
from build_hooks.indexing.article_terms import terms_of
from build_hooks.indexing.companions import companions
from build_hooks.indexing.taxonomy import keywords_of
from tests.factory import an_article, an_index


def companies(*articles: str) -> dict[str, list[str]]:
    """Return the companions of each term, where articles declare the letters of a word as keywords."""
    keywords = an_index(
        [an_article(str(number), keywords=tuple(letters)) for number, letters in enumerate(articles)],
        keywords_of,
    )
    return {
        slug: [term.slug for term in terms]
        for slug, terms in companions(keywords, terms_of(keywords)).items()
        if terms
    }


def test_those_that_meet_most_come_first() -> None:
    """Companions are in order of how many articles they share; of those that share as many, by slug."""
    assert {"ا": ["ب", "ت", "ث"], "ب": ["ا"], "ت": ["ا"], "ث": ["ا"]} == companies(
        "ابت", "اب", "اب", "اتث", "اث"
    )


def test_one_meeting_is_chance() -> None:
    """Two terms that share one article are no companions, and none is its own."""
    assert {} == companies("اب", "ات", "ا")


def test_only_the_first_terms_of_an_article_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an article with very many terms those behind the first are left out."""
    monkeypatch.setattr(companions_module, "_MOST_TERMS", 2)
    assert {"ا": ["ب"], "ب": ["ا"]} == companies("ابت", "ابت")


@given(st.lists(st.lists(st.sampled_from("ابتثجح"), unique=True), max_size=9), st.integers(1, 12))
def test_companions_are_those_that_plain_reckoning_finds(articles: list[list[str]], at_once: int) -> None:
    """However many meetings are counted at a time."""
    letters = set(chain.from_iterable(articles))
    meetings = {
        one: Counter(chain.from_iterable(some for some in articles if one in some)) for one in letters
    }
    expected = {
        one: sorted(
            (other for other in letters - {one} if counts[other] > 1),
            key=lambda other: (-counts[other], other),
        )
        for one, counts in meetings.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(companions_module, "_AT_ONCE", at_once)
        found = companies(*map("".join, articles))
    assert {one: others for one, others in expected.items() if others} == found
