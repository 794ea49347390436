from __future__ import annotations

import datetime
import os
import pickle
import subprocess
from pathlib import Path

import pytest
from markdown import Markdown

from build_hooks.errors import SeedErrors
from build_hooks.reading.collection import Collection, read_collection

NOT_UTF_8 = "this is neither UTF-8 nor another encoding Nashir reads; save the file as UTF-8"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's root that is in no repository."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "seeds").mkdir()
    return tmp_path


def write(root: Path, **texts: str) -> None:
    """Write seeds, each named for its key."""
    for name, text in texts.items():
        (root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")


def seed(headline: str, trailer: str = "Keywords: كلمة") -> str:
    """Return the text of a seed."""
    return f"{headline}\nنص المقال.\n{trailer}\n"


def failure(root: Path, markdown: Markdown) -> list[str]:
    """Return the errors that reading ends with."""
    with pytest.raises(SeedErrors) as caught:
        read_collection(root / "seeds", root, markdown)
    return str(caught.value).split("\n")


def warnings(root: Path, markdown: Markdown) -> list[str]:
    """Return the warnings."""
    return [str(warning) for warning in read_collection(root / "seeds", root, markdown).warnings]


def test_articles_in_order_of_their_permalinks(root: Path, markdown: Markdown) -> None:
    """The order is the same on every machine."""
    write(root, b=seed("ب"), a=seed("أ", "Keywords: كلمة\nSlug: z"), c=seed("ج"))
    collection = read_collection(root / "seeds", root, markdown)
    assert [article.permalink for article in collection.articles] == ["b", "c", "z"]
    assert collection.warnings == ()


def test_empty_and_missing_folder(root: Path, markdown: Markdown) -> None:
    """A site without articles can be built."""
    assert read_collection(root / "seeds", root, markdown) == Collection((), ())
    assert read_collection(root / "nothing", root, markdown) == Collection((), ())


def test_all_errors_at_once_in_order(root: Path, markdown: Markdown) -> None:
    """An editor mends everything in one go."""
    write(
        root,
        d=seed("د", "Date: غدًا"),
        a="عنوان",
        b=seed("ب"),
        c=seed("ج", "Slug: B"),
        e=seed("ه", "Slug: .."),
    )
    (root / "seeds" / "f.txt").write_bytes(b"\xd8\xa7\xd8\xa7\xff")
    (root / "seeds" / "g.txt").symlink_to(root / "outside.txt")
    assert failure(root, markdown) == [
        "seeds/a.txt:1: no text; write it below the headline",
        'seeds/c.txt: has the permalink "B", as has seeds/b.txt; rename one of the files, or give one a slug',
        'seeds/d.txt:3: cannot read the date "غدًا": it is no date; write it like 2026-11-24 or 24 نوفمبر 2026',
        'seeds/e.txt:3: the slug ".." cannot be used: it begins with a dot; choose another',
        f"seeds/f.txt:1: cannot decode byte 0xFF at offset 4: {NOT_UTF_8}",
        "seeds/g.txt: this link leads out of seeds/; copy here what it leads to",
    ]


def test_text_and_markdown_of_one_name(root: Path, markdown: Markdown) -> None:
    """They would be one page."""
    write(root, a=seed("أ"))
    (root / "seeds" / "a.md").write_text("---\nkeywords: [ب]\n---\n# ب\n\nنص", encoding="utf-8")
    assert failure(root, markdown) == [
        'seeds/a.txt: has the permalink "a", as has seeds/a.md; rename one of the files, or give one a slug'
    ]


def test_same_headline(root: Path, markdown: Markdown) -> None:
    """Two articles that readers could not tell apart in a list; spelling makes no difference."""
    write(root, a=seed("أهلًا بكم"), b=seed("اهلا  بكم"), c=seed("غيرها"), d=seed("أهلا بكم"))
    assert warnings(root, markdown) == [
        'seeds/b.txt: has the headline of seeds/a.txt, "اهلا بكم"; change one of them',
        'seeds/d.txt: has the headline of seeds/a.txt, "أهلا بكم"; change one of them',
    ]


def test_warnings_in_order(root: Path, markdown: Markdown) -> None:
    """They are sorted by file and line."""
    write(root, aa=seed("أ"), b="ب\nنص.", a=seed("أ", "Keywords: كلمة\nالقسم: أ\nالنوع: ب"))
    (root / "seeds" / "c.txt").write_bytes(seed("عنوان المقال").encode("cp1256"))
    assert [warning.partition(";")[0] for warning in warnings(root, markdown)] == [
        'seeds/a.txt:4: unknown label "القسم", so readers will not see this line',
        'seeds/a.txt:5: unknown label "النوع", so readers will not see this line',
        'seeds/aa.txt: has the headline of seeds/a.txt, "أ"',
        "seeds/b.txt: no keywords",
        "seeds/c.txt: read as Windows-1256, which was detected",
    ]


def test_dates_from_git(tmp_path: Path, markdown: Markdown, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article without a date has the day on which it came in; in a shallow clone it has none."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "n")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "e@e")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-01-02T12:00:00+0000")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    write(root, a=seed("أ"), b=seed("ب", "Keywords: كلمة\nDate: 2020-01-01"))
    for command in ("init -q", "add .", "commit -qm m", "commit -qm m --allow-empty"):
        subprocess.run(["git", "-C", str(root), *command.split()], check=True)
    subprocess.run(["git", "clone", "-q", "--depth", "1", root.as_uri(), str(tmp_path / "clone")], check=True)
    known, lost = datetime.date(2026, 1, 2), datetime.date(2020, 1, 1)
    collection = read_collection(root / "seeds", root, markdown)
    assert ([known, lost], False) == ([a.date for a in collection.articles], collection.lacks_history)
    shallow = read_collection(tmp_path / "clone" / "seeds", tmp_path / "clone", markdown)
    assert ([None, lost], True) == ([a.date for a in shallow.articles], shallow.lacks_history)


def test_errors_and_articles_cross_processes(root: Path, markdown: Markdown) -> None:
    """Seeds can be read in worker processes."""
    write(root, a=seed("أ"))
    collection = read_collection(root / "seeds", root, markdown)
    assert pickle.loads(pickle.dumps(collection)) == collection  # noqa: S301 (our own)
    write(root, b="ب")
    with pytest.raises(SeedErrors) as caught:
        read_collection(root / "seeds", root, markdown)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert str(copy) == str(caught.value)
    assert copy.errors[0].line == 1
