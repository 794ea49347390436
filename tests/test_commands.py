"""The editor's commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_hooks.indexing.vocabulary import read_vocabulary
from tests.conftest import build


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


_MARKDOWN = """---
keywords: [ك]
---
# عنوان

```html
<b>في سطر</b>

<b>وبعد سطر فارغ</b>
```

- قائمة

    ```html
    <i>في قائمة</i>

    <i>وبعد سطر فارغ</i>
    ```

| أ | ب |
|:--|--:|
| <u>١</u> | ٢ |

::: مربع

~~~
<s>نص</s>
"""
_OWN_EXTENSIONS = """markdown_extensions:
  - pymdownx.superfences:
      disable_indented_code_blocks: true
      custom_fences:
        - name: html
          class: x
          format: !!python/name:pymdownx.superfences.fence_code_format
  - toc:
      permalink: !ENV [NASHIR_PERMALINK, false]
"""


@pytest.mark.parametrize("extensions", [None, "markdown_extensions: []\n", _OWN_EXTENSIONS])
def test_check_warns_as_the_build_does(copy_of_project: Path, extensions: str | None) -> None:
    """It reads Markdown with the extensions that mkdocs.yml lists and those that MkDocs adds, each with its options."""
    settings = copy_of_project / "mkdocs.yml"
    if extensions is not None:
        before, _, rest = settings.read_text("utf-8").partition("markdown_extensions:\n")
        _, _, after = rest.partition("\n\n")
        settings.write_text(f"{before}{extensions}\n{after}", encoding="utf-8")
    (copy_of_project / "seeds/a.md").write_text(_MARKDOWN, encoding="utf-8")
    told = build(settings, copy_of_project / "site", strict=False).output.splitlines()
    warnings = [line.partition("seeds/")[2] for line in told if "seeds/" in line]
    assert warnings
    checked = run(copy_of_project, "check").stdout.splitlines()[:-1]
    assert warnings == [line.removeprefix("seeds/").removesuffix(" (warning)") for line in checked]


def test_check_names_an_extension_that_is_not_there(copy_of_project: Path) -> None:
    """In a line, as it names what is wrong in seeds."""
    settings = copy_of_project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  - abbr\n", "  - nowhere\n"), encoding="utf-8")
    done = run(copy_of_project, "check")
    assert 1 == done.returncode
    assert ["mkdocs.yml: cannot use markdown_extensions: No module named 'nowhere'; mend them"] == (
        done.stderr.splitlines()
    )


def test_check_looks_at_a_folder(copy_of_project: Path) -> None:
    """All seeds in it and its sub-folders are meant, and nothing else."""
    folder = copy_of_project / "seeds/folder"
    (folder / "sub").mkdir(parents=True)
    (copy_of_project / "seeds/a.txt").write_text("", encoding="utf-8")
    (folder / "b.txt").write_text("عنوان\nنص.", encoding="utf-8")
    (folder / "README.txt").write_text("", encoding="utf-8")
    (folder / "sub/c.md").write_text("# آخر\n\nنص.\n", encoding="utf-8")
    done = run(copy_of_project, "check", "seeds/folder")
    assert (0, "") == (done.returncode, done.stderr)
    assert "seeds/folder/b.txt: no keywords" in done.stdout
    assert done.stdout.endswith("2 can be published\n")
    (folder / "d.txt").symlink_to(copy_of_project / "mkdocs.yml")
    assert (
        "seeds/folder/d.txt: this link leads out of" in run(copy_of_project, "check", "seeds/folder").stderr
    )


def test_check_takes_the_vocabulary(copy_of_project: Path) -> None:
    """It is no seed, but an editor may name it like one."""
    done = run(copy_of_project, "check", "seeds/vocabulary.yml")
    assert (0, "seeds/vocabulary.yml is in order\n", "") == (done.returncode, done.stdout, done.stderr)
    (copy_of_project / "seeds/vocabulary.yml").write_text("terms:\n  - term: داعش\n    kind: بلد\n", "utf-8")
    done = run(copy_of_project, "check", "seeds/vocabulary.yml")
    assert 1 == done.returncode
    assert done.stderr.startswith("seeds/vocabulary.yml:3: ")


def test_show_prints_all_or_nothing(copy_of_project: Path) -> None:
    """A seed that cannot be published is named, and no page is printed beside the message."""
    seeds = copy_of_project / "seeds"
    (seeds / "a.txt").write_text("عنوان\nنص.", encoding="utf-8")
    (seeds / "b.txt").write_text("", encoding="utf-8")
    assert "title: عنوان" in run(copy_of_project, "show", "seeds/a.txt").stdout
    done = run(copy_of_project, "show", "seeds/a.txt", "seeds/b.txt", "seeds/none.txt")
    assert (1, "") == (done.returncode, done.stdout)
    assert "seeds/b.txt:1: no headline" in done.stderr
    assert "seeds/none.txt: there is no such file; look up its name in the folder\n" in done.stderr


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
