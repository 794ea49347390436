"""Terms that often occur together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from build_hooks.model import Index, Term

# Pairs grow with the square of an article's terms: an article with a thousand tells nothing of any two of them.
_MOST_TERMS = 40
_MOST_COMPANIONS = 8
# Two terms that met once met by chance.
_FEWEST_MEETINGS = 2


def companions(index: Index) -> Mapping[str, tuple[Term, ...]]:
    """Return, by a term's slug, the terms that occur in most of the articles where it occurs, most often first.

    At most eight, each in at least two articles with the term, which may be none; of an article with more than
    40 terms, those that come first in it count.
    """
    company: defaultdict[str, list[list[str]]] = defaultdict(list)
    for terms in index.by_article.values():
        slugs = [term.slug for term, _ in terms[:_MOST_TERMS]]
        for slug in slugs:
            company[slug].append(slugs)
    by_slug = {term.slug: term for term in index.terms}
    return {slug: tuple(map(by_slug.__getitem__, _strongest(slug, lists))) for slug, lists in company.items()}


def _strongest(one: str, lists: Iterable[Iterable[str]]) -> list[str]:
    """Return what stands beside one slug in most lists."""
    counts = Counter(chain.from_iterable(lists))
    often = [(-count, slug) for slug, count in counts.items() if count >= _FEWEST_MEETINGS and slug != one]
    return [slug for _, slug in sorted(often)[:_MOST_COMPANIONS]]
