from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from build_hooks.whole_file import write_whole


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The folder is made; what was there before is gone."""
    file = tmp_path / "a/b"
    write_whole(file, b"old")
    write_whole(file, b"new")
    assert b"new" == file.read_bytes()
    assert [file] == list(file.parent.iterdir())


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """On a full disk, or when interrupted, the file is as before and there is no part of the new one."""
    file = tmp_path / "file"
    file.write_bytes(b"old")
    fdopen = os.fdopen

    def half(descriptor: int, mode: str) -> object:
        with fdopen(descriptor, mode) as target:
            target.write(b"ne")
        raise error

    monkeypatch.setattr(os, "fdopen", half)
    with pytest.raises(type(error)):
        write_whole(file, b"new")
    assert b"old" == file.read_bytes()
    assert [file] == list(tmp_path.iterdir())
