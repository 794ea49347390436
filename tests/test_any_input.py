"""Whatever a file holds, it is read or refused with a line to mend; nothing else ever happens."""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Callable
from pathlib import Path, PurePath
from types import MappingProxyType

import frontmatter
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_hooks.arabic.direction import closed, has_controls
from build_hooks.arabic.tokens import split_words
from build_hooks.cache import Cache
from build_hooks.errors import SeedError, SeedErrors
from build_hooks.indexing.catalogue import take_stock
from build_hooks.indexing.chunks import cut
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.indexing.vocabulary_draft import draft_vocabulary
from build_hooks.indexing.word_counts import count_words
from build_hooks.model import Heading, Kind, Vocabulary
from build_hooks.publishing.article_pages import article_pages
from build_hooks.publishing.identities import identities_of
from build_hooks.publishing.site import keyword_index, search_index, site_pages
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed import Reading, parse_seed
from tests.factory import an_article, build_catalogue, mentions_in
from tests.publishing.test_round_trip import published, seen, site_markdown
from tests.written import SITE, html_of

MARKDOWN = site_markdown()

WORDS = [
    "نص",
    "كلمة",
    "العراق",
    "وداعش",
    "أبو ظبي",
    "عبدالله",
    "علی",
    "NATO",
    "C++",
    "2026-01-02",
    "١٢",
    "😀",
]
SIGNS = [
    *list("\n\n\n  \t:-#*_`[](){}<>|&!?@%$^~+=\\/\"'.,،؛؟«»…"),
    "\n\n",
    "    ",
    "---\n",
    "\r\n",
    "\r",
    "\u2028",
]
INVISIBLE = list(
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202c\u202e\u2067\u2069\ufeff\u00ad\u3164\u034f\ufe0f"
)
LABELS = [
    "Keywords: ",
    "**Tags:** ",
    "Writing Style: ",
    "Date: ",
    "Slug: ",
    "title: ",
    "الكاتب: ",
    "draft: ",
    "aliases: ",
]
YAML = ["&a ", "*a", "<<: ", "!!python/object:os.system ", "!!binary ", "!!set ", "!!timestamp ", "!!int ", "? ", "| \n",
        "> \n", "%YAML 1.1\n", "{a: b}", "[a, b]", '"\\u202e"', '"\\0"', "0000-00-00", "0x", ".inf", "~", "1e999"]  # fmt: skip
MARKS = [
    "&#46;",
    "&#x202e;",
    "<!--",
    "-->",
    "<script>",
    "<pre>",
    "</pre>",
    "](javascript:x)",
    "[^1]: ",
    "```\n",
    "\u064b",
    "ﷺ",
]
TEXT = st.lists(
    st.sampled_from([*WORDS, *SIGNS, *INVISIBLE, *LABELS, *YAML, *MARKS]) | st.characters(), max_size=40
).map("".join)
BYTES = st.one_of(
    TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXT.map(lambda text: codecs.BOM_UTF8 + text.encode("utf-8", "replace")),
    TEXT.map(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le", "replace")),
    TEXT.map(lambda text: text.encode("utf-16", "replace")),
    TEXT.map(lambda text: text.encode("utf-32", "replace")),
    TEXT.map(lambda text: text.encode("cp1256", "ignore")),
    st.tuples(TEXT, st.binary(max_size=4)).map(
        lambda parts: f"عنوان\n{parts[0]}".encode("utf-8", "replace") + parts[1]
    ),
)
SEEDS = st.one_of(
    BYTES,
    st.tuples(TEXT, TEXT).map(
        lambda parts: f"---\n{parts[0]}\n---\nعنوان\n{parts[1]}\nنص.".encode("utf-8", "replace")
    ),
    TEXT.map(lambda text: f"# عنوان\nنص.\n{text}\nKeywords: كلمة، العراق\n".encode("utf-8", "replace")),
)


def reading_of(data: bytes, name: str) -> Reading | None:
    """Read a seed; None where it is refused, after what is said was looked at."""
    source = f"seeds/{name}"
    try:
        reading = parse_seed(data, PurePath(name), source, MARKDOWN, CommitDays())
    except SeedError as error:
        said: list[object] = [error]
    except SeedErrors as errors:
        said = list(errors.errors)
    else:
        said = list(reading.warnings)
        for remark in said:
            _look_at(str(remark), source)
        return reading
    assert said
    for remark in said:
        _look_at(str(remark), source)
        assert "; " in str(remark)
    return None


def _look_at(remark: str, source: str) -> None:
    assert remark.startswith(f"{source}:")
    assert len(remark.splitlines()) == 1
    assert not has_controls(remark)


_ADDRESS = re.compile(' href="[^"]*"')


@settings(max_examples=300)
@given(SEEDS, st.sampled_from(["x.txt", "x.md"]))
@example("عنوان\nنص.\nكلمة\nKeywords: كلمة\n".encode(), "x.txt")
def test_any_seed_is_published_or_refused(data: bytes, name: str) -> None:
    """From its bytes to its page: an article whose parts are what they should be, or a line to mend."""
    reading = reading_of(data, name)
    if reading is None:
        return
    article = reading.article
    listed = [article.headline, article.permalink, *article.keywords, *article.tags, *article.writing_styles]
    assert not any(map(has_controls, listed))
    assert article.headline
    catalogue = build_catalogue([article], Vocabulary())
    for term, appearance in catalogue.keywords.of(article):
        texts = dict(article.texts)
        for mention in appearance.mentions:
            assert mention.written == texts[mention.locator][mention.start : mention.end], term.name
    [html_of(page.make()) for page in site_pages(catalogue, SITE, identities_of(catalogue))]
    search_index(take_stock([article], Vocabulary()), [], Cache()).make()
    list(keyword_index(catalogue, identities_of(catalogue), Cache()).make())
    draft_vocabulary([article], Vocabulary())
    (planned,) = article_pages(catalogue)
    page = planned.make()
    assert page.text
    frontmatter.loads(page.markdown())
    html = MARKDOWN.reset().convert(page.text.markdown())
    if name == "x.txt":
        # MkDocs makes the address of a page from that of its file.
        assert _ADDRESS.sub("", html) == _ADDRESS.sub("", page.text.html().content)
        assert list(map(closed, article.paragraphs)) == list(article.paragraphs)
        assert published(list(article.paragraphs)) == seen(f"<article>{html}</article>", "article > p")
        assert [] == LexborHTMLParser(html).css("script, pre, iframe, img, [onclick]")


@given(
    BYTES
    | TEXT.map(
        lambda text: f"terms:\n- term: {text}\n  also: [{text}]\nstyles: {text}".encode("utf-8", "replace")
    )
)
def test_any_vocabulary_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Each error has its line, and stands on one."""
    file = tmp_path_factory.mktemp("vocabulary") / "vocabulary.yml"
    file.write_bytes(data)
    try:
        read_vocabulary(file, "seeds/vocabulary.yml")
    except SeedErrors as errors:
        for error in errors.errors:
            _look_at(str(error), "seeds/vocabulary.yml")
            assert error.line


NAMES = st.lists(
    st.sampled_from([*WORDS, *INVISIBLE, " ", " ", "-", "_", "'", "«", "»", ".", "و", "ال", "ی", "ة"]),
    min_size=1,
    max_size=9,
)


@given(
    st.lists(
        st.tuples(NAMES.map("".join), st.sampled_from([None, *Kind])),
        max_size=8,
        unique_by=lambda pair: pair[0],
    ),
    st.lists(NAMES.map("".join), max_size=5),
)
@example([("\u3164 ", None)], [])
def test_mentions_of_any_names_in_any_texts(names: list[tuple[str, Kind | None]], texts: list[str]) -> None:
    """A mention is where it says, and no two in a text overlap."""
    headings = [Heading(name, kind=kind) for name, kind in names]
    article = an_article(text=(*texts, *(name for name, _ in names)))
    (found,) = mentions_in([article], headings, count_words(cut([article])))
    places: dict[object, list[tuple[int, int]]] = {}
    for mentions in found.values():
        for mention in mentions:
            text = dict(article.texts)[mention.locator]
            assert mention.written == text[mention.start : mention.end]
            before, *_, behind = split_words(mention.written)
            assert ("", "") == (before, behind), "it is whole words, with nothing around them"
            assert mention.written
            places.setdefault(mention.locator, []).append((mention.start, mention.end))
    for spans in places.values():
        spans.sort()
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "value",
    [
        "0000-00-00",
        "2026-02-30",
        "9999-99-99",
        "0001-01-01T00:00:00+23:59",
        "2026-01-01T00:00:00+99:99",
        "12:30:45",
        "0o8",
        "0x",
        "1_000",
        ".nan",
        ".inf",
        "1e999",
        "9" * 4000,
        "!!binary 2Y7Ys9",
        "!!binary x",
        "!!set {a, b}",
        "!!omap [a: b]",
        "!!pairs [a: b]",
        "!!null x",
        "!!str 1",
        "!x y",
        "!!python/object/apply:os.system [ls]",
        "!!python/name:os.system",
        "&a [*a]",
        "&a {b: *a}",
        "{[a]: b}",
        "{? [a] : b}",
        "'\t'",
        "a\tb",
        '"\\ud83d\\ude00"',
        '"\\U00110000"',
        "=",
        "<<",
        "y",
        "`a`",
        "@a",
        "%a",
    ],
)
def test_values_of_yaml_that_are_no_plain_text(value: str) -> None:
    """In a field of Nashir's and in one that it has no use for: a page is made, or a line is named."""
    for field in ("note", "title", "date", "keywords", "draft"):
        reading = reading_of(f"---\n{field}: {value}\n---\nعنوان\nنص.\n".encode(), "x.txt")
        if reading:
            (planned,) = article_pages(build_catalogue([reading.article], Vocabulary()))
            page = planned.make()
            yaml.safe_load(page.markdown().split("---\n")[1])


BOMBS: dict[str, Callable[[], str]] = {
    "aliases of aliases": lambda: "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)),
    "merged keys": lambda: "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 30)),
    "brackets": lambda: "a: " + "[" * 100_000,
    "braces": lambda: "a: " + "{a: " * 100_000,
    "indentation": lambda: "".join(" " * n + "a:\n" for n in range(1000)),
    "dashes": lambda: "- " * 100_000,
    "questions": lambda: "? " * 100_000,
    "quotes": lambda: 'a: "' + "\\" * 100_001,
    "anchors": lambda: "a: " + "&a " * 100_000,
    "tags": lambda: "a: " + "!" * 100_000,
    "sexagesimals of a whole file": lambda: "a: " + "1:" * 1_900_000 + "1",
    "a sexagesimal fraction": lambda: "a: " + "1:" * 1_900_000 + "1.5",
    "numbers": lambda: "a: " + "9" * 1_000_000,
    "sexagesimals": lambda: "a: " + "1:" * 100_000 + "1",
    "directives": lambda: "%YAML 1.1\n" * 1000 + "a: b",
    "documents": lambda: "a: b\n...\n" * 1000,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_yaml_that_is_made_to_grow(name: str, tmp_path: Path) -> None:
    """A few lines that would be a billion values, or nest without end, are refused, or cost what they weigh."""
    reading = reading_of(f"---\n{BOMBS[name]()}\n---\nعنوان\nنص.\n".encode(), "x.txt")
    if reading:
        assert isinstance(reading.article.extra, dict | MappingProxyType)
    file = tmp_path / "vocabulary.yml"
    file.write_text(BOMBS[name](), encoding="utf-8")
    with pytest.raises(SeedErrors):
        read_vocabulary(file, "seeds/vocabulary.yml")
