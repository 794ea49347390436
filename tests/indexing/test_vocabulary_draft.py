from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.fold import fold
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.indexing.vocabulary_draft import draft_vocabulary
from build_hooks.model import Article, Heading, Vocabulary
from build_hooks.reading.characters import first_forbidden
from tests.factory import an_article


def articles(*keywords: str) -> list[Article]:
    return [an_article(str(place), keywords=tuple(words.split("، "))) for place, words in enumerate(keywords)]


def test_the_most_used_come_first() -> None:
    """Each entry has its count; keywords used alike stand in order."""
    draft = draft_vocabulary(articles("داعش، قسد", "داعش", "أمن"), Vocabulary())
    assert draft == (
        "terms:\n  - term: داعش  # 2 articles\n  - term: أمن  # 1 article\n  - term: قسد  # 1 article\n"
    )


def test_known_names_are_left_out() -> None:
    """A keyword that is a name of a term, by its fold, needs no entry."""
    vocabulary = Vocabulary((Heading("إيران", ("طهران",)),))
    assert "# Every keyword is in the vocabulary.\n" == draft_vocabulary(articles("ايران، طهران"), vocabulary)


def test_spellings_of_a_keyword_are_one() -> None:
    """Keywords that fold alike are one entry, under the spelling most used."""
    draft = draft_vocabulary(articles("ايران", "إيران", "إيران"), Vocabulary())
    assert "terms:\n  - term: إيران  # 3 articles\n" == draft


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("انتخابات", "الانتخابات"),
        ("مدينة", "مدينه"),
        ("مصطفى", "مصطفي"),
        ("مسؤول", "مسوول"),
        ("بوتين", "بوتن"),
        ("بوتين", "بوتيين"),
        ("كردستان", "كوردستان"),
        ("نتنياهو", "نتانياهو"),
        ("ترامب", "ترمب"),
        ("واشنطن", "واشنطون"),
        ("السوداني", "محمد شياع السوداني"),
        ("فلاديمير بوتين", "بوتين"),
        ("حزب الله", "حزب الله اللبناني"),
    ],
)
def test_likely_duplicates_stand_side_by_side(first: str, second: str) -> None:
    """What differs in ال, an ending or a letter, or begins or ends with the other, stands behind it."""
    draft = draft_vocabulary(articles(f"{first}، طقس، {second}", f"{first}، طقس"), Vocabulary())
    terms = [entry["term"] for entry in yaml.safe_load(draft)["terms"]]
    assert 1 == terms.index(second) - terms.index(first)
    assert f'term: {second}  # 1 article; like "{first}"?' in draft


@pytest.mark.parametrize(("first", "second"), [("عراق", "عراك"), ("محمد علي", "محمد حسن"), ("قطر", "مطر")])
def test_others_are_not_alike(first: str, second: str) -> None:
    """Short words differ by a letter, and names of persons share parts."""
    assert "like" not in draft_vocabulary(articles(f"{first}، {second}"), Vocabulary())


def test_likeness_to_the_vocabulary_is_said() -> None:
    """A keyword that resembles a name in the vocabulary is perhaps another name of it."""
    draft = draft_vocabulary(articles("السوداني"), Vocabulary((Heading("محمد شياع السوداني"),)))
    assert 'terms:\n  - term: السوداني  # 1 article; like "محمد شياع السوداني"?\n' == draft


def test_invisible_marks_are_left_out() -> None:
    """A keyword may have a mark inside that the vocabulary forbids."""
    assert "terms:\n  - term: داعش.  # 1 article\n" == draft_vocabulary(articles("داعش\u200f."), Vocabulary())


KEYWORDS = (
    st.text(min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: fold(text) and first_forbidden(text) is None)
)


@given(st.lists(st.lists(st.one_of(KEYWORDS, st.sampled_from(["no", "2030", "a: b", "# a", "- a", "'"])))))
def test_the_draft_is_a_vocabulary(
    tmp_path_factory: pytest.TempPathFactory, keywords: list[list[str]]
) -> None:
    """Whatever the keywords, the draft can be saved as the vocabulary, which then lacks none."""
    collection = [an_article(str(place), keywords=tuple(words)) for place, words in enumerate(keywords)]
    path: Path = tmp_path_factory.mktemp("draft") / "vocabulary.yml"
    path.write_text(draft_vocabulary(collection, Vocabulary()), encoding="utf-8")
    vocabulary, _ = read_vocabulary(path, "seeds/vocabulary.yml")
    assert {fold(word) for words in keywords for word in words} == {
        fold(heading.term) for heading in vocabulary.headings
    }
    assert "# Every keyword is in the vocabulary.\n" == draft_vocabulary(collection, vocabulary)
