from __future__ import annotations

from build_hooks.indexing.word_counts import count_words


def test_spellings_of_a_word_are_counted_together() -> None:
    """Words count by their fold, whatever text they stand in."""
    counts = count_words(["العراق، الـعراق", "والعِراق إيران ايران"])
    assert {"العراق": 2, "والعراق": 1, "ايران": 2} == counts


def test_counts_of_parts_add_up() -> None:
    """A collection may be counted in parts."""
    assert count_words(["أمن", "امن"]) == count_words(["أمن"]) + count_words(["امن"])
