"""A lock that one process holds at a time, and that ends with it, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import time

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait(descriptor: int) -> None:
        while not _try(descriptor):
            time.sleep(0.2)

else:
    import fcntl

    # Not flock, which forked workers would go on holding after their parent was killed.
    def _try(descriptor: int) -> bool:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _wait(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX)


def take_lock(file: Path, on_wait: Callable[[], object]) -> int:
    """Take the lock `file`, which is made if need be; wait while another process holds it.

    Args:
        file: the lock, in a folder that is there.
        on_wait: called once before a wait.

    Returns:
        What `release_lock` needs: a file descriptor. While it is open, the lock is held.

    Raises:
        OSError: where the file cannot be made.
    """
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        if not _try(descriptor):
            on_wait()
            _wait(descriptor)
        if _is_there(file, descriptor):
            return descriptor
        os.close(descriptor)


def release_lock(file: Path, descriptor: int) -> None:
    """Release the lock `file` and delete it."""
    # Windows lets nobody delete an open file; there it stays, and locks as well next time.
    if sys.platform != "win32":
        file.unlink(missing_ok=True)
    os.close(descriptor)


def _is_there(file: Path, descriptor: int) -> bool:
    """Tell whether `file` is still what was opened: the process before may have deleted it when it was done."""
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
