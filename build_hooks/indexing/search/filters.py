"""Lists of the documents that have a keyword or tag or are of a year, for filters and facets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from build_hooks.arabic.analyser import core, terms
from build_hooks.indexing.runs import Numbers, Places, bounds, changes
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.shards import Entries, by_code_units
from build_hooks.indexing.search.varints import many_steps

KEYWORD, TAG, YEAR = "k", "t", "y"

Value = tuple[str, str]
"""A field, and what a document has there, as it is to be shown."""

_NUMBER_BITS = 32

FACET_BYTES = 20 * 1024
"""How long the facets' file may be before compression."""


class Values(NamedTuple):
    """By what the documents of a batch can be filtered."""

    different: tuple[Value, ...]

    numbers: Numbers
    """Which of these the first document has, then the second …"""

    documents: Numbers
    """For each of these, which document has it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A value that documents can be narrowed to."""

    field: str
    """`KEYWORD`, `TAG` or `YEAR`."""

    value: str
    """Folded, so that a filter's spelling matters no more than a word's."""

    label: str
    """As most documents write it."""

    count: int
    """How many documents have it."""

    documents: bytes
    """Those, as varints of their distances."""

    @property
    def key(self) -> str:
        """What it stands under in a shard."""
        return self.field + self.value

    @property
    def line(self) -> str:
        """What describes it in a shard: field and value, length of the body in bytes, label."""
        return f"{self.key}\t{len(self.documents)}\t{self.label}"


class Folding:
    """Folds values, and remembers what became of them."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """Begin; `known` is what another had `used` in the end."""
        self._known = known
        self.used: dict[str, str] = {}
        """What it was asked for."""

    def of(self, value: str) -> str:
        """Return a value folded; see `fold_value`."""
        folded = self.used[value] = self._known.get(value) or fold_value(value)
        return folded


def values(documents: Iterable[SearchDocument]) -> Values:
    """Return by what each of some documents can be filtered."""
    return _in_columns(
        (place, value) for place, document in enumerate(documents) for value in _values(document)
    )


def rearranged_values(parts: Iterable[tuple[Values, Places]]) -> Values:
    """Return the values of documents out of several parts.

    Args:
        parts: the values of each, and for each of its documents the place that it has now, −1 where it is left out.
    """
    pairs = [
        (place, some.different[number])
        for some, places in parts
        for place, number in zip(places[some.documents].tolist(), some.numbers.tolist(), strict=True)
        if place >= 0
    ]
    return _in_columns(sorted(pairs, key=lambda pair: pair[0]))


def filters(batches: Sequence[Values], sizes: Sequence[int], folding: Folding) -> list[Filter]:
    """Return the filters of a collection, sorted by field and value.

    Args:
        batches: the values of each batch, in order.
        sizes: how many documents each has.
        folding: folds values.
    """
    numbers: dict[Value, int] = {}
    of_batches = [
        np.array([numbers.setdefault(value, len(numbers)) for value in some.different], np.int64)
        for some in batches
    ]
    used = np.concatenate([of[some.numbers] for of, some in zip(of_batches, batches, strict=True)])
    documents = np.concatenate(
        [some.documents + first for some, first in zip(batches, bounds(np.array(sizes)), strict=False)]
    )
    uses = np.bincount(used, minlength=len(numbers)).tolist()
    keys_of = [(field, folding.of(label)) for field, label in numbers]
    spellings: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for key, value in zip(keys_of, numbers, strict=True):
        spellings[key].append(value)
    keys = sorted([key for key in spellings if key[1]], key=lambda key: by_code_units("".join(key)))
    places = {key: place for place, key in enumerate(keys)}
    filter_of = np.array([places.get(key, len(keys)) for key in keys_of], np.int64)
    # A document may have several spellings of one value.
    pairs = np.sort(filter_of[used] << _NUMBER_BITS | documents)
    pairs = pairs[changes(pairs)]
    cuts = np.searchsorted(pairs >> _NUMBER_BITS, np.arange(len(keys) + 1))
    some = pairs[: cuts[-1]] & ((1 << _NUMBER_BITS) - 1)
    encoded, ends = many_steps(some.astype(np.uint32), cuts)
    return [
        Filter(
            *key,
            min(spellings[key], key=lambda value: (-uses[numbers[value]], value))[1],
            count,
            encoded[start:end].tobytes(),
        )
        for key, count, (start, end) in zip(
            keys, np.diff(cuts).tolist(), pairwise(ends.tolist()), strict=True
        )
    ]


def entries(filters: Sequence[Filter]) -> Entries:
    """Return what shards hold of some filters."""
    return Entries(
        [some.key for some in filters],
        [some.line for some in filters],
        b"".join([some.documents for some in filters]),
        [0, *accumulate(len(some.documents) for some in filters)],
    )


def fold_value(value: str) -> str:
    """Return the form in which a value and what a reader writes for it are equal: its cores."""
    return " ".join(term if is_stop else core(term) for term, is_stop in terms(value))


def facets(filters: Iterable[Filter]) -> list[Filter]:
    """Return the filters whose documents are counted among the results.

    All years, then tags and then keywords, the most used first, as far as `FACET_BYTES` reach.
    """
    order = {YEAR: 0, TAG: 1, KEYWORD: 2}
    chosen: list[Filter] = []
    size = 0
    for facet in sorted(filters, key=lambda facet: (order[facet.field], -facet.count, facet.value)):
        size += len(facet.documents) + len(facet.line)
        if facet.field != YEAR and size > FACET_BYTES:
            break
        chosen.append(facet)
    return chosen


# Documents share their values.
@lru_cache(maxsize=1 << 16)
def _one_line(text: str) -> str:
    return " ".join(text.split())


def _values(document: SearchDocument) -> tuple[Value, ...]:
    return (
        *[(KEYWORD, _one_line(keyword)) for keyword in document.keywords],
        *[(TAG, _one_line(tag)) for tag in document.tags],
        *([] if document.year is None else [(YEAR, str(document.year))]),
    )


def _in_columns(pairs: Iterable[tuple[int, Value]]) -> Values:
    numbers: dict[Value, int] = {}
    found = [(place, numbers.setdefault(value, len(numbers))) for place, value in pairs]
    documents, of_documents = np.array(found, np.int32).reshape(-1, 2).T.copy()
    return Values(tuple(numbers), of_documents, documents)
