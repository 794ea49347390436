from __future__ import annotations

from itertools import accumulate

from build_hooks.indexing.search.documents import SearchDocument
from build_hooks.indexing.search.filters import (
    FACET_BYTES,
    Filter,
    Folding,
    facets,
    filters,
    fold_value,
    values,
)
from tests.indexing.search.collection import a_document, read_varints


def found(field: str, value: str, *documents: str) -> tuple[str, list[int]]:
    """Return the label and documents of a filter in a collection with these keywords."""
    listed = filtered(*(a_document(n, keywords=(keyword,)) for n, keyword in enumerate(documents)))
    [one] = [one for one in listed if (one.field, one.value) == (field, value)]
    steps = [step for step, _ in read_varints(one.documents)]
    assert one.count == len(steps)
    return one.label, list(accumulate(steps))


def filtered(*documents: SearchDocument) -> list[Filter]:
    """Return the filters of a collection."""
    return filters([values(documents)], [len(documents)], Folding({}))


def test_spellings_of_a_value_are_one() -> None:
    """Hamza, ة, tashkeel and the article make no difference; the spelling most used is shown."""
    assert ("الأمة", [0, 1, 2]) == found("k", "امه", "الأمة", "أمّه", "الأمة")


def test_a_document_is_listed_once() -> None:
    """Two spellings of one keyword in a document count once."""
    [one] = filtered(a_document(0, keywords=("أمن", "الأمن")))
    assert (1, b"\0") == (one.count, one.documents)


def test_what_folds_to_nothing_is_no_filter() -> None:
    """A tag of punctuation alone cannot be asked for."""
    assert [] == filtered(a_document(0, tags=("…",)))


def test_values_of_several_words() -> None:
    """Each word of a value is folded."""
    assert "تنظيم دوله على" == fold_value("تنظيم الدولة على")


def test_facets_are_as_many_as_their_file_holds() -> None:
    """Years always, then tags before keywords and the most used first, as far as there is room."""
    year = Filter("y", "2026", "2026", FACET_BYTES, b"\1" * FACET_BYTES)
    tag = Filter("t", "امن", "أمن", 1, b"\1")
    keyword = Filter("k", "امن", "أمن", 2, b"\1\1")
    assert [year] == facets([keyword, tag, year])
    assert [tag, keyword] == facets([keyword, tag])
