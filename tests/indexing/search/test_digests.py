from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest

from build_hooks.indexing.search.digests import Digest, digest, renewed
from build_hooks.indexing.search.documents import SearchDocument
from tests.indexing.search.collection import any_document


@pytest.mark.parametrize("seed", range(5))
def test_a_digest_is_renewed(seed: int) -> None:
    """What is made of another digest with some documents more, less and elsewhere is that of the documents alone."""
    chance = random.Random(seed)
    documents = [any_document(chance) for _ in range(40)]
    found = anew(documents)
    for _ in range(20):
        place = chance.randrange(len(documents) + 1)
        edit = chance.choice((0, 1, 2))
        documents[place : place + (edit > 0)] = [any_document(chance)] * (edit < 2)
        found = renew(found, documents)
        assert same(anew(documents), found)


def test_a_digest_is_renewed_with_all_else_gone() -> None:
    """No document, others alone and the same ones in another order are no different from any edit."""
    chance = random.Random(0)
    some, others = ([any_document(chance) for _ in range(9)] for _ in range(2))
    for before, after in ((some, []), ([], some), (some, others), (some, some[::-1])):
        assert same(anew(after), renew(anew(before), after))


def test_what_is_known_is_not_digested_again() -> None:
    """Only documents that are new, and those that share a file of texts with one, are asked for."""
    chance = random.Random(0)
    documents = [any_document(chance) for _ in range(100)]
    asked: list[int] = []
    changed = [*documents[:50], any_document(chance), *documents[51:]]
    renew(anew(documents), changed, asked)
    assert 50 in asked
    assert 20 > len(asked)


def anew(documents: Sequence[SearchDocument]) -> Digest:
    """Return what a digest of documents is that nobody has digested before."""
    return digest(documents, [key(document) for document in documents])


def renew(before: Digest, documents: Sequence[SearchDocument], asked: list[int] | None = None) -> Digest:
    """Return a digest made of another; `asked` is told which documents it looks at."""

    def some(places: Iterable[int]) -> list[SearchDocument]:
        places = list(places)
        (asked if asked is not None else []).extend(places)
        return [documents[place] for place in places]

    return renewed(before, [key(document) for document in documents], some)


def key(document: SearchDocument) -> bytes:
    """Return what tells a document from any other."""
    return repr(document).encode()


def same(one: Digest, other: Digest) -> bool:
    """Say whether two digests are the same; arrays have no other way to be compared at once."""
    return _plain(one) == _plain(other)


def _plain(some: Digest) -> object:
    words, values = some.occurrences, some.values
    columns = (words.hashes, words.frequencies, words.counts, values.numbers, values.documents)
    return (
        some.keys,
        some.lengths,
        some.texts,
        some.per_text,
        words.words,
        values.different,
        [(column.dtype, column.tolist()) for column in columns],
    )
