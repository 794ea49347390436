"""What the index takes from a batch of documents; batches can be digested in several processes."""

from __future__ import annotations

import codecs
import gc
import json
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.vocabulary import Readings, readings
from build_hooks.indexing.search.weights import HEADING, KEYWORD, MOST_OCCURRENCES, TITLE, levels

LEVEL_BITS = 4

_LENGTH_CLASSES = 16
"""Into how many classes documents up to the average length are put."""

# Texts are most of the index. Level 6 makes them 3 % smaller and takes three times as long.
_COMPRESSION = 2

Passages = tuple[tuple[str, str | None], ...]
Record = tuple[str, str, int | None, tuple[str, ...], tuple[str, ...], Passages, tuple[str, ...]]
"""A document as a plain tuple, which goes to another process far faster: URL, title, year, tags, keywords, passages
with their anchors, headings."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents of a collection."""

    records: Sequence[Record]
    first: int
    """The number of the first one in the collection; a multiple of `per_shard`."""

    average_length: float
    """In the whole collection, in characters."""

    per_shard: int
    """How many documents share a file of texts."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What became of a batch."""

    rows: dict[Readings, array[int]]
    """For words with these readings, in order of documents: the document's number times 16, plus the level.
    A document may stand there several times."""

    texts: list[bytes]
    """The files of texts, in order."""


_Append = Callable[[int], None]


class _Rows(dict[str, _Append]):
    """For each chunk of text, what appends to the rows of its words."""

    def __init__(self) -> None:
        self.rows: dict[Readings, array[int]] = {}

    def __missing__(self, chunk: str) -> _Append:
        appends = [self.rows.setdefault(some, array("I")).append for some in readings(chunk)]
        append = self[chunk] = appends[0] if len(appends) == 1 else _to_all(appends)
        return append


def _to_all(appends: Sequence[_Append]) -> _Append:
    def append(posting: int) -> None:
        for one in appends:
            one(posting)

    return append


def record(document: SearchDocument) -> Record:
    """Return a document as a plain tuple."""
    return (
        document.url,
        document.title,
        document.year,
        document.tags,
        document.keywords,
        tuple([(passage.text, passage.anchor) for passage in document.passages]),
        document.headings,
    )


def length(record: Record) -> int:
    """Return how long a document's text is, in characters."""
    return sum([len(text) for text, _ in record[5]])


def digest(batch: Batch) -> Digest:
    """Take from a batch what the index needs of it."""
    with _without_collector():
        return Digest(_rows(batch), _texts(batch))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from going through millions of objects that have no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _rows(batch: Batch) -> dict[Readings, array[int]]:
    append = _Rows()
    tables: dict[int, bytes] = {}
    most = MOST_OCCURRENCES
    for number, record in enumerate(batch.records, batch.first):
        size = round(length(record) / batch.average_length * _LENGTH_CLASSES)
        table = tables.get(size) or tables.setdefault(size, levels(size / _LENGTH_CLASSES))
        base = number << LEVEL_BITS
        for chunk, count in _occurrences(record).items():
            append[chunk](base | table[count if count < most else most])  # noqa: FURB136, `min` takes longer
    return append.rows


def _occurrences(record: Record) -> Counter[str]:
    """Count what stands between white space in a document, each by the weight of its place."""
    _, title, _, _, keywords, passages, headings = record
    counts = Counter(" ".join([text for text, _ in passages]).split())
    for text, weight in ((title, TITLE), (" ".join(keywords), KEYWORD), (" ".join(headings), HEADING)):
        for chunk in text.split():
            counts[chunk] += weight
    return counts


def _texts(batch: Batch) -> list[bytes]:
    step = batch.per_shard
    shown = [record[:-1] for record in batch.records]
    return [_encode(shown[start : start + step]) for start in range(0, len(shown), step)]


def _encode(records: object) -> bytes:
    written = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("windows-1256", _JSON_ESCAPES), _COMPRESSION)


def _json_escapes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


# An Arabic letter is one byte in windows-1256, which every browser reads, and two in UTF-8.
_JSON_ESCAPES = "nashir-json-escapes"
codecs.register_error(_JSON_ESCAPES, _json_escapes)
