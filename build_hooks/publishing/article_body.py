"""The text of an article with links to its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_hooks.indexing.mention_table import Span
from build_hooks.model import Article
from build_hooks.publishing.article_html import ArticleHtml, TermLink, TermLinks, article_html
from build_hooks.publishing.escape import escape, seal
from build_hooks.publishing.term_links import TextLink, link_terms, with_letters
from build_hooks.publishing.urls import article_path, href, root, source_path, url
from build_hooks.sections import Locator


def first_mentions(article: Article, terms: Iterable[tuple[str, Sequence[Span]]]) -> TermLinks:
    """Return links from the first mention of each term in an article's text; headings are no place for links.

    Args:
        article: The article.
        terms: The path of each term's page, and its mentions in the article, in order.
    """
    locators = article.locators
    found: defaultdict[Locator, list[TermLink]] = defaultdict(list)
    for path, spans in terms:
        for text, start, end in spans:
            locator = locators[text]
            if isinstance(locator, int) and locator > 0:
                found[locator].append(TermLink(start, end, path))
                break
    return {locator: sorted(links) for locator, links in found.items()}


class LinkedText(NamedTuple):
    """The text of an article's page, whichever way it goes."""

    article: Article
    links: TermLinks

    def markdown(self) -> str:
        """Return the text in Markdown, for Python-Markdown; see `body`."""
        text = body(self.article, self.links)
        return text if self.article.markdown is not None else seal(text)

    def finished(self, html: str) -> str:
        """Return what Python-Markdown and MkDocs made of it, with its links as pages have them."""
        if self.article.markdown is None:
            return with_letters(html)
        return link_terms(html, text_links(self.article, self.links))

    def html(self) -> ArticleHtml:
        """Return the text of a `.txt` seed in HTML."""
        return article_html(self.article, self.links)


def body(article: Article, links: TermLinks) -> str:
    """Return an article's text in Markdown.

    That of a `.txt` seed renders to exactly what its editor wrote, with `links`; that of an `.md` seed is its editor's
    own, and gets its links when it is HTML: see `text_links`.
    """
    if article.markdown is not None:
        return article.markdown
    way_up = root(article_path(article))
    return "\n\n".join(_block(locator, text, links, way_up) for locator, text in article.texts[1:])


def text_links(article: Article, links: TermLinks) -> Mapping[int, Sequence[TextLink]]:
    """Return the links that the text of an `.md` seed gets when it is HTML."""
    way_up = root(article_path(article))
    return {
        locator: [TextLink(start, end, f"{way_up}{href(path)}") for start, end, path in in_paragraph]
        for locator, in_paragraph in links.items()
        if isinstance(locator, int)
    }


def _block(locator: Locator, text: str, links: TermLinks, way_up: str) -> str:
    if isinstance(locator, str):
        return f"## {escape(text)}"
    return "".join(_linked(run, path, way_up) for run, path in _runs(text, links.get(locator, ())))


def _runs(text: str, links: Iterable[TermLink]) -> Iterator[tuple[str, str | None]]:
    """Yield the runs of `text` in order, each with the path that it leads to; None for what stands between."""
    place = 0
    for start, end, path in links:
        yield text[place:start], None
        yield text[start:end], path
        place = end
    yield text[place:], None


def _linked(run: str, path: str | None, way_up: str) -> str:
    written = escape(run)
    # As MkDocs wants a link to another page: by its Markdown file.
    return f"[{written}]({way_up}{source_path(url(path))})" if path else written
