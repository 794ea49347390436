"""Links that hold wherever a text is read."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from build_hooks.reading.placed_parser import PlacedParser, with_changes

# Each attribute with its value, so that nothing is found inside one.
_ATTRIBUTE = re.compile(r"""(?<=\s)([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_LINKS = frozenset({"href", "src", "poster"})


def absolute_links(html: str, base: str) -> str:
    """Return `html` with every link whole, all else as it is.

    Args:
        html: A text converted from Markdown.
        base: The whole address of the page that it stands on; a link to another page's Markdown file, as MkDocs
            has them, counts from there as well, since every page is an `index.md`.
    """
    rewriter = _Rewriter(html, base)
    rewriter.read()
    return with_changes(html, rewriter.changes)


class _Rewriter(PlacedParser):
    """Finds what is to change in the HTML, and how it is then written."""

    def __init__(self, html: str, base: str) -> None:
        super().__init__(html)
        self.changes: list[tuple[int, int, str]] = []
        self._base = base

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        self._change(written, _ATTRIBUTE.sub(lambda match: _whole(match, self._base), written))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_comment(self, data: str) -> None:
        """Leave comments out: no reader sees them."""
        comment = f"<!--{data}-->"
        if self.html.startswith(comment, self.place):
            self._change(comment, "")

    def _change(self, old: str, new: str) -> None:
        self.changes.append((self.place, self.place + len(old), new))


def _whole(match: re.Match[str], base: str) -> str:
    if match[1].lower() not in _LINKS:
        return match[0]
    written = unescape(match[2].strip("\"'"))
    try:
        return f'{match[1]}="{escape(urljoin(base, _page(written)))}"'
    # No address: `http://[` is none.
    except ValueError:
        return match[0]


def _page(link: str) -> str:
    """Return the address of the page that a link to a Markdown file means; any other link as it is."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return link
    path, fragment = urldefrag(link)
    folder = path.removesuffix(".md").removesuffix("index").removesuffix("README")
    folder = folder if not folder or folder.endswith("/") else f"{folder}/"
    return f"{folder or './'}{'#' + fragment if fragment else ''}"
