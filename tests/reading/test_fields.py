from __future__ import annotations

import pytest

from build_hooks.reading.fields import Field, field_named, name_like


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
