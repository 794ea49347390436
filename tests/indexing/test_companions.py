"""Terms that often occur together."""

from __future__ import annotations

import pytest

from build_hooks.indexing import companions as companions_module
from build_hooks.indexing.companions import companions
from build_hooks.indexing.taxonomy import build_index, keywords_of
from tests.factory import an_article


def companies(*articles: str) -> dict[str, list[str]]:
    """Return the companions of each term, where articles declare the letters of a word as keywords."""
    index = build_index(
        [an_article(str(number), keywords=tuple(letters)) for number, letters in enumerate(articles)],
        keywords_of,
    )
    return {slug: [term.slug for term in terms] for slug, terms in companions(index).items() if terms}


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
