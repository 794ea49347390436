"""How well related articles are found, and how fast: `python tests/benchmarks/related_quality.py FOLDER …`.

A folder holds `seeds/`. Where several seeds have one headline, as paragraphs of one encyclopedia article do, the others
are what a related article should be: it is counted for how many the first is one, and any of the five, with headlines
and keywords withheld from the reckoning; over all of them, and over each half of the headlines. Then the site's own
reckoning is timed. Folders of generated seeds, one headline each, are for the time alone.
"""

from __future__ import annotations

import hashlib
import resource
import sys
import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from markdown import Markdown

sys.path.insert(0, str(Path(__file__).parents[2]))

from build_hooks.indexing import related
from build_hooks.indexing.article_terms import terms_of
from build_hooks.indexing.chunks import Chunks, cut
from build_hooks.indexing.related import RelatedArticles, find_related
from build_hooks.indexing.taxonomy import Names, declared_terms, index_of, keywords_of
from build_hooks.model import Article, Related
from build_hooks.reading.collection import read_collection


def half_of(headline: str) -> int:
    """Return which half a headline is in, 0 or 1, the same in every run."""
    return hashlib.sha256(headline.encode()).digest()[0] % 2


def withhold(articles: Sequence[Article]) -> list[Article]:
    """Return the articles without headlines and keywords."""
    return [replace(article, headline="", keywords=()) for article in articles]


def rates(
    headlines: Mapping[str, str], found: Mapping[str, Sequence[Related]], asked: Collection[str]
) -> tuple[float, float]:
    """Return for which part of the permalinks `asked` any, and the first, related article has their headline."""
    right = [
        [headlines[one.article.permalink] == headlines[permalink] for one in found[permalink]]
        for permalink in asked
    ]
    return sum(map(any, right)) / len(right), sum(any(hits[:1]) for hits in right) / len(right)


def related_to(articles: Sequence[Article], chunks: Chunks, names_of: Names) -> RelatedArticles:
    """Return the related articles, where `names_of` gives their terms."""
    keywords = index_of(articles, declared_terms(articles, names_of))
    finding = find_related(articles, chunks)
    finding.tell(terms_of(keywords))
    return RelatedArticles(articles, keywords.index.terms, finding)


def print_quality(articles: Sequence[Article]) -> None:
    """Print how often related articles have the same headline."""
    headlines = {article.permalink: article.headline for article in articles}
    siblings = Counter(headlines.values())
    asked = [permalink for permalink, headline in headlines.items() if siblings[headline] > 1]
    if not asked:
        return
    withheld = withhold(articles)
    found = related_to(withheld, cut(withheld), lambda _: ())
    halves = [[permalink for permalink in asked if half_of(headlines[permalink]) == half] for half in (0, 1)]
    for name, part in (("all", asked), ("one half", halves[0]), ("the other", halves[1])):
        any_right, first_right = rates(headlines, found, part)
        print(
            f"  {name:<10}{len(part):>6} articles  one of five {any_right:6.1%}  the first {first_right:6.1%}"
        )


def print_seconds(articles: Sequence[Article]) -> None:
    """Print the seconds of this process that each part takes, and the most memory that it has had."""
    before = time.process_time()
    chunks = cut(articles)
    cutting = time.process_time() - before
    before = time.process_time()
    found = related_to(articles, chunks, keywords_of)
    rest = time.process_time() - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    fewer = sum(len(ones) < related.MOST_RELATED for ones in found.values())
    print(f"  cutting texts {cutting:.2f} s, the rest {rest:.2f} s; at most {most:.0f} MB in use")
    print(f"  {fewer} articles have fewer than {related.MOST_RELATED}")


def main() -> None:
    """Measure each folder named on the command line."""
    for folder in map(Path, sys.argv[1:]):
        articles = read_collection(folder / "seeds", folder, Markdown()).articles
        print(f"{folder}: {len(articles)} articles")
        print_quality(articles)
        print_seconds(articles)


if __name__ == "__main__":
    main()
