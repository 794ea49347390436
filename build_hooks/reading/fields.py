"""What an editor can say about an article beside its text, and the names for it: right ones, and likely slips."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from build_hooks.arabic.fold import fold
from build_hooks.reading.characters import trim


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
# A key of YAML may be as long as a seed.
_LONGEST_NAME = 120


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
    from difflib import get_close_matches  # most seeds have no unknown name

    near = get_close_matches(fold(name[:_LONGEST_NAME]), _KNOWN_NAMES, 1, _MOST_UNLIKE)
    return _KNOWN_NAMES[near[0]] if near else None
