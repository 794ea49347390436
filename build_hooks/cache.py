"""What one build works out and the next need not: answers, each under the digest of all that it hangs on."""

from __future__ import annotations

import hashlib
import marshal
import pickle
from collections.abc import Callable, Iterable
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from build_hooks.whole_file import write_whole

_DIGEST_BYTES = 16
# As many as a number has that NumPy adds up, so that what stands behind is where such numbers may stand.
_SEAL_BYTES = 8


def digest(*parts: bytes | memoryview) -> bytes:
    """Return the digest of some parts, in order, 16 bytes long: no two builds of a site's life have one by chance."""
    hashed = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        # With its length, so that no two lists of parts read alike.
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def digest_of(value: Any) -> bytes:
    """Return the digest of a plain value: texts, bytes, whole numbers and None, in tuples and lists.

    `repr` would ask of each letter whether it can be printed, which takes most of the time. In its second version
    `marshal` writes no references, so that what is equal is written alike.
    """
    return digest(marshal.dumps(value, 2))


class Lines(list[str]):
    """Texts without line feeds, kept as one text: it is written and read in a third of the time that they take."""

    def __reduce__(self) -> tuple[Callable[[str], Lines], tuple[str]]:
        """Be pickled with a line feed behind each, as a list may be empty, and so may a text."""
        return _lines, ("\n".join([*self, ""]),)


def _lines(joined: str) -> Lines:
    lines = Lines(joined.split("\n"))
    lines.pop()
    return lines


class Answer(NamedTuple):
    """Something worked out, now or by a build before, in this process or another."""

    kind: str
    key: bytes
    packed: bytes | None = None
    """What `Cache.open` makes the value of; None where that is in memory, or still to be read in the folder."""


class Cache:
    """Answers in a folder that may be deleted at any time; in a preview, those of the build before in memory, too.

    A file is written whole, and holds a checksum of its content: one that is torn or spoilt is as good as none. Two
    builds may use one folder: what one of them sweeps away the other works out again.
    """

    def __init__(self, folder: Path | None = None, version: bytes = b"", *, remembers: bool = False) -> None:
        """Begin.

        Args:
            folder: Where answers are kept.
            version: The digest of what all answers hang on: the program and its settings.
            remembers: Whether this process will build again, so that answers are kept in memory, too.
        """
        self._folder = folder
        self._version = version
        self._remembers = remembers
        self._values: dict[tuple[str, bytes], object] = {}
        self._used: dict[tuple[str, bytes], None] = {}

    def renew(self, version: bytes) -> None:
        """Begin another build in the same process; with another version, nothing that is known holds."""
        if version != self._version:
            self._version = version
            self._values.clear()
        self._used.clear()

    def answer(self, kind: str, key: bytes, work: Callable[[], object]) -> Answer:
        """Return the answer to `kind` and `key`, worked out where it is not known.

        What it returns may be sent to another process, in which `open` makes the value of it.
        """
        known = self.known(kind, key)
        if known:
            return known
        value = self._values[kind, key] = work()
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        # Another process reads it in the folder sooner than it gets it from this one.
        return Answer(kind, key, None if self._write(kind, key, packed) else packed)

    def known(self, kind: str, key: bytes) -> Answer | None:
        """Return the answer to `kind` and `key`, None where it is not known."""
        if (kind, key) in self._values:
            return Answer(kind, key)
        packed = self._read(kind, key)
        return None if packed is None else Answer(kind, key, bytes(packed))

    def unread(self, kind: str, key: bytes) -> Answer | None:
        """Return the answer to `kind` and `key` without reading it, None where there is none; it may prove spoilt."""
        is_there = (kind, key) in self._values or (self._folder and self._file(kind, key).exists())
        return Answer(kind, key) if is_there else None

    def open(self, answer: Answer) -> Any:
        """Return the value of an answer.

        Raises:
            LookupError: It was not read before, and is spoilt or gone.
        """
        place = (answer.kind, answer.key)
        self._used[place] = None
        if place not in self._values:
            packed = self._read(*place) if answer.packed is None else answer.packed
            if packed is None:
                raise LookupError(answer.kind)
            # Of the program's own making, in a folder of the editor's own: as trusted as the program.
            self._values[place] = pickle.loads(packed)  # noqa: S301
        return self._values[place] if self._remembers else self._values.pop(place)

    def value(self, kind: str, key: bytes, work: Callable[[], object]) -> Any:
        """Return the value of `kind` and `key`, worked out where it is not known."""
        try:
            return self.open(Answer(kind, key))
        except LookupError:
            return self.open(self.answer(kind, key, work))

    def claim(self, kind: str, key: bytes) -> None:
        """Let a sweep spare an answer that another process asks for."""
        self._used[kind, key] = None

    def last(self, kind: str) -> Any:
        """Return what `keep_last` kept last; None where nothing is known."""
        if (kind, b"") in self._values:
            return self._values[kind, b""]
        packed = self._read(kind, b"")
        return None if packed is None else pickle.loads(packed)  # noqa: S301  # as above

    def keep_last(self, kind: str, value: object) -> None:
        """Keep a value for the next build, in the place of the one before."""
        self._used[kind, b""] = None
        if self._remembers:
            # A preview writes once: what it needs it has, and what it leaves to the next build is as good as older.
            is_written = (kind, b"") in self._values
            self._values[kind, b""] = value
            if is_written:
                return
        parts = _Parts()
        pickle.dump(value, parts, pickle.HIGHEST_PROTOCOL)
        self._write(kind, b"", *parts)

    def claim_last(self, kind: str) -> None:
        """Let a sweep spare what another process keeps with `keep_last`."""
        self.claim(kind, b"")

    def sweep(self) -> None:
        """Forget what this build did not ask for, of each kind that it asked for."""
        self._values = {place: self._values[place] for place in self._used if place in self._values}
        if self._folder is None:
            return
        used = {self._file(*place) for place in self._used}
        for kind in {kind for kind, _ in self._used}:
            for file in (self._folder / kind).glob("*"):
                if file not in used:
                    # Another build may sweep, too.
                    with suppress(OSError):
                        file.unlink()

    def _file(self, kind: str, key: bytes) -> Path:
        assert self._folder
        return self._folder / kind / digest(self._version, key).hex()

    def _read(self, kind: str, key: bytes) -> memoryview | None:
        if self._folder is None:
            return None
        # What is made of it is a copy, and to read it first would make another one; an empty file cannot be mapped.
        with suppress(OSError, ValueError), self._file(kind, key).open("rb") as file:
            content = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
            if _seal([content[_SEAL_BYTES:]]) == content[:_SEAL_BYTES]:
                return content[_SEAL_BYTES:]
        return None

    def _write(self, kind: str, key: bytes, *parts: bytes) -> bool:
        """Write an answer, and say whether it stands in the folder."""
        # A cache that cannot be written is none.
        with suppress(OSError):
            if self._folder is not None:
                write_whole(self._file(kind, key), _seal(parts), *parts)
                return True
        return False


class _Parts(list[bytes]):
    """What a value is pickled into that is not needed in one piece: its arrays come as they are, and are not copied."""

    write = list.append


def _seal(parts: Iterable[bytes | memoryview | pickle.PickleBuffer]) -> bytes:
    """Return what tells whether an answer is as it was written: against accidents, in a fraction of a digest's time.

    It is the sum of all numbers of 64 bits in it, and its length: what is changed in one place is never overlooked, what
    is changed in several once in 2 ** 64 times.
    """
    total, length, rest = 0, 0, b""
    for written in parts:
        part = written.raw() if isinstance(written, pickle.PickleBuffer) else written
        length += len(part)
        # A number that began in the part before ends here.
        begin = (_SEAL_BYTES - len(rest)) % _SEAL_BYTES
        end = max(begin, len(part) - (len(part) - begin) % _SEAL_BYTES)
        rest += part[:begin]
        if len(rest) == _SEAL_BYTES:
            total, rest = total + int.from_bytes(rest, "little"), b""
        total += int(np.add.reduce(np.frombuffer(part[begin:end], "<u8")))
        rest += part[end:]
    total += length + int.from_bytes(rest, "little")
    return (total % (1 << 64)).to_bytes(_SEAL_BYTES, "little")
