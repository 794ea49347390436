"""The lines of a file, with their numbers."""

from __future__ import annotations

from typing import NamedTuple

from build_hooks.reading.characters import is_blank


class Line(NamedTuple):
    """A line that is not blank."""

    number: int
    """Counted from 1, in the file."""

    text: str
    """Without white space at its ends."""


def lines_with_text(text: str, first: int = 1) -> list[Line]:
    """List the lines of a text that are not blank.

    Args:
        text: Text with a line feed at each line end.
        first: The number of its first line in the file.
    """
    # Not str.splitlines, to which U+2028 and others are line ends too.
    numbered = enumerate(text.split("\n"), first)
    return [Line(number, bare) for number, line in numbered if (bare := line.strip()) and not is_blank(bare)]
