"""Folding: when two spellings are the same word."""

from __future__ import annotations

import re
import unicodedata

from build_hooks.arabic.marks import (
    INVISIBLE,
    TASHKEEL,
    TASHKEEL_FORMS,
    TATWEEL,
    character_class,
    code_points,
)

_UNREAD = TASHKEEL + TATWEEL + INVISIBLE

# ة, ى, ؤ and ئ stay: they tell words apart (أسرة / أسره, على / علي).
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ک": "ك",  # Persian and Urdu keyboards
        "ڪ": "ك",  # swash kaf
        "ی": "ي",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ۀ": "ه",
        "ۂ": "ه",
        "ۃ": "ة",
    }
)

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

# Characters that stay are listed too: `translate` takes far longer over what its table lacks.
_FOLD: dict[int, int | str | None] = {
    **{code: code for code in range(0x0700)},
    **dict.fromkeys(code_points(_UNREAD)),
    **_LETTERS,
    **_DIGITS,
}

# Letters that stay as they are, and bare alefs once three more are replaced: most words, and most names.
_ARABIC = "\u0621-\u063a\u0641-\u064a0-9"
_PLAIN = re.compile(f"[{_ARABIC}]++(?: [{_ARABIC}]++)*")

_DROP = re.compile(f"[{character_class(_UNREAD)}]+")
_DROP_FORMS = re.compile(f"[{character_class(TASHKEEL_FORMS)}]+")


def fold(text: str) -> str:
    """Fold a text to the form that is equal for two spellings of one term.

    The fold is a safe one: what it makes equal are the same words to any reader. Presentation forms and
    other compatibility characters become plain ones (NFKC), tashkeel, tatweel and invisible characters go,
    أ إ آ ٱ become ا, the Persian and Urdu shapes of ك ي ه become the Arabic ones, Arabic-Indic and Persian
    digits become ASCII, runs of white space become one space, and letter case goes. ة, ى, ؤ and ئ stay.

    Args:
        text: any text.

    Returns:
        The folded text, in NFKC, without white space at its ends; `fold(fold(x)) == fold(x)`.

    Source: Unicode Standard Annex 15 (NFKC) and section 3.13 of the Unicode Standard (NFKC_Casefold); the
    letters are those that Larkey, Ballesteros and Connell, "Light stemming for Arabic information
    retrieval" (2007), normalise, less ى→ي and ة→ه, which change the word.
    """
    if _PLAIN.fullmatch(text):
        return text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKC", _DROP_FORMS.sub("", text)).translate(_FOLD).casefold()
    # A Latin accent may have met its letter when what stood between them went, and casefold may decompose.
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def strip_marks(text: str) -> str:
    """Drop tashkeel, tatweel and invisible characters, and leave every letter as it is.

    Args:
        text: any text.

    Returns:
        The text in NFC without them, white space untouched. A combining hamza or madda joins its letter
        before the marks go, so that `ا` with U+0654 stays أ.

    Source: the ranges of `build_hooks.arabic.marks`; Unicode Standard Annex 15 (NFC).
    """
    return unicodedata.normalize("NFC", _DROP.sub("", unicodedata.normalize("NFC", text)))
