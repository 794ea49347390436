from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_hooks.arabic import common_words
from build_hooks.arabic.common_words import Listing, is_adverb, listing_of


@pytest.mark.parametrize(
    ("expected", "spelling"),
    [
        (Listing.WORD, "وسام"),
        (Listing.WORD, "وساما"),
        (Listing.WORD, "باحثين"),
        (Listing.WORD, "كامل"),
        (None, "كأمل"),
        (Listing.WORD, "فأس"),
        (Listing.WORD, "كاس"),
        (Listing.WORD, "لجنة"),
        (Listing.EITHER, "بحرية"),
        (None, "وسوريا"),
        (None, "لعراق"),
        (Listing.WORD, "روما"),
    ],
)
def test_listing_of(expected: Listing | None, spelling: str) -> None:
    """A word is found with a star's endings and without hamzas, but not with one that it does not have."""
    assert expected is listing_of(spelling)


def test_adverbs() -> None:
    """An entry with tanwin is an adverb; معسكرا is only a noun in the accusative."""
    assert is_adverb("جدا")
    assert not is_adverb("معسكرا")


def test_the_list_has_no_entry_twice() -> None:
    """A word stands in the list once, with its star and question mark or without."""
    path = Path(common_words.__file__).with_name("common_words.txt")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    entries = Counter(entry.rstrip("*?") for entry in " ".join(lines).split())
    assert [] == [entry for entry, count in entries.items() if count > 1]
