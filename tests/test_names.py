"""Whatever articles and keywords are called, each has an address of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import BuildFailedError, BuildSite
from tests.links import broken_links

KEYWORDS = [
    "..",
    ".",
    "/",
    "../../index",
    "%2e%2e",
    "%2E%2E%2F",
    "?",
    "#",
    "a?b#c",
    "😀",
    "َ",
    "!!!",
    "\\",
    "C:\\x",
    "con",
    "index.html",
    "letter",
    "page",
    "C",
    "C++",
    "C#",
    "ع" * 200,
    "ع" * 199 + "غ",
    "كلمة " * 39 + "كلمة",
]
LONG = "عنوان طويل جدا " * 13 + "كلمة"


def write(project: Path, name: str, text: str) -> None:
    """Write a seed into `project`."""
    file = project / "seeds" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_every_name_has_an_address(copy_of_project: Path, build_site: BuildSite) -> None:
    """Keywords that mean something in a path or nothing at all, 200 letters, 20 folders: every link leads somewhere."""
    trailer = f"Keywords: {'، '.join(KEYWORDS)}\nTags: {'، '.join(KEYWORDS)}\n"
    write(copy_of_project, "a.txt", f"{LONG}\nنص أول.\n{trailer}")
    for number, name in enumerate(
        ["index", "404", "assets", "keywords", "README2", "%2e%2e", "a#b", "a&b=c", "'`", "م" * 125]
    ):
        write(copy_of_project, f"{name}.txt", f"عنوان {number}\nنص أول.\nKeywords: أ{number}\n")
    write(copy_of_project, "/".join(["م" * 40] * 20) + "/x.txt", "عميق\nنص أول.\nKeywords: أ\n")
    site = build_site(copy_of_project / "mkdocs.yml")
    assert [] == broken_links(site.folder)
    terms = [json.loads(line) for line in site.page("keywords/index.jsonl").splitlines()]
    assert set(KEYWORDS) <= {term["term"] for term in terms}
    assert len(terms) == len({term["url"].casefold() for term in terms})
    assert LONG in site.page("articles/a/")


def test_a_keyword_is_on_one_line(copy_of_project: Path, build_site: BuildSite) -> None:
    """White space in a name, also the kind that parts fields and lines in an index, is a space."""
    write(copy_of_project, "a.txt", "عنوان\nنص أول.\nKeywords: أ\tب، ج\u2028د\n")
    site = build_site(copy_of_project / "mkdocs.yml")
    terms = [json.loads(line)["term"] for line in site.page("keywords/index.jsonl").split("\n") if line]
    assert ["أ ب", "ج د"] == terms


def test_clashes_name_both_files(copy_of_project: Path, build_site: BuildSite) -> None:
    """A slug that is another file's name, letter case, and Unicode form."""
    write(copy_of_project, "a.txt", "أول\nنص أول.\nKeywords: أ\nSlug: B\n")
    write(copy_of_project, "b.txt", "ثان\nنص أول.\nKeywords: أ\n")
    write(copy_of_project, "\u0623.txt", "ثالث\nنص أول.\nKeywords: أ\n")
    write(copy_of_project, "\u0627\u0654.txt", "رابع\nنص أول.\nKeywords: أ\n")
    with pytest.raises(BuildFailedError) as failure:
        build_site(copy_of_project / "mkdocs.yml")
    output = failure.value.output
    assert 'seeds/b.txt: has the permalink "b", as has seeds/a.txt;' in output
    assert 'seeds/\u0627\u0654.txt: has the permalink "\u0627\u0654", as has seeds/\u0623.txt;' in output
    assert "Traceback" not in output
