"""The head of each page.

Sources: the Open Graph protocol (https://ogp.me/) with its types `website` and `article`; X's cards, which take
what Open Graph says; RFC 6596 for the canonical address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_hooks.arabic.numbers import western
from build_hooks.model import Article
from build_hooks.publishing import structured_data, urls
from build_hooks.publishing.archive_pages import ArchiveView
from build_hooks.publishing.article_pages import ArticleView
from build_hooks.publishing.front_page import TITLE as FRONT_TITLE
from build_hooks.publishing.front_page import FrontView
from build_hooks.publishing.head import CARD_SIZE, Head
from build_hooks.publishing.index_pages import IndexView
from build_hooks.publishing.publication import Publication
from build_hooks.publishing.site_page import SitePage
from build_hooks.publishing.structured_data import Data
from build_hooks.publishing.term_pages import TermView
from build_hooks.publishing.views import Link


class Heads:
    """Writes the heads of a site's pages."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def of(self, page: SitePage) -> Head:
        """Return the head of `page`; where the site's address is not known, without all that needs one."""
        view = page.view
        article = view.article if isinstance(view, ArticleView) else None
        description = str(page.front_matter.get("description") or self._publication.description)
        authors = article.authors if article else ()
        is_found = urls.is_for_search_engines(page.path)
        previous, following = _neighbours(view)
        if self._publication.address is None:
            return Head(description, authors, is_found, previous=previous, next=following)
        url = self._publication.absolute(page.path)
        has_own_card = isinstance(view, ArticleView) and view.has_card
        image = self._image(article if has_own_card else None)
        title = str(page.front_matter["title"]) if page.path else self._publication.name
        return Head(
            description=description,
            authors=authors,
            is_found=is_found,
            canonical=url,
            properties=(
                *_basic(self._publication, title, url, "article" if article else "website"),
                *_pictured(image, title if has_own_card else self._publication.name),
                *(_article_properties(view) if isinstance(view, ArticleView) else ()),
            ),
            has_image=image is not None,
            feed=self._feed(view),
            structured_data=structured_data.script(self._graph(page, url, image)),
            previous=previous,
            next=following,
        )

    def _image(self, article: Article | None) -> str | None:
        if not self._publication.has_cards:
            return None
        return self._publication.absolute(urls.card_path(article) if article else urls.SITE_CARD)

    def _feed(self, view: object) -> Link | None:
        if not isinstance(view, TermView) or view.index.path != urls.TAGS:
            return None
        name = f"{self._publication.name}: {view.heading.term}"
        return Link(name, urls.feed_path(view.listing.listing))

    def _graph(self, page: SitePage, url: str, image: str | None) -> Sequence[Data]:
        view = page.view
        if isinstance(view, FrontView):
            return [structured_data.website(self._publication)]
        # Not the title of a listing's further page, which says which one it is, in the figures of readers.
        title = _told(view, _name(view) or str(page.front_matter["title"]))
        way = structured_data.breadcrumbs(list(self._parents(view)), title)
        if isinstance(view, ArticleView):
            return [self._article(view, url, image), way]
        if isinstance(view, IndexView):
            terms = (
                (entry.link.text, self._whole(entry.link))
                for group in view.groups
                for entry in group.entries
                if not entry.see
            )
            return [structured_data.term_set(title, url, terms), way]
        if isinstance(view, TermView):
            about = structured_data.defined_term(view.heading, self._whole(view.index))
            return [structured_data.collection(title, url, self._publication, about), way]
        if isinstance(view, ArchiveView):
            return [structured_data.collection(title, url, self._publication), way]
        return [way]

    def _article(self, view: ArticleView, url: str, image: str | None) -> Data:
        return structured_data.news_article(
            view.article,
            self._publication,
            url=url,
            authors=view.authors,
            # That of the site shows nothing of the article.
            image=image if view.has_card else None,
            section=view.tags[0].text if view.tags else None,
            mentioned=view.things,
        )

    def _parents(self, view: object) -> Iterator[tuple[str, str]]:
        yield FRONT_TITLE, self._publication.absolute("")
        for link in _parents(view):
            yield _told(view, link.text), self._whole(link)

    def _whole(self, link: Link) -> str:
        return self._publication.absolute(link.path)


def document_head(
    publication: Publication, path: str, *, title: str, description: str, author: str | None
) -> Head:
    """Return the head of a hand-written page, which stands at `path` below the site's root."""
    description = description or publication.description
    authors = (author,) if author else ()
    if publication.address is None:
        return Head(description, authors)
    url = publication.absolute(path)
    image = publication.absolute(urls.SITE_CARD) if publication.has_cards else None
    way = structured_data.breadcrumbs([(FRONT_TITLE, publication.absolute(""))], title)
    return Head(
        description=description,
        authors=authors,
        canonical=url,
        properties=(
            *_basic(publication, title, url, "website"),
            *_pictured(image, publication.name),
        ),
        has_image=image is not None,
        structured_data=structured_data.script([way]),
    )


def _name(view: object) -> str | None:
    match view:
        case TermView():
            return view.heading.term
        case ArchiveView():
            return view.title
        case _:
            return None


def _told(view: object, name: str) -> str:
    """Return a page's name as programs are told it: years in ASCII digits, whichever readers are shown."""
    return western(name) if isinstance(view, ArchiveView) else name


def _basic(publication: Publication, title: str, url: str, kind: str) -> Iterator[tuple[str, str]]:
    yield "og:type", kind
    yield "og:title", title
    yield "og:url", url
    yield "og:site_name", publication.name
    yield "og:locale", publication.locale


def _pictured(image: str | None, text: str) -> Iterator[tuple[str, str]]:
    if image:
        width, height = CARD_SIZE
        yield "og:image", image
        yield "og:image:width", str(width)
        yield "og:image:height", str(height)
        yield "og:image:alt", text


def _article_properties(view: ArticleView) -> Iterator[tuple[str, str]]:
    article = view.article
    if article.date:
        yield "article:published_time", structured_data.moment(article.date, article.time)
    if article.updated:
        yield "article:modified_time", structured_data.moment(article.updated, article.updated_time)
    if view.tags:
        yield "article:section", view.tags[0].text
        for tag in view.tags:
            yield "article:tag", tag.text


def _neighbours(view: object) -> tuple[str | None, str | None]:
    """Return the paths of the pages before and after."""
    newer = view.newer if isinstance(view, ArticleView) else None
    older = view.older if isinstance(view, ArticleView | FrontView) else None
    return newer.path if newer else None, older.path if older else None


def _parents(view: object) -> Sequence[Link]:
    match view:
        case ArticleView():
            return view.tags[:1]
        case TermView():
            return (view.index,)
        case IndexView():
            return (view.parent,) if view.parent else ()
        case ArchiveView():
            return view.parents
        case _:
            return ()
