"""No seed turns the direction of anything but its own paragraphs, in any file of the site."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from build_hooks.arabic.direction import closed, has_controls
from tests.conftest import BuildSite, BuiltSite

ADDRESS = "https://example.org/"
MARKED = "دا\u202eعش"
TEXT = f"ناقش \u2067{MARKED} وقسد \u202d. ثم تحدث عن {MARKED} و\u2068NATO\u2069 مرة أخرى، بعد أن غادر الوفد."
MARKDOWN = f"""---
title: {MARKED} 2
keywords: ["دا\\u202eعش", قسد]
tags: [أم\u2066ن]
author: كا\u202bتب
description: وص\u202eف
date: 2026-01-02
---

{TEXT}

## فر\u202eعي

- {TEXT}

## فر&#x202e;عي

فر&#8238;عي
----

> ## فر\u202eعي

{TEXT.replace("دا", "&#x2067;دا")}
"""
SEED = f"{MARKED}\n{TEXT}\nعن {MARKED}\n{TEXT}\nKeywords: {MARKED}، قسد\nTags: أم\u2066ن\nDate: 2026-01-01\n"


def test_whole_site(copy_of_project: Path, build_site: BuildSite) -> None:
    """Controls in every field of a seed: only paragraphs have them, each closed; no title, attribute, list or term."""
    (copy_of_project / "seeds" / "a.txt").write_text(SEED, encoding="utf-8")
    (copy_of_project / "seeds" / "b.md").write_text(MARKDOWN, encoding="utf-8")
    site = build_site(copy_of_project / "mkdocs.yml", strict=False, site_url=ADDRESS)
    for page, number in (("articles/a/", 2), ("articles/b/", 3)):
        paragraphs = [
            node.text() for node in LexborHTMLParser(site.page(page)).css("#article > p, #article > ul li")
        ]
        assert number == len(paragraphs)
        assert all(has_controls(text) and text == closed(text) for text in paragraphs)
    pages = list(site.folder.rglob("*.html"))
    assert [] == [page for page in pages if has_controls(_outside_paragraphs(page))]
    assert not has_controls(site.page("sitemap.xml"))
    _check_feeds(site)
    _check_keyword_file(site)


def _outside_paragraphs(file: Path) -> str:
    page = LexborHTMLParser(file.read_text("utf-8"))
    for node in page.css("#article > p, #article > ul li"):
        node.decompose()
    return page.html or ""


def _check_feeds(site: BuiltSite) -> None:
    feed = feedparser.parse(site.page("feed.xml"), sanitize_html=False)
    for entry in feed.entries:
        assert not has_controls(entry.title + entry.description)
    for item in json.loads(site.page("feed.json"))["items"]:
        assert not has_controls(item["title"] + item["summary"] + "".join(item["tags"]))
    assert not has_controls(feed.feed.title + feed.feed.description)


def _check_keyword_file(site: BuiltSite) -> None:
    for line in site.page("keywords/index.jsonl").splitlines():
        term = json.loads(line)
        assert not has_controls(term["term"] + term["url"])
