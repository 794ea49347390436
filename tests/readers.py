"""Other people's readers, which tell whether what the site says of itself can be understood."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import extruct  # type: ignore[import-untyped]
import feedparser  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]

SCHEMAS = Path(__file__).parent / "schemas"


def read_rss(content: bytes) -> Any:
    """Return a feed as feedparser reads it, after it was validated; an assertion fails where anything is wrong."""
    assert [] == xml_errors(content, "rss.xsd")
    feed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.get("bozo_exception")
    assert "rss20" == feed.version
    return feed


def read_json_feed(content: bytes) -> Any:
    """Return a JSON Feed, after it was validated."""
    feed = json.loads(content)
    assert [] == json_errors(feed, "json-feed.json")
    return feed


def read_structured_data(html: str) -> dict[str, dict[str, Any]]:
    """Return the JSON-LD of a page as extruct reads it, by type, after each was held against schema.org's shapes."""
    found: dict[str, dict[str, Any]] = {}
    for document in extruct.extract(html, syntaxes=["json-ld"])["json-ld"]:
        assert "https://schema.org" == document.pop("@context")
        for thing in document.get("@graph", [document]):
            assert [] == json_errors(thing, "schema-org.json")
            assert thing["@type"] not in found
            found[thing["@type"]] = thing
    return found


def read_open_graph(html: str) -> list[tuple[str, str]]:
    """Return the names and values in the Open Graph protocol as extruct reads them, in order."""
    [found] = extruct.extract(html, syntaxes=["opengraph"])["opengraph"]
    return [(str(name), str(value)) for name, value in found["properties"]]


def xml_errors(content: bytes, schema: str) -> list[str]:
    """Return what is wrong with an XML document, held against a schema."""
    found = _xml_schema(schema)
    return [] if found.validate(etree.fromstring(content)) else [str(error) for error in found.error_log]


def json_errors(document: object, schema: str) -> list[str]:
    """Return what is wrong with a JSON document, held against a schema."""
    return [f"{error.json_path}: {error.message}" for error in _json_schema(schema).iter_errors(document)]


@cache
def _xml_schema(name: str) -> Any:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


@cache
def _json_schema(name: str) -> Any:
    return Draft202012Validator(json.loads((SCHEMAS / name).read_text("utf-8")))
