"""The words of a collection as it writes them, and the cores under which each is listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_hooks.indexing.hashed_words import Hashes
from build_hooks.indexing.runs import Numbers, Places, bounds, changes
from build_hooks.indexing.search.known_words import KnownWords
from build_hooks.indexing.search.occurrences import Occurrences
from build_hooks.indexing.search.vocabulary import RARER


class Lexicon(NamedTuple):
    """The different words of a collection."""

    known: KnownWords
    """All of them, and maybe others."""

    order: Numbers
    """The cores under which words are listed, by their numbers among all that are known, in order of their stems."""

    cores: Places
    """The places in this order of the first known word's cores, then of the second word's …"""

    bounds: Places
    """Where each word's cores begin; behind the last, where they end."""

    numbers: Sequence[Places]
    """For each batch, which of the known words its words are."""


def lexicon(batches: Sequence[Occurrences], known: KnownWords) -> Lexicon:
    """Return the words of all batches of a collection.

    Args:
        batches: what was counted in each.
        known: what is known of words from before.
    """
    hashes = np.concatenate([batch.hashes for batch in batches])
    known = _with_all_words(batches, hashes, known)
    # All at once, as no table for each batch is made then.
    numbers = known.numbers(hashes)
    frequencies = np.concatenate([batch.frequencies for batch in batches])
    documents = np.bincount(numbers, frequencies, minlength=len(known.hashes)).astype(np.int64)
    is_listed = _listed(known, documents)
    cores = known.cores[is_listed]
    stands = np.zeros(len(known.names), bool)
    stands[cores] = True
    order = known.by_stem[stands[known.by_stem]]
    places = np.empty(len(known.names), np.int64)
    places[order] = np.arange(len(order))
    parted = np.split(numbers, np.cumsum([len(batch.hashes) for batch in batches])[:-1])
    times = np.bincount(known.words[is_listed], minlength=len(known.hashes))
    return Lexicon(known, order, places[cores], bounds(times), parted)


def _listed(known: KnownWords, documents: Places) -> NDArray[np.bool_]:
    """Tell of all cores that the words may have under which of them the words are listed.

    A word is listed under its core, and also under what follows a clitic where the collection knows that as a
    word: وسوريا under سوريا. Where both would stand in one entry, only what follows the clitic is.

    Args:
        known: the words.
        documents: how many documents have each.
    """
    is_whole = known.cores == known.wholes
    tokens = np.cumsum(is_whole) - 1
    frequencies = np.bincount(
        known.cores[is_whole], documents[known.words[is_whole]], minlength=len(known.names)
    )
    is_listed: NDArray[np.bool_] = ~is_whole & (frequencies[known.cores] * RARER >= frequencies[known.wholes])
    has_the_same_stem = known.stem_numbers[known.cores] == known.stem_numbers[known.wholes]
    is_elsewhere = np.zeros(len(tokens), bool)
    is_elsewhere[tokens[is_listed & has_the_same_stem]] = True
    is_listed |= is_whole & ~is_elsewhere[tokens]
    is_listed &= documents[known.words] > 0
    return is_listed


def _with_all_words(batches: Sequence[Occurrences], hashes: Hashes, known: KnownWords) -> KnownWords:
    """Return what is to be known of the words of a collection, not of many others; `hashes` are those of all batches."""
    hashes = np.sort(hashes)
    hashes = hashes[changes(hashes)]
    is_new = known.numbers(hashes) < 0
    if len(known.hashes) > 2 * np.count_nonzero(~is_new):
        known, is_new = KnownWords(), np.ones(len(hashes), bool)
    new = hashes[is_new]
    return known.with_others(new, _spelt(batches, new)) if len(new) else known


def _spelt(batches: Sequence[Occurrences], hashes: Hashes) -> list[str]:
    """Return words by their rising hashes, of which each is in one of the batches."""
    spelt = [""] * len(hashes)
    is_missing = np.ones(len(hashes), bool)
    for batch in batches:
        # With one behind the last, as some are greater than all of the batch.
        places = np.searchsorted(batch.hashes, hashes)
        found = np.flatnonzero(is_missing & (np.append(batch.hashes, np.uint64(0))[places] == hashes))
        if len(found):
            words = batch.words.decode("utf-8", "surrogatepass").split("\n")
            for number, place in zip(found.tolist(), places[found].tolist(), strict=True):
                spelt[number] = words[place]
            is_missing[found] = False
    return spelt
