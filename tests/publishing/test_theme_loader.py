"""MkDocs is told of the theme's files without its icons."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from build_hooks.publishing.theme_loader import ThemeLoader


def test_hidden_templates_are_found_and_not_named(tmp_path: Path) -> None:
    """What is left are all others, in the order of Jinja's own loader, each once."""
    folders = [tmp_path / "own", tmp_path / "theirs"]
    for folder in folders:
        for name in ("main.html", ".icons/x/y.svg", "assets/.icons/y.svg", "assets/z.css"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(name)
    (folders[1] / "base.html").touch()
    loader = ThemeLoader([str(folder) for folder in folders])
    assert ["assets/z.css", "base.html", "main.html"] == loader.list_templates()
    everything = FileSystemLoader(folders).list_templates()
    assert loader.list_templates() == [name for name in everything if ".icons" not in name]
    assert (
        ".icons/x/y.svg"
        == Environment(loader=loader, autoescape=True).get_template(".icons/x/y.svg").render()
    )
