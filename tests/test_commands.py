"""The editor's commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from build_hooks.indexing.vocabulary import read_vocabulary


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project, as an editor would."""
    command = [sys.executable, "-m", "build_hooks", *arguments]
    return subprocess.run(command, check=False, cwd=project, capture_output=True, encoding="utf-8")


def test_check_names_all_errors_and_warnings(copy_of_project: Path) -> None:
    """Errors go to standard error, a line each, with exit code 1; warnings are told where all can be published."""
    seeds = copy_of_project / "seeds"
    (seeds / "a.txt").write_text("عنوان\nنص.", encoding="utf-8")
    done = run(copy_of_project, "check")
    assert (0, "") == (done.returncode, done.stderr)
    assert "seeds/a.txt: no keywords" in done.stdout
    (seeds / "b.txt").write_text("عنوان", encoding="utf-8")
    (seeds / "c.txt").write_text("عنوان\nنص.\nDate: 31/31/2026", encoding="utf-8")
    done = run(copy_of_project, "check")
    assert 1 == done.returncode
    assert ["seeds/b.txt:1", "seeds/c.txt:3"] == [
        line.rpartition(": ")[0][:13] for line in done.stderr.splitlines()
    ]


def test_check_looks_at_the_vocabulary_too(copy_of_project: Path) -> None:
    """What is wrong there would stop a build as well, and is told with what is wrong in seeds."""
    seeds = copy_of_project / "seeds"
    (seeds / "vocabulary.yml").write_text("terms:\n  - term: داعش\n    kind: بلد\n", "utf-8")
    done = run(copy_of_project, "check")
    assert 1 == done.returncode
    assert done.stderr.startswith("seeds/vocabulary.yml:3: ")
    (seeds / "a.txt").write_text("عنوان", encoding="utf-8")
    for arguments in (["check"], ["check", "seeds/a.txt"], ["vocabulary"]):
        places = [line[:22] for line in run(copy_of_project, *arguments).stderr.splitlines()]
        assert ["seeds/a.txt:1: no text", "seeds/vocabulary.yml:3"] == places


def test_check_warns_of_the_vocabulary(copy_of_project: Path) -> None:
    """As a build does."""
    vocabulary = "terms:\n  - term: العراق\n    also: [بلاد الرافدين]\n".encode("cp1256")
    (copy_of_project / "seeds/vocabulary.yml").write_bytes(vocabulary)
    assert run(copy_of_project, "check").stdout.startswith("seeds/vocabulary.yml: read as Windows-1256")


def test_show_prints_all_or_nothing(copy_of_project: Path) -> None:
    """A seed that cannot be published is named, and no page is printed beside the message."""
    seeds = copy_of_project / "seeds"
    (seeds / "a.txt").write_text("عنوان\nنص.", encoding="utf-8")
    (seeds / "b.txt").write_text("", encoding="utf-8")
    assert "title: عنوان" in run(copy_of_project, "show", "seeds/a.txt").stdout
    done = run(copy_of_project, "show", "seeds/a.txt", "seeds/b.txt", "seeds/none.txt")
    assert (1, "") == (done.returncode, done.stdout)
    assert "seeds/b.txt:1: no headline" in done.stderr
    assert "seeds/none.txt: cannot read the file" in done.stderr


def test_vocabulary_is_ready_to_paste(copy_of_project: Path) -> None:
    """The keywords that the vocabulary lacks, most used first, as entries that it takes as they are."""
    seeds = copy_of_project / "seeds"
    (seeds / "vocabulary.yml").write_text("terms:\n  - term: داعش\n", encoding="utf-8")
    (seeds / "a.txt").write_text("عنوان\nنص.\nKeywords: داعش، قسد، NATO", encoding="utf-8")
    (seeds / "b.txt").write_text("آخر\nنص.\nKeywords: NATO", encoding="utf-8")
    done = run(copy_of_project, "vocabulary")
    assert ["NATO", "قسد"] == [entry["term"] for entry in yaml.safe_load(done.stdout)["terms"]]
    (seeds / "vocabulary.yml").write_text(done.stdout, encoding="utf-8")
    assert 2 == len(read_vocabulary(seeds / "vocabulary.yml", "seeds/vocabulary.yml")[0].headings)
