from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.analyser import after_clitics, core, tokenise
from build_hooks.indexing.search.digests import Digest, batches, digest
from build_hooks.indexing.search.documents import Passage, SearchDocument, article_document
from build_hooks.indexing.search.index import Known, index_files, search_index
from build_hooks.indexing.search.occurrences import MOST_DOCUMENTS
from tests.conftest import ROOT
from tests.factory import an_article
from tests.indexing.search.collection import (
    DOCUMENTS,
    a_document,
    any_document,
    contents,
    directory,
    lines_and_body,
    many_documents,
    own_word,
    read_texts,
    read_words,
)

TEXTS = st.lists(
    st.text(st.sampled_from("ابتكلمنويةىسف ،.«»1٢aB\u064e\u0640"), max_size=60), min_size=1, max_size=8
)


def test_files_stand_in_a_folder_named_for_what_they_hold() -> None:
    """Only the directory's name lasts; another text gives the other files another folder."""
    files = search_index(DOCUMENTS)
    folder = directory(files)["folder"]
    assert {"index.json", folder} == {path.partition("/")[0] for path in files}
    changed = search_index([*DOCUMENTS[:-1], a_document(6, "غير ذلك.")])
    assert folder != directory(changed)["folder"]


def test_the_same_documents_give_the_same_files() -> None:
    """Two builds are byte-identical."""
    assert search_index(DOCUMENTS) == search_index(DOCUMENTS)


def test_no_documents() -> None:
    """A site without articles has an index in which nothing is found."""
    files = search_index([])
    assert 0 == directory(files)["documents"]
    assert {} == read_words(files)


@given(TEXTS)
def test_every_word_finds_its_document(texts: list[str]) -> None:
    """Each word of each text leads back to it, under its core or under what follows its clitics."""
    words = read_words(search_index([a_document(number, text) for number, text in enumerate(texts)]))
    for number, text in enumerate(texts):
        for token in tokenise(text):
            readings = [core(token.term), *after_clitics(token.term)]
            keys = [f"!{token.term}"] if token.is_stop else readings
            assert any(number in words.get(key, {}) for key in keys), token


def test_a_word_behind_a_clitic_is_found_by_itself() -> None:
    """وبغداد stands under بغداد too, as the collection knows that word; كتاب does not stand under تاب."""
    words = read_words(search_index([a_document(0, "وبغداد"), a_document(1, "بغداد"), a_document(2, "كتاب")]))
    assert {0, 1} == set(words["بغداد"])
    assert "وبغداد" not in words
    assert "تاب" not in words


def test_a_word_that_may_have_no_clitic_keeps_its_own_place() -> None:
    """لحرب is ل and حرب or a word of its own: it stands under both."""
    words = read_words(search_index([a_document(0, "لحرب"), a_document(1, "حرب")]))
    assert {0, 1} == set(words["حرب"])
    assert {0} == set(words["لحرب"])


def test_a_far_more_frequent_whole_is_not_taken_apart() -> None:
    """Where كتاب is a hundred times as frequent as تاب, it is not ك and تاب."""
    words = read_words(search_index([a_document(0, "تاب"), *(a_document(n, "كتاب") for n in range(1, 100))]))
    assert {0} == set(words["تاب"])


def test_headline_and_keywords_weigh_more() -> None:
    """A word counts most in the headline, then among the keywords, then in a heading, then in the text."""
    others = [a_document(number, "كلام اخر") for number in range(4, 8)]
    rows = read_words(
        search_index(
            [
                a_document(0, "زيتون", title="س"),
                a_document(1, "كلام", title="س", headings=("زيتون",)),
                a_document(2, "كلام", title="س", keywords=("زيتون",)),
                a_document(3, "كلام", title="زيتون"),
                *others,
            ]
        )
    )["زيتون"]
    levels = [rows[number][0] for number in range(4)]
    assert sorted(set(levels)) == levels


def test_a_longer_text_makes_a_word_count_less() -> None:
    """One occurrence among two hundred words has a lower level than one among three."""
    rows = read_words(search_index([a_document(0, "زيتون " + "كلام " * 200), a_document(1, "زيتون وكلام")]))
    assert rows["زيتون"][0] < rows["زيتون"][1]


def test_texts_are_kept_as_written() -> None:
    """What an excerpt is made of is the original: marks, letters of any script, anchors."""
    text = "كَتَبَ «علیّ» ١٢٬٠٠٠ كلمةً — été 😀 ﷺ \u200fنهاية \\u0041 \x1d\x1e\x1f"
    document = a_document(
        0, text, "ثانية", headings=("ع",), keywords=("ك",), tags=("و",), credits=("من",), year=2026
    )
    [record] = read_texts(search_index([document]))
    passages = [text, "p1", "ثانية", "p2"]
    assert [["articles/0/"], ["مقال 0"], ["2026"], ["و"], ["ك"], passages, ["ع"], ["من"]] == record


@given(st.text())
def test_any_text_survives(text: str) -> None:
    """Texts come back from windows-1256 and its escapes character for character."""
    [record] = read_texts(search_index([a_document(0, text)]))
    assert [text, "p1"] == record[5]


def test_facets_count_years_tags_and_keywords() -> None:
    """The facets' file has every year, then tags and keywords, with the documents of each."""
    [shard] = contents(search_index(DOCUMENTS), "facets")
    lines, body = lines_and_body(shard)
    keys = [fields[0] for fields in lines]
    assert ["y2024", "y2025", "y2026"] == keys[:3]
    assert keys.index("tخبر") < keys.index("kزراعه")
    assert len(body) == sum(int(fields[1]) for fields in lines)


def test_an_article_becomes_a_document() -> None:
    """Paragraphs carry the anchors of the page, and names are those of its indexes."""
    article = an_article(
        "x", day="2026-11-24", text=("أول", "ثان"), headline="عنوان", author="ليلى", source="وكالة"
    )
    assert article_document(article, "articles/x/", ("ك",), ("و",)) == SearchDocument(
        url="articles/x/",
        title="عنوان",
        passages=(Passage("أول", "p1"), Passage("ثان", "p2")),
        keywords=("ك",),
        tags=("و",),
        credits=("ليلى", "وكالة"),
        year=2026,
    )


def test_what_turns_the_direction_of_a_paragraph_is_not_shown() -> None:
    """An excerpt is a part of a paragraph, and its end may be in another part."""
    document = article_document(an_article(text=("نص \u202eمقلوب\u202c.",)), "articles/a/", [], [])
    assert ["نص مقلوب."] == [passage.text for passage in document.passages]


def test_spellings_of_a_word_in_a_document_are_one_posting() -> None:
    """A document stands once in a word's row, however it writes it, and all its occurrences count together."""
    words = read_words(
        search_index([a_document(0, "قلم، قلم «قلم» القلم"), a_document(1, "قلم قلم قلم قلم")])
    )
    assert 1 == len(words["قلم"][0])
    assert words["قلم"][1] == words["قلم"][0]


def test_digests_of_other_processes_give_the_same_files() -> None:
    """Two processes give the bytes that one gives, with several batches and rows too long for a shard."""
    documents = many_documents(2 * MOST_DOCUMENTS + 5)
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        digests = list(pool.map(digest, parted(documents)))
    assert search_index(documents) == index_files(digests, Known())[0].by_path()


def test_an_edit_leaves_most_files_as_they_are() -> None:
    """One document more changes the files of texts of its own batch, and keys tell which files are what they were."""
    documents = many_documents(60)
    before, _ = index_files(_in_thirds(documents), Known())
    thirds = _in_thirds(documents)
    thirds[0] = digest([a_document(999, "كلام جديد"), *documents[:20]])
    after, _ = index_files(thirds, Known())
    same = {name for name, key in after.keys.items() if before.keys.get(name) == key}
    assert same == {name for name, content in after.contents.items() if before.contents.get(name) == content}
    later = {name for name in after.keys if name.startswith(("texts-1-", "texts-2-"))}
    assert later
    assert later <= same


@pytest.mark.parametrize("seed", range(3))
def test_what_is_known_makes_no_difference(seed: int) -> None:
    """After each of many edits, an index that knows what the one before left is that which knows nothing."""
    chance = random.Random(seed)
    documents = [any_document(chance) for _ in range(60)]
    known = Known()
    for _ in range(25):
        place = chance.randrange(len(documents))
        edit = chance.choice((0, 1, 2))
        documents[place : place + (edit > 0)] = [any_document(chance)] * (edit < 2)
        files, known = index_files(_in_thirds(documents), known)
        assert index_files(_in_thirds(documents), Known())[0] == files


def test_words_that_are_gone_are_forgotten() -> None:
    """What is known does not grow for ever with words that no document has any more."""
    known = Known()
    for number in range(20):
        documents = [a_document(0, " ".join(own_word(100 * number + place) for place in range(100)))]
        files, known = index_files([digest(documents)], known)
        assert search_index(documents) == files.by_path()
        assert len(known.words.hashes) < 300


def _in_thirds(documents: Sequence[SearchDocument]) -> list[Digest]:
    third = len(documents) // 3
    parts = (documents[:third], documents[third : 2 * third], documents[2 * third :])
    return [digest(part) for part in parts]


def test_very_many_words() -> None:
    """More words than sixteen bits can number are found where they stand."""
    words = [own_word(number) for number in range(70_000)]
    rows = read_words(search_index([a_document(0, " ".join(words[:60_000])), a_document(1, *words[50_000:])]))
    found = [set(rows[word]) for word in words]
    assert [{0}] * 50_000 + [{0, 1}] * 10_000 + [{1}] * 10_000 == found


def test_hash_seeds_make_no_difference() -> None:
    """The files do not depend on the order in which Python keeps sets, which changes from process to process."""
    found = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert 1 == len(found)


_PRINT_DIGEST = """
import hashlib
from build_hooks.indexing.search.index import search_index
from build_hooks.indexing.search.occurrences import MOST_DOCUMENTS
from tests.indexing.search.collection import DOCUMENTS, many_documents

for documents in (DOCUMENTS, many_documents(100)):
    files = search_index(documents)
    print(hashlib.sha256(repr(list(files.items())).encode()).hexdigest())
"""


def test_a_batch_without_words() -> None:
    """A batch may have nothing that can be found."""
    documents = [a_document(0, "…", title=""), a_document(1, "كلام", title="")]
    files, _ = index_files([digest([document]) for document in documents], Known())
    assert {"كلام": {1}} == {word: set(rows) for word, rows in read_words(files.by_path()).items()}


def test_a_batch_of_short_texts_beside_one_of_long_texts() -> None:
    """Each batch has as many documents in a file as suit it, and the directory says so."""
    long, short = "كلام " * 1000, "كلام"
    documents = [a_document(n, long if n < 3 else short) for n in range(MOST_DOCUMENTS + 3)]
    found, _ = index_files([digest(documents[:3]), digest(documents[3:])], Known())
    files = found.by_path()
    assert [[0, 1], [3, 16]] == directory(files)["texts"]
    assert [3, MOST_DOCUMENTS // 16] == [len(list(contents(files, f"texts-{batch}"))) for batch in (0, 1)]


def test_batches_keep_while_documents_come_and_go() -> None:
    """One document more or less, wherever, leaves all batches but its own as they were."""
    documents = many_documents(5 * MOST_DOCUMENTS)
    before = parted(documents)
    assert documents == [document for batch in before for document in batch]
    assert len(before) > 5
    assert MOST_DOCUMENTS >= max(map(len, before))
    for place in (0, 1234, len(documents) - 1):
        others = [*documents[:place], *documents[place + 1 :]]
        assert 1 >= len([batch for batch in before if batch not in parted(others)])
        more = [*documents[:place], a_document(9999, "خبر"), *documents[place:]]
        assert 1 >= len([batch for batch in before if batch not in parted(more)])


def parted(documents: Sequence[SearchDocument]) -> list[Sequence[SearchDocument]]:
    """Return the batches of a collection."""
    return [documents[part] for part in batches([document.url for document in documents])]
