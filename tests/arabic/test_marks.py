"""Marks above and below letters."""

from __future__ import annotations

import unicodedata

import pytest

from build_hooks.arabic.marks import is_vocalised


@pytest.mark.parametrize(
    "text",
    [
        "من ديوان المتنبي: عَلى قَدْرِ أَهْلِ العَزْمِ تَأْتِي العَزَائِمُ",
        "المُتَنَبِّي",
        "كَتَّبَ",
    ],
)
def test_verse_is_vocalised(text: str) -> None:
    """Vowels on letters that follow each other, doubled or not, however they are composed."""
    assert is_vocalised(text)
    assert is_vocalised(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("text", ["", "البرلمان يُقرّ موازنة", "تقدّمًا كبيرًا", "يُصدِر قرارًا", "مدّةً"])
def test_a_vowel_here_and_there_is_usual(text: str) -> None:
    """It keeps a word from being misread."""
    assert not is_vocalised(text)
