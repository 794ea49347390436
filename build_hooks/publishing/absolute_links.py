"""Links that hold wherever a text is read."""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

_ATTRIBUTE = re.compile(r"""(?<=\s)(href|src|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


def absolute_links(html: str, base: str) -> str:
    """Return `html` with every link whole, all else as it is.

    Args:
        html: A text converted from Markdown.
        base: The whole address of the page that it stands on; a link to another page's Markdown file, as MkDocs
            has them, counts from there as well, since every page is an `index.md`.
    """
    rewriter = _Rewriter(base)
    rewriter.feed(html)
    rewriter.close()
    return "".join(rewriter.pieces)


class _Rewriter(HTMLParser):
    """Gives back what it reads, with whole links."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._base = base

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(_ATTRIBUTE.sub(self._whole, self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Leave comments out: no reader sees them."""

    def _whole(self, match: re.Match[str]) -> str:
        written = unescape(match[2].strip("\"'"))
        return f'{match[1]}="{escape(urljoin(self._base, _page(written)))}"'


def _page(link: str) -> str:
    """Return the address of the page that a link to a Markdown file means; any other link as it is."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return link
    path, fragment = urldefrag(link)
    folder = path.removesuffix(".md").removesuffix("index").removesuffix("README")
    folder = folder if not folder or folder.endswith("/") else f"{folder}/"
    return f"{folder or './'}{'#' + fragment if fragment else ''}"
