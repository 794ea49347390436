"""Templates that one build has compiled need no compiling in the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from build_hooks.cache import Cache
from build_hooks.publishing.compiled_templates import CompiledTemplates


def render(folder: Path, text: str) -> str:
    """Render a template as a build does that keeps what it compiled in `folder`."""
    templates = CompiledTemplates(Cache(folder))
    env = Environment(loader=DictLoader({"x.html": text}), autoescape=True, bytecode_cache=templates)
    html = env.get_template("x.html").render()
    templates.keep()
    return html


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build need not compile it."""
    assert "2" == render(tmp_path, "{{ 1 + 1 }}")
    monkeypatch.setattr(Environment, "compile", None)
    assert "2" == render(tmp_path, "{{ 1 + 1 }}")


def test_a_changed_template_is_compiled_anew(tmp_path: Path) -> None:
    """What was compiled of another text is not used."""
    assert "2" == render(tmp_path, "{{ 1 + 1 }}")
    assert "3" == render(tmp_path, "{{ 1 + 2 }}")


def test_two_texts_of_one_name_are_kept_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a piece has the name of the mark in its place."""

    def build() -> list[str]:
        templates = CompiledTemplates(Cache(tmp_path))
        envs = [
            Environment(loader=DictLoader({"x.html": text}), autoescape=True, bytecode_cache=templates)
            for text in ("1", "2")
        ]
        shown = [env.get_template("x.html").render() for env in envs]
        templates.keep()
        return shown

    assert ["1", "2"] == build()
    monkeypatch.setattr(Environment, "compile", None)
    assert ["1", "2"] == build()


def test_two_environments_compile_a_template_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the shells' and MkDocs' own."""
    templates = CompiledTemplates(Cache(tmp_path))
    first, second = (
        Environment(loader=DictLoader({"x.html": "{{ 1 + 1 }}"}), autoescape=True, bytecode_cache=templates)
        for _ in range(2)
    )
    assert "2" == first.get_template("x.html").render()
    monkeypatch.setattr(Environment, "compile", None)
    assert "2" == second.get_template("x.html").render()
