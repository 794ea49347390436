"""The text of a `.txt` seed in HTML: what Markdown would make of it, without the detour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
            linked = (_linked(run, term, way_up) for run, term in runs(text, mentions.get(locator, ())))
            inner = "".join(linked)
            blocks.append(f'<p id="p{locator}">{inner}</p>')
    return ArticleHtml("\n".join(blocks), tuple(contents))


def runs(text: str, mentions: Iterable[tuple[Mention, Term]]) -> Iterator[tuple[str, Term | None]]:
    """Yield the runs of `text` in order, each with the term that it mentions; None for what stands between."""
    place = 0
    for mention, term in mentions:
        yield text[place : mention.start], None
        yield text[mention.start : mention.end], term
        place = mention.end
    yield text[place:], None


def term_address(term: Term) -> str:
    """Return the address of the page that a mention of `term` leads to, relative to the site's root."""
    return url(term_path(KEYWORDS, term.slug))


def _linked(run: str, term: Term | None, way_up: str) -> str:
    written = escape_html(run)
    return f'<a href="{way_up}{term_address(term)}">{written}</a>' if term else written
