"""Templates that were compiled by a build before."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from build_hooks.cache import Cache
from build_hooks.publishing.compiled_templates import CompiledTemplates


def environment(folder: Path, source: str) -> Environment:
    """Return that of a build which keeps its cache in `folder`, with one template."""
    return Environment(  # noqa: S701  # as MkDocs' own
        loader=DictLoader({"page.html": source}), bytecode_cache=CompiledTemplates(Cache(folder))
    )


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build has it from the one before, and prints the same."""
    source = "{% for word in words %}<b>{{ word | e }}</b>{% endfor %}"
    words = ["أ", "<ب>"]
    printed = environment(tmp_path, source).get_template("page.html").render(words=words)
    assert "<b>أ</b><b>&lt;ب&gt;</b>" == printed
    monkeypatch.delattr(Environment, "compile")
    assert printed == environment(tmp_path, source).get_template("page.html").render(words=words)


def test_an_edited_template_is_compiled_anew(tmp_path: Path) -> None:
    """Nor are two templates of one name taken for each other."""
    for source in ("{{ 1 }}", "{{ 2 }}", "{{ 1 }}"):
        assert source.strip("{ }") == environment(tmp_path, source).get_template("page.html").render()


def test_what_is_spoilt_is_compiled_anew(tmp_path: Path) -> None:
    """The folder may be anyone's to write in by mistake."""
    environment(tmp_path, "{{ 1 }}").get_template("page.html")
    (kept,) = (tmp_path / "templates").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert "1" == environment(tmp_path, "{{ 1 }}").get_template("page.html").render()
