from __future__ import annotations

import pytest
import yaml
from frontmatter.default_handlers import SafeLoader

from build_hooks.reading.yaml_errors import Mistake, mistake_of

COLON = "the colon ： is a full-width one; write `key: value` with a plain one"
TAB = "a tab stands before the first character; use spaces"


def mistake(text: str, loader: type = SafeLoader) -> Mistake:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.compose(text, Loader=loader)
    mark = caught.value.problem_mark
    assert mark is not None
    return mistake_of(str(caught.value.problem), text.split("\n"), mark.line + 1)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, SafeLoader])
@pytest.mark.parametrize(
    ("advice", "text"),
    [
        ("put a value with : in quotes", "a: b: c"),
        ("write `key: value` on a line of its own, indented as the one above", "a: 1\n b: 2"),
        ("write `key: value` on a line of its own, indented as the one above", "a\nb: 2"),
        ("write `key: value` there", "a: 1\nb\nc: 3"),
        ("close the list with ]", "a: [b, c"),
        ("close the list with ]", "a: [b, c\nd: e"),
        ("close it with }", "a: {b: c"),
        ("close the quotes", "a: 'b"),
        ("put the value in quotes", "a: @b"),
        ("put the value in quotes", "a: *b"),
        ("put the whole value in quotes", 'a: "b" c'),
        ("put the whole value in quotes", "a: [b] c"),
    ],
)
def test_the_advice_fits_the_problem(advice: str, text: str, loader: type) -> None:
    """It says what mends this mistake, whether libyaml reads the text or PyYAML."""
    assert advice == mistake(text, loader).message.partition("; ")[2]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, SafeLoader])
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Mistake(TAB, 1), "\ta: b"),
        (Mistake(TAB, 2), "a:\n \t- b"),
        (Mistake(COLON, 1), "a： b\nc: d"),
        (Mistake(COLON, 2), "a: 1\nb： 2\nc： 3\nd: 4"),
        (Mistake(COLON, 2), "terms:\n- term： أ\n  kind: place"),
    ],
)
def test_what_cannot_be_seen_is_named(expected: Mistake, text: str, loader: type) -> None:
    """A tab looks like spaces, a full-width colon like a plain one; the line is the one to mend."""
    assert expected == mistake(text, loader)
