"""What an editor declares about an article, in a trailer or in front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from build_hooks.reading.fields import Field


class Declaration(NamedTuple):
    """The value of one field."""

    values: tuple[str, ...]
    """The items of a list field, which may be none; the one value of any other field."""

    line: int
    """The line in the file, counted from 1."""

    is_list: bool = False
    """Whether front matter lists the values, so that none of them is parted."""


Declarations: TypeAlias = Mapping[Field, Declaration]


def values_of(declarations: Declarations, field: Field) -> tuple[str, ...]:
    """Return the values of a field, none where it is not declared."""
    declaration = declarations.get(field)
    return declaration.values if declaration else ()


def value_of(declarations: Declarations, field: Field) -> str | None:
    """Return the value of a field that has one value, None where it is not declared."""
    values = values_of(declarations, field)
    return values[0] if values else None
