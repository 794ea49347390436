"""HTML that a converter made of a text that anyone may have written → HTML that only shows it.

Nothing is passed on as it stands: each tag is written anew from what is known to be harmless, and a `<` that opens no
such tag becomes text. So browsers have no markup to read in another way than this module does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from html import escape, unescape

from build_hooks.reading.html_elements import PARAGRAPHS, VOID


class Refused(Enum):
    """What is not passed on; the value says so to the editor, who sees behind it what it was."""

    HTML = "HTML is shown as text"
    ATTRIBUTE = "an attribute is left out"
    ELEMENT = "an element that an extension makes is left out"
    LINK = "a link that is no address of a page is left out"
    IMAGE = "an image is shown as its text, as its address could hold anything"
    FOREIGN_IMAGE = "an image of another site is shown as a link, as that site would learn who reads"


Refuse = Callable[[Refused, str], None]
"""Told of each thing that is not passed on, with what it was."""

_ELEMENTS = frozenset(
    "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 "
    "h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead "
    "tr u ul var".split()
)
_ATTRIBUTES = frozenset({"class", "dir", "id", "lang", "title"})
_ATTRIBUTES_OF = {
    "a": frozenset({"href"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan"}),
}
# What Python-Markdown's tables write where mkdocs.yml does not ask them for `align`.
_ALIGNMENT = re.compile(r"text-align: (left|center|right);")

# By which the templates, the scripts and the two style sheets know what is the site's own.
_OWN_CLASSES = ("n-", "md-")
_PARAGRAPH_ID = re.compile("p[0-9]+")

# As a serialiser writes it. Characters are possessive, so that it takes linear time; groups must not be, as Python before
# 3.11.5 mistakes these (https://github.com/python/cpython/issues/106052).
_TAG = re.compile(
    r"""<(/?)([a-z][a-z0-9]*+)((?:\s++[^\s"'<>/=]++(?:="[^"<>]*+")?)*)\s*+/?>|<""", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:="([^"]*)")?""")

# What browsers take out of an address before they read it (WHATWG URL, section 4.4).
_IGNORED_AROUND = "".join(map(chr, range(0x21)))
_IGNORED_INSIDE = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def safe_html(html: str, refuse: Refuse) -> str:
    """Return `html` with nothing in it that runs, loads from elsewhere, or passes for a part of the page around it.

    Args:
        html: What Python-Markdown made of a text.
        refuse: Told of all that is left out or changed.
    """
    return "".join(_Writer(html, refuse).write())


def is_reserved(id: str, tag: str) -> bool:  # noqa: A002 - what HTML calls it
    """Say whether only the site itself may give an element `tag` this id.

    The templates have `article` and what begins with `n_`, Material with two underscores; `p1`, `p2` … are paragraphs.
    """
    if _PARAGRAPH_ID.fullmatch(id):
        return tag not in PARAGRAPHS
    return id == "article" or id.startswith(("n_", "__"))


class _Writer:
    def __init__(self, html: str, refuse: Refuse) -> None:
        self._html = html
        self._refuse = refuse
        # Each open element with its end tag, empty where the element is not written.
        self._open: list[tuple[str, str]] = []
        self._ids: set[str] = set()

    def write(self) -> Iterator[str]:
        place = 0
        for match in _TAG.finditer(self._html):
            yield self._html[place : match.start()]
            place = match.end()
            if match[2] is None:
                yield "&lt;"
            elif match[1]:
                yield from self._end(match[2].lower())
            else:
                yield self._start(match[2].lower(), match[3])
        yield self._html[place:]
        yield from (end for _, end in reversed(self._open))

    def _end(self, tag: str) -> Iterator[str]:
        if any(tag == name for name, _ in self._open):
            name = ""
            while name != tag:
                name, end = self._open.pop()
                yield end

    def _start(self, tag: str, written: str) -> str:
        attributes: dict[str, str] = {}
        for name, value in _ATTRIBUTE.findall(written):
            # Of two with one name browsers take the first.
            if attributes.setdefault(name.lower(), unescape(value)) != unescape(value):
                self._refuse(Refused.ATTRIBUTE, f"{name.lower()}={unescape(value)}")
        if tag == "img":
            return self._image(attributes)
        start = self._tag(tag, attributes)
        if tag not in VOID:
            self._open.append((tag, f"</{tag}>" if start else ""))
        return start

    def _tag(self, tag: str, attributes: Mapping[str, str]) -> str:
        """Return the start tag; empty where the element is not to be."""
        if tag not in _ELEMENTS:
            self._refuse(Refused.ELEMENT, f"<{tag}>")
            return ""
        href = attributes.get("href")
        if tag == "a" and href is None:
            return ""
        if href is not None and _scheme(href) not in _SCHEMES | {""}:
            self._refuse(Refused.LINK, href)
            return ""
        return f"<{tag}{''.join(self._attribute(tag, *pair) for pair in attributes.items())}>"

    def _attribute(self, tag: str, name: str, value: str) -> str:
        if name == "style" and tag in {"td", "th"} and (alignment := _ALIGNMENT.fullmatch(value)):
            name, value = "align", alignment[1]
        kept = value
        if name == "class":
            kept = " ".join(word for word in value.split() if not word.startswith(_OWN_CLASSES))
        elif name == "id" and (is_reserved(value, tag) or value in self._ids):
            kept = ""
        if name not in _ATTRIBUTES | _ATTRIBUTES_OF.get(tag, frozenset()) or (value and not kept):
            self._refuse(Refused.ATTRIBUTE, f"{name}={value}")
            return ""
        if kept != " ".join(value.split()) and name == "class":
            self._refuse(Refused.ATTRIBUTE, f"{name}={value}")
        if name == "id":
            self._ids.add(kept)
        return f' {name}="{escape(kept)}"'

    def _image(self, attributes: Mapping[str, str]) -> str:
        address, text = attributes.get("src", ""), attributes.get("alt", "")
        if _is_elsewhere(address):
            self._refuse(Refused.FOREIGN_IMAGE, address)
            shown = escape(text or address)
            # Links do not nest.
            return shown if self._is_in_link() else f'<a href="{escape(address)}">{shown}</a>'
        if "src" not in attributes:
            return escape(text)
        if _scheme(address):
            self._refuse(Refused.IMAGE, address)
            return escape(text)
        return self._tag("img", attributes)

    def _is_in_link(self) -> bool:
        return any(end == "</a>" for _, end in self._open)


def _cleaned(address: str) -> str:
    return address.strip(_IGNORED_AROUND).translate(_IGNORED_INSIDE)


def _scheme(address: str) -> str:
    """Return the scheme of an address, in lower case; empty where it is relative to its page."""
    match = _SCHEME.match(_cleaned(address))
    return match[1].lower() if match else ""


def _is_elsewhere(address: str) -> bool:
    """Say whether a browser would ask another host for `address`; to it a backslash is a slash."""
    slashes = _cleaned(address).replace("\\", "/")
    return slashes.startswith("//") or _scheme(address) in {"http", "https", "ftp"}
