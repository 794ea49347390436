"""Path components for names: readable, lasting, one for each name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from build_hooks.arabic.fold import fold, strip_marks

# A path component holds 255 bytes on every common file system; this leaves room for a suffix and for `.html`.
_MOST_BYTES = 180
_SEPARATORS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """Return `name` as a path component: Arabic letters stay, what is no letter or digit becomes `-`.

    Tashkeel and tatweel go, Latin is lower-cased, and the result is at most 180 bytes of UTF-8.
    It is empty where the name has no letter or digit.
    """
    return _cut(_component(name))


def unique_slugs(names: Iterable[str]) -> Mapping[str, str]:
    """Return a slug for each of `names`, no two alike, and none of them empty.

    Where several names would share one (`C` and `C++`), the name that it spells in full keeps it. The others, and
    names too long to be spelt, get a suffix made from the name alone, so that it stays the same when other names
    come and go.
    """
    components = {name: _component(name) for name in names}
    plain = {name: _cut(component) for name, component in components.items()}
    sharers = Counter(plain.values())
    owned = {
        name: own
        for name, own in plain.items()
        # Whole.
        if own and own == components[name] and (sharers[own] == 1 or _spells(own, name))
    }
    taken = set(owned.values())
    suffixed = {}
    # Sorted, as names made to share even a suffix must not part by the order of the seeds.
    for name in sorted(plain.keys() - owned.keys()):
        suffixed[name] = next(own for own in _suffixed(plain[name], name) if own not in taken)
        taken.add(suffixed[name])
    return owned | suffixed


def _spells(component: str, name: str) -> bool:
    """Tell whether a component has all of a name."""
    return component.replace("-", " ") == " ".join(_letters(name).split())


def _component(name: str) -> str:
    return _SEPARATORS.sub("-", _letters(name)).strip("-")


def _letters(name: str) -> str:
    # Lower-casing can take a letter apart, which file systems and URLs would then compare differently.
    return unicodedata.normalize("NFC", strip_marks(name).casefold())


def _suffixed(component: str, name: str) -> Iterator[str]:
    """Yield the slugs that a name may have, the first of which is almost always free."""
    for text in chain([fold(name)], (f"{name} {number}" for number in count())):
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        yield f"{component}-{digest}".lstrip("-")


def _cut(component: str) -> str:
    return component.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip("-")
