"""The files of texts: what the client shows of a document, and reads once more to judge it."""

from __future__ import annotations

import codecs
import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain

from build_hooks.indexing.search.documents import SearchDocument

_FILE_LENGTH = 3000
"""Characters in a file, about: some 2 KB when compressed. A page of results loads ten of them."""

_MOST_PER_FILE = 16

# Texts are most of the index. Level 6 makes them 3 % smaller and takes half as long again.
_COMPRESSION = 2

# The separators that ASCII has for this purpose: far cheaper to write and read than JSON.
_RECORD, _GROUP, _UNIT = "\x1e", "\x1d", "\x1f"
_ESCAPE = "\\"
_MARKS = (_ESCAPE, _RECORD, _GROUP, _UNIT)


def length(document: SearchDocument) -> int:
    """Return how long a document's text is, in characters."""
    return sum([len(text) for text, _ in document.passages])


def documents_per_file(lengths: Sequence[int]) -> int:
    """Return how many neighbouring documents of these lengths, in characters, share a file."""
    average = sum(lengths) / max(1, len(lengths))
    return min(_MOST_PER_FILE, max(1, round(_FILE_LENGTH / max(1.0, average))))


def pack_text(documents: Iterable[SearchDocument]) -> bytes:
    r"""Return a file of some documents.

    A document is eight groups: URL, title, year, tags, keywords, passages, each of these followed by its anchor,
    headings, author and source. Each `\uXXXX` stands for a UTF-16 code unit.
    """
    written = _RECORD.join([_record(document) for document in documents])
    # An Arabic letter is one byte in windows-1256, which every browser reads, and two in UTF-8.
    return zlib.compress(written.encode("windows-1256", _CODE_UNITS), _COMPRESSION)


def _record(document: SearchDocument) -> str:
    year = "" if document.year is None else str(document.year)
    passages = [part or "" for passage in document.passages for part in passage]
    groups = (
        (document.url,),
        (document.title,),
        (year,),
        document.tags,
        document.keywords,
        passages,
        document.headings,
        document.credits,
    )
    # Hardly ever is there anything to escape, which one look at all of it tells.
    if any(map("".join(chain.from_iterable(groups)).__contains__, _MARKS)):
        return _GROUP.join([_UNIT.join(map(_escaped, group)) for group in groups])
    return _GROUP.join([_UNIT.join(group) for group in groups])


def _escaped(field: str) -> str:
    for mark in _MARKS:
        field = field.replace(mark, f"\\u{ord(mark):04x}")
    return field


def _code_units(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


_CODE_UNITS = "nashir-code-units"
codecs.register_error(_CODE_UNITS, _code_units)
