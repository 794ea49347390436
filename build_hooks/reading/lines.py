"""The lines of a file, with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_hooks.arabic.direction import closed, first_control, has_controls, without_controls
from build_hooks.errors import SeedWarning
from build_hooks.reading.characters import code_point, is_blank, is_plain


class Line(NamedTuple):
    """A line that is not blank."""

    number: int
    """Counted from 1, in the file."""

    text: str
    """Without white space at its ends, and without what turns the direction of text."""

    paragraph: str
    """The same as a paragraph: what turns the direction stays as written, and is closed at the end."""


def lines_with_text(text: str, first: int = 1) -> list[Line]:
    """List the lines of a text that are not blank.

    Args:
        text: Text with a line feed at each line end.
        first: The number of its first line in the file.
    """
    # Not str.splitlines, to which U+2028 and others are line ends too.
    numbered = enumerate(text.split("\n"), first)
    lines = [Line(number, bare, bare) for number, line in numbered if not is_blank(bare := line.strip())]
    if is_plain(text) or not has_controls(text):
        return lines
    return [Line(number, without_controls(line).strip(), closed(line)) for number, line, _ in lines]


def close_directions(markdown: str) -> str:
    """Close what turns the direction of text at the end of each line of Markdown, and take it out of headings.

    Not at the end of the paragraph: behind the last line of a list or a table it would stand in another one.
    """
    if not has_controls(markdown):
        return markdown
    return "\n".join(map(_closed_line, markdown.split("\n")))


def _closed_line(line: str) -> str:
    if line.lstrip().startswith("#"):
        return without_controls(line)
    bare = line.rstrip()
    return closed(bare) + line[len(bare) :]  # two spaces break a line


def direction_warnings(lines: Iterable[Line], source: str) -> Iterator[SeedWarning]:
    """Yield a warning for each line that turns the direction of what stands behind it."""
    for number, text, paragraph in lines:
        # They are one where there is nothing to leave out.
        control = first_control(paragraph) if paragraph is not text else None
        if control:
            yield direction_warning(control, source, number)


def direction_warning(control: str, source: str, line: int) -> SeedWarning:
    """Return what to tell of a character that turns the direction of text."""
    message = (
        f"the invisible character {code_point(control)} turns the direction of text: it ends with its "
        "paragraph, and is left out of headlines, keywords and lists; delete it"
    )
    return SeedWarning(message, source, line)
