"""All that a page shows, told in bytes, by which the next build knows that it is to be the same again."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from operator import attrgetter

from build_hooks.model import Article, Term
from build_hooks.publishing.site_page import SitePage


def told(page: SitePage) -> bytes:
    """Return all that a page has for itself."""
    # JSON, as Python writes tuples of any kind in it several times as fast as anything else.
    return _WRITER.encode(page).encode(errors="surrogatepass")


def _told(value: object) -> object:
    """Tell what JSON has no form for; articles and terms by name, which says all that a page shows of them."""
    match value:
        case Article() if value.digest:
            return value.digest.hex(), value.is_scheduled
        case Term():
            return value.slug, value.name
        case _ if hasattr(value, "__dataclass_fields__"):
            kind: type = type(value)
            return kind.__name__, _values_of(kind)(value)
        case _:
            return type(value).__name__, str(value)


@cache
def _values_of(kind: type) -> attrgetter[tuple[object, ...]]:
    names = [field.name for field in fields(kind)]
    # One name alone would give its value, not a tuple.
    return attrgetter(*names, names[0])


_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_told)
