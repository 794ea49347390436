"""The label lines that close a `.txt` seed."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedWarning
from build_hooks.reading.characters import quote
from build_hooks.reading.declarations import Declaration
from build_hooks.reading.fields import (
    FRONT_MATTER_FIELDS,
    LIST_FIELDS,
    SPEAKERS,
    TRAILER_LABELS,
    Field,
    name_like,
)
from build_hooks.reading.labels import LabelLine, is_sentence, read_label, split_values
from build_hooks.reading.lines import Line

NEAR_THE_END = 20
"""How far above the end of the text a line may stand and still be meant as a label."""

_SURE_FIELDS = frozenset(Field) - FRONT_MATTER_FIELDS - set(SPEAKERS)


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


class Ending(NamedTuple):
    """A text and the trailer below it, parted."""

    text: Sequence[Line]
    """The lines of the text; last those that stand among the labels and are none."""

    trailer: Sequence[TrailerLine]
    above: Sequence[TrailerLine]
    """The lines of the text right above the trailer that have the form of labels, but for the headline."""

    misplaced: Sequence[Line]
    """The lines of the text that stand among the labels."""

    spoken: Collection[str]
    """The labels, folded, that stand there with several values; looked for where a line may be speech."""


def split_trailer(lines: Sequence[Line]) -> Ending:
    """Part the text from the trailer.

    The trailer begins at the first sure label of the run of label lines that ends the file. A sure label is any
    known one but `Author` and `Source`, which may be a speaker's: `الكاتب: أكتب لمن يقرأ.`. Such a line above the
    sure labels, or without any, still belongs to the trailer, unless it is speech, or speech stands between.
    Speech is a line of a speaker's or an unknown label with a sentence behind it, and one of a speaker's label
    that stands in the file with several values. What it takes for speech wrongly, readers see; the other way round
    they would miss a paragraph.

    So a label line with text after it is text, and so is a line like `وقال الوزير: …` above the first known
    label. Below that one, sentences of unknown labels and of speakers are text as well, as it would be lost there.

    Args:
        lines: The lines of the file that are not blank.
    """
    run = _label_run(lines)
    may_be_speech = any(label.field in SPEAKERS for _, label in run)
    spoken = _repeated_labels(lines) if may_be_speech else frozenset[str]()
    begin = _first_of_trailer(run, spoken)
    trailer: list[TrailerLine] = []
    misplaced: list[Line] = []
    text_ends = len(lines) - len(run) + begin
    for line, labelled in zip(lines[text_ends:], run[begin:], strict=True):
        if _is_text_below(labelled.label, spoken):
            misplaced.append(line)
        else:
            trailer.append(labelled)
    headline = int(len(run) == len(lines))
    return Ending([*lines[:text_ends], *misplaced], trailer, run[headline:begin], misplaced, spoken)


def _label_run(lines: Sequence[Line]) -> list[TrailerLine]:
    run: list[TrailerLine] = []
    for line in reversed(lines):
        label = read_label(line.text)
        if label is None:
            break
        run.append(TrailerLine(line.number, label))
    return run[::-1]


def _repeated_labels(lines: Iterable[Line]) -> frozenset[str]:
    labels = filter(None, (read_label(line.text) for line in lines))
    # Who says the same twice does not speak: `المصدر: رويترز` below a picture, and again at the end.
    counts = Counter(name for name, _ in {(fold(label.label), fold(label.value)) for label in labels})
    return frozenset(label for label, count in counts.items() if count > 1)


def _first_of_trailer(run: Sequence[TrailerLine], spoken: Collection[str]) -> int:
    sure = (index for index, (_, label) in enumerate(run) if label.field in _SURE_FIELDS)
    begin = next(sure, len(run))
    for index in range(begin - 1, -1, -1):
        label = run[index].label
        if _is_speech(label, spoken):
            break
        if label.field in SPEAKERS:
            begin = index
    return begin


def _is_speech(label: LabelLine, spoken: Collection[str]) -> bool:
    if label.field in SPEAKERS:
        return is_sentence(label) or fold(label.label) in spoken
    return label.field is None and is_sentence(label)


def _is_text_below(label: LabelLine, spoken: Collection[str]) -> bool:
    """Tell whether a line below a sure label is text: there even a name may have a full stop behind it."""
    is_speaker = label.field in SPEAKERS and fold(label.label) in spoken
    return (label.field is None or is_speaker) and is_sentence(label)


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
            trailer.warnings.append(SeedWarning(_unseen(label), source, number))
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


def _unseen(label: LabelLine) -> str:
    if label.field:
        return counts_in_front_matter(label, "readers will not see this line")
    message = f"unknown label {quote(label.label)}, so readers will not see this line"
    if meant := name_like(label.label):
        return f"{message}; write {quote(meant)} if it is that label"
    return f"{message}; move it above the labels if it is text; the labels are {TRAILER_LABELS}"


def counts_in_front_matter(label: LabelLine, outcome: str) -> str:
    """Say of a line with one of `FRONT_MATTER_FIELDS` what it comes to here, and where to write it."""
    return (
        f"{quote(label.label)} counts in front matter only, and {outcome}; "
        f"write `{label.field}: …` between two lines --- at the top of the file"
    )


def stranded_keywords(lines: Sequence[Line]) -> Line | None:
    """Find the line near the end of the text that would be the keywords, did no text follow it."""
    found = [line for line, label in labels_near_the_end(lines) if label.field is Field.KEYWORDS]
    return found[-1] if found else None


def labels_near_the_end(lines: Sequence[Line]) -> Iterator[tuple[Line, LabelLine]]:
    """Yield the lines near the end of the text that have the form of labels, in order."""
    for line in lines[-NEAR_THE_END:]:
        if label := read_label(line.text):
            yield line, label
