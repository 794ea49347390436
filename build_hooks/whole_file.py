"""Files that others see whole or not at all, even where the writer is killed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

PART = ".part"
"""How the names of files end that are being written, or were when their writer was killed."""


def write_whole(file: Path, *parts: bytes) -> None:
    """Write `file`, whose folder is made if need be, in the place of one that may be there.

    Args:
        file: the file.
        parts: what it is to hold, in order.

    Raises:
        OSError: where it cannot be written. Nothing of it is left, and what was there before stands.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(suffix=PART, dir=file.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as target:
            target.writelines(parts)
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
