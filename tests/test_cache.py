"""What one build keeps for the next."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from build_hooks.cache import Cache, Lines, digest, digest_of


def never() -> object:
    """Fail: the answer should have been known."""
    raise AssertionError


@pytest.mark.parametrize(
    "value",
    [
        "نص",
        b"1",
        1,
        1 << 80,
        None,
        True,
        ("a", "b"),
        ["a", "b"],
        ("ab",),
        (("a",), "b"),
        "\udc80",
        "é",
        "e\u0301",
    ],
)
def test_a_plain_value_has_a_digest_of_its_own(value: object) -> None:
    """Equal values have one digest, however often a part of them stands in memory; no other value has it."""
    again = pickle.loads(pickle.dumps(value))  # noqa: S301  # its own
    assert digest_of((value, value)) == digest_of((value, again))
    others = ("نص ", "1", 2, b"", (), ["ab"], ("a", "b", None), ("a", ("b",)))
    assert digest_of(value) not in map(digest_of, others)


@pytest.mark.parametrize("texts", [[], [""], ["", "a", "", "نص\r\u2028"]])
def test_lines_come_back_as_they_were(texts: list[str]) -> None:
    """None gets lost or comes to be, and nothing but a line feed parts them."""
    lines = pickle.loads(pickle.dumps(Lines(texts)))  # noqa: S301  # its own
    assert (texts, Lines) == (lines, type(lines))


def test_an_answer_is_worked_out_once(tmp_path: Path) -> None:
    """The same kind and key have one answer, in this build and in the next."""
    cache = Cache(tmp_path)
    assert [1] == cache.value("kind", b"key", lambda: [1])
    assert [1] == cache.value("kind", b"key", never)
    assert [1] == Cache(tmp_path).value("kind", b"key", never)
    assert [2] == cache.value("kind", b"other", lambda: [2])
    assert [3] == cache.value("other", b"key", lambda: [3])


def test_another_version_knows_nothing(tmp_path: Path) -> None:
    """What another program or other settings worked out is not used, on disk or in memory."""
    cache = Cache(tmp_path, b"1", remembers=True)
    cache.value("kind", b"key", lambda: 1)
    assert 2 == Cache(tmp_path, b"2").value("kind", b"key", lambda: 2)
    cache.renew(b"3")
    assert 3 == cache.value("kind", b"key", lambda: 3)
    assert 1 == Cache(tmp_path, b"1").value("kind", b"key", never)


def test_an_answer_comes_from_another_process(tmp_path: Path) -> None:
    """It is opened in the same folder; where there is none, or it cannot be written, all stands in the answer."""
    (tmp_path / "file").touch()
    for folder in (tmp_path / "cache", None, tmp_path / "file"):
        answer = Cache(folder).answer("kind", b"key", lambda: {"a": 1})
        assert {"a": 1} == Cache(folder).open(pickle.loads(pickle.dumps(answer)))  # noqa: S301  # its own
    assert len(pickle.dumps(Cache(tmp_path / "cache").answer("kind", b"long", lambda: "a" * 10_000))) < 1000


def test_a_spoilt_file_is_none(tmp_path: Path) -> None:
    """A file that was cut off or changed is not read."""
    Cache(tmp_path).value("kind", b"key", lambda: "long enough")
    (file,) = (tmp_path / "kind").iterdir()
    whole = file.read_bytes()
    for spoilt in (b"", whole[:-1], whole[:20] + b"?" + whole[21:]):
        file.write_bytes(spoilt)
        assert "new" == Cache(tmp_path).value("kind", b"key", lambda: "new")


def test_a_change_of_any_byte_is_noticed(tmp_path: Path) -> None:
    """Wherever it is, and in whatever parts the value was written: an array comes as a part of its own."""
    for size in range(9):
        Cache(tmp_path, b"1").keep_last("last", ("ن" * size, np.arange(size * 5, dtype=np.uint8), 2**70))
        (file,) = (tmp_path / "last").iterdir()
        whole = file.read_bytes()
        assert Cache(tmp_path, b"1").last("last") is not None
        for place in range(len(whole)):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
            assert Cache(tmp_path, b"1").last("last") is None


def test_an_answer_may_be_opened_unread(tmp_path: Path) -> None:
    """Whether it is whole turns out when it is opened, and not before."""
    assert Cache(tmp_path).unread("kind", b"key") is None
    Cache(tmp_path).value("kind", b"key", lambda: [1])
    answer = Cache(tmp_path).unread("kind", b"key")
    assert answer
    assert [1] == Cache(tmp_path).open(answer)
    (file,) = (tmp_path / "kind").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert answer == Cache(tmp_path).unread("kind", b"key")
    with pytest.raises(LookupError):
        Cache(tmp_path).open(answer)


def test_a_folder_that_cannot_be_written_is_no_cache(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, everything is worked out, and nothing fails."""
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file")
    assert 1 == cache.value("kind", b"key", lambda: 1)
    cache.sweep()


def test_what_nobody_asked_for_goes(tmp_path: Path) -> None:
    """Answers that a build did not need are deleted, of those kinds that it asked for."""
    before = Cache(tmp_path)
    for kind, key in (("a", b"1"), ("a", b"2"), ("b", b"1")):
        before.value(kind, key, lambda: 1)
    cache = Cache(tmp_path)
    cache.value("a", b"2", never)
    cache.sweep()
    assert 2 == len([file for file in tmp_path.rglob("*") if file.is_file()])
    after = Cache(tmp_path)
    after.value("a", b"2", never)
    after.value("b", b"1", never)
    assert 5 == after.value("a", b"1", lambda: 5)


def test_memory_keeps_what_the_last_build_used() -> None:
    """In one process, a build finds what the one before worked out, and only that."""
    cache = Cache(remembers=True)
    cache.value("a", b"1", lambda: 1)
    cache.sweep()
    cache.renew(b"")
    cache.value("a", b"1", never)
    cache.value("a", b"2", lambda: 2)
    cache.sweep()
    cache.renew(b"")
    cache.value("a", b"2", never)
    cache.sweep()
    cache.renew(b"")
    assert 3 == cache.value("a", b"1", lambda: 3)


def test_the_last_value_replaces_the_one_before(tmp_path: Path) -> None:
    """Of what has no key the last one is kept, and it outlasts a sweep."""
    cache = Cache(tmp_path)
    assert cache.last("kind") is None
    cache.keep_last("kind", 1)
    cache.keep_last("kind", 2)
    cache.sweep()
    assert 2 == Cache(tmp_path).last("kind")
    assert 1 == len(list((tmp_path / "kind").iterdir()))


def test_what_is_large_is_kept_too(tmp_path: Path) -> None:
    """Arrays and texts come back as they were, in whatever pieces they are written."""
    text, array = "نص" * 100_000, np.arange(100_000).reshape(-1, 2).T
    Cache(tmp_path).keep_last("kind", (text, array, array[:, ::3]))
    kept, *arrays = Cache(tmp_path).last("kind")
    assert text == kept
    assert [array.tolist(), array[:, ::3].tolist()] == [some.tolist() for some in arrays]


def test_what_another_process_asks_for_stays(tmp_path: Path) -> None:
    """A sweep spares answers that were claimed."""
    Cache(tmp_path).value("a", b"1", lambda: 1)
    cache = Cache(tmp_path)
    cache.value("a", b"2", lambda: 2)
    cache.claim("a", b"1")
    cache.sweep()
    assert 1 == Cache(tmp_path).value("a", b"1", never)


def test_parts_do_not_run_together() -> None:
    """Two lists of parts have one digest only where they are the same."""
    assert digest(b"a", b"b") == digest(b"a", b"b")
    assert 4 == len({digest(b"ab"), digest(b"a", b"b"), digest(b"", b"ab"), digest(b"b", b"a")})


def test_a_preview_keeps_the_last_value_in_memory(tmp_path: Path) -> None:
    """It is written once: another process has an older one, which is as good."""
    cache = Cache(tmp_path, remembers=True)
    for value in ("old", "new"):
        cache.keep_last("kind", value)
        assert value == cache.last("kind")
    assert "old" == Cache(tmp_path).last("kind")
