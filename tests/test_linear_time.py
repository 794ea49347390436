"""Time grows in line with the text, whatever it holds.

No time is good or bad by itself: four times as much text must not take much more than four times as long, where
work that grows with the square takes sixteen times as long. Each text is measured up to five times, as other programs
take their share of the machine.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable
from pathlib import PurePath

import pytest
from markdown import Markdown

from build_hooks.arabic.analyser import tokenise
from build_hooks.arabic.dates import parse_date
from build_hooks.arabic.direction import closed, without_controls
from build_hooks.arabic.fold import fold, strip_marks
from build_hooks.arabic.order import collation_key
from build_hooks.arabic.personal_names import last_name
from build_hooks.arabic.sentences import sentence_around
from build_hooks.arabic.spelling import match_keys, spell
from build_hooks.arabic.tokens import split_words, visible_length, without_invisible
from build_hooks.arabic.words import shorten, word_count
from build_hooks.cache import Cache
from build_hooks.errors import SeedError, SeedErrors
from build_hooks.indexing.catalogue import take_stock
from build_hooks.indexing.gaps import gap_between
from build_hooks.indexing.names import names_of
from build_hooks.indexing.slugs import unique_slugs
from build_hooks.indexing.vocabulary_draft import draft_vocabulary
from build_hooks.model import Article, Heading, Kind, Mention, Vocabulary
from build_hooks.publishing.absolute_links import absolute_links
from build_hooks.publishing.article_pages import article_pages
from build_hooks.publishing.concordance import quotes
from build_hooks.publishing.document import mend
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.site import keyword_index, search_index, site_pages
from build_hooks.publishing.site_page import PlannedPage
from build_hooks.reading.characters import first_forbidden, one_line, quote, trim
from build_hooks.reading.fields import Field
from build_hooks.reading.front_matter import read_front_matter, split_front_matter
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.labels import read_label, split_values
from build_hooks.reading.scripts import mixed_word
from build_hooks.reading.seed import parse_seed
from build_hooks.reading.times import read_time
from tests.factory import an_article, build_catalogue
from tests.publishing.test_round_trip import site_markdown
from tests.written import SITE, html_of

# Twice what is linear, half of what is quadratic.
MOST = 8.0
SHORT = 4000

PIECES = [
    ".", ". ", '."', "…؟!", " ", "\t", "\u00a0", "\u2028", "-", "_", "*", "**", "#", "# ", "[", "](", "`", "<", "&",
    "&#", "<!--", "<a href=", "<pre ", "href= ", "«", "» «", "'", "١", "1,", "1,111", "1.1", "C+#", "م", "م ", "ال",
    "و", "والد", "م\u064b", "\u064b", "\u0640", "\u200f", "\u200f ", "\u202e", "\u2067", "\u202e\u2069", "\u3164",
    "e\u0301", "\u0301", "ﷺ", "ﷲ ", "كلمة ", "كلمة،", "كلمة-", "علی ", "علی-", "عبد ال", "أبو ", "بن ", "ابن بن ",
    "أ: ", "أ:ب ", "Keywords: ", "**Keywords", "!!", "{{", "| ", "😀", "NАTO ",
]  # fmt: skip
"""What is repeated: what parts, joins, opens and closes, and what patterns look for."""


def seed(text: str) -> Article:
    """Read a seed, or give an empty article where it cannot be read."""
    try:
        return parse_seed(text.encode(), PurePath("x.txt"), "seeds/x.txt", Markdown(), CommitDays()).article
    except (SeedError, SeedErrors):
        return Article("x", "x", "x", ())


def made_of(planned: PlannedPage) -> None:
    """Make the HTML of an article's page, both ways."""
    text = planned.make().text
    assert text
    mend(site_markdown().convert(text.markdown()))
    if text.article.markdown is None:
        mend(text.html().content)


def a_page(text: str) -> None:
    """Make all that an article becomes, its page too."""
    article = seed(f"عنوان\nنص {text} نص.\nKeywords: نص، كلمة\n")
    catalogue = build_catalogue([article], Vocabulary())
    [html_of(page.make()) for page in site_pages(catalogue, SITE, identities_of(catalogue))]
    search_index(take_stock([article], Vocabulary()), [], Cache()).make()
    list(keyword_index(catalogue, identities_of(catalogue), Cache()).make())
    for page in article_pages(catalogue):
        made_of(page)


def front_matter(text: str) -> None:
    """Read front matter that holds `text` in several ways."""
    for written in (text, f"a: {text}", f'a: "{text}"', f"title: {text}", f"keywords: [{text}]"):
        with contextlib.suppress(SeedError):
            read_front_matter(written, "x")


def a_date(text: str) -> None:
    """Read a date."""
    with contextlib.suppress(ValueError):
        parse_date(text)


OF_TEXT: list[Callable[[str], object]] = [
    lambda text: list(tokenise(text)),
    a_date,
    closed,
    without_controls,
    fold,
    strip_marks,
    collation_key,
    lambda text: last_name(text.split()),
    lambda text: sentence_around(text, len(text) // 2, len(text) // 2 + 1),
    lambda text: match_keys(spell(text)),
    split_words,
    visible_length,
    without_invisible,
    lambda text: shorten(text, 200),
    word_count,
    gap_between,
    lambda text: names_of(Heading(text, kind=Kind.TOPIC)),
    lambda text: unique_slugs([text]),
    lambda text: absolute_links(f"<p>{text}</p><a {text}>", "https://example.org/"),
    mend,
    first_forbidden,
    one_line,
    quote,
    trim,
    lambda text: split_front_matter(text.replace(" ", "\n"), "x"),
    front_matter,
    read_label,
    lambda text: split_values(text, Field.KEYWORDS),
    mixed_word,
    lambda text: seed(text.replace(" ", "\n")),
    read_time,
    a_page,
]


def growth(work: Callable[[str], object], text: Callable[[int], str]) -> float:
    """Return how many times as long four times as much takes, at the calmest of some moments."""
    found = []
    for attempt in range(5):
        # A letter that differs keeps what was remembered from being the answer.
        first, second = (chr(0x628 + attempt) + text(size) for size in (SHORT, 4 * SHORT))
        found.append(max(_seconds(work, second), 1e-9) / max(_seconds(work, first), 0.0005))
        if found[-1] <= MOST:
            break
    return min(found)


def _seconds(work: Callable[[str], object], text: str) -> float:
    # To look through what other tests left takes longer than some of the work.
    gc.disable()
    try:
        start = time.process_time()
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("work", OF_TEXT)
def test_any_piece_many_times_over(work: Callable[[str], object]) -> None:
    """One piece of text, repeated without end."""
    found = {piece: growth(work, lambda size, piece=piece: piece * (size // len(piece))) for piece in PIECES}  # type: ignore[misc]
    assert {} == {piece: ratio for piece, ratio in found.items() if ratio > MOST}


SEEDS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "نص.\n" * (n // 4),
    "subheadings": lambda n: "## عنوان\nنص.\n" * (n // 14),
    "trailer": lambda n: "Keywords: أ\n" + "Note: a\n" * (n // 8),
    "dates": lambda n: "Keywords: أ\n" + "Date: a\n" * (n // 8),
    "keywords in one paragraph": lambda n: " ".join(f"ك{i}" for i in range(n // 16)) + keywords(n // 16),
    "keywords in many paragraphs": lambda n: "\n".join(f"ك{i}." for i in range(n // 16)) + keywords(n // 16),
    "one keyword in many places": lambda n: "ك1.\n" * (n // 5) + keywords(1),
    "front matter of many keys": lambda n: (
        "---\n" + "".join(f"k{i}: 1\n" for i in range(n // 8)) + "---\nنص\nنص."
    ),
    "front matter of one key": lambda n: "---\n" + "k: 1\n" * (n // 5) + "---\nنص\nنص.",
    "front matter of errors": lambda n: (
        "---\n" + "".join(f"k{i}: !!int x\n" for i in range(n // 14)) + "---\nنص\nنص."
    ),
    "front matter without end": lambda n: "---\n" + "-\n" * (n // 2),
}


def keywords(count: int) -> str:
    """Return a trailer with keywords."""
    return "\nKeywords: " + "، ".join(f"ك{i}" for i in range(count)) + "\n"


@pytest.mark.parametrize("name", SEEDS)
def test_any_seed(name: str) -> None:
    """Many of one thing: lines, keys, keywords and places."""

    def work(text: str) -> None:
        article = seed(text[1:])
        catalogue = build_catalogue([article], Vocabulary())
        [html_of(page.make()) for page in site_pages(catalogue, SITE, identities_of(catalogue))]
        search_index(take_stock([article], Vocabulary()), [], Cache()).make()
        list(keyword_index(catalogue, identities_of(catalogue), Cache()).make())
        draft_vocabulary([article], Vocabulary())
        for page in article_pages(catalogue):
            made_of(page)

    def text(size: int) -> str:
        written = SEEDS[name](size)
        return written if written.startswith("---") else f"عنوان\n{written}"

    assert growth(work, text) <= MOST


def test_a_quote_is_no_longer_looked_for_in_a_longer_paragraph() -> None:
    """An article may be quoted a thousand times, so a quote costs the same however much stands around it."""

    def quote_in_the_middle(text: str) -> None:
        middle = len(text) // 2
        list(quotes(an_article(text=(text,)), [Mention(1, middle, middle + 4, text[middle : middle + 4])]))

    for piece in (". ", "نص. ", "كلمة ", "كلمة"):
        assert growth(quote_in_the_middle, lambda size, piece=piece: piece * 20 * size) <= 2, piece  # type: ignore[misc]
