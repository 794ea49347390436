"""Lists of the documents that have a keyword or tag or are of a year, for filters and facets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_hooks.arabic.analyser import core, tokenise
from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.postings import deltas
from build_hooks.indexing.search.shards import Entry, by_code_units

KEYWORD, TAG, YEAR = "k", "t", "y"

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


def filters(documents: Iterable[SearchDocument]) -> list[Filter]:
    """Return the filters of a collection, sorted by field and value."""
    labels: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    members: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    keys: dict[tuple[str, str], tuple[str, str]] = {}
    for number, document in enumerate(documents):
        for written in _values(document):
            key = keys.get(written) or keys.setdefault(written, (written[0], fold_value(written[1])))
            labels[key][written[1]] += 1
            if members[key][-1:] != [number]:
                members[key].append(number)
    return [
        Filter(*key, _most_used(labels[key]), members[key])
        for key in sorted(members, key=lambda key: by_code_units("".join(key)))
        if key[1]
    ]


def fold_value(value: str) -> str:
    """Return the form in which a value and what a reader writes for it are equal: its cores."""
    return " ".join(token.term if token.is_stop else core(token.term) for token in tokenise(value))


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


def _values(document: SearchDocument) -> Iterator[tuple[str, str]]:
    yield from ((KEYWORD, _one_line(keyword)) for keyword in document.keywords)
    yield from ((TAG, _one_line(tag)) for tag in document.tags)
    if document.year is not None:
        yield (YEAR, str(document.year))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _most_used(counts: Counter[str]) -> str:
    return min(counts, key=lambda label: (-counts[label], label))
