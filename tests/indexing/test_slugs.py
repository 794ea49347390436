"""Slugs."""

from __future__ import annotations

import re

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


@given(st.lists(st.text(min_size=1), unique_by=fold))
def test_slugs_never_collide(names: list[str]) -> None:
    """Names of different terms never share a path, whatever they hold."""
    slugs = unique_slugs(names)
    assert len(names) == len({value.casefold() for value in slugs.values()})
    assert all(value and "/" not in value and not value.startswith(".") for value in slugs.values())
