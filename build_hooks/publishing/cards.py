"""The image that stands for an article where its address is shared: a headline in the site's own hand.

It is drawn by Pillow, whose wheels bring FreeType and Raqm; Raqm joins Arabic letters and orders the line
(Unicode Standard Annex 9). The face is the site's, Arabic and Latin in one file, as Pillow takes one face for a line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont, features

from build_hooks.publishing.card import Card, CardError
from build_hooks.publishing.head import CARD_SIZE

FACE = Path(__file__).parent / "faces" / "nashir-headline-700.ttf"

_WIDTH, _HEIGHT = CARD_SIZE
_MARGIN = 80
_COLUMN = _WIDTH - 2 * _MARGIN

# The colours of docs/assets/css/nashir.css.
_PAPER, _INK, _QUIET, _BRICK, _RULE = "fdfcf9", "1b1a18", "5d5850", "8f1d1d", "ddd7cb"
_INKS = (_INK, _QUIET, _BRICK)
# Steps from paper to ink along the edges of letters: more are not seen and weigh more.
_STEPS = 16
_RULE_INDEX = len(_INKS) * _STEPS

# Between the rule and the foot; the kicker stands above the headline.
_TOP, _BOTTOM = 130, 594
_HEADLINE_HEIGHT = 370
_KICKER_HEIGHT = 70
_LARGEST, _SMALLEST, _STEP = 92, 48, 4
_LINE = 1.42
_SMALL = 32
# Measuring once at this size tells the width at any other, as the outlines are not hinted.
_MEASURE = 100

# What the face has; anything else would be drawn as an empty box.
_NOT_IN_FACE = re.compile(
    "[^ \u00a0\u0600-\u06ff\u200c-\u200f\u2010\ufb50-\ufbc1\ufbd3-\ufbff\ufd3e\ufd3f\ufdf2\ufdfa-\ufdfd\ufe70-\ufefc"
    "!-~\u00a1-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201e\u2022\u2026\u2039\u203a\u20ac\u2122]"
)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


def draw(card: Card) -> bytes:
    """Return `card` as a PNG of 1200 × 630 pixels; the same card and versions give the same bytes.

    Raises:
        CardError: Where Pillow cannot shape Arabic.
    """
    if not features.check("raqm"):
        raise CardError(
            "Pillow has no Raqm here, without which Arabic letters do not join: "
            "install Pillow's own wheel (pip install --force-reinstall Pillow), or the library libraqm"
        )
    canvas = Image.new("L", CARD_SIZE, 0)
    pen = ImageDraw.Draw(canvas)
    # A newspaper's head: a band, the name and the day, a rule below them.
    pen.rectangle((0, 0, _WIDTH, 13), fill=_index(_BRICK))
    _write(canvas, card.name, _WIDTH - _MARGIN, 88, 48, _BRICK)
    _write(canvas, card.date, _MARGIN, 88, _SMALL, _QUIET, anchor="ls")
    pen.rectangle((_MARGIN, 122, _WIDTH - _MARGIN, 124), fill=_RULE_INDEX)
    _write_headline(canvas, card)
    canvas.putpalette(_palette())
    file = io.BytesIO()
    # Five times as fast as level 9, and a fifth larger.
    canvas.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _write_headline(canvas: Image.Image, card: Card) -> None:
    text = _drawable(card.headline)
    size, lines = _fit(text)
    height = round(size * _LINE)
    above = _KICKER_HEIGHT if card.kicker else 0
    # Optically in the middle of its room: a short headline does not hang under the rule.
    top = _TOP + (_BOTTOM - _TOP - above - height * len(lines)) // 2
    _write(canvas, card.kicker, _WIDTH - _MARGIN, top + 46, _SMALL + 4, _BRICK)
    direction = _direction(text)
    for number, line in enumerate(lines):
        baseline = top + above + number * height + round(height * 0.72)
        _write(canvas, line, _WIDTH - _MARGIN, baseline, size, _INK, direction=direction)


def _fit(text: str) -> tuple[int, Sequence[str]]:
    """Return the largest size at which `text` fits, and its lines; the smallest one and a text cut short, else."""
    words = [(word, _length(word)) for word in text.split()]
    if not words:
        return _LARGEST, ()
    space = _length(" ")
    for size in range(_LARGEST, _SMALLEST - 1, -_STEP):
        most = int(_HEADLINE_HEIGHT // (size * _LINE))
        column = _COLUMN * _MEASURE / size
        lines = list(_broken(words, space, column))
        if len(lines) <= most and all(width <= column for _, width in lines):
            return size, _balanced(words, space, column, len(lines))
    return _SMALLEST, _cut(text)


def _broken(words: Sequence[tuple[str, float]], space: float, column: float) -> Iterator[tuple[str, float]]:
    """Yield lines with their widths, each as full as `column` allows."""
    line: list[str] = []
    filled = 0.0
    for word, width in words:
        if line and filled + space + width > column:
            yield " ".join(line), filled
            line, filled = [], 0.0
        filled += width + (space if line else 0.0)
        line.append(word)
    if line:
        yield " ".join(line), filled


def _balanced(words: Sequence[tuple[str, float]], space: float, column: float, count: int) -> Sequence[str]:
    """Return the lines of the narrowest column that still takes no more than `count`: no word alone at the end."""
    narrow, wide = max(width for _, width in words), column
    while wide - narrow > _MEASURE / 10:
        middle = (narrow + wide) / 2
        if len(list(_broken(words, space, middle))) <= count:
            wide = middle
        else:
            narrow = middle
    return [line for line, _ in _broken(words, space, wide)]


def _cut(text: str) -> Sequence[str]:
    """Return the lines of as much of `text` as fits at the smallest size, with an ellipsis."""
    most = int(_HEADLINE_HEIGHT // (_SMALLEST * _LINE))
    column = _COLUMN * _MEASURE / _SMALLEST
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        # A line holds less than this many characters: the rest need not be measured.
        line = _longest_start(rest[:200], column)
        rest = rest[len(line) :].lstrip()
        lines.append(line.rstrip())
    if rest:
        lines[-1] = f"{_longest_start(lines[-1], column - _length('…')).rstrip(' ،,:؛.-–')}…"
    return lines


def _longest_start(text: str, column: float) -> str:
    """Return the longest start of `text` that `column` takes, whole words where at least one fits."""
    if _length(text) <= column:
        return text
    short, long = 1, len(text)
    while long - short > 1:
        middle = (short + long) // 2
        if _length(text[:middle]) <= column:
            short = middle
        else:
            long = middle
    space = text.rfind(" ", 0, short + 1)
    return text[: space if space > 0 else short]


def _write(
    canvas: Image.Image,
    text: str,
    x: int,
    baseline: int,
    size: int,
    ink: str,
    *,
    anchor: Literal["rs", "ls"] = "rs",
    direction: Literal["rtl", "ltr"] | None = None,
) -> None:
    """Write one line, which ends (or with `anchor` `ls` begins) at `x`; one that is too long gets smaller."""
    text = _drawable(text)
    if not text:
        return
    room = _COLUMN if direction else _COLUMN // 2
    length = _length(text) * size / _MEASURE
    font = _font(size if length <= room else max(12, int(size * room / length)))
    layer = Image.new("L", (_WIDTH, 3 * size), 0)
    ImageDraw.Draw(layer).text(
        (x, 2 * size),
        text,
        fill=255,
        font=font,
        anchor=anchor,
        direction=direction or _direction(text),
        language="ar",
    )
    # Each shade becomes its place in the palette; paper stays what it is.
    first = _INKS.index(ink) * _STEPS
    shades = layer.point([first + value * (_STEPS - 1) // 255 for value in range(256)])
    canvas.paste(
        shades, (0, baseline - 2 * size), layer.point([255 if value >= _STEPS else 0 for value in range(256)])
    )


def _drawable(text: str) -> str:
    return " ".join(_NOT_IN_FACE.sub(" ", text).split())


def _direction(text: str) -> Literal["rtl", "ltr"]:
    # Not by the first letter: an Arabic headline may begin with a Latin name.
    return "rtl" if _ARABIC.search(text) else "ltr"


def _length(text: str) -> float:
    """Return the width of `text` at the size of measuring."""
    return _font(_MEASURE).getlength(text, direction=_direction(text), language="ar")


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FACE), size, layout_engine=ImageFont.Layout.RAQM)


def _index(ink: str) -> int:
    return _INKS.index(ink) * _STEPS + _STEPS - 1


def _palette() -> list[int]:
    paper = bytes.fromhex(_PAPER)
    colours = [
        round(light + (dark - light) * step / (_STEPS - 1))
        for ink in _INKS
        for step in range(_STEPS)
        for light, dark in zip(paper, bytes.fromhex(ink), strict=True)
    ]
    return [*colours, *bytes.fromhex(_RULE)]
