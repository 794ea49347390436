"""Windows in which names are looked for."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from build_hooks.arabic.tokens import split_words, without_invisible, words_of
from build_hooks.indexing.chunks import cut
from build_hooks.indexing.lexicon import Lexicon
from build_hooks.indexing.name_trie import Name, NameTrie
from build_hooks.indexing.window_names import WindowNames
from build_hooks.indexing.windows import Window, find_windows
from tests.factory import an_article

PIECES = st.sampled_from(
    [
        *"ابج",
        "وا",
        "با",
        "ا\u064b",
        "م",
        "ی",
        *"-_&.«»\"'",
        "–",
        " - ",
        " ",
        " ",
        " ",
        "  ",
        " «",
        "\u200f",
        " \u200f ",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def names_in(terms: list[str]) -> WindowNames:
    """Return what finds some terms."""
    trie = NameTrie(Lexicon({}))
    for number, term in enumerate(terms):
        trie.add(split_words(term), Name(number))
    return WindowNames(trie)


@example(["ا ب", "ا"], [["ا \u200f ب", "ا -"], ["ا ب"]])
@example(["ا - - ب", "ا «ب"], [["ا - - ب - - ج"], ["ا « ب", "ا «ب» ج"]])
@given(st.lists(TEXTS, max_size=4), st.lists(st.lists(TEXTS, max_size=3), max_size=3))
def test_a_window_is_as_long_as_it_has_to_be(terms: list[str], texts: list[list[str]]) -> None:
    """What is seen in windows is what is seen in whole texts, from each chunk on, and no other window is needed."""
    names = names_in(terms)
    articles = [an_article(text=(*some, *terms)) for some in texts]
    windows = find_windows(cut(articles), names)
    for place, article in enumerate(articles):
        found = {(window.text, window.start): window for window in windows.of(place)}
        for number, (_, text) in enumerate(article.texts):
            chunks = [chunk for chunk in text.split() if without_invisible(chunk)]
            for first in range(len(chunks)):
                before, rest = " ".join((*chunks[:first], "")), " ".join(chunks[first:])
                window = found.pop((number, len(before)), None)
                # A chunk without words begins no name, and no window.
                beginnings = names.looks[rest].beginnings if words_of(chunks[first]) else ()
                assert beginnings == (names.looks[window.words].beginnings if window else ())
                if window:
                    length = len(before) + len(rest)
                    assert Window(window.words, number, length, len(words_of(before)), len(before)) == window
        assert {} == found
