from __future__ import annotations

import pytest

from build_hooks.reading.scripts import mixed_word
from tests.reading.test_direction import read


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (None, "حلف NATO"),
        (None, "وBBC"),
        (None, "НАТО и NATO"),
        (None, "ΝΑΤΟ"),
        (None, "μ"),
        ("NАTO", "حلف NАTO"),
        ("ΝАTO", "ΝАTO"),
        ("СНN", "BBC، СНN"),
        ("Οx", "Οx"),
    ],
)
def test_mixed_word(expected: str | None, text: str) -> None:
    """Latin, Greek and Cyrillic may stand side by side, but not in one word; Arabic may be written up to any."""
    assert expected == mixed_word(text)


def test_keywords_and_tags_with_such_words_are_pointed_out() -> None:
    """They would be terms of their own beside those that they look like."""
    found = read("عنوان\nنص NАTO.\nKeywords: أ، NАTO\nTags: ب، СНN\n").warnings
    assert [
        'seeds/x.txt:3: "NАTO" has letters of two alphabets that look alike; type it anew in one',
        'seeds/x.txt:4: "СНN" has letters of two alphabets that look alike; type it anew in one',
    ] == list(map(str, found))
