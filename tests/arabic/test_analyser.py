from __future__ import annotations

import json
import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.analyser import after_clitics, core, search_fold, tokenise
from build_hooks.arabic.stems import light_stem
from tests.conftest import ROOT

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (ROOT / "tests/golden/analyser/vectors.json").read_text("utf-8")
)
ARABIC = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF))
WORDS = st.text(st.sampled_from("ابتجدرسعفقكلمنهويء"), min_size=1, max_size=12)


def terms(text: str) -> list[str]:
    return [f"!{token.term}" if token.is_stop else token.term for token in tokenise(text)]


@pytest.mark.parametrize("vector", VECTORS["texts"], ids=[vector["why"] for vector in VECTORS["texts"]])
def test_text(vector: dict[str, Any]) -> None:
    """Each text has the terms of the shared vectors; the client's tests read the same file."""
    assert vector["terms"] == terms(vector["text"])


@pytest.mark.parametrize("vector", VECTORS["words"], ids=[vector["term"] for vector in VECTORS["words"]])
def test_word(vector: dict[str, Any]) -> None:
    """Each word has the core, the readings behind clitics and the stem of the shared vectors."""
    term = vector["term"]
    assert vector == {
        "term": term,
        "core": core(term),
        "afterClitics": list(after_clitics(term)),
        "stem": light_stem(term),
    }


def test_the_client_has_the_same_stop_words() -> None:
    """The list of stop words is one, word for word, in both languages."""
    listed = (ROOT / "build_hooks/arabic/stop_words.txt").read_text("utf-8")
    script = (ROOT / "docs/assets/search/stop-words.js").read_text("utf-8")
    assert listed == script.partition("`\n")[2].removesuffix("`;\n")


def test_no_stop_word_is_listed_twice() -> None:
    """A spelling belongs to one stop word."""
    lines = (ROOT / "build_hooks/arabic/stop_words.txt").read_text("utf-8").splitlines()
    spellings = " ".join(line for line in lines if not line.startswith("#")).split()
    assert sorted(set(spellings)) == sorted(spellings)


@given(st.text() | ARABIC)
def test_tokens_tell_their_places(text: str) -> None:
    """A token stands where it says, in order, and what stands there has its term alone."""
    tokens = list(tokenise(text))
    assert sorted(tokens, key=lambda token: token.start) == tokens
    for token in tokens:
        assert token.term in {other.term for other in tokenise(text[token.start : token.end])}


@given(ARABIC)
def test_terms_are_folded(text: str) -> None:
    """Folding a term again changes nothing, and no mark is left in it."""
    for token in tokenise(text):
        if not token.is_stop:
            assert token.term == search_fold(token.term)
        assert not any(map(unicodedata.combining, token.term))


@given(st.lists(WORDS))
def test_marks_between_letters_change_nothing(words: list[str]) -> None:
    """A text with tashkeel, tatweel and invisible marks behind each letter has the same terms."""
    plain = " ".join(words)
    marked = " ".join("".join(f"{letter}\u064e\u0640\u200d" for letter in word) for word in words)
    assert terms(plain) == terms(marked)


@given(WORDS)
def test_a_core_is_the_end_of_its_word(word: str) -> None:
    """Taking clitics and article off leaves two letters or more, and always the end of the word."""
    for reading in (core(word), *after_clitics(word)):
        assert word.endswith(reading)
        assert len(reading) >= min(2, len(word))


def test_letters_are_those_of_unicode() -> None:
    """Python's idea of a letter or digit is general category L or N, by which the client knows them."""
    wrong = [
        code
        for code in range(sys.maxunicode + 1)
        if chr(code) != "_" and chr(code).isalnum() != (unicodedata.category(chr(code))[0] in "LN")
    ]
    assert [] == wrong
