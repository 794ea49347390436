"""Articles for tests."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from build_hooks.cache import Cache
from build_hooks.indexing.catalogue import Catalogue, catalogue_of, take_stock
from build_hooks.indexing.chunks import cut
from build_hooks.indexing.known_mentions import Known, find_all
from build_hooks.indexing.mention_table import MentionTable, mentions_at, table_of
from build_hooks.indexing.mentions import MentionFinder
from build_hooks.indexing.taxonomy import Finder, Indexed, Names, declared_terms, index_of, no_mentions
from build_hooks.model import Appearance, Article, Heading, Index, Mention, Term, Vocabulary
from build_hooks.publishing.site_record import SiteRecord, scan
from build_hooks.sections import Section


def an_article(
    permalink: str = "a", /, *, day: str | None = None, text: tuple[str, ...] = ("نص.",), **fields: object
) -> Article:
    """Return an article at `permalink` with the fields given, and sensible ones for the rest."""
    article: dict[str, object] = {
        "seed": f"seeds/{permalink}.txt",
        "permalink": permalink,
        "headline": f"عنوان {permalink}",
        "sections": (Section(None, text),),
        "date": datetime.date.fromisoformat(day) if day else None,
    }
    return Article(**(article | fields))  # type: ignore[arg-type]


def copy_of(article: Article) -> Article:
    """Return an article as another process or the next build gets it."""
    copy = pickle.loads(pickle.dumps(article))  # noqa: S301  # its own
    assert isinstance(copy, Article)
    return copy


def a_site(folder: Path) -> Path:
    """Write a site of two pages into a folder of its own below `folder`, and return that."""
    for name in ("index.html", "a/index.html"):
        file = folder / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return folder / "site"


def a_record(site: Path) -> SiteRecord:
    """Return the record of such a site as it stands."""
    pages = {"index.html": b"1", "a/index.html": b"2"}
    return SiteRecord(
        str(site), b"made of", scan(str(site)), pages, frozenset({b"run"}), {}, "2 pages", (), ()
    )


def a_term(heading: Heading, slug: str, *appearances: Appearance) -> Term:
    """Return a term that appears so."""
    declared = sum(appearance.declared for appearance in appearances)
    return Term(heading, slug, appearances, declared, sum(len(one.mentions) for one in appearances))


def a_table(articles: Sequence[Article], mentions: Sequence[Mapping[int, Sequence[Mention]]]) -> MentionTable:
    """Return the mentions in each article, by the number of their term, as a table."""
    texts = [{locator: number for number, (locator, _) in enumerate(article.texts)} for article in articles]
    return table_of(
        [
            {
                term: [part for one in ones for part in (numbers[one.locator], one.start, one.end)]
                for term, ones in by_term.items()
            }
            for numbers, by_term in zip(texts, mentions, strict=True)
        ]
    )


def by_term(articles: Sequence[Article], table: MentionTable) -> list[dict[int, tuple[Mention, ...]]]:
    """Return the mentions of a table in each article, by the number of their term."""
    found: list[dict[int, tuple[Mention, ...]]] = [{} for _ in articles]
    for place, article in enumerate(articles):
        for row in range(table.bounds[place], table.bounds[place + 1]):
            term = int(table.terms[row])
            found[place][term] = found[place].get(term, ()) + mentions_at(
                article, table.spans[row : row + 1].tolist()
            )
    return found


def an_index(
    articles: Sequence[Article], names_of: Names, *headings: Heading, find: Finder = no_mentions
) -> Indexed:
    """Return the index of what `names_of` gives, with what it is made of."""
    return index_of(articles, declared_terms(articles, names_of, headings), find)


def build_index(
    articles: Sequence[Article],
    names_of: Names,
    headings: Iterable[Heading] = (),
    find: Finder = no_mentions,
) -> Index:
    """Return the index of what `names_of` gives."""
    return an_index(articles, names_of, *headings, find=find).index


def build_catalogue(articles: Iterable[Article], vocabulary: Vocabulary) -> Catalogue:
    """Index `articles` by date, keyword, tag and nearness, with no build before to take anything from."""
    return catalogue_of(take_stock(articles, vocabulary), Cache())


def mentions_in(
    articles: Sequence[Article], terms: Sequence[Heading], counts: Mapping[str, int]
) -> list[dict[int, tuple[Mention, ...]]]:
    """Return the mentions of terms in each article, by the place of their term; `counts` are those of words."""
    table, _ = find_all(articles, cut(articles), MentionFinder(terms, counts), Known())
    return by_term(articles, table)
