"""The words of a collection, and the entries under which the index lists each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from build_hooks.arabic.analyser import after_clitics, core, terms
from build_hooks.arabic.stems import light_stem

STOP = "!"
"""Stands before a stop word, so that it shares no entry with a word of the same letters."""

_RARER = 8
"""How many times rarer than the whole the word behind a clitic may be: كتاب is not ك and تاب."""

Readings = tuple[str, ...]
"""What a word may be: its core, and the cores behind its clitics. Words with the same readings are one."""


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


def listed(frequencies: Mapping[Readings, int]) -> Mapping[Readings, tuple[str, ...]]:
    """Return the cores under which the index lists words with each of the readings.

    A word is listed under its core, and also under what follows a clitic where the collection knows that as a
    word: وسوريا under سوريا. Where both would stand in one entry, only what follows the clitic is.

    Args:
        frequencies: how often words with these readings occur, in any unit.
    """
    by_core: defaultdict[str, int] = defaultdict(int)
    for some, frequency in frequencies.items():
        by_core[some[0]] += frequency
    return {some: some if len(some) == 1 else _listed(some, by_core) for some in frequencies}


def _listed(readings: Readings, frequencies: Mapping[str, int]) -> tuple[str, ...]:
    whole, *behind_clitics = readings
    known = [rest for rest in behind_clitics if frequencies.get(rest, 0) * _RARER >= frequencies[whole]]
    taken = {stem(rest) for rest in known}
    return tuple(known) if stem(whole) in taken else (whole, *known)
