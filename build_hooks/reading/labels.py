"""`Label: value` lines, and the names that fields go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from build_hooks.arabic.fold import fold
from build_hooks.reading.characters import one_line, trim


class Field(StrEnum):
    """What an editor can say about an article beside its text; the value is the name to advise."""

    TITLE = "title"
    KEYWORDS = "keywords"
    WRITING_STYLES = "writing style"
    DATE = "date"
    UPDATED = "updated"
    AUTHOR = "author"
    SOURCE = "source"
    DESCRIPTION = "description"
    TAGS = "tags"
    SLUG = "slug"
    ALIASES = "aliases"
    DRAFT = "draft"


LIST_FIELDS = frozenset({Field.KEYWORDS, Field.WRITING_STYLES, Field.TAGS, Field.ALIASES})

FRONT_MATTER_FIELDS = frozenset({Field.TITLE, Field.ALIASES, Field.DRAFT})
"""What only front matter declares: at the end of a text `Title: …` would be read as a part of it."""

TRAILER_LABELS = "Keywords, Writing Style, Date, Updated, Author, Source, Description, Tags, Slug"

_NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.TITLE: ("title", "العنوان"),
    Field.KEYWORDS: ("keywords", "الكلمات المفتاحية", "كلمات مفتاحية", "الكلمات الدالة"),
    Field.WRITING_STYLES: ("writing style", "writing styles", "أسلوب الكتابة"),
    Field.DATE: ("date", "التاريخ"),
    Field.UPDATED: ("updated", "تاريخ التحديث", "حُدّث"),
    Field.AUTHOR: ("author", "الكاتب"),
    Field.SOURCE: ("source", "المصدر"),
    Field.DESCRIPTION: ("description", "الوصف"),
    Field.TAGS: ("tags", "الوسوم"),
    Field.SLUG: ("slug",),
    Field.ALIASES: ("aliases",),
    Field.DRAFT: ("draft",),
}
_FIELDS = {fold(name): field for field, names in _NAMES.items() for name in names}

_COLON = re.compile("[:\N{FULLWIDTH COLON}]")
# With a mark on every letter and tatweel between them the longest name stays below this.
_LONGEST_LABEL = 120
# An unknown label is told from a sentence with a colon in it by being short and free of sentence marks.
_LONGEST_UNKNOWN_LABEL = 40
_MOST_WORDS = 4
_SENTENCE_MARK = re.compile(r"[.؟?!…؛;،,«»\"“”()\[\]{}<>/\\|=]")

_LIST_MARK = re.compile("[,،;؛|]")
_LIST_MARKS: Mapping[Field, re.Pattern[str]] = {
    Field.WRITING_STYLES: re.compile("[,،;؛|/]"),
    # Behind `|` stands no other author, but where the text is from.
    Field.AUTHOR: re.compile("[,،;؛]"),
}


class LabelLine(NamedTuple):
    """A line of the form `Label: value`."""

    label: str
    """The label as written, without Markdown marks."""

    value: str
    """What stands after the colon, without white space at its ends."""

    field: Field | None
    """The field that the label names; None for an unknown label."""


@lru_cache(maxsize=1024)  # an archive has few labels
def field_named(name: str) -> Field | None:
    """Find a field by a name of it, in any letter case and spelling."""
    return _FIELDS.get(fold(trim(name)))


def read_label(line: str) -> LabelLine | None:
    """Read a line as `Label: value`.

    The label may be in Markdown's marks of emphasis, the colon inside or outside of them, or the whole line
    may be: `**Keywords:** a`, `**Keywords**: a`, `**Keywords: a**`.

    Args:
        line: One line without its line end.

    Returns:
        The label with its value, None where the line has no such form.
    """
    line = trim(line)
    colon = _COLON.search(line, 0, _LONGEST_LABEL)
    if not colon:
        return None
    label, value = _without_emphasis(line[: colon.start()].lstrip("#"), trim(line[colon.end() :]))
    field = field_named(label)
    if field is None and not _could_be_label(label, value):
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


def split_values(value: str, field: Field) -> tuple[str, ...]:
    """Split the value of a list field at `,` `،` `;` `؛` `|`, without duplicates.

    Writing styles are split at `/` too, authors not at `|`.
    """
    return unique(_LIST_MARKS.get(field, _LIST_MARK).split(value))


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
