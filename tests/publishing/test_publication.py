from __future__ import annotations

import re

import pytest

from build_hooks.arabic.dates import MONTHS
from build_hooks.arabic.notation import Notation
from build_hooks.arabic.numbers import Digits
from build_hooks.errors import SeedError
from build_hooks.publishing.publication import address_of, locale, notation, number_of_cards


@pytest.mark.parametrize(
    ("expected", "site_url"),
    [
        (None, None),
        (None, ""),
        ("https://example.org/a/", "https://example.org/a/"),
        ("https://example.org/%D8%A3/%20x/", "https://example.org/أ/%20x/"),
        ("https://xn--mgbh0fb.example:8080/", "https://مثال.example:8080/"),
    ],
)
def test_an_address_is_ascii(expected: str | None, site_url: str | None) -> None:
    """Feeds and sitemaps hold URIs, in which Arabic letters are encoded."""
    assert expected == address_of(site_url)


def test_the_region_gives_the_locale() -> None:
    """Without one it is Arabic of no country."""
    assert "ar_IQ" == locale({"region": "iraq"})
    assert "ar_AR" == locale({})


def test_the_number_of_cards() -> None:
    """It is 200 unless the editor says otherwise; what is no number is an error."""
    assert (200, 0, 7) == (number_of_cards({}), number_of_cards({"cards": 0}), number_of_cards({"cards": 7}))
    for wrong in ("many", -1, True, 1.5):
        with pytest.raises(SeedError, match=r"mkdocs\.yml: extra\.nashir\.cards is"):
            number_of_cards({"cards": wrong})


def test_the_region_names_the_months() -> None:
    """Each region that has a locale has its months; without one they are the most widely understood."""
    assert ("levantine", "algerian", "egyptian") == (
        notation({"region": "iraq"}).months,
        notation({"region": "tunisia"}).months,
        notation({}).months,
    )
    for region in ("algeria", "egypt", "gulf", "iraq", "levant", "mauritania", "morocco", "tunisia"):
        assert notation({"region": region}).months in MONTHS
        assert locale({"region": region})


def test_an_unknown_region_is_an_error() -> None:
    """It names the place, and the regions to choose from."""
    for wrong in ("atlantis", "", 7):
        with pytest.raises(
            SeedError, match=r"mkdocs\.yml: extra\.nashir\.region is .+; write one of algeria"
        ):
            notation({"region": wrong})


def test_figures_and_hijri_dates_are_chosen() -> None:
    """Western figures and no Hijri dates unless the editor says otherwise."""
    assert Notation("egyptian", Digits.WESTERN, hijri=False) == notation({})
    assert Notation("egyptian", Digits.ARABIC_INDIC, hijri=True) == notation(
        {"digits": "arabic-indic", "hijri": True}
    )
    assert Digits.WESTERN is notation({"digits": "western"}).digits


@pytest.mark.parametrize(
    ("name", "wrong", "advice"),
    [
        ("digits", "arabic", "write western for"),
        ("digits", "", "write western for"),
        ("digits", None, "write western for"),
        ("digits", ["western"], "write western for"),
        ("hijri", "yes", "write true for"),
        ("hijri", None, "write true for"),
        ("hijri", 1, "write true for"),
    ],
)
def test_another_value_is_an_error(name: str, wrong: object, advice: str) -> None:
    """It names the place, the value, and what to write."""
    expected = rf"^mkdocs\.yml: extra\.nashir\.{name} is {re.escape(repr(wrong))}; {advice}"
    with pytest.raises(SeedError, match=expected):
        notation({name: wrong})
