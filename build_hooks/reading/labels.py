"""`Label: value` lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from build_hooks.arabic.fold import fold
from build_hooks.reading.characters import one_line, trim
from build_hooks.reading.fields import SPEAKERS, Field, field_named

_BULLET = re.compile(r"[-–—•*·▪●◦‣]\s+")
_COLON = re.compile("[:\N{FULLWIDTH COLON}]")
# With a mark on every letter and tatweel between them the longest name stays below this.
_LONGEST_LABEL = 120
# An unknown label is told from a sentence with a colon in it by being short and free of sentence marks.
_LONGEST_UNKNOWN_LABEL = 40
_MOST_WORDS = 4
_SENTENCE_MARK = re.compile(r"[.؟?!…؛;،,«»\"“”()\[\]{}<>/\\|=]")

_SENTENCE_END = tuple(".؟?!…")
_CLOSING_MARKS = "»”\"’')]*_"
_MOST_WORDS_OF_A_NAME = 12

_LIST_MARK = re.compile("[,،;؛|]")
_ITEM_MARK = re.compile("[،؛]")
_LIST_MARKS: Mapping[Field, re.Pattern[str]] = {
    Field.WRITING_STYLES: re.compile("[,،;؛|/]"),
    # Behind `|` stands no other author, but where the text is from.
    Field.AUTHOR: re.compile("[,،;؛]"),
}


class LabelLine(NamedTuple):
    """A line of the form `Label: value`."""

    label: str
    """The label as written, without Markdown marks and a bullet."""

    value: str
    """What stands after the colon, without white space at its ends."""

    field: Field | None
    """The field that the label names; None for an unknown label."""


def read_label(line: str) -> LabelLine | None:
    """Read a line as `Label: value`.

    The label may be in Markdown's marks of emphasis, the colon inside or outside of them, or the whole line
    may be: `**Keywords:** a`, `**Keywords**: a`, `**Keywords: a**`. A bullet may stand before it.

    Args:
        line: One line without its line end.

    Returns:
        The label with its value, None where the line has no such form.
    """
    line = trim(line)
    colon = _COLON.search(line, 0, _LONGEST_LABEL)
    if not colon:
        return None
    bullet = _BULLET.match(line)
    begin = bullet.end() if bullet else 0
    label, value = _without_emphasis(line[begin : colon.start()].lstrip("#"), trim(line[colon.end() :]))
    field = field_named(label)
    if field is None and (_is_between_figures(line, colon.start()) or not _could_be_label(label, value)):
        return None
    return LabelLine(label, value, field)


def _without_emphasis(label: str, value: str) -> tuple[str, str]:
    label = trim(label)
    bare = label.lstrip("*_")
    marks = label[: len(label) - len(bare)]
    if not marks:
        return label, value
    bare = trim(bare)
    if bare.endswith(marks):
        return trim(bare.removesuffix(marks)), value
    if value.startswith(marks):
        return bare, trim(value.removeprefix(marks))
    return bare, trim(value.removesuffix(marks))


def _could_be_label(label: str, value: str) -> bool:
    return (
        len(label) <= _LONGEST_UNKNOWN_LABEL
        and len(label.split()) <= _MOST_WORDS
        and any(c.isalpha() for c in label)
        and not _SENTENCE_MARK.search(label)
        and not value.startswith("//")  # https://…
    )


def _is_between_figures(line: str, colon: int) -> bool:
    return line[colon - 1 : colon].isdigit() and line[colon + 1 : colon + 2].isdigit()  # الساعة 10:30


def is_sentence(label: LabelLine) -> bool:
    """Tell whether the value ends as sentences do; what stands behind a speaker may be told by its length, too."""
    if label.value.rstrip(_CLOSING_MARKS).endswith(_SENTENCE_END):
        return True
    return label.field in SPEAKERS and len(label.value.split()) > _MOST_WORDS_OF_A_NAME


def split_values(value: str, field: Field) -> tuple[str, ...]:
    """Split the value of a list field at `,` `،` `;` `؛` `|`, without duplicates.

    Writing styles are split at `/` too, authors not at `|`.
    """
    return unique(_LIST_MARKS.get(field, _LIST_MARK).split(value))


def split_item(written: str, style: str | None) -> list[str]:
    """Split an item of a YAML list where an editor wrote Arabic commas, which part nothing in YAML: `[أ، ب]`.

    Args:
        written: The item.
        style: How YAML says that it stands there; what is in quotes is one item, so that a name may hold them.
    """
    return [written] if style else _ITEM_MARK.split(written)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that are not blank, each on one line, in order; of those that fold to the same, the first."""
    first: dict[str, str] = {}
    for folded, value in map(_item, values):
        if value:
            first.setdefault(folded, value)
    return tuple(first.values())


@lru_cache(maxsize=1 << 16)  # an archive repeats its keywords
def _item(written: str) -> tuple[str, str]:
    """Return what is the same for two spellings of a value, and the value on one line."""
    value = one_line(written)
    return fold(value) or value, value
