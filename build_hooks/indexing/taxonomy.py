"""Keywords and tags: one way to gather the articles that share a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from build_hooks.arabic.fold import fold
from build_hooks.arabic.order import collation_key
from build_hooks.indexing.slugs import unique_slugs
from build_hooks.model import Article, Term


def keywords_of(article: Article) -> tuple[str, ...]:
    """Return the names under which the keyword index lists `article`."""
    return article.keywords


def tags_of(article: Article) -> tuple[str, ...]:
    """Return the names under which the tag index lists `article`: its tags and its writing styles."""
    return article.tags + article.writing_styles


def build_terms(
    articles: Iterable[Article], names_of: Callable[[Article], tuple[str, ...]]
) -> tuple[Term, ...]:
    """Return a term for each name that `names_of` gives, in Arabic alphabetical order.

    Spellings that fold to the same text are one term, named by the spelling most used. A term's articles keep the
    order of `articles`.
    """
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    members: defaultdict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        for name in names_of(article):
            key = fold(name)
            spellings[key][name] += 1
            members[key].setdefault(article.permalink, article)
    names = {key: _most_used(counts) for key, counts in spellings.items()}
    slugs = unique_slugs(names.values())
    terms = (Term(name, slugs[name], tuple(members[key].values())) for key, name in names.items())
    return tuple(sorted(terms, key=lambda term: collation_key(term.name)))


def _most_used(counts: Counter[str]) -> str:
    # Among spellings used alike, the choice must not hang on the order of the seeds.
    return min(counts, key=lambda name: (-counts[name], name))
