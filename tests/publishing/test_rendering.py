"""What a build asks of MkDocs' configuration."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_hooks.publishing.rendering import version_of


def version(project: Path, custom_dir: str, language: str = "ar", other: str = "") -> bytes:
    """Return the version of a project whose settings tell so of its theme; `other` is an option of another name."""
    config = MkDocsConfig(str(project / "mkdocs.yml"))
    theme = {"name": "material", "custom_dir": str(project / "theme"), "language": language}
    config.load_dict({"site_name": "ناشر", "theme": theme, "plugins": [], "hooks": ["hook.py"]})
    config.load_dict({"extra": {"custom_dir": other}})
    assert [] == config.validate()[0]
    theme["custom_dir"] = custom_dir
    return version_of(config)


def test_the_place_of_templates_makes_no_other_version(tmp_path: Path) -> None:
    """MkDocs tells it in two ways in one preview; what they hold does, and so does any other setting."""
    for name in ("docs", "theme"):
        (tmp_path / name).mkdir()
    (tmp_path / "hook.py").touch()
    first = version(tmp_path, "theme")
    assert first == version(tmp_path, str(tmp_path / "theme"))
    assert first != version(tmp_path, "theme", "en")
    assert first != version(tmp_path, "theme", other="x")
    (tmp_path / "theme" / "main.html").touch()
    assert first != version(tmp_path, "theme")
