"""A check of every link of a built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser

_ATTRIBUTES = (
    ("a", "href"),
    ("link", "href"),
    ("img", "src"),
    ("script", "src"),
    ("source", "src"),
    ("form", "action"),
)


def broken_links(site: Path, root: str = "/") -> list[str]:
    """Return a line for each link on any page of `site` whose file or anchor is missing.

    `root` is the path at which the site is served; absolute links are looked up below it. Links to other sites
    are not followed.
    """
    pages = {
        file: LexborHTMLParser(file.read_text("utf-8")) for file in site.rglob("*.html") if file.is_file()
    }
    assert pages
    anchors = {file: {node.id for node in page.css("[id]")} for file, page in pages.items()}
    broken = []
    for file, page in pages.items():
        for link in _links(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(site, root, file, unquote(urldefrag(link).url.partition("?")[0]))
            fragment = unquote(parts.fragment)
            if not target.is_file():
                broken.append(f"{file.relative_to(site)}: {unquote(link)}: no such file")
            elif fragment and fragment not in anchors.get(target, ()):
                broken.append(f"{file.relative_to(site)}: {unquote(link)}: no such anchor")
    return broken


def _links(page: LexborHTMLParser) -> Iterator[str]:
    for tag, attribute in _ATTRIBUTES:
        for node in page.css(f"{tag}[{attribute}]"):
            yield node.attributes[attribute] or ""


def _target(site: Path, root: str, file: Path, path: str) -> Path:
    if path.startswith("/"):
        # An absolute link must name the place where the site is served.
        target = site / path.removeprefix(root) if path.startswith(root) else site / "outside of the site"
    else:
        target = (file.parent / path).resolve() if path else file
    return target / "index.html" if target.is_dir() else target
