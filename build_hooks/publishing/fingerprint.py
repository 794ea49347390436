"""The digests of what a site hangs on beside its seeds: the program, its packages, the settings, other files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from build_hooks.cache import digest

_PROGRAM = Path(__file__).parent.parent
_PACKAGES = frozenset({"site-packages", "dist-packages"})


def program() -> bytes:
    """Return the digest of Nashir itself, of Python, and of the packages that are installed."""
    # The name of a package's metadata holds its version, which tells its content.
    packages = sorted(
        entry.name
        for folder in map(Path, sys.path)
        if folder.name in _PACKAGES and folder.is_dir()
        for entry in folder.iterdir()
        if entry.suffix in {".dist-info", ".egg-info"}
    )
    return digest(sys.version.encode(), "\n".join(packages).encode(), folders([_PROGRAM]))


def settings(value: object) -> bytes:
    """Return the digest of settings as a YAML file gives them."""
    return digest(repr(_plain(value)).encode(errors="surrogatepass"))


def folders(places: Iterable[str | Path]) -> bytes:
    """Return the digest of all files below some folders; those of an installed package are told by its version."""
    own = (Path(place) for place in places if _PACKAGES.isdisjoint(Path(place).parts))
    return digest(*(part for folder in own for part in _files(folder)))


def _files(folder: Path) -> Iterator[bytes]:
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            file = Path(place) / name
            yield os.fsencode(file.relative_to(folder))
            yield file.read_bytes()


def _plain(value: object) -> object:
    """Return a value whose `repr` hangs on nothing but what it is: functions and the like by their names."""
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in value}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | bytes | int | float):
        return value
    kind = value if callable(value) else type(value)
    return f"{getattr(kind, '__module__', '')}.{getattr(kind, '__qualname__', '')}"
