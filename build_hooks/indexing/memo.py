"""Answers that are remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Memo(dict[str, Answer], Generic[Answer]):
    """A mapping that works out what it is asked for the first time, and keeps it.

    A known answer costs one look-up in a dictionary, which a function that is cached does not.
    """

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        """Remember what `answer` says of each text."""
        super().__init__()
        self._answer = answer

    def __missing__(self, text: str) -> Answer:
        found = self[text] = self._answer(text)
        return found
