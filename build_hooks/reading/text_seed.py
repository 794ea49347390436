"""The text of a `.txt` seed → headline, sections and trailer.

A seed has no markup: its first line is the headline, every other line a paragraph, a subheading or, at the
end, a trailer line. Texts written by machine wear Markdown marks all the same; on a headline, a subheading
and a label they are dropped, inside a paragraph every character stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_hooks.arabic.fold import fold
from build_hooks.reading.characters import trim
from build_hooks.reading.declarations import values_of
from build_hooks.reading.fields import Field
from build_hooks.reading.labels import read_label
from build_hooks.reading.lines import Line
from build_hooks.reading.sections import Block, sections_of
from build_hooks.reading.trailer import Ending, Trailer, read_trailer, split_trailer, stranded_keywords
from build_hooks.sections import Section

_LONGEST_SUBHEADING = 90
_MOST_WORDS = 12
_MARKS = ("##", "**")
_SENTENCE_END = tuple(".؟!:…؛،")


class TextSeed(NamedTuple):
    """A `.txt` seed without its front matter, read."""

    headline: str
    """The headline without marks; empty where there is none."""

    sections: tuple[Section, ...]
    trailer: Trailer
    ending: Ending
    """Where the text was parted from the trailer."""

    stranded_keywords: Line | None
    """The line that would be the keywords, did no text follow it; None where the trailer has some."""


def read_text(lines: Sequence[Line], source: str, title: str | None = None) -> TextSeed:
    """Read the lines of a `.txt` seed.

    Args:
        lines: The lines after the front matter that are not blank.
        source: The file's path from the project's root, for messages.
        title: The headline where front matter gives it. All lines are then text, but for a first one that
            says the same.

    Returns:
        The headline, the text in sections, and the trailer. Every line is in one of them.
    """
    ending = split_trailer(lines)
    text = ending.text
    headline = title or ""
    if text and (title is None or _says_same(text[0].text, title)):
        headline = title or unmarked_headline(text[0].text)
        text = text[1:]
    declared = read_trailer(ending.trailer, source)
    has_keywords = values_of(declared.declarations, Field.KEYWORDS)
    stranded = None if has_keywords else stranded_keywords(text)
    return TextSeed(headline, sections_of(_blocks(text)), declared, ending, stranded)


def _says_same(line: str, title: str) -> bool:
    return len(line) <= 2 * len(title) + 200 and fold(unmarked_headline(line)) == fold(title)


def unmarked_headline(line: str) -> str:
    """Return a headline without `# …`, `**…**` and `Title: …` around it."""
    bare = _without_emphasis(_without_hashes(line))
    label = read_label(bare)
    if label and label.field is Field.TITLE:
        bare = label.value
    return trim(_without_emphasis(bare))


def _without_hashes(line: str) -> str:
    bare = line.lstrip("#")
    level = len(line) - len(bare)
    if not 1 <= level <= 6 or bare[:1] not in ("", " ", "\t"):  # #وسم is a word
        return line
    # A line of nothing but marks is what its editor wrote.
    return _without_closing_hashes(bare.strip()) or line


def _without_closing_hashes(text: str) -> str:
    bare = text.rstrip("#")
    return bare.rstrip() if bare[-1:] in ("", " ", "\t") else text  # C# ends in its own


def _without_emphasis(line: str) -> str:
    inner = line[2:-2].strip()
    wholly = line.startswith("**") and line.endswith("**") and inner and "**" not in inner
    return inner if wholly else line


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    for index, (_, text, paragraph) in enumerate(lines):
        marked = _marked_subheading(text) if text.startswith(_MARKS) else None
        if marked:
            yield marked, True
        # Most lines are too long, which is seen at once.
        elif (
            len(text) <= _LONGEST_SUBHEADING
            and 0 < index < len(lines) - 1
            and _stands_like_subheading(text, lines[index + 1].text)
        ):
            yield text, True
        else:
            yield paragraph, False


def _marked_subheading(line: str) -> str | None:
    if line.startswith("##"):
        bare = _without_hashes(line)
        return trim(_without_emphasis(bare)) if bare != line else None
    bare = _without_emphasis(line)
    # A longer line in bold is a paragraph that somebody wanted to stress.
    return bare if bare != line and _is_short(bare) else None


def _stands_like_subheading(line: str, follower: str) -> bool:
    return (
        _is_short(line)
        and len(follower) > len(line)
        and not trim(line).endswith(_SENTENCE_END)
        and not _is_known_label(line)  # `المصدر: رويترز` in the middle of the text is no subheading of it
    )


def _is_known_label(line: str) -> bool:
    label = read_label(line)
    return label is not None and label.field is not None


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_SUBHEADING and len(line.split()) <= _MOST_WORDS
