"""Sentences, as places in a text."""

from __future__ import annotations

import re

# A full stop inside a number or a name (3.5, ا.ف.ب) has no white space behind it.
# What cannot begin a run of marks is not tried as one, lest a thousand dots take a million steps. The first mark stands
# before all that is asked of it: so Python looks for it alone, in a third of the time.
_END = re.compile(r"[.!?؟…۔](?<![.!?؟…۔][.!?؟…۔])[.!?؟…۔]*+[\"'»”’)\]]*+(?=\s)")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds `text[start:end]` begins and ends, in characters, without white space around.

    What spans several sentences gets all of them.
    """
    first, last = 0, len(text)
    for boundary in _END.finditer(text):
        if boundary.end() <= start:
            first = boundary.end()
        elif boundary.start() >= end:
            last = boundary.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
