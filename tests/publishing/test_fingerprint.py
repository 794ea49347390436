"""What a site hangs on beside its seeds."""

from __future__ import annotations

from pathlib import Path

from build_hooks.publishing.fingerprint import folders, program, settings


def test_files_count_by_name_and_content(tmp_path: Path) -> None:
    """Another content, another name, one more file: each gives another digest; compiled code does not."""
    (tmp_path / "a").mkdir()
    file = tmp_path / "a/b.html"
    file.write_text("x")
    seen = [folders([tmp_path])]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/b.pyc").write_text("x")
    assert seen == [folders([tmp_path])]
    file.write_text("y")
    seen.append(folders([tmp_path]))
    file.rename(tmp_path / "a/c.html")
    seen.append(folders([tmp_path]))
    (tmp_path / "d").touch()
    seen.append(folders([tmp_path]))
    assert len(seen) == len(set(seen))


def test_an_installed_package_is_told_by_its_version(tmp_path: Path) -> None:
    """Its files are not read."""
    package = tmp_path / "site-packages/material"
    package.mkdir(parents=True)
    before = folders([package])
    (package / "main.html").touch()
    assert before == folders([package])


def test_settings_hang_on_their_values_alone() -> None:
    """Functions and objects are told by name, not by where they are in memory."""
    assert settings({"a": [1, len, object()]}) == settings({"a": [1, len, object()]})
    others = [{"a": 1}, {"a": "1"}, {"a": [1]}, {"b": 1}, {"a": True}, {"a": None}, {"a": len}, {"a": max}]
    assert len(others) == len({settings(value) for value in others})


def test_the_program_is_the_same_while_nothing_changes() -> None:
    """Two readings give one digest."""
    assert program() == program()
