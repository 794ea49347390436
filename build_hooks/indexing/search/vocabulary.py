"""The words of a collection, and the entries under which the index lists each."""

from __future__ import annotations

from functools import lru_cache

from build_hooks.arabic.analyser import after_clitics, core, terms
from build_hooks.arabic.stems import light_stem

STOP = "!"
"""Stands before a stop word, so that it shares no entry with a word of the same letters."""

_SHORTEST = 3
"""Letters that a word must have to be worth guessing."""

RARER = 8
"""How many times rarer than the whole the word behind a clitic may be: كتاب is not ك and تاب."""

Readings = tuple[str, ...]
"""What a word may be: its core, and the cores behind its clitics."""


def readings(word: str) -> list[Readings]:
    """Return the readings of each token of what stands between white space."""
    return [_readings(*token) for token in terms(word)]


# Most words differ from others in no more than a mark or a comma.
@lru_cache(maxsize=1 << 18)
def _readings(term: str, is_stop: bool) -> Readings:
    return (STOP + term,) if is_stop else (core(term), *after_clitics(term))


@lru_cache(maxsize=1 << 18)
def stem(core: str) -> str:
    """Return the entry that a core stands in, beside all other cores of the same stem."""
    return core if core.startswith(STOP) else light_stem(core)


def is_worth_guessing(core: str) -> bool:
    """Say whether a core is put on the lists of `spelling`."""
    return len(core) >= _SHORTEST and not core.startswith(STOP) and not core.isdigit()
