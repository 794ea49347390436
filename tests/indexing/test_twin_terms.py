"""Keywords that look alike are one term; those that read differently are two."""

from __future__ import annotations

import unicodedata

import pytest

from build_hooks.indexing.taxonomy import keywords_of
from build_hooks.reading.fields import Field
from build_hooks.reading.labels import split_values
from tests.factory import an_article, build_index

ALIKE = [
    ("داعش", "دا\u200cعش"),  # zero-width non-joiner
    ("داعش", "دا\u200dعش"),  # … joiner
    ("داعش", "دا\u200bعش"),  # … space
    ("داعش", "دا\u2060عش"),  # word joiner
    ("داعش", "\ufeffداعش"),  # byte order mark
    ("داعش", "داعش\u200f"),
    ("داعش", "\u200eداعش"),
    ("داعش", "دا\u061cعش"),
    ("داعش", "دا\u00adعش"),  # soft hyphen
    ("داعش", "دا\u034fعش"),  # combining grapheme joiner
    ("داعش", "داعش\ufe0f"),  # variation selector
    ("داعش", "داعش\U000e0101"),
    ("داعش", "داعش\U000e0041"),  # tag
    ("داعش", "دا\u202eعش\u202c"),
    ("داعش", "\u2067داعش\u2069"),
    ("داعش", "دا\u3164عش"),  # Hangul filler
    ("داعش", "داعــش"),
    ("داعش", "دَاعِشْ"),
    ("محمد", "محمّد"),
    ("ذلك", "ذٰلك"),
    ("العراق", "ﺍﻟﻌﺮﺍﻕ"),
    ("سلام", "سﻼم"),
    ("الله", "ﷲ"),
    ("كتاب", "کتاب"),
    ("كتاب", "ڪتاب"),
    ("علي", "علی"),
    ("علي", "ﻋﻠﯽ"),
    ("هدى", "ھدى"),
    ("هدى", "ہدى"),
    ("مدينة", "مدينۃ"),
    ("أمن", "ا\u0654من"),
    ("آمن", "ا\u0653من"),
    ("مؤمن", "مو\u0654من"),
    ("أمن", "امن"),
    ("إيران", "ایران"),
    ("خطة 2030", "خطة ٢٠٣٠"),
    ("خطة 2030", "خطة ۲۰۳۰"),
    ("خطة 2030", "خطة ２０３０"),
    ("أمن الحدود", "أمن\u00a0الحدود"),
    ("أمن الحدود", "أمن\u202fالحدود"),
    ("أمن الحدود", "أمن\u3000الحدود"),
    ("أمن الحدود", "أمن  الحدود"),
    ("أمن الحدود", "أمن \u200bالحدود"),
    ("أمن الحدود", "أمن\u2028الحدود"),
    ("NATO", "nato"),
    ("NATO", "ＮＡＴＯ"),
    ("NATO", "NA\u200bTO"),
    ("Café", "CAFE\u0301"),
    ("Straße", "STRASSE"),
    ("Å", "Å"),  # the letter, and the sign of Ångström
    ("ﬁnance", "finance"),
    ("м²", "м2"),
]

DIFFERENT = [
    ("علي", "على"),
    ("أسرة", "أسره"),
    ("مؤمن", "مومن"),
    ("سؤال", "سوال"),
    ("قارئ", "قاري"),
    ("ماء", "ما"),
    ("پاريس", "باريس"),
    ("أمن الحدود", "أمنالحدود"),
    ("رؤية 2030", "رؤية 2031"),
    ("C", "C++"),
    ("C#", "C++"),
    ("Cafe", "Café"),
    ("NATO", "ΝΑΤΟ"),  # the second one is Greek
    ("داعش", "داعس"),
    ("حرب", "حزب"),
]


def terms(*keywords: str) -> int:
    """Return how many terms articles with one of `keywords` each have."""
    articles = [an_article(str(number), keywords=(word,)) for number, word in enumerate(keywords)]
    return len(build_index(articles, keywords_of).terms)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_keywords_that_look_alike_are_one_term(one: str, other: str) -> None:
    """In two articles as in one, composed or not."""
    assert 1 == terms(one, other, unicodedata.normalize("NFD", other))
    assert (one,) == split_values(f"{one}، {other}", Field.KEYWORDS)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_keywords_that_read_differently_are_two(one: str, other: str) -> None:
    """What tells words apart is never folded away."""
    assert 2 == terms(one, other)
    assert (one, other) == split_values(f"{one}، {other}", Field.KEYWORDS)
