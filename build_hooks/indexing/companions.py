"""Terms that often occur together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import permutations

from build_hooks.model import Index, Term

# Pairs grow with the square of an article's terms: an article with a thousand tells nothing of any two of them.
_MOST_TERMS = 40
_MOST_COMPANIONS = 8
# Two terms that met once met by chance.
_FEWEST_MEETINGS = 2


def companions(index: Index) -> Mapping[str, tuple[Term, ...]]:
    """Return, by a term's slug, the terms that occur in most of the articles where it occurs, most often first.

    At most eight, each in at least two articles with the term; of an article with more than 40 terms, those
    that come first in it count.
    """
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for terms in index.by_article.values():
        for one, other in permutations([term.slug for term, _ in terms[:_MOST_TERMS]], 2):
            together[one][other] += 1
    by_slug = {term.slug: term for term in index.terms}
    return {slug: tuple(by_slug[other] for other in _strongest(counts)) for slug, counts in together.items()}


def _strongest(counts: Counter[str]) -> list[str]:
    often = [(-count, slug) for slug, count in counts.items() if count >= _FEWEST_MEETINGS]
    return [slug for _, slug in sorted(often)[:_MOST_COMPANIONS]]
