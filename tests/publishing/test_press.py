"""The press prints what MkDocs would."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_hooks.publishing.press import WrittenFolder, write_folder
from build_hooks.publishing.site_page import NamedFolder, PlannedFolder, SiteFile
from tests.conftest import BuildSite

_WATCHER = """
def on_page_markdown(markdown, **_):
    return markdown
"""

_VOCABULARY = """
terms:
  - term: داعش
    also: [تنظيم الدولة]
    kind: organisation
    description: تنظيم <مسلح> & محظور
    see_also: [قسد]
    tags: [أمن]
  - term: قسد
"""


def _write_seeds(seeds: Path) -> None:
    for number in range(60):
        (seeds / f"n{number}.txt").write_text(
            f"عنوان {number}: داعش <b>&amp;</b> {{{{ x }}}}\n"
            "في هذا النص ذكر لداعش وقسد وNATO (2030)، و«تنظيم الدولة» أيضًا.\n"
            "فقرة أطول\n"
            + "كلام عن قسد وعن غيرها وعما لا يُعرف. "
            * 20
            + "\n\nعنوان فرعي\n\nثم كلام آخر ينتهي بنقطة.\n\nعنوان فرعي\n\nوكلام أخير.\n"
            "Keywords: داعش، قسد، <i>غريب</i> & آخر\nWriting Style: Professional\n"
            f"Date: 2026-{1 + number % 9:02}-11\n",
            encoding="utf-8",
        )
    (seeds / "مجلد").mkdir()
    (seeds / "مجلد" / "آخر.txt").write_text("عنوان\nنص قصير عن داعش.\n", encoding="utf-8")
    (seeds / "m.md").write_text("# عنوان\n\nنص *قصير* عن داعش.\n", encoding="utf-8")
    (seeds / "vocabulary.yml").write_text(_VOCABULARY, encoding="utf-8")


def _files(site: Path) -> dict[str, bytes]:
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_site_is_the_same_whoever_renders_it(copy_of_project: Path, build_site: BuildSite) -> None:
    """Where another hook wants to see each page, MkDocs renders all of them, to the same bytes."""
    _write_seeds(copy_of_project / "seeds")
    settings = copy_of_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        'site_url: !ENV [SITE_URL, ""]', "site_url: https://x.test/a/"
    )
    settings.write_text(f"{text}\nrepo_url: https://x.test/r\nedit_uri: edit/main/docs/\n", encoding="utf-8")
    pressed = _files(build_site(settings, strict=False).folder)
    (copy_of_project / "watcher.py").write_text(_WATCHER, encoding="utf-8")
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "  - build_hooks/main.py\n", "  - build_hooks/main.py\n  - watcher.py\n"
        ),
        encoding="utf-8",
    )
    rendered = _files(build_site(settings, strict=False).folder)
    assert sorted(pressed) == sorted(rendered)
    assert [] == [name for name, content in pressed.items() if content != rendered[name]]


def test_a_file_is_whole_where_the_system_takes_less_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how much it took, which may be less than it was given."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, left: write(descriptor, left[:3]))
    monkeypatch.setattr("build_hooks.processes.can_fork", lambda: False)
    folder = NamedFolder("a/1", {"b.bin": b"12345"}, {"b.bin": b"key"}, SiteFile("a/c.txt", "كلام"))
    written = write_folder(PlannedFolder([], lambda: folder), tmp_path, None).results()
    assert [WrittenFolder("a/1", {"b.bin": b"key"}, {})] == written
    assert b"12345" == (tmp_path / "a/1/b.bin").read_bytes()
    assert "كلام" == (tmp_path / "a/c.txt").read_text("utf-8")
