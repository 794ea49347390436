from __future__ import annotations

import datetime
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from build_hooks.errors import SeedError, SeedErrors
from build_hooks.publishing.anchors import Anchors
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed import parse_seed, read_seed
from build_hooks.sections import Section

ROOT = Path(__file__).resolve().parents[2]
SEED = "seeds/000_e859778222280836.txt"


def test_the_real_seed(markdown: Markdown) -> None:
    """It has eleven keywords, two styles, and seven paragraphs under two subheadings, as one counts by eye."""
    reading = read_seed(ROOT / SEED, ROOT, markdown, CommitDays())
    article = reading.article
    assert reading.warnings == ()
    assert article.seed == SEED
    assert article.permalink == "000_e859778222280836"
    assert article.headline == "تعزيز التعاون الأمني بين العراق وسوريا في مواجهة تحديات داعش"
    assert [(section.subheading, len(section.paragraphs)) for section in article.sections] == [
        (None, 4),
        ("معسكر الهول: تحدٍ أمني وإنساني", 1),
        ("العراق والولايات المتحدة: شراكة استراتيجية في مواجهة التحديات الإقليمية", 2),
    ]
    assert article.paragraphs[3].startswith("من جانبه، يرى المحلل السياسي")
    assert article.paragraphs[6].endswith("لمواجهته والقضاء عليه بشكل نهائي.")
    assert article.keywords == (
        "داعش",
        "العراق",
        "سوريا",
        "أمن الحدود",
        "معسكر الهول",
        "قسد",
        "التعاون الأمني",
        "محمد شياع السوداني",
        "ماركو روبيو",
        "حميد الشاتري",
        "قاسم الأعرجي",
    )
    assert article.writing_styles == ("Professional", "Journalistic")
    assert (article.date, article.author, article.tags, article.extra) == (None, None, (), {})


def test_the_real_seeds_text_is_its_lines(markdown: Markdown) -> None:
    """Nothing of the file is lost or changed."""
    lines = (ROOT / SEED).read_text("utf-8").split("\n")
    article = read_seed(ROOT / SEED, ROOT, markdown, CommitDays()).article
    texts = [article.headline]
    for section in article.sections:
        texts += [section.subheading] if section.subheading else []
        texts += section.paragraphs
    assert lines == [
        *texts,
        "Keywords: " + ", ".join(article.keywords),
        "Writing Style: Professional/Journalistic",
    ]


def write(folder: Path, name: str, text: str) -> Path:
    """Write a seed."""
    path = folder / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_date_comes_from_git_where_none_is_declared(tmp_path: Path, markdown: Markdown) -> None:
    """A declared date wins, and without either none is claimed."""
    days = CommitDays({"seeds/a.txt": datetime.date(2026, 1, 2), "seeds/b.txt": datetime.date(2026, 1, 2)})
    text = "عنوان\nنص.\nKeywords: أ\n"
    dates = [
        read_seed(write(tmp_path, name, text + trailer), tmp_path, markdown, days).article.date
        for name, trailer in [("a.txt", ""), ("b.txt", "Date: 2026-11-24"), ("c.txt", "")]
    ]
    assert [datetime.date(2026, 1, 2), datetime.date(2026, 11, 24), None] == dates


def test_permalink_keeps_folders(tmp_path: Path, markdown: Markdown) -> None:
    """A sub-folder of `seeds/` is one of the site; a file from elsewhere has its name alone."""
    path = write(tmp_path, "sub/أ.txt", "عنوان\nنص.")
    assert read_seed(path, tmp_path, markdown, CommitDays()).article.permalink == "sub/أ"
    assert read_seed(path, tmp_path / "seeds", markdown, CommitDays()).article.permalink == "أ"


@pytest.mark.parametrize("name", ["folder.txt", "missing.txt"])
def test_file_that_cannot_be_read(name: str, tmp_path: Path, markdown: Markdown) -> None:
    """The error names it; there is no traceback."""
    (tmp_path / "seeds" / "folder.txt").mkdir(parents=True)
    with pytest.raises(SeedErrors) as caught:
        read_seed(tmp_path / "seeds" / name, tmp_path, markdown, CommitDays())
    reason = "there is no such file; " if name == "missing.txt" else "cannot read the file: "
    assert str(caught.value).startswith(f"seeds/{name}: {reason}")


def test_warning_of_the_encoding_comes_first(markdown: Markdown) -> None:
    """What was detected in the bytes is said beside what the text lacks."""
    reading = parse_seed("عنوان\r\nنص قصير.".encode("cp1256"), PurePath("x.txt"), "x", markdown, CommitDays())
    assert reading.article.paragraphs == ("نص قصير.",)
    assert ["read as Windows-1256", "no keywords"] == [
        warning.message.partition(",")[0].partition(";")[0] for warning in reading.warnings
    ]


MARKDOWN = Markdown(extensions=["abbr", "attr_list", "def_list", "footnotes", "tables", "toc", Anchors()])
PIECES = [
    "---\n",
    "\n",
    "# ",
    "Keywords: أ, ب\n",
    "title: ",
    "[",
    "- ",
    "Date: x\n",
    "القسم: أ\n",
    "نص.",
    "**",
    "\r",
]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(
    data=st.binary()
    | st.lists(st.sampled_from(PIECES) | st.text()).map(
        lambda parts: "".join(parts).encode("utf-8", "replace")
    )
)
def test_any_bytes(suffix: str, data: bytes) -> None:
    """A seed is read or refused with its place, and nothing else happens."""
    remarks, article = "seeds/x:", None
    try:
        article = parse_seed(data, PurePath(f"x{suffix}"), "seeds/x", MARKDOWN, CommitDays()).article
    except (SeedError, SeedErrors) as error:
        remarks = str(error)
    assert all(remark.startswith("seeds/x:") for remark in remarks.split("\n"))
    assert article is None or article.headline
    assert article is None or suffix == ".md" or all(article.paragraphs)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).map(lambda word: f"{word}."),
        min_size=2,
    )
)
def test_plain_lines_are_paragraphs(lines: list[str]) -> None:
    """Lines that end in a full stop are paragraphs, and joined they are the file again."""
    text = "\n".join(lines)
    article = parse_seed(text.encode(), PurePath("x.txt"), "x", MARKDOWN, CommitDays()).article
    assert article.sections == (Section(None, tuple(lines[1:])),)
