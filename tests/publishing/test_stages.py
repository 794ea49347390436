"""What a build says of itself."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from build_hooks.publishing import stages
from build_hooks.publishing.stages import Stages
from tests.conftest import BuildSite


def test_stages_are_announced_once_and_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name is told before its stage begins; what it takes is told at the end, in order."""
    clock = iter([0.0, 1.5, 10.0, 10.25, 20.0, 21.0])
    monkeypatch.setattr(stages, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    told: list[str] = []
    build = Stages(told.append)
    for name in ("reading", "indexing", "reading"):
        with build.stage(name):
            told.append(".")
    assert ["reading", ".", "indexing", ".", "."] == told
    assert "reading 2.5 s, indexing 0.2 s" == build.summary()


def test_a_build_sums_up(copy_of_project: Path, build_site: BuildSite) -> None:
    """Articles, terms, mentions and pages are counted; the stages have their seconds."""
    (copy_of_project / "seeds" / "a.txt").write_text(
        "عنوان\nعن داعش ثم عن داعش.\nKeywords: داعش، قسد\n", encoding="utf-8"
    )
    output = build_site(copy_of_project / "mkdocs.yml").output
    seconds = r"\d+\.\d s"
    assert re.search(
        rf"1 articles, 2 terms, 2 mentions, \d+ pages; reading {seconds}, indexing {seconds}, planning {seconds}, writing {seconds}\n",
        output,
    )
    assert output.index("Reading") < output.index("Indexing") < output.index("Writing")
