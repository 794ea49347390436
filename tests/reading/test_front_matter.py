"""The rules of front matter are golden cases; here are the hostile ones."""

from __future__ import annotations

import contextlib
import datetime
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.errors import SeedError
from build_hooks.reading.declarations import Declaration
from build_hooks.reading.fields import Field
from build_hooks.reading.front_matter import read_front_matter, split_front_matter


def failure(text: str) -> str:
    """Return the error that reading ends with."""
    with pytest.raises(SeedError) as caught:
        read_front_matter(text, "x")
    return str(caught.value)


def errors(text: str) -> list[str]:
    """Return the errors for single values."""
    return [str(error) for error in read_front_matter(text, "x").errors]


@pytest.mark.parametrize("text", ["", "نص", "--\na: 1\n--", "نص\n---\na: 1\n---", "-- -\n---\n---"])
def test_text_without_front_matter(text: str) -> None:
    """Dashes count in the first line with text only."""
    assert split_front_matter(text, "x") == (None, text, 1)


def test_split_keeps_line_numbers() -> None:
    """The front matter's lines stand where they stand in the file, and the text's first line is counted."""
    assert split_front_matter("\n---\na: 1\n---\nنص\n---\n", "x") == ("\n\na: 1", "نص\n---\n", 5)


def test_front_matter_to_the_end_of_the_file() -> None:
    """Nothing need follow it."""
    assert split_front_matter("---\na: 1\n---", "x") == ("\na: 1", "", 4)


def test_a_key_names_its_line() -> None:
    """U+2028, at which YAML ends a line, is none to an editor."""
    found = read_front_matter('\nnote: "أ\u2028ب"\ntitle: عنوان', "x")
    assert Declaration(("عنوان",), 3) == found.declarations[Field.TITLE]


def test_other_keys_keep_yaml_types() -> None:
    """What Nashir has no use for is for templates, and theirs to type."""
    found = read_front_matter("pinned: yes\norder: 010\nday: 2026-11-24\nlist: [1, {a: ~}]\n5: x", "x")
    expected = {
        "pinned": True,
        "order": 8,
        "day": datetime.date(2026, 11, 24),
        "list": [1, {"a": None}],
        "5": "x",
    }
    assert expected == found.extra


def test_keys_that_the_theme_asks_for_are_known() -> None:
    """Whatever stands in Material's templates; an editor may come from there."""
    theme = find_spec("material")
    assert theme
    assert theme.origin
    templates = Path(theme.origin).parent / "templates"
    keys = {
        key
        for template in templates.rglob("*.html")
        for key in re.findall(r"page\.meta\.(\w+)", template.read_text("utf-8"))
    }
    assert {"hide", "title", "revision_date"} <= keys
    assert [] == read_front_matter("".join(f"{key}: x\n" for key in keys), "x").warnings


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("x:2: front matter is not YAML: ", "a: 1\nb: [1, 2"),
        ("x:2: front matter is not YAML: a tab ", "a: 1\n\tb: 2"),
        ("x:1: front matter is not YAML: found undefined alias", "a: *b"),
        ("x:1: front matter is not YAML: ", "عنوان: خبر: عاجل"),
        ("x:2: front matter is not YAML: the colon ： ", "a: 1\nb： 2\nc: 3"),
        ("x:3: front matter is not YAML: ", 'a: 1\nb: 2\nc: "\\ud800"'),
        ("x:1: front matter holds no `key: value` lines", "- a\n- b"),
        ("x:1: front matter is nested too deeply", "a: " + "[" * 100_000),
        ("x:51: front matter is nested too deeply", "\n".join(" " * n + "a:" for n in range(1000))),
    ],
)
def test_what_is_not_front_matter(expected: str, text: str) -> None:
    """The line is that of the fault."""
    assert failure(text).startswith(expected)


@pytest.mark.parametrize(
    "value",
    [
        "!!timestamp x",
        "!!int ''",
        "!!bool x",
        "!!float x",
        "!!python/object:os.system x",
        "{[a]: b}",
        "9" * 5000,
        "0x" + "f" * 5000,
        "1:" * 5000 + "1",
    ],
)
def test_values_that_yaml_cannot_make(value: str) -> None:
    """A tag that does not fit, an object of Python's, a number that is too long: one line each."""
    assert errors(f"\nnote: {value}") == ['x:2: cannot read the value of "note"; write it as a text']


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n"])
def test_keys_that_are_no_words(key: str) -> None:
    """A key is a word."""
    assert errors(f"{key}: c") == ["x:1: a key of front matter must be a word"]


def test_aliases_that_multiply() -> None:
    """Ten lines that would be a billion values take no time, as long as nobody writes them out."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert list(read_front_matter("\n".join(lines), "x").extra) == [f"a{n}" for n in range(12)]


def test_merge_keys_are_refused() -> None:
    """They multiply as aliases do, and would be written out."""
    found = errors("a: &a {x: 1}\nb: {<<: *a}")
    assert found == ['x:2: cannot read the value of "b"; write it as a text']


def test_values_that_hold_themselves() -> None:
    """An alias may stand within its own anchor."""
    assert errors("a: &a [*a]\nb: &b {c: *b}") == []
    assert len(errors("keywords: &a [*a]")) == 1


@pytest.mark.parametrize("field", ["title", "keywords", "note", "Tags"])
@pytest.mark.parametrize("value", ['"\\0"', '"\\x85"', '["\\U0001FFFF"]', '{"\\x7F": a}'])
def test_escapes_of_what_cannot_be_published(field: str, value: str) -> None:
    """The file holds no such character, the value would."""
    assert len(errors(f"{field}: {value}")) == 1


@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@`#?,~\\\n\t 0١ا")))
def test_any_text(text: str) -> None:
    """Text is read or refused, and nothing else happens."""
    with contextlib.suppress(SeedError):
        read_front_matter(text, "x")
