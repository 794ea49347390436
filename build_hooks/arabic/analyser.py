"""The search analyser: from a text to the terms by which it is found.

`docs/assets/search/analyser.js` is the same in JavaScript; `tests/golden/analyser/vectors.json` ties the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from build_hooks.arabic.marks import (
    INVISIBLE,
    TASHKEEL,
    TASHKEEL_FORMS,
    TATWEEL,
    character_class,
    code_points,
)

THOUSANDS_SEPARATORS = ",٬،"

_ACCENTS = ((0x0300, 0x036F),)

_SHAPES = {
    **dict.fromkeys(code_points(TASHKEEL + TATWEEL + INVISIBLE)),
    **str.maketrans("ٱکڪیہھەۀۂۃ", "اككيهههههة"),
    **str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789"),
}
"""To the form that stop words are matched in."""

_ALEFS = str.maketrans("أإآ", "ااا")
_LETTERS = {**_ALEFS, **str.maketrans("ىةؤئ", "يهءء")}
"""From there to the form of a term."""

_DROP_FORMS = re.compile(f"[{character_class(TASHKEEL_FORMS)}]+")
_DROP_ACCENTS = re.compile(f"[{character_class(_ACCENTS + TASHKEEL)}]+")

_MARKS = character_class(_ACCENTS + TASHKEEL + INVISIBLE)
_NUMBER = rf"\d{{1,3}}(?:[{THOUSANDS_SEPARATORS}]\d{{3}})+(?!\d)|\d+"
_WORD = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
_WRITTEN = re.compile(f"{_NUMBER}|{_WORD}")
_FOLDED = re.compile(r"\d+|[^\W\d_]+")
_SEPARATORS = re.compile(f"[{THOUSANDS_SEPARATORS}]")
_NEVER_IN_TOKENS = re.compile(rf"[^\w{_MARKS}{THOUSANDS_SEPARATORS}]|_")
# Most words of a text: nothing in them but letters needs folding.
_PLAIN = re.compile("[ء-غف-ي]+")

# The article, also behind و ف ب ك and as لل. What is left must look like a word: الله, والده and بالغ are whole.
_WHOLE = r"(?!(?:ال|وال)له$|والد(?:[هي]|ها|ته|تها|تي|هم|هما|ين|ان|نا)?$)"
_ARTICLE = re.compile(rf"{_WHOLE}(?:ال(?=..)|[وف]?(?:[بك]?ال|لل)(?=...))")
_CONJUNCTIONS = "وف"
_CLITICS = ("ب", "ك", "ل", "سي", "ست", "سن", "سا")
"""The last four are the future of a verb, of which the first letter is a clitic."""

_PARTICLES = ("و", "ف", *_CLITICS)
_SHORTEST_AFTER_CLITIC = 3


class Token(NamedTuple):
    """A word or number of a text."""

    term: str
    """What it is found by; a stop word's first spelling in the list, without hamza, but with its ى and ة."""

    start: int
    """Offset of its first character in the text, in Unicode characters."""

    end: int
    """Offset behind its last character."""

    is_stop: bool
    """Whether it says little alone."""


def search_fold(word: str) -> str:
    """Fold a word for search, further than `build_hooks.arabic.fold.fold` does for equality of terms.

    Args:
        word: any text; white space stays as it is.

    Returns:
        The text in NFKD without tashkeel, tatweel, invisible characters and accents; أ إ آ ٱ are ا, ى is ي,
        ة is ه, ؤ and ئ are ء, Persian ک and ی are ك and ي, digits are ASCII, Latin is in lower case.

    Source: the normalisation of light10 (see `build_hooks.arabic.stems`); ؤ and ئ as one, as مسؤول and مسئول
    are both in use.
    """
    return _to_term(_shape(word))


def tokenise(text: str) -> Iterator[Token]:
    """Yield the words and numbers of a text in order.

    Args:
        text: any text, as written.

    Yields:
        Its tokens. Words end at everything but letters and marks, numbers at everything but digits and the
        separators of thousands between them (12,000 is 12000); a ligature that is several words (ﷺ) gives
        several tokens in one place.
    """
    for match in _WRITTEN.finditer(text):
        for term, is_stop in _terms(match[0]):
            yield Token(term, match.start(), match.end(), is_stop)


def blank_out(text: str) -> str:
    """Put a space for each character that is in no token, wherever it stands.

    The comma stays, as it may part thousands. The text keeps its length, and its tokens their places.
    """
    return _NEVER_IN_TOKENS.sub(" ", text)


def terms(text: str) -> list[tuple[str, bool]]:
    """Return the term of each token of a text, and whether it is a stop word; see `tokenise`."""
    if _PLAIN.fullmatch(text):
        return list(_terms(text))
    return [term for written in _WRITTEN.findall(text) for term in _terms(written)]


def core(term: str) -> str:
    """Give a term without its article, and without the clitics before that.

    Args:
        term: a folded word, no stop word.

    Returns:
        What is left, at least two letters: عراق for العراق, والعراق, بالعراق and للعراق.
    """
    article = _ARTICLE.match(term)
    return term[article.end() :] if article else term


def after_clitics(term: str) -> tuple[str, ...]:
    """Give what may be the word proper behind و ف ب ك ل س; only a collection's words can tell.

    Args:
        term: a folded word, no stop word.

    Returns:
        Cores of three letters or more, that behind one clitic first: سوريا for وسوريا; none where it does not
        begin with a clitic. س counts only before what begins a verb in the future.
    """
    if not term.startswith(_PARTICLES):
        return ()
    whole = core(term)
    rest = term[1:]
    readings = [rest] if term[0] in _CONJUNCTIONS else []
    readings += [reading[1:] for reading in (term, *readings) if reading.startswith(_CLITICS)]
    found = []
    for word in map(core, readings):
        if len(word) >= _SHORTEST_AFTER_CLITIC and word != whole and word not in found:
            found.append(word)
    return tuple(found)


def _shape(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    composed = unicodedata.normalize("NFKC", _DROP_FORMS.sub("", word)).translate(_SHAPES)
    # Lower, upper, lower: ß and SS are one, and JavaScript, which has no case folding, can do the same.
    return composed.lower().upper().lower().replace("ς", "σ")


def _to_term(shape: str) -> str:
    letters = shape.translate(_LETTERS)
    if _PLAIN.fullmatch(shape):
        return letters
    return _DROP_ACCENTS.sub("", unicodedata.normalize("NFKD", letters))


@cache
def _stop_words() -> dict[str, str]:
    """Return the first spelling of each stop word, by all spellings; without its hamza, as many leave it out."""
    lines = Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").splitlines()
    words: dict[str, str] = {}
    bare: dict[str, str] = {}
    for spellings in (line.split() for line in lines if not line.startswith("#")):
        shapes = [_shape(spelling) for spelling in spellings]
        first = shapes[0].translate(_ALEFS)
        words |= dict.fromkeys(shapes, first)
        bare |= {shape.translate(_ALEFS): first for shape in shapes}
    return bare | words


def _stop_word(shape: str) -> str | None:
    words = _stop_words()
    if shape in words:
        return words[shape]
    is_long = len(shape) > _SHORTEST_AFTER_CLITIC
    return words.get(shape[1:]) if is_long and shape[:1] in _CONJUNCTIONS else None


# Texts repeat their words: few are analysed twice.
@lru_cache(maxsize=1 << 18)
def _terms(written: str) -> tuple[tuple[str, bool], ...]:
    is_plain = _PLAIN.fullmatch(written) is not None
    shape = written if is_plain else _shape(_SEPARATORS.sub("", written))
    stop_word = _stop_word(shape)
    if stop_word is not None:
        return ((stop_word, True),)
    if is_plain:
        return ((shape.translate(_LETTERS), False),)
    return tuple((term, False) for term in _FOLDED.findall(_to_term(shape)))
