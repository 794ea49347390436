"""The shards of words: an entry for each stem, with the postings of every core that has it."""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.indexing.search.postings import deltas, documents_of, encode, weightiest
from build_hooks.indexing.search.shards import Entry, Shard, by_code_units, pack
from build_hooks.indexing.search.vocabulary import stem

_STEMS_PER_PART = 2048

Forms = tuple[str, "dict[str, array[int]]"]
"""A stem, and the rows of the cores that have it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some neighbouring stems; parts can be packed in several processes."""

    forms: Sequence[Forms]
    most: int
    """How many postings of one core a shard holds at most."""

    first_long: int
    """How many rows before this part are too long for a shard."""


@dataclass(frozen=True, slots=True)
class PackedPart:
    """The files of a part."""

    shards: list[Shard]
    whole_rows: list[bytes]
    """For each row that is too long for a shard, the numbers of all its documents."""


def parts(rows: Mapping[str, array[int]], most: int) -> Iterator[Part]:
    """Yield the parts of a collection's words, sorted by stem.

    Args:
        rows: the row of each core.
        most: how many postings of one core a shard holds at most.
    """
    by_stem: defaultdict[str, dict[str, array[int]]] = defaultdict(dict)
    for core in sorted(rows):
        by_stem[stem(core)][core] = rows[core]
    stems = sorted(by_stem, key=by_code_units)
    chunks = [stems[start : start + _STEMS_PER_PART] for start in range(0, len(stems), _STEMS_PER_PART)]
    contents = [[(key, by_stem[key]) for key in chunk] for chunk in chunks]
    first_long = 0
    for content in contents:
        yield Part(content, most, first_long)
        first_long += sum(len(row) > most for _, cores in content for row in cores.values())


def pack_part(part: Part) -> PackedPart:
    """Write a part.

    A line of a shard is the stem and the length of its body in bytes, then for each core: itself with `~` for the
    stem, and its number of postings; of one with too long a row, also the row's length and its number among these.
    """
    whole_rows: list[bytes] = []
    entries = []
    for key, cores in part.forms:
        kept = [weightiest(row, part.most) for row in cores.values()]
        body = b"".join(map(encode, kept))
        fields = [key, str(len(body))]
        for (core, row), some in zip(cores.items(), kept, strict=True):
            field = f"{core.replace(key, '~', 1)} {len(some)}"
            if len(row) > part.most:
                field += f" {len(row)} {part.first_long + len(whole_rows)}"
                whole_rows.append(zlib.compress(deltas(documents_of(row))))
            fields.append(field)
        entries.append(Entry(key, "\t".join(fields), body))
    return PackedPart(list(pack(entries)), whole_rows)
