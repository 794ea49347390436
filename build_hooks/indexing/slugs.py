"""Path components for names: readable, lasting, one for each name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from build_hooks.arabic.fold import fold, strip_marks

# A path component holds 255 bytes on every common file system; this leaves room for a suffix and for `.html`.
_MOST_BYTES = 180
_SEPARATORS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """Return `name` as a path component: Arabic letters stay, what is no letter or digit becomes `-`.

    Tashkeel and tatweel go, Latin is lower-cased, and the result is at most 180 bytes of UTF-8.
    It is empty where the name has no letter or digit.
    """
    return _cut(_SEPARATORS.sub("-", _letters(name)).strip("-"))


def unique_slugs(names: Iterable[str]) -> Mapping[str, str]:
    """Return a slug for each of `names`, no two alike, and none of them empty.

    Where several names would share one (`C` and `C++`), the name that it spells in full keeps it. The others get
    a suffix made from the name alone, so that it stays the same when other names come and go.
    """
    plain = {name: slug(name) for name in names}
    sharers = Counter(plain.values())
    return {
        name: component if _owns(component, name, sharers[component]) else _suffixed(component, name)
        for name, component in plain.items()
    }


def _owns(component: str, name: str, sharers: int) -> bool:
    spelt_in_full = component.replace("-", " ") == " ".join(_letters(name).split())
    return component != "" and (sharers == 1 or spelt_in_full)


def _letters(name: str) -> str:
    # Lower-casing can take a letter apart, which file systems and URLs would then compare differently.
    return unicodedata.normalize("NFC", strip_marks(name).casefold())


def _suffixed(component: str, name: str) -> str:
    digest = hashlib.sha256(fold(name).encode()).hexdigest()[:8]
    return f"{component}-{digest}".lstrip("-")


def _cut(component: str) -> str:
    return component.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip("-")
