"""The text of an article with links to its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_hooks.model import Appearance, Article, Locator, Mention, Term
from build_hooks.publishing.article_html import ArticleHtml, article_html, runs, term_address
from build_hooks.publishing.escape import escape, seal
from build_hooks.publishing.term_links import TextLink
from build_hooks.publishing.urls import article_path, root, source_path

TermMentions = Mapping[Locator, Sequence[tuple[Mention, Term]]]
"""By paragraph, in order, the first mention of each term that occurs in the text."""


def first_mentions(terms: Iterable[tuple[Term, Appearance]]) -> TermMentions:
    """Return the first mention of each of `terms` in an article's text; headings are no place for links."""
    found: defaultdict[Locator, list[tuple[Mention, Term]]] = defaultdict(list)
    for term, appearance in terms:
        first = next((mention for mention in appearance.mentions if _is_in_text(mention)), None)
        if first:
            found[first.locator].append((first, term))
    for in_paragraph in found.values():
        in_paragraph.sort(key=lambda pair: pair[0].start)
    return found


def _is_in_text(mention: Mention) -> bool:
    return isinstance(mention.locator, int) and mention.locator > 0


@dataclass(frozen=True, slots=True)
class LinkedText:
    """The text of an article's page, whichever way it goes."""

    article: Article
    mentions: TermMentions

    def markdown(self) -> str:
        """Return the text in Markdown, for Python-Markdown; see `body`."""
        text = body(self.article, self.mentions)
        return text if self.article.markdown is not None else seal(text)

    def links(self) -> Mapping[int, Sequence[TextLink]]:
        """Return the links that it gets when it is HTML; see `text_links`."""
        return text_links(self.article, self.mentions)

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
    """Return the links that the text of an `.md` seed gets when it is HTML; none for a `.txt` seed."""
    if article.markdown is None:
        return {}
    way_up = root(article_path(article))
    return {
        locator: [
            TextLink(mention.start, mention.end, f"{way_up}{term_address(term)}")
            for mention, term in in_paragraph
        ]
        for locator, in_paragraph in mentions.items()
        if isinstance(locator, int)
    }


def _block(locator: Locator, text: str, mentions: TermMentions, way_up: str) -> str:
    if isinstance(locator, str):
        return f"## {escape(text)}"
    return "".join(_linked(run, term, way_up) for run, term in runs(text, mentions.get(locator, ())))


def _linked(run: str, term: Term | None, way_up: str) -> str:
    written = escape(run)
    # As MkDocs wants a link to another page: by its Markdown file.
    return f"[{written}]({way_up}{source_path(term_address(term))})" if term else written
