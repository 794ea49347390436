from __future__ import annotations

import pickle

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
