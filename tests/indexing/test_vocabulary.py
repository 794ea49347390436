from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.errors import SeedError, SeedErrors
from build_hooks.indexing.vocabulary import read_vocabulary
from build_hooks.model import Heading, Kind, Vocabulary
from build_hooks.reading.limits import MOST_BYTES

SOURCE = "seeds/vocabulary.yml"
KEYS = "term, also, kind, tags, see_also, description, wikidata"
ROOT = Path(__file__).resolve().parent.parent.parent


def read(folder: Path, text: str) -> Vocabulary:
    path = folder / "vocabulary.yml"
    path.write_text(text, encoding="utf-8")
    return read_vocabulary(path, SOURCE)[0]


def complaints(folder: Path, text: str) -> list[str]:
    with pytest.raises(SeedErrors) as caught:
        read(folder, text)
    return [str(error).removeprefix(SOURCE + ":") for error in caught.value.errors]


def test_a_full_entry(tmp_path: Path) -> None:
    """Every field of an entry, and the labels of styles."""
    text = """
terms:
  - term: داعش
    also: [تنظيم الدولة, "تنظيم  الدولة الإسلامية"]
    kind: organisation
    tags: [أمن]
    see_also:
      - قسد
    description: تنظيم.
    wikidata: Q2429253
  - term: قسد
styles:
  Professional: مهني
"""
    heading = Heading(
        term="داعش",
        also=("تنظيم الدولة", "تنظيم الدولة الإسلامية"),
        kind=Kind.ORGANISATION,
        tags=("أمن",),
        see_also=("قسد",),
        description="تنظيم.",
        wikidata="Q2429253",
    )
    assert Vocabulary((heading, Heading("قسد")), {"Professional": "مهني"}) == read(tmp_path, text)


def test_arabic_commas_part_names(tmp_path: Path) -> None:
    """What stands between Arabic commas is a name, as between commas; in quotes, and in a term, they belong to the name."""
    text = (
        "terms:\n- term: أ\n  also: [ب، ج؛ د,هـ، ]\n  tags: [بيئة، سياسة]\n  see_also: [ح، ط]\n- term: ح، ط\n"
    )
    text += '- term: و\n  also: ["الموصل، العراق"]\n'
    headings = read(tmp_path, text).headings
    assert (("ب", "ج", "د", "هـ"), ("بيئة", "سياسة"), ("ح، ط",)) == (
        headings[0].also,
        headings[0].tags,
        headings[0].see_also,
    )
    assert ("الموصل، العراق",) == headings[2].also


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "terms:\nstyles:\n", "terms: []", "{}"])
def test_an_empty_file_is_an_empty_vocabulary(tmp_path: Path, text: str) -> None:
    """A file in which nothing stands is as good as none."""
    assert Vocabulary() == read(tmp_path, text)


def test_a_missing_file_is_an_empty_vocabulary(tmp_path: Path) -> None:
    """The vocabulary is optional."""
    assert (Vocabulary(), None) == read_vocabulary(tmp_path / "vocabulary.yml", SOURCE)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A folder, a link that leads nowhere, a file larger than any vocabulary."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "large").write_bytes(b"#" * (MOST_BYTES + 1))
    for name, message in {
        "folder": "cannot read the file: Is a directory; mend it or delete it",
        "link": "there is no such file; look up its name in the folder",
        "large": "it has 4,000,001 bytes, and the vocabulary may have 4,000,000; keep the terms that tell most",
    }.items():
        with pytest.raises(SeedErrors) as caught:
            read_vocabulary(tmp_path / name, SOURCE)
        assert [f"{SOURCE}: {message}"] == [str(error) for error in caught.value.errors]


def test_an_encoding_that_was_detected_has_a_warning(tmp_path: Path) -> None:
    """As with seeds."""
    path = tmp_path / "vocabulary.yml"
    path.write_bytes("terms:\n  - term: العراق\n    also: [بلاد الرافدين]\n".encode("cp1256"))
    vocabulary, warning = read_vocabulary(path, SOURCE)
    assert "العراق" == vocabulary.headings[0].term
    assert f"{SOURCE}: read as Windows-1256, which was detected; save the file as UTF-8" == str(warning)


def test_values_are_taken_as_written(tmp_path: Path) -> None:
    """A year, a no and a time are names; a key without a value says nothing."""
    text = "terms:\n- term: 2030\n  also: [no, 12:30]\n  kind:\n  tags:\n  description:\n"
    assert (Heading("2030", ("no", "12:30")),) == read(tmp_path, text).headings


@pytest.mark.parametrize(
    ("complaint", "text"),
    [
        ("1: the vocabulary is not YAML: ", "[a"),
        ("1: the vocabulary takes `key: value` lines; it may have terms, styles", "- a"),
        ('1: the vocabulary has no "words"; it may have terms, styles', "words: []"),
        ('2: "terms" stands here a second time; delete one of them', "terms: []\nterms: []"),
        ('1: "terms" takes a list; begin each entry with `- term: …`', "terms: داعش"),
        (
            f"2: an entry of the vocabulary takes `key: value` lines; it may have {KEYS}",
            "terms:\n- داعش",
        ),
        ("2: this entry has no term; write `term: …`", "terms:\n- kind: place"),
        ('2: "term" is empty here; write a name or delete it', "terms:\n- term: ' '"),
        ('2: "term" is empty here; write a name or delete it', "terms:\n- term:"),
        ('2: "term" takes a text here; write it on one line', "terms:\n- term: [a]"),
        (
            f'3: an entry of the vocabulary has no "aslo"; it may have {KEYS}',
            "terms:\n- term: a\n  aslo: [b]",
        ),
        ('3: "also" takes a list; write `also: [first, second]`', "terms:\n- term: a\n  also: b"),
        ('3: "also" takes a text here; write it on one line', "terms:\n- term: a\n  also: [{b: c}]"),
        ('3: "tags" is empty here; write a name or delete it', "terms:\n- term: a\n  tags: ['']"),
        (
            '3: there is no kind "town"; write one of person, place, organisation, event, topic',
            "terms:\n- term: a\n  kind: town",
        ),
        ('3: "description" takes a text here; write it on one line', "terms:\n- term: a\n  description: [b]"),
        (
            '3: "2429253" is no item of Wikidata; write its number like Q2429253',
            "terms:\n- term: a\n  wikidata: 2429253",
        ),
        (
            '3: "q1" is no item of Wikidata; write its number like Q2429253',
            "terms:\n- term: a\n  wikidata: q1",
        ),
        (
            '3: "ايران" is the same name as "إيران" in line 2; delete one of them',
            "terms:\n- term: إيران\n- term: ايران",
        ),
        (
            '4: "قسد" is the same name as "قَسد" in line 3; delete one of them',
            "terms:\n- term: a\n  also: [قَسد]\n- term: قسد",
        ),
        ('3: "A" is the same name as "a" in line 2; delete one of them', "terms:\n- term: a\n  also: [A]"),
        (
            '3: there is no term "c" to see; write a term of this file as it stands there',
            "terms:\n- term: a\n  see_also: [c]",
        ),
        (
            '4: there is no term "b" to see; write a term of this file as it stands there',
            "terms:\n- term: a\n  also: [b]\n  see_also: [b]",
        ),
        ('3: "a" refers to itself; delete it', "terms:\n- term: a\n  see_also: [a]"),
        (
            '2: the invisible character U+200F stands in "داعش\u200f."; delete it',
            "terms:\n- term: داعش\u200f.",
        ),
        (
            '3: the invisible character U+202E stands in "a\\u202eb"; delete it',
            "terms:\n- term: a\n  description: a\u202eb",
        ),
        ("2: the character U+0007 cannot be published; delete it", 'terms:\n- term: "a\\a"'),
        ("3: the character U+0000 cannot be published; delete it", 'terms:\n- term: a\n  description: "\\0"'),
        (
            "2: the character U+0007 at byte offset 16 cannot be published; delete it",
            "terms:\n- term: a\u0007",
        ),
        ('1: "styles" takes lines like `Professional: مهني`', "styles: مهني"),
        ('2: "styles" is empty here; write a name or delete it', "styles:\n  Professional: ''"),
        ('2: "styles" takes a text here; write it on one line', "styles:\n  Professional: [مهني]"),
        ('3: "a" stands here a second time; delete one of them', "styles:\n  a: b\n  a: c"),
        ("1: the vocabulary is nested too deeply", "terms: " + "[" * 1000 + "]" * 1000),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, complaint: str, text: str) -> None:
    """Each mistake has a message that says what stands there and what to write."""
    (found,) = complaints(tmp_path, text)
    assert found.startswith(complaint)


def test_all_that_is_wrong_is_said_together(tmp_path: Path) -> None:
    """An editor mends the file in one go; the errors are in the order of its lines."""
    text = "styles: a\nterms:\n- term: a\n  kind: b\n  wikidata: c\n  see_also: [d]\n- kind: place\n"
    assert ["1", "4", "5", "6", "7"] == [found.partition(":")[0] for found in complaints(tmp_path, text)]


def test_lines_are_those_of_an_editor(tmp_path: Path) -> None:
    """U+2028, at which YAML ends a line, ends none, and CR LF is one line end."""
    assert "3" == complaints(tmp_path, "# \u2028\r\nterms:\r\n- kind: place\r\n")[0].partition(":")[0]


def test_aliases_cost_nothing(tmp_path: Path) -> None:
    """Aliases of aliases do not fill the memory; they are no names."""
    lines = ["terms:", "- &a0 {term: a}"] + [
        f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 15)
    ]
    assert 14 == len(complaints(tmp_path, "\n".join(lines)))


def test_the_shipped_vocabulary() -> None:
    """The file in `seeds/` has the real seed's keywords and styles, and every entry says what it is."""
    vocabulary, _ = read_vocabulary(ROOT / SOURCE, SOURCE)
    keywords = (
        "داعش، العراق، سوريا، أمن الحدود، معسكر الهول، قسد، التعاون الأمني، محمد شياع السوداني، "
        "ماركو روبيو، حميد الشاتري، قاسم الأعرجي"
    ).split("، ")
    assert set(keywords) == {heading.term for heading in vocabulary.headings}
    assert {"Professional": "مهني", "Journalistic": "صحفي"} == vocabulary.styles
    assert all(heading.kind and heading.description for heading in vocabulary.headings)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "terms",
                        "styles",
                        "term",
                        "also",
                        "kind",
                        "tags",
                        "see_also",
                        "description",
                        "wikidata",
                        "x",
                    ]
                ),
                inner,
            )
        ),
    )
)
def test_any_yaml_is_read_or_complained_about(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    """Whatever the file holds, it is a vocabulary or there are errors with lines, never another exception."""
    folder = tmp_path_factory.mktemp("vocabulary")
    found: tuple[SeedError, ...] = ()
    try:
        read(folder, yaml.safe_dump(content, allow_unicode=True))
    except SeedErrors as errors:
        found = errors.errors
    assert all(error.line for error in found)
