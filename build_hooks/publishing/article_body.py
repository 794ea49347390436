"""The text of an article with links to its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.model import Appearance, Article, Locator, Mention, Term
from build_hooks.publishing.article_html import ArticleHtml, article_html
from build_hooks.publishing.escape import escape, seal
from build_hooks.publishing.term_links import TextLink, link_terms, with_letters
from build_hooks.publishing.urls import KEYWORDS, article_path, href, root, source_path, term_path, url

TermMentions = Mapping[Locator, Sequence[tuple[Mention, str]]]
"""By paragraph, in order, the first mention of each term that occurs in the text, with the path of the term's page."""


def first_mentions(terms: Iterable[tuple[Term, Appearance]]) -> TermMentions:
    """Return the first mention of each of `terms` in an article's text; headings are no place for links."""
    found: defaultdict[Locator, list[tuple[Mention, str]]] = defaultdict(list)
    for term, appearance in terms:
        for mention in appearance.mentions:
            if isinstance(mention.locator, int) and mention.locator > 0:
                found[mention.locator].append((mention, term_path(KEYWORDS, term.slug)))
                break
    return {locator: sorted(in_paragraph, key=_place) for locator, in_paragraph in found.items()}


def _place(linked: tuple[Mention, str]) -> int:
    return linked[0].start


@dataclass(frozen=True, slots=True)
class LinkedText:
    """The text of an article's page, whichever way it goes."""

    article: Article
    mentions: TermMentions

    def markdown(self) -> str:
        """Return the text in Markdown, for Python-Markdown; see `body`."""
        text = body(self.article, self.mentions)
        return text if self.article.markdown is not None else seal(text)

    def finished(self, html: str) -> str:
        """Return what Python-Markdown and MkDocs made of it, with its links as pages have them."""
        if self.article.markdown is None:
            return with_letters(html)
        return link_terms(html, text_links(self.article, self.mentions))

    def html(self) -> ArticleHtml:
        """Return the text of a `.txt` seed in HTML."""
        return article_html(self.article, self.mentions)


def body(article: Article, mentions: TermMentions) -> str:
    """Return an article's text in Markdown.

    That of a `.txt` seed renders to exactly what its editor wrote, with `mentions` as links to their terms' pages;
    that of an `.md` seed is its editor's own, and gets its links when it is HTML: see `text_links`.
    """
    if article.markdown is not None:
        return article.markdown
    way_up = root(article_path(article))
    return "\n\n".join(_block(locator, text, mentions, way_up) for locator, text in article.texts[1:])


def text_links(article: Article, mentions: TermMentions) -> Mapping[int, Sequence[TextLink]]:
    """Return the links that the text of an `.md` seed gets when it is HTML."""
    way_up = root(article_path(article))
    return {
        locator: [
            TextLink(mention.start, mention.end, f"{way_up}{href(path)}") for mention, path in in_paragraph
        ]
        for locator, in_paragraph in mentions.items()
        if isinstance(locator, int)
    }


def _block(locator: Locator, text: str, mentions: TermMentions, way_up: str) -> str:
    if isinstance(locator, str):
        return f"## {escape(text)}"
    return "".join(_linked(run, path, way_up) for run, path in _runs(text, mentions.get(locator, ())))


def _runs(text: str, mentions: Iterable[tuple[Mention, str]]) -> Iterator[tuple[str, str | None]]:
    """Yield the runs of `text` in order, each with the path that it leads to; None for what stands between."""
    place = 0
    for (_, start, end, _), path in mentions:
        yield text[place:start], None
        yield text[start:end], path
        place = end
    yield text[place:], None


def _linked(run: str, path: str | None, way_up: str) -> str:
    written = escape(run)
    # As MkDocs wants a link to another page: by its Markdown file.
    return f"[{written}]({way_up}{source_path(url(path))})" if path else written
