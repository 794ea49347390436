"""Structured data: what a page is about, in the words of schema.org, as JSON-LD.

Sources: https://schema.org/ (the types and their properties), Google's requirements for Article, BreadcrumbList and
Logo (https://developers.google.com/search/docs/appearance/structured-data/article), JSON-LD 1.1, section 7.
Nothing is claimed that the seed or the vocabulary does not say: no author where none is given, no time of day.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence

from build_hooks.model import Article, Heading, Kind
from build_hooks.publishing.publication import LANGUAGE, Publication
from build_hooks.publishing.urls import web_address

Data = Mapping[str, object]

_TYPES: Mapping[Kind | None, str] = {
    Kind.PERSON: "Person",
    Kind.PLACE: "Place",
    Kind.ORGANISATION: "Organization",
    # Not Event: Google then asks for its place and its beginning, which the vocabulary does not have.
    Kind.EVENT: "Thing",
    Kind.TOPIC: "Thing",
    None: "Thing",
}

# A script ends at `</script`, a comment in it begins at `<!--`, and to older JavaScript U+2028 and U+2029 end a line.
_IN_SCRIPT = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def script(graph: Sequence[Data]) -> str:
    """Return `graph` as JSON-LD that may stand in a `<script>` as it is, without white space."""
    document: Data = {"@context": "https://schema.org", "@graph": graph}
    if len(graph) == 1:
        document = {"@context": "https://schema.org", **graph[0]}
    text = _ENCODE(document)
    # Ten times as fast as `translate`, which looks every Arabic letter up.
    for mark, written in _IN_SCRIPT.items():
        text = text.replace(mark, written)
    return text


def moment(date: datetime.date, time: datetime.time | None) -> str:
    """Return a day as ISO 8601 has it, with the time where one is given: `2026-11-24T10:30:00+03:00`."""
    return datetime.datetime.combine(date, time).isoformat() if time else date.isoformat()


def news_article(
    article: Article,
    publication: Publication,
    *,
    url: str,
    authors: Iterable[tuple[str, bool]],
    image: str | None,
    section: str | None,
    mentioned: Iterable[Heading],
) -> Data:
    """Return the NewsArticle that an article's page shows.

    Args:
        article: The article.
        publication: The site, which publishes it.
        url: The page's whole address.
        authors: Those who wrote it, each with whether it is an organisation.
        image: The whole address of its own card, if it has one.
        section: Its first tag.
        mentioned: What the vocabulary has of the terms in its text that have an item in Wikidata.
    """
    data: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": article.headline,
        "url": url,
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "publisher": _publisher(publication),
    }
    if article.date:
        data["datePublished"] = moment(article.date, article.time)
    if article.updated:
        data["dateModified"] = moment(article.updated, article.updated_time)
    if people := [_author(name, is_organisation=is_one) for name, is_one in authors]:
        data["author"] = people if len(people) > 1 else people[0]
    if article.description:
        data["description"] = article.description
    if image:
        data["image"] = image
    if section:
        data["articleSection"] = section
    if article.keywords:
        data["keywords"] = article.keywords
    if article.source and (source := web_address(article.source)):
        data["isBasedOn"] = source
    if mentions := [_thing(heading) for heading in mentioned]:
        data["mentions"] = mentions
    return data


def breadcrumbs(parents: Sequence[tuple[str, str]], title: str) -> Data:
    """Return the way from the front page to a page: its parents' names and whole addresses, then its own name."""
    steps: list[dict[str, object]] = [{"name": name, "item": address} for name, address in parents]
    # The last one is the page at hand, whose address goes without saying.
    steps.append({"name": title})
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, **step}
            for position, step in enumerate(steps, start=1)
        ],
    }


def website(publication: Publication) -> Data:
    """Return the site as a whole, with the way to search it."""
    data: dict[str, object] = {
        "@type": "WebSite",
        "name": publication.name,
        "url": publication.absolute(""),
        "inLanguage": LANGUAGE,
        "publisher": _publisher(publication),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": publication.absolute("search/") + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    if publication.description:
        data["description"] = publication.description
    return data


def term_set(name: str, url: str, terms: Iterable[tuple[str, str]]) -> Data:
    """Return an index at `url`, with the names and whole addresses of the terms on its page."""
    data: dict[str, object] = {"@type": "DefinedTermSet", "name": name, "url": url, "inLanguage": LANGUAGE}
    if entries := [{"@type": "DefinedTerm", "name": term, "url": address} for term, address in terms]:
        data["hasDefinedTerm"] = entries
    return data


def collection(name: str, url: str, publication: Publication, about: Data | None = None) -> Data:
    """Return a listing of articles at `url`, and what they are `about`."""
    data: dict[str, object] = {
        "@type": "CollectionPage",
        "name": name,
        "url": url,
        "inLanguage": LANGUAGE,
        "isPartOf": {"@type": "WebSite", "name": publication.name, "url": publication.absolute("")},
    }
    if about:
        data["about"] = about
    return data


def defined_term(heading: Heading, index: str) -> Data:
    """Return a term of the index whose whole address is `index`."""
    data: dict[str, object] = {"@type": "DefinedTerm", "name": heading.term, "inDefinedTermSet": index}
    if heading.also:
        data["alternateName"] = heading.also
    if heading.description:
        data["description"] = heading.description
    if heading.wikidata:
        data["sameAs"] = _wikidata(heading)
    return data


def _publisher(publication: Publication) -> Data:
    return {
        "@type": "Organization",
        "name": publication.name,
        "url": publication.absolute(""),
        "logo": {"@type": "ImageObject", "url": publication.absolute(publication.logo)},
    }


def _author(name: str, *, is_organisation: bool) -> Data:
    return {"@type": _TYPES[Kind.ORGANISATION if is_organisation else Kind.PERSON], "name": name}


def _thing(heading: Heading) -> Data:
    return {"@type": _TYPES[heading.kind], "name": heading.term, "sameAs": _wikidata(heading)}


def _wikidata(heading: Heading) -> str:
    return f"https://www.wikidata.org/wiki/{heading.wikidata}"
