"""HTML that stands on many pages, many times over: links, dates, articles in listings.

To the templates it is `show`. It stands here and not in a template of its own, as of a term's pages and of the archive
it is all but the frame, and Jinja takes three times as long over it. Names and headlines may be of either direction:
each is isolated in a `<bdi>`. `root` is the way from the page to the site's root.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from build_hooks.arabic.marks import is_vocalised
from build_hooks.arabic.notation import USUAL, Notation
from build_hooks.arabic.numbers import MENTION, MINUTE, PAGE
from build_hooks.arabic.words import reading_minutes, shorten
from build_hooks.model import Appearance, Article, Mention
from build_hooks.publishing.article_pages import ArticleView, KeywordView, RelatedView
from build_hooks.publishing.concordance import marked, quotes
from build_hooks.publishing.escape import escaped
from build_hooks.publishing.front_page import Teaser
from build_hooks.publishing.release import reservation
from build_hooks.publishing.term_pages import TermView
from build_hooks.publishing.urls import article_path, href, web_address
from build_hooks.publishing.views import LEDE_LENGTH, Item, Link, Slice

# More sentences than these belong to reading the article.
_MOST_QUOTES = 3
# Characters of a lede in a listing: two lines of the text column, no more than a sentence beside it.
_LEDE_LENGTH = 130

# Short enough to go on a line of its own even in a narrow column: WASP-96.
_HYPHENATED = re.compile("(?<![\\w-])(?=[A-Za-z0-9-]{3,12}(?![\\w-]))[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+")

# Some 100 MB at most, whatever the number of articles.
_MOST_KNOWN = 1 << 16


class _Listed(NamedTuple):
    """What is the same wherever an article is listed."""

    address: str
    headline: str
    date: str
    lede: str


class Snippets:
    """Writes them with a site's numbers and dates."""

    def __init__(self, notation: Notation = USUAL) -> None:
        self._notation = notation
        self._dates: dict[datetime.date, str] = {}
        self._places = {0: ""}
        self._known: dict[str, _Listed] = {}

    def href(self, path: str) -> str:
        """Return the address that stands behind the way to the site's root; see `urls.href`."""
        return href(path)

    def heading(self, headline: str) -> str:
        """Return a headline as HTML: with room for vowels, and no line break at the hyphen of a short Latin name."""
        # By markup, as what readers copy stays as it was written.
        html = escaped(headline)
        if "-" in html:
            html = _HYPHENATED.sub(r'<span class="n-whole">\g<0></span>', html)
        return _with_room(headline, html)

    def name(self, link: Link, root: str) -> str:
        """Return a link by its name."""
        return f'<a href="{root}{_named(link)}</a>'

    def names(self, links: Iterable[Link], root: str) -> str:
        """Return links in running text: داعش، قسد."""
        return "، ".join(self.name(link, root) for link in links)

    def counted_name(self, link: Link, root: str) -> str:
        """Return a link by its name, with the number of articles behind it."""
        count = _count(self._notation.number(link.articles)) if link.articles is not None else ""
        return f'<a href="{root}{_named(link)}{count}</a>'

    def chips(self, links: Iterable[Link], root: str) -> str:
        """Return links side by side, each with the number of articles behind it."""
        return _chips([self.counted_name(link, root) for link in links])

    def kicker(self, view: ArticleView, root: str) -> str:
        """Return what stands over the headline of an article: what a preview says of it, and its first tag."""
        tag = f'<p class="n-kicker">{self.name(view.tags[0], root)}</p>\n' if view.tags else ""
        return f"{self.reservation(view.article)}{tag}"

    def facts(self, view: ArticleView, root: str) -> str:
        """Return what is told of an article under its headline, line by line: when, by whom, how long, whence."""
        article = view.article
        lines = ""
        if article.date:
            hijri = self._notation.hijri_date(article.date)
            lines += f"<li>{self.date(article.date)}{f' / <bdi>{hijri}</bdi>' if hijri else ''}</li>\n"
        if article.updated:
            lines += f"<li>حُدّث في {self.date(article.updated)}</li>\n"
        if article.author:
            lines += f'<li class="n-author"><bdi>{escaped(article.author)}</bdi></li>\n'
        lines += f"<li>القراءة: <bdi>{self._reading_time(view.words)}</bdi></li>\n"
        if view.writing_styles:
            lines += f"<li>الأسلوب: {self.names(view.writing_styles, root)}</li>\n"
        if article.source:
            lines += f"<li>المصدر: {_source(article.source)}</li>\n"
        return lines

    def surroundings(self, view: ArticleView, root: str) -> str:
        """Return what stands under the text of an article: its keywords and tags, and articles to read next."""
        parts = ""
        if view.keywords:
            keywords = self._keywords(view.keywords, root)
            parts += _section("n_keywords", "الكلمات المفتاحية", keywords)
        if view.tags:
            parts += _section("n_tags", "الوسوم", self.chips(view.tags, root))
        if view.related:
            related = f'<ul class="n-list">\n{_related(view.related, root)}\n</ul>'
            parts += _section("n_related", "مقالات قريبة", related, 'class="n-related" ')
        return f"{parts}{self._neighbours(view, root)}"

    def _keywords(self, keywords: Iterable[KeywordView], root: str) -> str:
        """Return an article's keywords side by side, each with the number of its places."""
        return _chips(
            [f'<a href="{root}{_named(link)}{self._places_of(places)}</a>' for link, places in keywords]
        )

    def _neighbours(self, view: ArticleView, root: str) -> str:
        if not (view.newer or view.older):
            return ""
        newer = f"<p><span>الأحدث</span> {self.name(view.newer, root)}</p>\n" if view.newer else ""
        older = f"<p><span>الأقدم</span> {self.name(view.older, root)}</p>\n" if view.older else ""
        return f'<nav class="n-neighbours" aria-label="التنقل بين المقالات">\n{newer}{older}</nav>\n'

    def _places_of(self, number: int) -> str:
        if number not in self._places:
            self._places[number] = _count(self._notation.counted(number, MENTION))
        return self._places[number]

    def date(self, date: datetime.date) -> str:
        """Return a day for readers and programs."""
        if date not in self._dates:
            shown = self._notation.date(date)
            self._dates[date] = f'<time datetime="{date.isoformat()}"><bdi>{shown}</bdi></time>'
        return self._dates[date]

    def _reading_time(self, words: int) -> str:
        """Say how long it takes to read so many words: `3 دقائق`."""
        return self._notation.counted(reading_minutes(words), MINUTE)

    def reservation(self, article: Article) -> str:
        """Return what a preview says of an article that readers do not see yet; nothing for any other."""
        reserved = reservation(article, self._notation)
        return f'<p class="n-reserved">{reserved}</p>\n' if reserved else ""

    def headline(self, article: Article, root: str) -> str:
        """Return a link to `article` by its headline."""
        return _headline(self._listed(article), root)

    def lede(self, article: Article) -> str:
        """Return the beginning of one of the newest articles, or its editor's summary."""
        return _lede(article, LEDE_LENGTH)

    def when(self, teaser: Teaser) -> str:
        """Return its day and how long it takes to read: 24 نوفمبر 2026 – القراءة: 3 دقائق."""
        # Not a dot between them, which is the Arabic zero.
        date = f"{self.date(teaser.article.date)} – " if teaser.article.date else ""
        return f'<p class="n-date">{date}القراءة: <bdi>{self._reading_time(teaser.words)}</bdi></p>\n'

    def story(self, teaser: Teaser, root: str) -> str:
        """Return one of the newest articles, under its tag."""
        article, _, tag = teaser
        kicker = f'<p class="n-kicker">{self.name(tag, root)}</p>\n' if tag else ""
        return (
            f'<article class="n-story">\n{self.reservation(article)}{kicker}<h3>{self.headline(article, root)}</h3>\n'
            f"{self.lede(article)}{self.when(teaser)}</article>\n"
        )

    def stories(self, listing: Slice[Article], root: str) -> str:
        """Return a page of a listing of articles."""
        stories = [
            f"<article>\n{self.reservation(article)}<h2>{_headline(listed, root)}</h2>\n"
            f"{listed.lede}{listed.date}</article>\n"
            for article in listing.items
            for listed in [self._listed(article)]
        ]
        return f"{''.join(stories)}{self._turning(listing, root)}"

    def appearances(self, view: TermView, root: str) -> str:
        """Return a page of a term's articles, with the sentences in which it occurs."""
        stories = [self._appearance(appearance, root) for appearance in view.listing.items]
        if view.first_mentioned is not None:
            stories.insert(view.first_mentioned, '<h2 class="n-section">مقالات فيها ذكر عابر</h2>\n')
        return f"{''.join(stories)}{self._turning(view.listing, root)}"

    def _appearance(self, appearance: Appearance, root: str) -> str:
        article, _, mentions = appearance
        listed = self._listed(article)
        address = f"{root}{listed.address}"
        headline = listed.headline
        if mentions and mentions[0].locator == 0:
            at_top = [mention for mention in mentions if mention.locator == 0]
            headline = _with_room(article.headline, marked(article.headline, at_top))
            mentions = mentions[len(at_top) :]
        found = self._quotes(article, mentions, address) if mentions else listed.lede
        return f'<article>\n<h2><a href="{address}"><bdi>{headline}</bdi></a></h2>\n{listed.date}{found}</article>\n'

    def _quotes(self, article: Article, mentions: Sequence[Mention], address: str) -> str:
        lines, left = "", len(mentions)
        for anchor, html, places in islice(quotes(article, mentions), _MOST_QUOTES):
            lines += f'<li><a href="{address}{anchor}"><bdi>{html}</bdi></a></li>'
            left -= places
        return f"<ul>{lines}</ul>\n{self._more(left) if left else ''}"

    def _more(self, places: int) -> str:
        return f"<p>وغير ذلك في المقال: <bdi>{self._notation.counted(places, MENTION)}</bdi>.</p>\n"

    def _turning(self, listing: Slice[Item], root: str) -> str:
        before, after = listing.previous, listing.next
        if before is None and after is None:
            return ""
        links = []
        if before is not None:
            links.append(f'<a rel="prev" href="{root}{href(before)}">الصفحة السابقة</a>\n')
            if before != listing.listing:
                links.append(f'<a href="{root}{href(listing.listing)}">الصفحة الأولى</a>\n')
        if after is not None:
            links.append(f'<a rel="next" href="{root}{href(after)}">الصفحة التالية</a>\n')
        left = f"بعدها {self._notation.counted(listing.older, PAGE)}" if after else "الصفحة الأخيرة"
        return (
            f'<nav class="n-pages" aria-label="صفحات القائمة">\n{"".join(links)}'
            f"<span><bdi>{left}</bdi></span>\n</nav>\n"
        )

    def _listed(self, article: Article) -> _Listed:
        listed = self._known.get(article.permalink)
        if listed is None:
            listed = _Listed(
                address=href(article_path(article)),
                headline=self.heading(article.headline),
                date=f"{self.date(article.date)}\n" if article.date else "",
                lede=_lede(article, _LEDE_LENGTH),
            )
            if len(self._known) < _MOST_KNOWN:
                self._known[article.permalink] = listed
        return listed


# The same names stand on many pages.
@lru_cache(maxsize=_MOST_KNOWN)
def _named(link: Link) -> str:
    """Return what stands behind the root in a link by its name."""
    return f'{href(link.path)}"><bdi>{escaped(link.text)}</bdi>'


def _source(written: str) -> str:
    shown, address = f"<bdi>{escaped(written)}</bdi>", web_address(written)
    return f'<a href="{escaped(address)}">{shown}</a>' if address else shown


def _headline(listed: _Listed, root: str) -> str:
    return f'<a href="{root}{listed.address}"><bdi>{listed.headline}</bdi></a>'


def _with_room(headline: str, html: str) -> str:
    """Return the HTML of a headline with room between its lines where it has vowels above and below its letters."""
    return f'<span class="n-vocalised">{html}</span>' if is_vocalised(headline) else html


def _lede(article: Article, length: int) -> str:
    """Return the beginning of an article; nothing where it has no text of its own, as where it is a picture."""
    return f"<p><bdi>{escaped(shorten(article.lede, length))}</bdi></p>\n" if article.lede else ""


def _chips(links: Iterable[str]) -> str:
    items = "".join([f"<li>{link}</li>" for link in links])
    return f'<ul class="n-chips">\n{items}\n</ul>'


def _count(text: str) -> str:
    return f' <bdi class="n-count">{text}</bdi>'


def _section(name: str, title: str, content: str, attribute: str = "") -> str:
    return f'<section {attribute}aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n{content}\n</section>\n'


def _related(related: Iterable[RelatedView], root: str) -> str:
    """Return articles to read next, with what they share."""
    return "\n".join(
        [
            f'<li><a href="{root}{_named(link)}</a>{_reason(shared) if shared else ""}</li>'
            for link, shared in related
        ]
    )


def _reason(shared: Iterable[str]) -> str:
    return f"<span>يشتركان في: <bdi>{escaped('، '.join(shared))}</bdi></span>"
