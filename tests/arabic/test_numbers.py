from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.numbers import (
    ARTICLE,
    KEYWORD,
    MENTION,
    MINUTE,
    PAGE,
    RESULT,
    TAG,
    Digits,
    Noun,
    counted,
    grouped,
    in_digits,
    western,
)


@pytest.mark.parametrize(
    ("phrase", "n"),
    [
        ("لا مقالات", 0),
        ("مقال واحد", 1),
        ("مقالان", 2),
        ("3 مقالات", 3),
        ("10 مقالات", 10),
        ("11 مقالًا", 11),
        ("12 مقالًا", 12),
        ("99 مقالًا", 99),
        ("100 مقال", 100),
        ("101 مقال", 101),
        ("102 مقال", 102),
        ("103 مقالات", 103),
        ("110 مقالات", 110),
        ("111 مقالًا", 111),
        ("199 مقالًا", 199),
        ("200 مقال", 200),
        ("1,000 مقال", 1000),
        ("1,003 مقالات", 1003),
        ("1,234 مقالًا", 1234),
        ("1,000,000 مقال", 1_000_000),
    ],
)
def test_the_noun_agrees_with_the_number(phrase: str, n: int) -> None:
    """CLDR's six categories, at their borders; thousands are grouped."""
    assert phrase == counted(n, ARTICLE)


@pytest.mark.parametrize(
    ("phrases", "noun"),
    [
        ("لا كلمات، كلمة واحدة، كلمتان، 3 كلمات، 11 كلمة، 100 كلمة", KEYWORD),
        ("لا وسوم، وسم واحد، وسمان، 3 وسوم، 11 وسمًا، 100 وسم", TAG),
        ("لا مواضع، موضع واحد، موضعان، 3 مواضع، 11 موضعًا، 100 موضع", MENTION),
        ("لا دقائق، دقيقة واحدة، دقيقتان، 3 دقائق، 11 دقيقة، 100 دقيقة", MINUTE),
        ("لا نتائج، نتيجة واحدة، نتيجتان، 3 نتائج، 11 نتيجة، 100 نتيجة", RESULT),
        ("لا صفحات، صفحة واحدة، صفحتان، 3 صفحات، 11 صفحة، 100 صفحة", PAGE),
    ],
)
def test_each_noun_has_its_six_forms(phrases: str, noun: Noun) -> None:
    """Masculine nouns take tanwin after 11, feminine ones in ة show none."""
    assert phrases.split("، ") == [counted(n, noun) for n in (0, 1, 2, 3, 11, 100)]


@given(st.integers(min_value=3))
def test_the_last_two_digits_decide(n: int) -> None:
    """From 3 on, hundreds more change the number only, not the noun."""
    assert counted(n, ARTICLE).split()[1] == counted(n + 700, ARTICLE).split()[1]


@pytest.mark.parametrize(
    ("phrase", "n"),
    [
        ("لا مقالات", 0),
        ("مقالان", 2),
        ("٣ مقالات", 3),
        ("١١ مقالًا", 11),
        ("١٠٢ مقال", 102),
        ("١٬٢٣٤ مقالًا", 1234),
        ("٥٬٦٧٨٬٩٠٩ مقالات", 5_678_909),
    ],
)
def test_arabic_indic_figures_change_no_noun(phrase: str, n: int) -> None:
    """The noun agrees as beside western figures; thousands are grouped by the Arabic separator."""
    assert phrase == counted(n, ARTICLE, Digits.ARABIC_INDIC)


@given(st.integers(min_value=0))
def test_figures_read_back(n: int) -> None:
    """Figures of either kind are the same number, and western ones are ASCII."""
    assert str(n) == western(in_digits(str(n), Digits.ARABIC_INDIC)) == in_digits(str(n), Digits.WESTERN)
    assert n == int(grouped(n, Digits.ARABIC_INDIC).replace("٬", ""))


def test_less_than_nothing_cannot_be_counted() -> None:
    """A negative number is an error that names it."""
    with pytest.raises(ValueError, match="cannot count -1"):
        counted(-1, ARTICLE)
