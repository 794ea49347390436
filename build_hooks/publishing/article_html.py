"""The text of a `.txt` seed in HTML: what Markdown would make of it, without the detour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from build_hooks.arabic.direction import is_left_to_right
from build_hooks.model import Article
from build_hooks.publishing.anchors import Anchored
from build_hooks.publishing.escape import escape_html
from build_hooks.publishing.urls import article_path, href, root
from build_hooks.sections import Locator


class TermLink(NamedTuple):
    """A part of a paragraph that is a link to a term's page."""

    start: int
    """Offset of its first character in the paragraph as written."""

    end: int
    """Offset behind its last character."""

    path: str
    """That of the term's page."""


TermLinks = Mapping[Locator, Sequence[TermLink]]
"""The links in an article's text by paragraph, in order."""


class Subheading(NamedTuple):
    """A line of the contents of an article; to templates the same as MkDocs' own."""

    title: str
    """Its text, escaped."""

    url: str
    """Its place in the page: `#معسكر-الهول`."""


class ArticleHtml(NamedTuple):
    """An article's text as its page has it."""

    content: str
    contents: tuple[Subheading, ...]


def article_html(article: Article, links: TermLinks) -> ArticleHtml:
    """Return the text of a `.txt` seed, with `links`.

    It is to the byte what Python-Markdown makes of `article_body.body` with the site's extensions, in a tenth of the
    time: a test compares the two.
    """
    way_up = root(article_path(article))
    names, blocks, contents, numbers = None, [], [], count(1)
    for subheading, paragraphs in article.sections:
        if subheading is not None:
            names = names or Anchored(sum(len(section.paragraphs) for section in article.sections))
            name, title = names.heading(subheading), escape_html(subheading)
            blocks.append(f'<h2 id="{name}">{title}</h2>')
            # With single spaces, as `toc` has them.
            contents.append(Subheading(" ".join(title.split()), f"#{name}"))
        for text, number in zip(paragraphs, numbers, strict=False):
            escaped = escape_html(text)
            in_paragraph = links.get(number)
            if in_paragraph:
                # Most paragraphs have nothing to escape, which is found out once for all their parts.
                escaped = _linked(text, in_paragraph, way_up, str if escaped is text else escape_html)
            blocks.append(f'<p{direction(text)} id="p{number}">{escaped}</p>')
    return ArticleHtml("\n".join(blocks), tuple(contents))


def direction(text: str) -> str:
    """Return the attribute of an element with this text: none where it runs as the page does, from right to left."""
    return ' dir="ltr"' if is_left_to_right(text) else ""


def _linked(text: str, links: Sequence[TermLink], way_up: str, write: Callable[[str], str]) -> str:
    html, place = "", 0
    for start, end, path in links:
        html += f'{write(text[place:start])}<a href="{way_up}{href(path)}">{write(text[start:end])}</a>'
        place = end
    return html + write(text[place:])
