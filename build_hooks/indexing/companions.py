"""Terms that often occur together."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from build_hooks.indexing.article_terms import ArticleTerms
from build_hooks.indexing.runs import (
    Runs,
    blocks,
    bounds,
    changes,
    heads,
    lengths_of,
    one_behind_the_other,
    ranges,
)
from build_hooks.indexing.taxonomy import Indexed
from build_hooks.model import Term

# Pairs grow with the square of an article's terms: an article with a thousand tells nothing of any two of them.
_MOST_TERMS = 40
_MOST_COMPANIONS = 8
# Two terms that met once met by chance.
_FEWEST_MEETINGS = 2

_AT_ONCE = 1 << 17
"""How many meetings are counted at a time."""


def companions(keywords: Indexed, terms: ArticleTerms) -> Mapping[str, tuple[Term, ...]]:
    """Return, by a term's slug, its companions as `companions_of` finds them; `terms` are those of the articles."""
    in_index = list(map(keywords.index.terms.__getitem__, terms.order.tolist()))
    return {
        term.slug: tuple(map(in_index.__getitem__, numbers))
        for term, numbers in zip(in_index, companions_of(terms).lists(), strict=True)
    }


def companions_of(terms: ArticleTerms) -> Runs:
    """Return for each term those that occur in most of the articles where it occurs, most often first.

    At most eight, each in at least two articles with the term, which may be none; of an article with more than
    40 terms, those that come first in it count. Of those that occur as often, the one with the lower number is first.
    """
    cuts, kept = heads(terms.bounds, _MOST_TERMS)
    company = Runs(cuts, terms.terms[kept])
    articles = np.repeat(np.arange(len(terms), dtype=np.int32), np.diff(cuts))
    having = Runs(
        bounds(np.bincount(company.numbers, minlength=terms.different)),
        articles[np.argsort(company.numbers, kind="stable")],
    )
    meetings = bounds(lengths_of(having.numbers, cuts))[having.bounds]
    return one_behind_the_other(
        _strongest(company, having, first, behind) for first, behind in blocks(meetings, _AT_ONCE)
    )


def _strongest(company: Runs, having: Runs, first: int, behind: int) -> Runs:
    """Return the companions of the terms from `first` on.

    Args:
        company: The terms of each article that count.
        having: The articles of each term.
        first: The first of some terms.
        behind: The term behind the last of them.
    """
    cuts = having.bounds[first : behind + 1]
    articles = having.numbers[cuts[0] : cuts[-1]]
    lengths = lengths_of(articles, company.bounds)
    terms = np.repeat(np.arange(behind - first), np.diff(bounds(lengths)[cuts - cuts[0]]))
    # Sorting numbers that hold both terms is the quickest way to bring together what is counted.
    different = len(having.bounds) - 1
    keys = terms * different + company.numbers[ranges(company.bounds[articles], lengths)]
    keys.sort()
    firsts = changes(keys)
    meetings = np.diff(firsts, append=len(keys))
    # Most met once.
    often = np.flatnonzero(meetings >= _FEWEST_MEETINGS)
    terms, others = np.divmod(keys[firsts[often]], different)
    is_other = terms + first != others
    terms, others, meetings = terms[is_other], others[is_other], meetings[often[is_other]]
    # Stable, so that those that are met as often stay in order.
    order = np.argsort(terms * len(company.bounds) - meetings, kind="stable")
    kept_bounds, kept = heads(bounds(np.bincount(terms, minlength=behind - first)), _MOST_COMPANIONS)
    return Runs(kept_bounds, others[order[kept]].astype(np.int32))
