from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.fold import fold
from build_hooks.reading.labels import (
    Field,
    LabelLine,
    field_named,
    name_like,
    read_label,
    split_values,
    unique,
)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (Field.TITLE, "Title"),
        (Field.TITLE, "العنوان"),
        (Field.KEYWORDS, "Keywords"),
        (Field.KEYWORDS, "KEYWORDS"),
        (Field.KEYWORDS, "الكلمات المفتاحية"),
        (Field.KEYWORDS, "كلمات مفتاحية"),
        (Field.KEYWORDS, "الكلمات الدالة"),
        (Field.KEYWORDS, "الكلمــات   الدالّة"),
        (Field.WRITING_STYLES, "Writing Style"),
        (Field.WRITING_STYLES, "أسلوب الكتابة"),
        (Field.WRITING_STYLES, "اسلوب الكتابة"),
        (Field.DATE, "Date"),
        (Field.DATE, "التاريخ"),
        (Field.UPDATED, "Updated"),
        (Field.UPDATED, "تاريخ التحديث"),
        (Field.UPDATED, "حُدّث"),
        (Field.AUTHOR, "Author"),
        (Field.AUTHOR, "الكاتب"),
        (Field.AUTHOR, "الكَاتِب\u200f"),
        (Field.SOURCE, "Source"),
        (Field.SOURCE, "المصدر"),
        (Field.DESCRIPTION, "Description"),
        (Field.DESCRIPTION, "الوصف"),
        (Field.TAGS, "Tags"),
        (Field.TAGS, "الوسوم"),
        (Field.SLUG, "slug"),
        (Field.ALIASES, "aliases"),
        (Field.DRAFT, "Draft"),
        (Field.KEYWORDS, "الكلمات المفتاحيه"),
        (Field.KEYWORDS, "كلمات دلاليه"),
        (Field.AUTHOR, "الكاتبة"),
        (Field.AUTHOR, "بقلم"),
        (Field.DATE, "تأريخ"),
        (Field.TAGS, "الوسم"),
        (Field.DRAFT, "مسوده"),
        (None, "الحدث"),
        (None, "عنوان"),
        (None, "مصدر"),
        (None, "وصف"),
        (None, "القسم"),
        (None, ""),
    ],
)
def test_field_named(field: Field | None, name: str) -> None:
    """English and Arabic names are known in any letter case and spelling."""
    assert field is field_named(name)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (("Keywords", "أ, ب"), "Keywords: أ, ب"),
        (("Keywords", "أ"), "  Keywords :أ  "),
        (("Keywords", "أ"), "Keywords：أ"),
        (("Keywords", ""), "Keywords:"),
        (("Keywords", "أ"), "**Keywords:** أ"),
        (("Keywords", "أ"), "**Keywords**: أ"),
        (("Keywords", "أ"), "**Keywords: أ**"),
        (("Keywords", "**أ**"), "**Keywords:** **أ**"),
        (("Keywords", "**أ**, ب"), "Keywords: **أ**, ب"),
        (("Keywords", "أ"), "*Keywords:* أ"),
        (("Keywords", "أ"), "__Keywords__: أ"),
        (("Keywords", "أ"), "### Keywords: أ"),
        (("القسم", "أ: ب"), "القسم: أ: ب"),
        (("Keywords", "أ"), "- Keywords: أ"),
        (("Keywords", "أ"), "•\u00a0**Keywords:** أ"),
        (("Keywords", "أ"), "* *Keywords*: أ"),
        (("Reading Time", "5"), "**Reading Time:** 5"),
    ],
)
def test_read_label(expected: tuple[str, str], line: str) -> None:
    """Marks of emphasis around a label go, wherever the colon stands; those of the value stay."""
    label = read_label(line)
    assert label is not None
    assert expected == (label.label, label.value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        ":",
        "نص بلا نقطتين",
        "12:30 مساء",
        "https://example.com/",
        "الساعة 10:30 صباحا",
        "الساعة ١٠:٣٠",
        "قال الوزير في المؤتمر الصحفي: نعم",
        "نعم. قال: لا",
        "«قال»: لا",
        "م" * 41 + ": نص",
        "كلمة " * 40 + ": نص",
    ],
)
def test_what_is_no_label(line: str) -> None:
    """A sentence with a colon in it, an address and a time of day are no labels."""
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("keywords", "Keyword"),
        ("keywords", "Keywrods"),
        ("الكلمات المفتاحية", "الكلمات المفتاجية"),
        ("الكلمات المفتاحية", "كلمات المفتاحية"),
        ("author", "Autor"),
        ("date", "Dates"),
        ("المصدر", "مصدر"),
        ("الوصف", "وصف"),
        (None, "الحدث"),
        (None, "الكتاب"),
        (None, "القسم"),
        (None, "Data"),
        (None, "وصفة"),
        (None, ""),
    ],
)
def test_name_like(name: str | None, label: str) -> None:
    """An unknown label may be a name but for an article or one letter."""
    assert name == name_like(label)


def test_label_without_a_name_is_unknown() -> None:
    """Only shape makes an unknown label."""
    assert LabelLine("القسم", "سياسة", None) == read_label("القسم: سياسة")


@pytest.mark.parametrize("mark", [",", "،", ";", "؛", "|"])
def test_lists_part_at_each_mark(mark: str) -> None:
    """Keywords, tags and writing styles part at the same marks."""
    for field in (Field.KEYWORDS, Field.TAGS, Field.WRITING_STYLES):
        assert split_values(f"أ{mark}ب ب {mark} ت", field) == ("أ", "ب ب", "ت")


def test_only_writing_styles_part_at_a_slash() -> None:
    """`Professional/Journalistic` is two styles, `إف/16` one keyword."""
    assert split_values("أ/ب", Field.WRITING_STYLES) == ("أ", "ب")
    assert split_values("أ/ب", Field.KEYWORDS) == ("أ/ب",)


def test_unique_keeps_the_first_spelling_in_its_place() -> None:
    """Hamza, tashkeel, tatweel and letter case make no other value."""
    assert unique(["أمن", "IRAN", "امن", "ب", "أَمْن", "iran", " ", "أمـن"]) == ("أمن", "IRAN", "ب")


def test_values_that_fold_to_nothing_are_kept() -> None:
    """A value of tatweel alone is seen, so it is a value."""
    assert unique(["ـ", "ـ", "ــ"]) == ("ـ", "ــ")


@given(st.lists(st.text()))
def test_unique_has_one_of_each(values: list[str]) -> None:
    """Every value that can be seen is there once, in some spelling."""
    found = unique(values)
    assert len(found) == len({fold(value) or value for value in found})
    assert found == unique(found)


@given(st.text())
def test_any_line(line: str) -> None:
    """A line has the form of a label or it has not."""
    label = read_label(line)
    assert label is None or label.value in line
