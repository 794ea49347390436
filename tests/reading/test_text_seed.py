"""The rules of a `.txt` seed are golden cases; here is what holds for every text."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import assume, given
from hypothesis import strategies as st

from build_hooks.reading.characters import is_blank
from build_hooks.reading.labels import read_label
from build_hooks.reading.lines import Line, lines_with_text
from build_hooks.reading.text_seed import read_text, unmarked_headline
from build_hooks.sections import Section

HOSTILE = st.text(st.sampled_from("ابت أ .؟!:…؛،#*_`[]()<>&|-=+~^{}\\1٢\u200f\u2028\t"))
PLAIN = st.text(st.sampled_from("ابتثأى ةء.،؟…1٢«»()-\u200f\u2028"))


def test_lines_count_from_the_first() -> None:
    """A line's number is the file's, blank lines and front matter included."""
    assert [Line(5, "أ", "أ"), Line(7, "ب", "ب")] == lines_with_text(" أ\n\u200f\nب ", 5)


@given(st.lists(PLAIN, min_size=1))
def test_plain_text_is_kept(lines: list[str]) -> None:
    """Headline, subheadings and paragraphs of plain text are its lines, one by one."""
    written = lines_with_text("\n".join(lines))
    assume(written)
    seed = read_text(written, "x")
    assert [line.text.strip() for line in written][1:] == _texts(seed.sections)


@given(st.lists(HOSTILE, min_size=1))
def test_paragraphs_are_lines_as_written(lines: list[str]) -> None:
    """Whatever marks it wears, a paragraph has every character of its line, and lines keep their order."""
    written = [line.text for line in lines_with_text("\n".join(lines))]
    paragraphs = [
        text for section in read_text(_numbered(written), "x").sections for text in section.paragraphs
    ]
    remaining = iter(written)
    assert all(paragraph in remaining for paragraph in paragraphs)


@given(st.lists(HOSTILE | st.sampled_from(["Keywords: أ, ب", "القسم: أ", "Date: ب", "**الكاتب:** ج"])))
def test_no_line_is_lost(lines: list[str]) -> None:
    """Every line is the headline, a subheading, a paragraph, or in the trailer."""
    written = lines_with_text("\n".join(lines))
    seed = read_text(written, "x")
    texts = _texts(seed.sections)
    trailer = written[len(texts) + 1 :] if len(written) > len(texts) else []
    assert all(read_label(line.text) for line in trailer)
    assert len(texts) + len(trailer) + bool(written and len(trailer) < len(written)) == len(written)


@given(HOSTILE)
def test_headline_is_part_of_its_line(line: str) -> None:
    """Marks go from the ends of a headline, and nothing goes from its middle."""
    assume(not is_blank(line))
    assert unmarked_headline(line) in line


def _numbered(lines: list[str]) -> list[Line]:
    return [Line(number, line, line) for number, line in enumerate(lines, 1)]


def _texts(sections: Iterable[Section]) -> list[str]:
    texts: list[str] = []
    for section in sections:
        texts += [section.subheading] if section.subheading is not None else []
        texts += section.paragraphs
    return texts
