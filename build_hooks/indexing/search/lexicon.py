"""The words of a collection as it writes them, and the cores under which each is listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.search.occurrences import Occurrences
from build_hooks.indexing.search.shards import by_code_units
from build_hooks.indexing.search.vocabulary import Readings, listed, readings, stem

Entries = Sequence[tuple[str, Sequence[str]]]
"""Stems, each with the cores that have it, both sorted."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The different words of a collection."""

    entries: Entries

    cores: NDArray[np.int64]
    """The numbers, in order of the entries, of the first word's cores, then of the second word's …"""

    bounds: NDArray[np.int64]
    """Where each word's cores begin; behind the last, where they end."""

    numbers: Sequence[NDArray[np.int64]]
    """For each batch, which of the collection's words its words are."""


def lexicon(batches: Sequence[Occurrences]) -> Lexicon:
    """Return the words of all batches of a collection."""
    hashes = np.concatenate([batch.hashes for batch in batches])
    _, firsts, numbers = np.unique(hashes, return_index=True, return_inverse=True)
    documents = np.bincount(numbers, np.concatenate([batch.frequencies for batch in batches]))
    by_word = [readings(word) for word in _words_at(batches, firsts)]
    frequencies: defaultdict[Readings, int] = defaultdict(int)
    for some, count in zip(by_word, documents.astype(np.int64).tolist(), strict=True):
        for one in some:
            frequencies[one] += count
    cores_of = listed(frequencies)
    entries = _entries(chain.from_iterable(cores_of.values()))
    core_numbers = {
        core: number for number, core in enumerate(core for _, cores in entries for core in cores)
    }
    numbers_of = {some: [core_numbers[core] for core in cores] for some, cores in cores_of.items()}
    by_word_numbers = [[number for one in some for number in numbers_of[one]] for some in by_word]
    return Lexicon(
        entries,
        np.array(list(chain.from_iterable(by_word_numbers)), np.int64),
        np.cumsum([0, *map(len, by_word_numbers)], dtype=np.int64),
        np.split(numbers, np.cumsum([len(batch.hashes) for batch in batches])[:-1]),
    )


def _words_at(batches: Iterable[Occurrences], places: NDArray[np.int64]) -> list[str]:
    """Return the words at these places among those of all batches."""
    order = np.argsort(places)
    rising = places[order]
    found: list[str] = []
    first = 0
    for batch in batches:
        behind = first + len(batch.hashes)
        words = batch.words.split("\n")
        found += [
            words[place - first]
            for place in rising[slice(*np.searchsorted(rising, (first, behind)))].tolist()
        ]
        first = behind
    return [found[place] for place in np.argsort(order).tolist()]


def _entries(cores: Iterable[str]) -> Entries:
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for core in sorted(set(cores)):
        by_stem[stem(core)].append(core)
    return [(key, by_stem[key]) for key in sorted(by_stem, key=by_code_units)]
