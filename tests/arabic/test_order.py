from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.order import DIGITS, LETTERS, OTHER, collation_key, index_letter

TERMS = (
    st.text(st.sampled_from("ابتلمنويىءأإآؤئةهپچژگڤ aAzZéÉßØ059٥«»().-\u064e\u0640中жª_"), max_size=12)
    | st.text()
)


def test_the_jump_bar_has_the_28_letters_in_order() -> None:
    """The هجائي order, ه before و."""
    assert list("ابتثجحخدذرزسشصضطظعغفقكلمنهوي") == list(LETTERS)


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        ("ع", "العراق"),
        ("ع", "عراق"),
        ("ع", "الْعِرَاق"),
        ("ع", "ٱلعراق"),
        ("ع", "ﺍﻟﻌﺮﺍﻕ"),
        ("ع", "الـعراق"),
        ("ع", "\u200fالعراق"),
        ("ع", "«العراق»"),
        ("ع", "... (العراق"),
        ("ت", "التعاون الأمني"),
        ("ت", "التزامن"),
        ("ت", "التماسك"),
        ("ت", "التهامي"),
        ("م", "محمد شياع السوداني"),
        ("ل", "اللغة العربية"),
        ("ل", "الليبرالية"),
        ("ل", "الليل"),
        ("ي", "اليونان"),
        ("ي", "اليسار"),
        ("ي", "الياسمين"),
        ("س", "السنة"),
        ("غ", "الغاز"),
        ("ف", "الفيس بوك"),
        ("ف", "الفرد"),
        ("ح", "الحادي عشر"),
        ("ا", "الإمارات"),
        ("ا", "الأمم المتحدة"),
        ("ا", "الأب"),
        ("ا", "الألماني"),
    ],
)
def test_the_article_is_passed_over(letter: str, text: str) -> None:
    """An entry stands under the letter behind the article, whatever is written around and upon it."""
    assert letter == index_letter(text)


@pytest.mark.parametrize(
    "text",
    [
        *("التزام", "التزامات", "التزامها", "الالتزام", "الالتزامات", "التزام دولي"),
        *("التهاب", "التهابات", "التهاب الكبد", "الالتهاب", "اِلْتِهاب"),
        *("التقاء", "التفاف", "التماس", "التباس", "التحام", "التحاق", "التقاط", "التواء", "التئام", "التصاق"),
        *("المانيا", "ألمانيا", "الماني", "ألماني", "الألماني", "الالمانية", "المانیا"),
        *("البانيا", "ألبانيا", "الاسكا", "ألاسكا"),
        *("البرت", "ألبرت", "الكسندر", "ألكسندر", "الياس", "إلياس", "اليسا"),
        *("الهام", "إلهام", "إلهام شاهين", "الماس", "ألماس", "الغاء", "إلغاء", "الزام", "إلزامي"),
        *("ألف", "الف", "ألف ليلة وليلة", "ألم", "الم", "ألوان", "الوان", "ألعاب", "العاب", "آلات", "الات"),
        *("الله", "الذي", "التي", "التى", "الذين", "إلى", "الى", "ال", "آل سعود", "ال سعود", "ﷲ"),
        *("الكترونيات", "إلكتروني", "الزهايمر", "ألزهايمر"),
        *("أمن", "إيران", "آسيا", "اقتصاد", "ٱسم", "ء"),
    ],
)
def test_what_is_no_article_stays_under_alef(text: str) -> None:
    """Where ال belongs to the word, with hamza or without, the entry stands under ا."""
    assert "ا" == index_letter(text)


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        ("و", "ؤ"),
        ("ي", "ئ"),
        ("ي", "ى"),
        ("ت", "ة"),
        ("ب", "پاكستان"),
        ("ج", "چاد"),
        ("ز", "ژان"),
        ("ك", "گوگل"),
        ("ك", "کتاب"),
        ("ف", "ڤيينا"),
        ("ق", "ڨفصة"),
        ("ي", "یزد"),
        ("N", "NATO"),
        ("N", "nato"),
        ("E", "École"),
        ("E", "école"),
        ("E", "e\u0301cole"),
        ("A", "Ångström"),
        ("O", "Ørsted"),
        ("A", "Æsir"),
        ("S", "ß"),
        (DIGITS, "2030"),
        (DIGITS, "٢٠٣٠"),
        (DIGITS, "۲۰۳۰"),
        (DIGITS, "5G"),
        (OTHER, "中国"),
        (OTHER, "Москва"),
        (OTHER, "…"),
        (OTHER, ""),
    ],
)
def test_each_letter_has_its_heading(letter: str, text: str) -> None:
    """Variants of letters stand under their own, Latin under capitals, digits and the rest under a heading."""
    assert letter == index_letter(text)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(["إبراهيم", "الأردن", "آسيا", "الأمن", "إيران"], id="hamza-forms-are-one-letter"),
        pytest.param(["سوريا", "الشرق", "الصين", "العراق", "غزة"], id="without-the-article"),
        pytest.param(["أمن", "أمن الحدود", "أمن قومي", "أمناء", "أمنية"], id="word-by-word"),
        pytest.param(["باب", "بيت", "پاريس", "تاج"], id="persian-letters-behind-their-nearest"),
        pytest.param(["زيت", "ژان", "سور"], id="zhe-behind-zay"),
        pytest.param(["مدرسة", "مدرسة أولى", "مدرسون"], id="teh-marbuta-is-teh"),
        pytest.param(["كتاب", "كتابة", "كتابتي", "كتابه"], id="teh-marbuta-before-heh"),
        pytest.param(["مسواك", "مسؤول", "مسوي"], id="waw-with-hamza-is-waw"),
        pytest.param(["رئة", "ريف"], id="yeh-with-hamza-is-yeh"),
        pytest.param(["مستشفى", "مستشفيات"], id="alef-maksura-is-yeh"),
        pytest.param(["نهر", "هاتف", "وزير", "يمن"], id="heh-before-waw"),
        pytest.param(
            ["يمن", "apple", "Banana", "école", "Zoo", "5G", "中国"], id="latin-then-digits-then-others"
        ),
        pytest.param(["تقرير عام", "تقرير A", "تقرير 2020"], id="the-same-within-an-entry"),
        pytest.param(["كوفيد", "كوفيد-19", "كوفيد-20", "كوفيدات"], id="punctuation-parts-words"),
        pytest.param(["ألمانيا", "المانيا الشرقية", "النمسا"], id="words-that-look-like-the-article"),
    ],
)
def test_entries_stand_in_alphabetical_order(entries: list[str]) -> None:
    """Entries in any order come back in the right one."""
    assert entries == sorted(set(entries), key=collation_key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("العراق", "عراق"),
        ("الأمن", "الامن"),
        ("الْعِراق", "العـراق"),
        ("«نص»", "نص"),
        ("ÉCOLE", "ecole"),
        ("x\u030cy", "xy"),
        ("٢٠", "20"),
    ],
)
def test_spellings_of_one_word_stand_side_by_side(one: str, other: str) -> None:
    """Nothing comes between two spellings that differ in what the order passes over."""
    assert collation_key(one)[0] == collation_key(other)[0]


@given(TERMS, TERMS)
def test_the_order_is_total(one: str, other: str) -> None:
    """Two terms have equal keys only where they are the same text, so an index always has the same order."""
    assert (one == other) == (collation_key(one) == collation_key(other))


@given(st.lists(TERMS, max_size=30))
def test_terms_of_a_heading_stand_together(terms: list[str]) -> None:
    """Sorted terms meet each heading once, in the order ا–ي, A–Z, digits, others."""
    headings = [heading for heading, _ in groupby(sorted(terms, key=collation_key), key=index_letter)]
    alphabet = [*LETTERS, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", DIGITS, OTHER]
    assert [heading for heading in alphabet if heading in headings] == headings
