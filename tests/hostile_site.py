"""A site in which every payload stands in every field of a seed and of the vocabulary."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePath

import frontmatter
import yaml

from build_hooks.arabic.fold import fold
from build_hooks.errors import SeedError
from build_hooks.reading.characters import first_forbidden, is_blank, one_line
from build_hooks.reading.declarations import Declaration
from build_hooks.reading.permalinks import alias, permalink
from tests.payloads import PAYLOADS

_ROOT = Path(__file__).resolve().parent.parent
_WIDEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class HostileArticle:
    """An article made of a payload, and what its page should show."""

    payload: str
    path: str
    """Below the site's root, with a final slash."""

    headline: str
    paragraphs: tuple[str, ...]


class _Dumper(yaml.SafeDumper):
    """A dumper that quotes texts with Arabic commas, at which lists part elsewhere."""

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """Write a text."""
        style = '"' if _COMMAS.intersection(data) else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style)


_COMMAS = frozenset("،؛")
_Dumper.add_representer(str, _Dumper.represent_str)


def write_hostile_project(project: Path) -> list[HostileArticle]:
    """Write a project of hostile seeds into the folder `project`, which is not there yet; return its articles."""
    project.mkdir()
    shutil.copy(_ROOT / "mkdocs.yml", project)
    for name in ("build_hooks", "docs"):
        shutil.copytree(_ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    (project / "seeds").mkdir()
    (project / "seeds" / "vocabulary.yml").write_text(_vocabulary(), encoding="utf-8")
    articles = [_write_text_seed(project / "seeds", number, text) for number, text in enumerate(PAYLOADS)]
    for number in range(0, len(PAYLOADS), 8):
        _write_markdown_seed(project / "seeds", number, PAYLOADS[number : number + 8])
    return articles


def _write_text_seed(seeds: Path, number: int, payload: str) -> HostileArticle:
    name, shown = f"{number:03}", one_line(payload)
    article = HostileArticle(
        payload,
        f"articles/{_address(name, payload)}/",
        shown or f"عنوان {name}",
        (f"نص {shown} نص.", *([f"{payload.strip()}."] if _is_paragraph(payload) else []), f"ختام {name}."),
    )
    fields: dict[str, object] = {
        "title": article.headline,
        "keywords": [payload, f"م{number}"],
        "tags": [payload],
        "writing_style": [payload],
        "author": payload,
        "source": payload,
        "description": payload,
        "date": "2026-11-24",
        "slug": PurePath(article.path).name,
        "aliases": [_alias(name, payload)],
        # A name of nobody's, and Material's own.
        f"x{payload}": payload,
        "hide": payload,
    }
    if not yaml.safe_dump(payload).isprintable() and is_blank(payload):
        del fields[f"x{payload}"]
    text = "\n\n".join([article.paragraphs[0], f"## {shown or name} ##", *article.paragraphs[1:]])
    _write(seeds / f"{name}.txt", fields, text)
    return article


def _is_paragraph(line: str) -> bool:
    """Say whether a line of its own is a paragraph: not blank, and no subheading by its marks."""
    return not is_blank(line) and not line.startswith(("##", "**"))


def _write_markdown_seed(seeds: Path, number: int, payloads: list[str]) -> None:
    text = "\n\n".join(
        f"{payload}\n\n## {payload}\n\nنص {payload} نص\n\n- {payload}\n\n> {payload}" for payload in payloads
    )
    _write(seeds / f"m{number:03}.md", {"title": f"ماركداون {number}", "keywords": ["ماركداون"]}, text)


def _write(file: Path, fields: Mapping[str, object], text: str) -> None:
    post = frontmatter.Post(text)
    post.metadata.update(fields)
    file.write_text(frontmatter.dumps(post, width=_WIDEST, Dumper=_Dumper), encoding="utf-8")


def _address(name: str, payload: str) -> str:
    """Return the payload as part of an address where it may be one, else something plain."""
    written = one_line(f"{name} {payload}")
    try:
        return permalink(PurePath(f"{name}.txt"), Declaration((written,), 1), "")
    except SeedError:
        return name


def _alias(name: str, payload: str) -> str:
    written = f"قديم/{name}-{one_line(payload)}"
    try:
        alias(written, "", 1)
    except SeedError:
        return f"قديم/{name}"
    return written


def _vocabulary() -> str:
    names: set[str] = set()
    terms: list[dict[str, object]] = []
    for number, payload in enumerate(PAYLOADS):
        names_here = [f"م{number}", f"مصطلح {number} {payload}"]
        if number % 3 or first_forbidden(payload) is not None or not names.isdisjoint(map(fold, names_here)):
            continue
        names |= set(map(fold, names_here))
        entry: dict[str, object] = {"term": names_here[1], "also": names_here[:1], "kind": "person"}
        terms.append(entry | {"description": payload or "x", "tags": [f"و {payload}"]})
    for entry, other in pairwise(terms):
        entry["see_also"] = [other["term"]]
    return yaml.dump({"terms": terms}, Dumper=_Dumper, allow_unicode=True, width=_WIDEST)
