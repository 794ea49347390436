"""Hostile texts: what an attacker, or a clumsy paste, might put into any field of a seed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

PAYLOADS: list[str] = [
    json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines() if line
]
"""One line each: scripts, break-outs from attributes, JSON, templates, YAML, Markdown, addresses and paths, and odd Unicode."""

# The site's own; see `build_hooks/theme/`.
_SCRIPTS = frozenset(
    f"assets/{path}.js"
    for path in ("js/theme", "js/prefetch", "js/reading", "js/index-filter", "search/box", "search/page")
)
_SCHEMES = ("javascript:", "data:", "vbscript:", "blob:")
_ADDRESSES = frozenset({"action", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href"})


def intruders(html: str) -> Iterator[str]:
    """Yield each element and attribute of a page of the site that could run, load, or frame something of others'."""
    for node in LexborHTMLParser(html).css("*"):
        attributes = node.attributes
        yield from (f"<{node.tag} {name}>" for name in attributes if name.startswith("on") or name == "style")
        if node.tag in {"base", "embed", "frame", "iframe", "object", "style"}:
            yield f"<{node.tag}>"
        if node.tag == "script" and not _is_ours(attributes):
            yield node.html or "<script>"
        if node.tag == "meta" and attributes.get("http-equiv") not in {
            None,
            "Content-Security-Policy",
            "refresh",
        }:
            yield node.html or "<meta>"
        yield from _addresses(node)


def _is_ours(attributes: Mapping[str, str | None]) -> bool:
    source = attributes.get("src")
    if source is None:
        return attributes.get("type") == "application/ld+json"
    return source.split("../")[-1].lstrip("/") in _SCRIPTS


def _addresses(node: LexborNode) -> Iterator[str]:
    for name, value in node.attributes.items():
        # As a browser reads it: white space inside goes, but for the space.
        address = re.sub(r"^[\0- ]+|[\t\n\r]", "", value or "").lower()
        if name in _ADDRESSES and address.startswith(_SCHEMES):
            yield f"<{node.tag} {name}={value}>"
        if name in _ADDRESSES - {"href", "xlink:href"} and address.startswith(("//", "http")):
            yield f"<{node.tag} {name}={value}>"
