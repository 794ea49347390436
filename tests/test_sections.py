"""The text of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks import sections as texts
from build_hooks.sections import Section
from tests.factory import an_article, copy_of

TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
SECTIONS = st.builds(Section, st.none() | TEXTS, st.lists(TEXTS, max_size=3).map(tuple))


@given(st.lists(SECTIONS, max_size=3).map(tuple))
def test_a_pickled_article_keeps_its_text(sections: tuple[Section, ...]) -> None:
    """Whatever characters it has, and where paragraphs or subheadings are empty or missing, too."""
    assert sections == copy_of(an_article("a", sections=sections)).sections


@given(st.lists(SECTIONS, max_size=3).map(tuple))
def test_packed_sections_are_like_others(sections: tuple[Section, ...]) -> None:
    """They have a length, places and stretches, and are equal to the same sections, packed or not."""
    packed = copy_of(an_article("a", sections=sections)).sections
    assert len(sections) == len(packed)
    assert [*sections] == [packed[place] for place in range(len(packed))]
    assert sections[1:] == packed[1:]
    assert packed == copy_of(an_article("a", sections=sections)).sections
    assert hash(sections) == hash(packed)
    assert packed != (*sections, Section(None, ()))


@given(st.lists(SECTIONS, max_size=3).map(tuple))
def test_an_article_has_its_texts_in_order(sections: tuple[Section, ...]) -> None:
    """Headline, subheadings and paragraphs, each kind with numbers of its own, packed or not."""
    paragraphs = iter([text for _, texts in sections for text in texts])
    subheadings = iter([subheading for subheading, _ in sections if subheading is not None])
    article = an_article("a", sections=sections)
    assert (0, article.headline) == article.texts[0]
    for locator, text in article.texts[1:]:
        assert text == next(subheadings if isinstance(locator, str) else paragraphs)
    assert ([], []) == ([*paragraphs], [*subheadings])
    numbers = [locator for locator in article.locators if isinstance(locator, int)]
    names = [locator for locator in article.locators if isinstance(locator, str)]
    assert ([*range(len(numbers))], [f"h{n}" for n in range(1, len(names) + 1)]) == (numbers, names)
    assert article.texts == copy_of(article).texts


def test_a_copy_with_another_headline_has_its_own_texts() -> None:
    """Of the text below they share what is remembered."""
    article = copy_of(an_article("a", headline="عنوان"))
    other = replace(article, headline="آخر")
    assert [("عنوان", "نص."), ("آخر", "نص."), ("عنوان", "نص.")] == [
        article.written,
        other.written,
        article.written,
    ]


def test_a_pickled_text_is_cut_up_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """And only once."""
    asked = []
    cut_up = texts._cut_up

    def asking(*packed: Any) -> Iterator[Section]:
        asked.append(packed)
        return cut_up(*packed)

    monkeypatch.setattr(texts, "_cut_up", asking)
    article = copy_of(an_article("a", text=("نص", "آخر")))
    assert ("a", 1, 0) == (article.permalink, len(article.sections), len(asked))
    assert "نص" == article.lede
    assert ("نص", "آخر") == article.paragraphs
    assert 1 == len(asked)
