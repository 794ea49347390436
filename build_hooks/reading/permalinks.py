"""Where an article will stand in the site, and that no two stand in the same place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import unquote

from build_hooks.errors import SeedError
from build_hooks.model import Article
from build_hooks.reading.characters import first_forbidden, is_blank, printable, quote
from build_hooks.reading.declarations import Declaration

# What Linux, macOS and Windows allow a file or folder name; an Arabic letter takes two bytes.
_MOST_BYTES = 255
# Linux allows a whole path 4,096, of which the folder that the site lies in needs some; and in a link, where each
# Arabic letter takes six, servers allow some 8,000.
_MOST_BYTES_OF_PATH = 2048

# Windows has no files of these names, whatever their suffix (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {port + number for port in ("com", "lpt") for number in "0123456789¹²³"}
)
# Nor any with one of these in its name; with a colon, a path may be one from the root of a disk.
_NOT_ON_WINDOWS = frozenset('<>:"|?*')
# What may stand in an article's folder beside other articles'.
_FILES = frozenset({"index.html", "card.png"})


def permalink(seed: PurePath, slug: Declaration | None, source: str) -> str:
    """Return an article's path below `articles/`, not percent-encoded.

    Args:
        seed: The file's path below `seeds/`; it gives the permalink, less its suffix.
        slug: What stands in the place of the file's name, where the editor declares it.
        source: The file's path from the project's root, for messages.

    Raises:
        SeedError: Where a part of the path cannot be the name of a folder in the site.
    """
    *folders, _ = seed.parts
    name = seed.stem
    for part in (*folders, name):
        reason = _reason_against(part) or _reason_against_folder(part)
        if reason:
            raise SeedError(f"{quote(part)} cannot be part of an address: {reason}; rename it", source)
    if slug is not None:
        name = slug.values[0]
        reason = _reason_against(name) or _reason_against_folder(name)
        if reason:
            message = f"the slug {quote(name)} cannot be used: {reason}; choose another"
            raise SeedError(message, source, slug.line)
    address = "/".join((*folders, name))
    size = len(address.encode("utf-8"))
    if size > _MOST_BYTES_OF_PATH:
        message = f"its address has {size} bytes, and {_MOST_BYTES_OF_PATH} are allowed"
        raise SeedError(f"{message}; put the file in fewer folders, or give them shorter names", source)
    return address


def alias(written: str, source: str, line: int) -> str:
    """Return a former address of an article as a path below the site's root, without slashes at its ends.

    Args:
        written: The address as the editor has it: `old/path`, `/old/path/`, also percent-encoded; one that ends
            in `.html` names a file, any other a folder.
        source: The file's path from the project's root, for messages.
        line: The line that declares it.

    Raises:
        SeedError: Where it leads to another site, or cannot be a path in this one.
    """
    path = unquote(written).strip("/")
    if "://" in written or written.startswith("//") or "?" in written or "#" in written:
        reason: str | None = "it is no path in this site"
    else:
        *folders, name = path.split("/")
        reason = next(filter(None, map(_reason_against, (*folders, name))), None)
        if any(folder.endswith(".html") for folder in folders):
            reason = "a folder in it ends in .html"
    if reason:
        message = f"the alias {quote(written)} cannot be used: {reason}; write a path like old/address"
        raise SeedError(message, source, line)
    return path


def _reason_against(name: str) -> str | None:
    if is_blank(name):
        return "it is empty"
    if name.startswith("."):
        return "it begins with a dot"
    if "/" in name or "\\" in name:
        return "it holds a slash"
    if first_forbidden(name) is not None or printable(name) != name:
        return "it holds a character that cannot be published"
    if bad := next(filter(_NOT_ON_WINDOWS.__contains__, name), None):
        return f"Windows has no files with {bad} in their names"
    if name[-1] == "." or name[-1].isspace():
        return "it ends in a dot or a space"
    if name.split(".", maxsplit=1)[0].rstrip().casefold() in _DEVICES:
        return "Windows keeps this name for itself"
    size = len(name.encode("utf-8"))
    return f"it has {size} bytes, and {_MOST_BYTES} are allowed" if size > _MOST_BYTES else None


def _reason_against_folder(name: str) -> str | None:
    return "each page has a file of this name" if name.casefold() in _FILES else None


def clashes(articles: Iterable[Article]) -> list[SeedError]:
    """Return an error for each article whose permalink another one before it has.

    Permalinks that differ in letter case or Unicode composition only are one folder on macOS and Windows.
    """
    first: dict[str, Article] = {}
    errors = []
    for article in articles:
        owner = first.setdefault(_comparable(article.permalink), article)
        if owner is not article:
            errors.append(
                SeedError(
                    f"has the permalink {quote(article.permalink)}, as has {owner.seed}; "
                    "rename one of the files, or give one a slug",
                    article.seed,
                )
            )
    return errors


def _comparable(permalink: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", permalink).casefold())
