"""Slugs."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.fold import fold
from build_hooks.indexing.slugs import slug, unique_slugs


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("معسكر-الهول", "معسكر الهول"),
        ("أمن-الحدود", "أمن  الحدود"),
        ("مسؤول", "مَسْؤُول"),
        ("داعش", "داعــش"),
        ("رؤية-2030", "رؤية 2030"),
        ("nato", "NATO"),
        ("ا-ف-ب", "(ا.ف.ب)"),
        ("c", "C++"),
        ("", "؟!"),
        ("وسم-آخر", "وسم_آخر"),
    ],
)
def test_slug_keeps_letters_and_drops_the_rest(expected: str, name: str) -> None:
    """Arabic letters and digits stay as written; marks go; all else becomes one hyphen."""
    assert expected == slug(name)


def test_slug_fits_a_path_component() -> None:
    """200 Arabic letters, 400 bytes, are cut to what a path component holds, between letters."""
    assert "ع" * 90 == slug("ع" * 200)


def test_names_that_share_a_slug_get_different_ones() -> None:
    """The name that the slug spells in full keeps it; the others get a suffix of their own."""
    slugs = unique_slugs(["C", "C++", "C#", "؟"])
    assert "c" == slugs["C"]
    assert 4 == len(set(slugs.values()))
    assert re.fullmatch("c-[0-9a-f]{8}", slugs["C++"])
    assert re.fullmatch("[0-9a-f]{8}", slugs["؟"])


def test_suffix_stays_when_other_names_come() -> None:
    """A suffix depends on its name alone."""
    assert unique_slugs(["C", "C#"])["C#"] == unique_slugs(["C++", "C", "C#", "D"])["C#"]


def test_a_name_too_long_to_be_spelt_has_a_suffix_of_its_own() -> None:
    """Nor does it change when another one comes that begins alike."""
    one, other = "ع" * 200, "ع" * 199 + "غ"
    slugs = unique_slugs([one, other])
    assert re.fullmatch("ع{90}-[0-9a-f]{8}", slugs[one])
    assert slugs[one] != slugs[other]
    assert slugs[one] == unique_slugs([one])[one]


def test_a_name_made_to_take_a_suffix_takes_none() -> None:
    """The name that is spelt like another one's slug keeps it; the other one gets a new suffix, in any order."""
    taken = unique_slugs(["C", "C++"])["C++"]
    names = ["C", "C++", taken]
    slugs = unique_slugs(names)
    assert taken == slugs[taken]
    assert 3 == len(set(slugs.values()))
    assert slugs == unique_slugs(reversed(names))


def test_names_that_fold_alike_still_get_different_slugs() -> None:
    """Nothing in a name, a brace neither, is more than a letter of it."""
    assert 3 == len(set(unique_slugs(["{}", "{}\u064b", "{}\u0640"]).values()))


@pytest.mark.parametrize(
    "name",
    ["..", ".", "/", "../..", "%2e%2e", "?", "#", "a?b#c", "😀", "َ", "ــ", "!!!", "\\", "con", "\u202e"],
)
def test_names_that_mean_something_in_a_path(name: str) -> None:
    """What could lead out of the folder, end an address or be nothing at all is an ordinary name."""
    assert re.fullmatch(r"(?:[\w-]*\w-)?[\w-]*\w", unique_slugs([name])[name])


@given(st.lists(st.text(min_size=1), unique_by=fold))
def test_slugs_never_collide(names: list[str]) -> None:
    """Names of different terms never share a path, whatever they hold."""
    slugs = unique_slugs(names)
    assert len(names) == len({unicodedata.normalize("NFC", slug.casefold()) for slug in slugs.values()})
    assert all(re.fullmatch(r"[\w-]+", slug) and len(slug.encode()) <= 200 for slug in slugs.values())


@given(st.lists(st.text(min_size=1), unique_by=fold), st.randoms())
def test_slugs_do_not_hang_on_the_order_of_names(names: list[str], chance: random.Random) -> None:
    """Whichever article comes first, a name has the same address."""
    shuffled = chance.sample(names, len(names))
    assert unique_slugs(names) == unique_slugs(shuffled)
