"""Sentences, as places in a text."""

from __future__ import annotations

import re

_MARK = "[.!?؟…۔]"
# A full stop inside a number or a name (3.5, ا.ف.ب) has no white space behind it.
_CLOSED = "[\"'»”’)\\]]*+(?=\\s)"
# What cannot begin a run of marks is not tried as one, lest a thousand dots take a million steps. The first mark stands
# before all that is asked of it: so Python looks for it alone, in a third of the time.
_NEXT_END = re.compile(f"{_MARK}(?<!{_MARK}{_MARK}){_MARK}*+{_CLOSED}")
# Backwards from the end: to what is before, the last end alone matters. The white space behind it is no sentence's.
_BEGINNING = re.compile(f"(?:.*{_MARK}{_CLOSED})?\\s*+", re.DOTALL)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds `text[start:end]` begins and ends, in characters, without white space around.

    What spans several sentences gets all of them.
    """
    # The white space behind an end may be what stands at `start`.
    before = _BEGINNING.match(text, 0, start + 1)
    assert before
    after = _NEXT_END.search(text, end)
    return min(before.end(), start), after.end() if after else max(end, len(text.rstrip()))
