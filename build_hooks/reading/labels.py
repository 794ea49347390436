"""`Label: value` lines, and the names that fields go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
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

SPEAKERS = (Field.AUTHOR, Field.SOURCE)
"""What may also be somebody who speaks in the text: `الكاتب: أكتب لمن يقرأ.`."""

FRONT_MATTER_KEYS = ", ".join(Field)

TRAILER_LABELS = "Keywords, Writing Style, Date, Updated, Author, Source, Description, Tags, Slug"

_NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.TITLE: ("title", "العنوان"),
    Field.KEYWORDS: (
        "keywords",
        *("الكلمات المفتاحية", "كلمات مفتاحية"),
        *("الكلمات الدالة", "كلمات دالة", "الكلمات الدلالية", "كلمات دلالية"),
    ),
    Field.WRITING_STYLES: ("writing style", "writing styles", "أسلوب الكتابة"),
    Field.DATE: ("date", "التاريخ", "تاريخ", "تاريخ النشر"),
    Field.UPDATED: ("updated", "تاريخ التحديث", "آخر تحديث", "حُدّث"),
    Field.AUTHOR: ("author", "الكاتب", "الكاتبة", "كاتب", "كاتبة", "بقلم"),
    Field.SOURCE: ("source", "المصدر"),
    Field.DESCRIPTION: ("description", "الوصف"),
    Field.TAGS: ("tags", "الوسوم", "وسوم", "الوسم", "وسم"),
    Field.SLUG: ("slug",),
    Field.ALIASES: ("aliases",),
    Field.DRAFT: ("draft", "مسودة"),
}

# No two names differ in these letters only, which many write for each other.
_ENDINGS = str.maketrans("ةىؤئ", "هيوي")


def _plain(name: str) -> str:
    return fold(trim(name)).translate(_ENDINGS)


_FIELDS = {_plain(name): field for field, names in _NAMES.items() for name in names}

_ARTICLE = re.compile(r"\bال")
# Shorter words are mostly different words where they differ in the article, as الحدث and حُدّث, or in one letter.
_SHORTEST_WITH_ARTICLE = 4
_SHORTEST_WITH_SLIP = 5


def _bare(name: str) -> str:
    return _ARTICLE.sub("", _plain(name))


def _spellings(bare: str) -> list[str]:
    """Return what words share that differ by a letter left out, put in or changed, or by two letters swapped."""
    slips = range(len(bare)) if len(bare) >= _SHORTEST_WITH_SLIP else ()
    return [bare, *(bare[:index] + bare[index + 1 :] for index in slips)]


def _likenesses() -> Mapping[str, str]:
    names = [name for names in _NAMES.values() for name in names]
    likenesses: dict[str, str] = {}
    for name in names:
        bare = _bare(name)
        if bare != _plain(name) or len(bare) >= _SHORTEST_WITH_ARTICLE:
            for spelling in _spellings(bare):
                likenesses.setdefault(spelling, name)
    return likenesses


_LIKENESSES = _likenesses()

_BULLET = re.compile(r"[-–—•*·▪●◦‣]\s+")

_KEYS_OF_TEMPLATES = frozenset(
    "authors categories comments git_creation_date_localized git_revision_date_localized hide icon links location pin "
    "readtime revision_date search social status subtitle template".split()
)
"""What else MkDocs, and Material with its templates and plugins, look for in front matter."""

_KNOWN_NAMES = {
    fold(name): name for names in (*_NAMES.values(), _KEYS_OF_TEMPLATES) for name in sorted(names)
}
# Below this, names of a few letters become each other: `lead` would be `hide`.
_MOST_UNLIKE = 0.7

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


@lru_cache(maxsize=1024)  # an archive has few labels
def field_named(name: str) -> Field | None:
    """Find a field by a name of it, in any letter case and spelling."""
    return _FIELDS.get(_plain(name))


def name_like(label: str) -> str | None:
    """Find the name that an unknown label is likely a slip of, by its article or one letter."""
    return next(filter(None, map(_LIKENESSES.get, _spellings(_bare(label)))), None)


def is_key_of_templates(name: str) -> bool:
    """Say whether a key of front matter is MkDocs' or Material's."""
    return name in _KEYS_OF_TEMPLATES


def nearest_name(name: str) -> str | None:
    """Return the known name that an unknown one was likely meant to be; None where none is alike."""
    near = get_close_matches(fold(name[:_LONGEST_LABEL]), _KNOWN_NAMES, 1, _MOST_UNLIKE)
    return _KNOWN_NAMES[near[0]] if near else None


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
