"""Golden cases: a seed on top, what it says below a line of equals signs, one file for each rule.

Below stands YAML: the article's fields, of which those that are empty are left out, `text` with paragraphs
as texts and subheadings as `subheading: …`, then `warnings` and `errors`. A seed is read as if it were
`seeds/<name of the case>`.
"""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest
import yaml
from markdown import Markdown

from build_hooks.errors import SeedError, SeedErrors
from build_hooks.model import Article
from build_hooks.reading.git_dates import CommitDays
from build_hooks.reading.seed import parse_seed

CASES = Path(__file__).parent.parent / "golden" / "seeds"
SEPARATOR = "\n=====\n"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_golden(case: Path, markdown: Markdown) -> None:
    """A seed says what its golden says, no more and no less."""
    given, separator, golden = case.read_bytes().decode().rpartition(SEPARATOR)
    assert separator, "the case has no golden below a line ====="
    expected = yaml.safe_load(golden)
    assert "errors" in expected or "headline" in expected, "the golden says nothing"
    assert expected.pop("permalink", case.stem if "headline" in expected else None) == _permalink(
        found := _found(given, case.name, markdown)
    )
    assert expected == found


def _permalink(found: dict[str, object]) -> object:
    return found.pop("permalink", None)


def _found(given: str, name: str, markdown: Markdown) -> dict[str, object]:
    try:
        reading = parse_seed(given.encode(), PurePath(name), f"seeds/{name}", markdown, CommitDays())
    except SeedError as error:
        return {"errors": [str(error)]}
    except SeedErrors as errors:
        return {"errors": [str(error) for error in errors.errors]}
    fields = {**_fields(reading.article), "warnings": [str(warning) for warning in reading.warnings]}
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _fields(article: Article) -> dict[str, object]:
    return {
        "permalink": article.permalink,
        "headline": article.headline,
        "text": _text(article),
        "markdown": article.markdown,
        "keywords": list(article.keywords),
        "tags": list(article.tags),
        "writing_styles": list(article.writing_styles),
        "date": article.date,
        "author": article.author,
        # One author is what is written.
        "authors": list(article.authors) if article.authors != (article.author,) else None,
        "source": article.source,
        "description": article.description,
        "extra": dict(article.extra),
        "time": article.time and article.time.isoformat(),
        "updated": article.updated,
        "updated_time": article.updated_time and article.updated_time.isoformat(),
        "aliases": list(article.aliases),
        "draft": article.is_draft or None,
    }


def _text(article: Article) -> list[object]:
    text: list[object] = []
    for section in article.sections:
        if section.subheading is not None:
            text.append({"subheading": section.subheading})
        text.extend(section.paragraphs)
    return text
