"""What goes wrong in a seed, said to the editor with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

_One = TypeVar("_One")
_Other = TypeVar("_Other")


def _with_place(message: str, source: str, line: int | None) -> str:
    return f"{source}:{line}: {message}" if line is not None else f"{source}: {message}"


class SeedWarning(NamedTuple):
    """Something an editor should look at, though the seed can be published."""

    message: str
    """What is wrong; what to do."""

    source: str
    """The file's path from the project's root: `seeds/x.txt`."""

    line: int | None = None
    """The line in the file, counted from 1, where one line is to blame."""

    def __str__(self) -> str:
        return _with_place(self.message, self.source, self.line)


class SeedError(Exception):
    """A seed, or another file of the editor's, that cannot be published as it is.

    `message` says what is wrong and what to do; `source` is the file's path from the project's root;
    `line` counts from 1. `str()` gives `seeds/x.txt:12: message`.
    """

    def __init__(self, message: str, source: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.line = line

    def __str__(self) -> str:
        return _with_place(self.message, self.source, self.line)

    def __reduce__(self) -> tuple[type[SeedError], tuple[str, str, int | None]]:
        """Keep the place on the way from one process to another."""
        return type(self), (self.message, self.source, self.line)


class SeedErrors(Exception):
    """All that is wrong in a collection of seeds, so that an editor mends it in one go."""

    def __init__(self, errors: Iterable[SeedError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(str, self.errors)))

    def __reduce__(self) -> tuple[type[SeedErrors], tuple[tuple[SeedError, ...]]]:
        """Keep the errors on the way from one process to another."""
        return type(self), (self.errors,)


def both(one: Callable[[], _One], other: Callable[[], _Other]) -> tuple[_One, _Other]:
    """Read one thing and another; return what was read.

    Raises:
        SeedErrors: Where anything is wrong in either, with what is wrong in both.
    """
    try:
        first = one()
    except SeedErrors as found:
        try:
            other()
        except SeedErrors as more:
            raise SeedErrors([*found.errors, *more.errors]) from more
        raise
    return first, other()
