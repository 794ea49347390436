"""Lists of the documents that have a keyword or tag or are of a year, for filters and facets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.arabic.analyser import core, terms
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.shards import Entry, by_code_units
from build_hooks.indexing.search.varints import deltas

KEYWORD, TAG, YEAR = "k", "t", "y"

Value = tuple[str, str]
"""A field, and what a document has there, as it is to be shown."""

FACET_BYTES = 20 * 1024
"""How long the facets' file may be before compression."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A value that documents can be narrowed to."""

    field: str
    """`KEYWORD`, `TAG` or `YEAR`."""

    value: str
    """Folded, so that a filter's spelling matters no more than a word's."""

    label: str
    """As most documents write it."""

    documents: Sequence[int]

    @property
    def entry(self) -> Entry:
        """The filter in a shard: field and value, length of the body in bytes, label; the documents."""
        key, body = self.field + self.value, deltas(self.documents)
        return Entry(key, f"{key}\t{len(body)}\t{self.label}", body)


def values(document: SearchDocument) -> tuple[Value, ...]:
    """Return by what a document can be filtered."""
    return (
        *[(KEYWORD, _one_line(keyword)) for keyword in document.keywords],
        *[(TAG, _one_line(tag)) for tag in document.tags],
        *([] if document.year is None else [(YEAR, str(document.year))]),
    )


def filters(documents: Iterable[Iterable[Value]]) -> list[Filter]:
    """Return the filters of a collection, sorted by field and value.

    Args:
        documents: the values of each document, in order.
    """
    members: defaultdict[Value, list[int]] = defaultdict(list)
    for number, some in enumerate(documents):
        for value in some:
            members[value].append(number)
    spellings: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
    for field, label in members:
        spellings[field, fold_value(label)].append((field, label))
    return [
        Filter(
            *key,
            _most_used(spellings[key], members),
            sorted({n for some in spellings[key] for n in members[some]}),
        )
        for key in sorted(spellings, key=lambda key: by_code_units("".join(key)))
        if key[1]
    ]


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
    for facet in sorted(filters, key=lambda facet: (order[facet.field], -len(facet.documents), facet.value)):
        size += len(facet.entry.body) + len(facet.entry.line)
        if facet.field != YEAR and size > FACET_BYTES:
            break
        chosen.append(facet)
    return chosen


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _most_used(spellings: Iterable[Value], members: Mapping[Value, Sequence[int]]) -> str:
    return min(spellings, key=lambda some: (-len(members[some]), some))[1]
