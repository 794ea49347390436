"""What YAML does not take, said to an editor: where it is, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from build_hooks.reading.characters import one_line

_FULLWIDTH_KEY = re.compile("[ -]*[^:\"'#\\[{ -][^:\"'#\\[{]*?\N{FULLWIDTH COLON}")
_COLON = re.compile(r":(?:\s|$)")
# By what stands in the messages of libyaml and of PyYAML alike.
_ADVICE = (
    ("']'", "close the list with ]"),
    ("'}'", "close it with }"),
    ("end of stream", "close the quotes"),
    ("expected ':'", "write `key: value` there"),
    ("cannot start any token", "put the value in quotes"),
    ("alias", "put the value in quotes"),
    ("key", "put the whole value in quotes"),
    ("block end", "put the whole value in quotes"),
)


class Mistake(NamedTuple):
    """What is wrong in a YAML text."""

    message: str
    """What it is; what to do."""

    line: int
    """Counted from 1."""


def mistake_of(problem: str, lines: Sequence[str], line: int) -> Mistake:
    """Say what is wrong where YAML found a problem.

    Args:
        problem: YAML's own words.
        lines: The lines of the text.
        line: That of the problem, counted from 1.
    """
    if _at(lines, line).lstrip(" ").startswith("\t"):
        return Mistake("a tab stands before the first character; use spaces", line)
    return fullwidth_colon(lines, line) or Mistake(
        f"{one_line(problem)}; {_advice(problem, _at(lines, line))}", line
    )


def fullwidth_colon(lines: Sequence[str], line: int) -> Mistake | None:
    """Find a key with the colon of Chinese texts, at or right above a line: to YAML it is a letter."""
    # YAML goes on to the next key before it misses a colon.
    first = next((number for number in (line, line - 1) if _FULLWIDTH_KEY.match(_at(lines, number))), None)
    if first is None:
        return None
    while _FULLWIDTH_KEY.match(_at(lines, first - 1)):
        first -= 1
    return Mistake("the colon ： is a full-width one; write `key: value` with a plain one", first)


def _at(lines: Sequence[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _advice(problem: str, line: str) -> str:
    if "mapping values" in problem:
        if len(_COLON.findall(line)) > 1:
            return "put a value with : in quotes"
        return "write `key: value` on a line of its own, indented as the one above"
    return next((advice for words, advice in _ADVICE if words in problem), "mend this line")
