"""The time that may stand behind a date."""

from __future__ import annotations

import datetime
import re

# ISO 8601, as YAML and RFC 3339 have it; without its zone a time names no moment.
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]"
    r"(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)? ?(?P<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})"
)


def read_time(written: str) -> datetime.time | None:
    """Return the time with its zone of a date like `2026-11-24T10:30+03:00`, None where it has not both."""
    match = _TIME.fullmatch(written)
    if match is None:
        return None
    try:
        return datetime.time.fromisoformat(match["time"] + match["zone"].upper())
    except ValueError:
        return None
