"""The text of a `.txt` seed in HTML: what Markdown would make of it, without the detour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.model import Article, Locator, Mention, Term
from build_hooks.publishing.anchors import Anchored
from build_hooks.publishing.escape import escape_html
from build_hooks.publishing.urls import KEYWORDS, article_path, root, term_path, url


@dataclass(frozen=True, slots=True)
class Subheading:
    """A line of the contents of an article; to templates the same as MkDocs' own."""

    title: str
    """Its text, escaped."""

    url: str
    """Its place in the page: `#معسكر-الهول`."""


@dataclass(frozen=True, slots=True)
class ArticleHtml:
    """An article's text as its page has it."""

    content: str
    contents: tuple[Subheading, ...]


def article_html(article: Article, mentions: Mapping[Locator, Sequence[tuple[Mention, Term]]]) -> ArticleHtml:
    """Return the text of a `.txt` seed, with `mentions` as links to their terms' pages.

    It is to the byte what Python-Markdown makes of `article_body.body` with the site's extensions, in a tenth of the
    time: a test compares the two.
    """
    names = Anchored(len(article.paragraphs))
    way_up = root(article_path(article))
    blocks, contents = [], []
    for locator, text in article.texts[1:]:
        if isinstance(locator, str):
            name, title = names.heading(text), escape_html(text)
            blocks.append(f'<h2 id="{name}">{title}</h2>')
            # With single spaces, as `toc` has them.
            contents.append(Subheading(" ".join(title.split()), f"#{name}"))
        else:
            inner = "".join(_linked(text, mentions.get(locator, ()), way_up))
            blocks.append(f'<p id="p{locator}">{inner}</p>')
    return ArticleHtml("\n".join(blocks), tuple(contents))


def _linked(text: str, mentions: Sequence[tuple[Mention, Term]], way_up: str) -> Iterator[str]:
    place = 0
    for mention, term in mentions:
        yield escape_html(text[place : mention.start])
        address = f"{way_up}{url(term_path(KEYWORDS, term.slug))}"
        yield f'<a href="{address}">{escape_html(text[mention.start : mention.end])}</a>'
        place = mention.end
    yield escape_html(text[place:])
