"""Mentions in columns: those of all articles in a few arrays, of which objects are made where they are shown.

A collection has some ten mentions an article. As arrays they are kept, gathered and counted at once; as objects, most of
which no page of a small change shows, they took a second of each build of 10,000 articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

import numpy as np

from build_hooks.indexing.runs import Numbers, Places, bounds, ranges
from build_hooks.model import Article, Mention

_new = tuple.__new__

Spans: TypeAlias = Mapping[int, Sequence[int]]
"""By term, its mentions in an article: the number of the text, where it begins there and where it ends, and so on."""

Span: TypeAlias = Sequence[int]
"""A mention in an article: the number of the text, where it begins there and where it ends."""


def mentions_at(article: Article, spans: Iterable[Span]) -> tuple[Mention, ...]:
    """Return mentions in an article."""
    locators, written = article.locators, article.written
    # As a plain tuple is made: a collection has a hundred thousand, and `Mention` asks a function of Python's.
    return tuple(
        [_new(Mention, (locators[text], start, end, written[text][start:end])) for text, start, end in spans]
    )


class MentionTable(NamedTuple):
    """The mentions in some articles, article after article; in each term by term, those of a term in reading order."""

    bounds: Places
    """Where those of each article begin; behind the last, where they end."""

    terms: Numbers
    """The term of each, by its number."""

    spans: Numbers
    """A row for each: the number of its text among those of the article, where it begins there, where it ends."""


def table_of(articles: Sequence[Spans]) -> MentionTable:
    """Return the mentions in some articles as a table."""
    lengths = [[len(spans) // 3 for spans in by_term.values()] for by_term in articles]
    terms = np.fromiter(chain.from_iterable(articles), np.int32)
    spans = chain.from_iterable(chain.from_iterable(by_term.values() for by_term in articles))
    return MentionTable(
        bounds(np.array(list(map(sum, lengths)), np.int64)),
        np.repeat(terms, list(chain.from_iterable(lengths))),
        np.fromiter(spans, np.int32).reshape(-1, 3),
    )


def joined_tables(tables: Sequence[MentionTable]) -> MentionTable:
    """Return some tables, at least one, as one."""
    lengths = np.concatenate([np.diff(table.bounds) for table in tables])
    return MentionTable(
        bounds(lengths),
        np.concatenate([table.terms for table in tables]),
        np.concatenate([table.spans for table in tables]),
    )


def chosen_from(table: MentionTable, articles: Sequence[int], numbers: Numbers) -> MentionTable:
    """Return the mentions in some of a table's articles, in this order, with other numbers for their terms.

    Args:
        table: The table.
        articles: The articles by their places in it.
        numbers: The number of each term by that which it has there.
    """
    places = np.asarray(articles, np.int64)
    lengths = np.diff(table.bounds)[places]
    rows = ranges(table.bounds[places], lengths)
    terms = numbers[table.terms[rows]]
    # Numbers that hold both article and term are mostly in order already; what has the same number stays in order.
    total = 1 + int(numbers.max(initial=0))
    pairs = np.repeat(np.arange(len(places)) * total, lengths) + terms
    order = np.argsort(pairs, kind="stable")
    return MentionTable(bounds(lengths), terms[order], table.spans[rows[order]])
