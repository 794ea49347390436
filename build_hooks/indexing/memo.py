"""Answers that are remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

# Far more words than a language has in common use.
_MOST = 1 << 17


class Memo(dict[str, Answer], Generic[Answer]):
    """A mapping that works out what it is asked for the first time, and keeps it.

    A known answer costs one look-up in a dictionary, which a function that is cached does not. After 131,072
    answers it begins anew, so that a text without end cannot fill the memory.
    """

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        """Remember what `answer` says of each text."""
        super().__init__()
        self._answer = answer

    def __missing__(self, text: str) -> Answer:
        if len(self) >= _MOST:
            self.clear()
        found = self[text] = self._answer(text)
        return found
