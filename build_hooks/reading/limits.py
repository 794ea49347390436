"""How much a seed may hold.

The limits lie far above what an article has, so that they only meet what is no article, before it fills the memory
or takes hours.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from build_hooks.errors import SeedError
from build_hooks.reading.characters import quote
from build_hooks.reading.declarations import Declarations
from build_hooks.reading.fields import LIST_FIELDS, Field

MOST_BYTES = 4_000_000
"""Two million Arabic letters: a book of a thousand pages."""

MOST_LINES = 20_000
"""Lines in a file."""

LONGEST_BLOCK = 20_000
"""Characters between two blank lines of Markdown.

The converter takes the square of their number over what looks like links: seconds for so many, hours for a megabyte.
"""

LONGEST_HEADLINE = 1000
"""Characters."""

LONGEST_DESCRIPTION = 5000
"""Characters."""

LONGEST_VALUE = 500
"""Characters of any other value, of a keyword as of an author."""

MOST_VALUES = 1000
"""Values in a list, of keywords as of tags."""

_BYTES_AT_ONCE = 1 << 16
"""What nearly every seed has room in: Python makes room for all that it is asked to read, and 4 MB take time."""

_LONGEST: Mapping[Field, int] = {Field.TITLE: LONGEST_HEADLINE, Field.DESCRIPTION: LONGEST_DESCRIPTION}


def read_bytes(
    path: str, source: str, *, kind: str = "a seed", advice: str = "part it into several articles"
) -> bytes:
    """Return what a seed holds, without reading more than a seed may hold.

    Args:
        path: The file.
        source: Its path from the project's root, for messages.
        kind: What it is, where it is no seed.
        advice: What to do where it is too large.

    Raises:
        SeedError: Where it cannot be read, or is too large.
    """
    try:
        # Not `open`, whose file objects take half as long again.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            parts: list[bytes] = []
            room = MOST_BYTES + 1
            while part := os.read(descriptor, min(room, _BYTES_AT_ONCE)):
                parts.append(part)
                room -= len(part)
            if not room:
                size = os.fstat(descriptor).st_size
                message = f"it has {size:,} bytes, and {kind} may have {MOST_BYTES:,}; {advice}"
                raise SeedError(message, source)
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise SeedError("there is no such file; look up its name in the folder", source) from error
    except OSError as error:
        raise SeedError(f"cannot read the file: {error.strerror}; mend it or delete it", source) from error
    return b"".join(parts)


def demand_few_lines(text: str, source: str) -> None:
    """Raise SeedError where a seed has too many lines."""
    # A text of fewer characters need not be counted.
    count = text.count("\n") if len(text) > MOST_LINES else 0
    if count > MOST_LINES:
        message = f"it has {count:,} lines, and a seed may have {MOST_LINES:,}; part it into several articles"
        raise SeedError(message, source, MOST_LINES + 1)


def demand_short_blocks(markdown: str, source: str, first: int) -> None:
    """Raise SeedError where Markdown goes on too long without a blank line; `first` is its first line's number."""
    length, begin = 0, first
    for number, line in enumerate(markdown.split("\n"), first):
        length += len(line) + 1
        if not line.strip():
            length, begin = 0, number + 1
        elif length > LONGEST_BLOCK:
            message = (
                f"more than {LONGEST_BLOCK:,} characters without a blank line begin here; part them with one"
            )
            raise SeedError(message, source, begin)


def too_long(declarations: Declarations, source: str) -> Iterator[SeedError]:
    """Yield an error for each declaration with more or longer values than there may be."""
    for field, declaration in declarations.items():
        if len(declaration.values) > MOST_VALUES:
            message = f"{len(declaration.values):,} values in one list, and there may be {MOST_VALUES:,}"
            yield SeedError(f"{message}; keep those that tell most", source, declaration.line)
        most = _LONGEST.get(field, LONGEST_VALUE)
        if max(map(len, declaration.values), default=0) > most:
            longest = max(declaration.values, key=len)
            advice = "part it with commas" if field in LIST_FIELDS else "shorten it"
            message = f"{quote(longest)} has {len(longest):,} characters, and there may be {most:,}; {advice}"
            yield SeedError(message, source, declaration.line)
