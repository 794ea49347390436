from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.fold import fold, strip_marks

ARABIC = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF))


@pytest.mark.parametrize(
    ("folded", "text"),
    [
        ("العراق", "الْعِرَاقُ"),
        ("العراق", "الـعـــراق"),
        ("العراق", "\u202bالعراق\u202c"),
        ("العراق", "\u2067العراق\u2069\u200f\u061c\u200e"),
        ("العراق", "\ufeffالعـ\u200dـراق\u00ad"),
        ("العراق", "ﺍﻟﻌﺮﺍﻕ"),
        ("الله", "ﷲ"),
        ("لا", "ﻻ"),
        ("محمد", "محمﹼد"),
        ("محمد", "محم\ufc60د"),
        ("ذلك", "ذٰلك"),
        ("ان ان ان ان", "أن إن آن ٱن"),
        ("ايمان", "ا\u0655يمان"),
        ("كتاب", "کتاب"),
        ("كتاب", "ڪتاب"),
        ("علي", "علی"),
        ("علي", "ﻋﻠﯽ"),
        ("هدهد ه ه", "ھدہد ە ۀ"),
        ("ه", "ه\u0654"),
        ("مدينة", "مدينۃ"),
        ("خطة 2030", "خطة ٢٠٣٠"),
        ("خطة 2030", "خطة ۲۰۳۰"),
        ("محمد شياع السوداني", "  محمد \t شياع\u00a0\u00a0السوداني\u2028"),
        ("nato ناتو", "NATO ناتو"),
        ("strasse", "Straße"),
        ("caf\u00e9", "CAFE\u0301"),
        ("caf\u00e9", "Cafe\u200d\u0301"),
        ("می‌خواهم".replace("\u200c", "").replace("ی", "ي"), "می‌خواهم"),
        ("", " \u200f\u0640 "),
    ],
)
def test_spellings_of_one_term_fold_to_one_form(folded: str, text: str) -> None:
    """Marks, tatweel, invisible characters, letter shapes, digits, spaces and case make no difference."""
    assert folded == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "على"),
        ("أسرة", "أسره"),
        ("مؤمن", "مومن"),
        ("سؤال", "سوال"),
        ("رئيس", "ريس"),
        ("قارئ", "قاري"),
        ("ماء", "ما"),
        ("پاريس", "باريس"),
        ("ڤيينا", "فيينا"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    """ة, ى, ؤ, ئ, ء and the Persian letters of other sounds are kept: they tell words apart."""
    assert fold(one) != fold(other)


def test_a_combining_hamza_makes_its_letter_first() -> None:
    """ؤ is ؤ whether it is one character or two; the hamza is not lost with the vowel signs."""
    assert fold("مؤمن") == fold("مو\u0654من")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """`fold(fold(x)) == fold(x)` for any text."""
    assert fold(text) == fold(fold(text))


@given(
    st.text(
        st.sampled_from("اأإآٱويىهةe\u0301\u0345ßİ \u0640\u064e\u0651\u0653\u0654\u0655\u0670\u200d\ufe7c")
    )
)
def test_folding_marks_in_any_order_twice_changes_nothing(text: str) -> None:
    """`fold(fold(x)) == fold(x)` where marks, letters and invisible characters meet in every order."""
    assert fold(text) == fold(fold(text))


def test_folding_any_single_character_twice_changes_nothing() -> None:
    """`fold(fold(x)) == fold(x)` for each character of Unicode's first three planes."""
    assert [] == [code for code in range(0x30000) if fold(fold(chr(code))) != fold(chr(code))]


@given(
    st.text(st.sampled_from("ءأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي0123456789 "))
    | st.text(st.characters(max_codepoint=127))
)
def test_plain_letters_fold_as_they_do_beside_others(text: str) -> None:
    """What has nothing but Arabic letters, figures and spaces, or is ASCII, folds as it does with a mark behind it."""
    assert fold(f"{text}\u064e") == fold(text)


@given(ARABIC)
def test_tashkeel_never_survives(text: str) -> None:
    """What is folded has no combining mark of the Arabic block left."""
    assert "" == "".join(char for char in fold(text) if unicodedata.combining(char))


@given(st.text())
def test_the_ways_to_encode_a_text_fold_alike(text: str) -> None:
    """Composed and decomposed forms of a text are one."""
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("stripped", "text"),
    [
        ("الأمن", "الأَمْنُ"),
        ("العراق", "الـعـراق\u200f"),
        ("أمة", "ا\u0654مّة"),
        ("آمن", "آمِن"),
        ("علی", "علی"),
        ("القارّة إيران ىؤئ".replace("ّ", ""), "القارّة إيران ىؤئ"),
        ("  two  spaces ", "  two  spaces "),
        ("CAF\u00c9", "CAFE\u0301"),
        ("NATO ٢٠", "NATO ٢٠"),
        ("caf\u00e9", "cafe\u0640\u0301"),
    ],
)
def test_strip_marks_leaves_letters_as_they_are(stripped: str, text: str) -> None:
    """Only tashkeel, tatweel and invisible characters go; letters, digits, case and spaces stay, in NFC."""
    assert stripped == strip_marks(text)


@given(st.text())
def test_stripping_twice_changes_nothing(text: str) -> None:
    """`strip_marks` is idempotent and gives NFC."""
    stripped = strip_marks(text)
    assert stripped == strip_marks(stripped)
    assert unicodedata.is_normalized("NFC", stripped)
