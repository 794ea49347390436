"""Articles for tests."""

from __future__ import annotations

import datetime

from build_hooks.model import Article, Section


def an_article(
    permalink: str = "a", /, *, day: str | None = None, text: tuple[str, ...] = ("نص.",), **fields: object
) -> Article:
    """Return an article at `permalink` with the fields given, and sensible ones for the rest."""
    article: dict[str, object] = {
        "seed": f"seeds/{permalink}.txt",
        "permalink": permalink,
        "headline": f"عنوان {permalink}",
        "sections": (Section(None, text),),
        "date": datetime.date.fromisoformat(day) if day else None,
    }
    return Article(**(article | fields))  # type: ignore[arg-type]
