from __future__ import annotations

import pickle

import pytest

from build_hooks.indexing import memo as memo_module
from build_hooks.indexing.memo import Memo


def test_each_answer_is_worked_out_once() -> None:
    """The second time the answer is remembered."""
    asked: list[str] = []

    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    memo = Memo(length)
    assert [2, 3, 2] == [memo[text] for text in ("ab", "abc", "ab")]
    assert ["ab", "abc"] == asked


def test_a_memo_goes_to_another_process() -> None:
    """It is pickled with what it remembers."""
    memo = Memo(len)
    assert 2 == memo["ab"]
    copy = pickle.loads(pickle.dumps(memo))  # noqa: S301
    assert {"ab": 2} == copy
    assert 3 == copy["abc"]


def test_a_memo_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """It forgets before it holds more than it may, and answers as before."""
    monkeypatch.setattr(memo_module, "_MOST", 2)
    lengths = Memo(len)
    assert [1, 2, 3, 1] == [lengths[text] for text in ("a", "ab", "abc", "a")]
    assert 2 == len(lengths)
