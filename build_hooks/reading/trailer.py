"""The label lines that close a `.txt` seed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_hooks.errors import SeedWarning
from build_hooks.reading.characters import quote
from build_hooks.reading.declarations import Declaration
from build_hooks.reading.labels import (
    FRONT_MATTER_FIELDS,
    LIST_FIELDS,
    TRAILER_LABELS,
    Field,
    LabelLine,
    read_label,
    split_values,
)
from build_hooks.reading.lines import Line

# How far above the end of the text a keywords line may stand and still be meant as one.
_NEAR_THE_END = 20


class TrailerLine(NamedTuple):
    """A label line at the end of a file."""

    number: int
    """Counted from 1, in the file."""

    label: LabelLine


@dataclass(slots=True)
class Trailer:
    """What the trailer lines say."""

    declarations: dict[Field, Declaration] = dataclasses.field(default_factory=dict)
    extra: dict[str, object] = dataclasses.field(default_factory=dict)
    """Unknown labels and repeated ones, as written, with their values."""

    warnings: list[SeedWarning] = dataclasses.field(default_factory=list)

    def keep(self, name: str, value: str) -> None:
        """Keep a line that declares no field; lines of one name become a list."""
        if name not in self.extra:
            self.extra[name] = value
            return
        earlier = self.extra[name]
        if isinstance(earlier, list):
            earlier.append(value)
        else:
            self.extra[name] = [earlier, value]


def split_trailer(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[TrailerLine]]:
    """Part the text from the trailer.

    The trailer begins at the first known label of the run of label lines that ends the file. So a label line
    with text after it is text, and so is a line like `وقال الوزير: …` above the first known label.

    Args:
        lines: The lines of the file that are not blank.

    Returns:
        The lines of the text, and those of the trailer, read.
    """
    trailer: list[TrailerLine] = []
    length = 0
    for line in reversed(lines):
        label = read_label(line.text)
        if label is None:
            break
        trailer.append(TrailerLine(line.number, label))
        if _opens_trailer(label):
            length = len(trailer)
    return lines[: len(lines) - length], trailer[:length][::-1]


def _opens_trailer(label: LabelLine) -> bool:
    return label.field is not None and label.field not in FRONT_MATTER_FIELDS


def read_trailer(lines: Iterable[TrailerLine], source: str) -> Trailer:
    """Read trailer lines.

    A list field that stands twice is one list. Of any other field the first line counts; a second one, like
    an unknown label, is kept in `extra` with a warning, so nothing is lost.
    """
    trailer = Trailer()
    lists: dict[Field, list[str]] = {}
    for number, label in lines:
        field = label.field
        if field is None or field in FRONT_MATTER_FIELDS:
            trailer.keep(label.label, label.value)
            message = f"unknown label {quote(label.label)}; the labels are {TRAILER_LABELS}"
            trailer.warnings.append(SeedWarning(message, source, number))
        elif field in LIST_FIELDS:
            lists.setdefault(field, []).append(label.value)
            trailer.declarations.setdefault(field, Declaration((), number))
        elif field in trailer.declarations:
            # Under a name that cannot be the field's own in the page's front matter.
            trailer.keep(f"{label.label} 2", label.value)
            message = f"a second {quote(label.label)}, and the first one counts; delete one of them"
            trailer.warnings.append(SeedWarning(message, source, number))
        elif label.value:
            trailer.declarations[field] = Declaration((label.value,), number)
    for field, values in lists.items():
        items = split_values("|".join(values), field)
        trailer.declarations[field] = Declaration(items, trailer.declarations[field].line)
    return trailer


def stranded_keywords(lines: Sequence[Line]) -> Line | None:
    """Find the line near the end of the text that would be the keywords, did no text follow it."""
    for line in reversed(lines[-_NEAR_THE_END:]):
        label = read_label(line.text)
        if label and label.field is Field.KEYWORDS:
            return line
    return None
