"""Related articles: for each article the nearest others, by the terms and the words that they share.

An article is a vector of features, the stems of its words and its terms in the keyword index, each weighed by how
often it stands there and how rare it is among all articles (TF-IDF: G. Salton and C. Buckley, "Term-weighting
approaches in automatic text retrieval", Information Processing & Management 24, 1988); nearness is the cosine of
two vectors. Only an article's weightiest features lead to others, and each only to so many, so that the work for one
article does not grow with the collection; those that look nearest are then compared in full.

The constants are measured on 460 paragraphs of the Arabic Wikipedia, of which several each have one headline
(H. Mozannar et al., "Neural Arabic Question Answering", 2019), with `tests/benchmarks/related_quality.py`: for how
many articles the first related one, and any of the five, has the same headline. A choice stands where both halves of
the headlines speak for it.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import mul
from typing import NamedTuple

from build_hooks.arabic.analyser import tokenise
from build_hooks.arabic.stems import light_stem
from build_hooks.indexing.memo import Memo
from build_hooks.model import Appearance, Article, Index, Related, Term

MOST_RELATED = 5
"""How many articles one is related to at most."""

MOST_SHARED = 3
"""How many terms are named at most as what two articles share."""

DECLARED = 5
"""Occurrences that it is worth that an article declares a term, beside those that it has; set by judgement."""

OPENING = (2, 2, 2, 2, 2, 1, 1, 1, 1, 1)
"""Occurrences that the first words of a headline and of a text are worth, beside the one that each is.

Reports and encyclopedias name their subject first. Measured: the first related article is right for 5 in 100 more than
with all words alike; openings of 5 to 10 words, at 2 to 3 occurrences a word, are within 1 in 100 of each other.
"""

RARITY = 1.25
"""The power to which the logarithm of a feature's rarity is raised. Measured: 1 and 1.5 are within 1 in 100."""

FEATURES = 40
"""How many features make a vector, an article's weightiest. Measured: 30 lose 1 in 100, more win nothing."""

POSTINGS = 64
"""To how many articles a feature leads at most, those in which it weighs most."""

STEPS = 256
"""After how many articles, some of them met several times, an article's features lead no further.

Measured: 64 lose 1 in 100 of the five, 512 win nothing. Of 10,000 generated articles, the five that are found are
99 in 100 as near as the five that are nearest.
"""

CANDIDATES = 10
"""How many articles are compared in full. Measured: 8 to 30 do the same."""

_SHORTEST_TERM = 2

_Vector = dict[int, float]
"""Weights by feature, the greatest first; their squares add up to 1."""


class _Profile(NamedTuple):
    """The features of an article, each once, and how often each occurs."""

    features: tuple[int, ...]
    counts: array[int]


class _Posting(NamedTuple):
    """The articles to which a feature leads, and its weight in each.

    Arrays, not lists: what they hold lies together in memory, and is walked sooner.
    """

    places: array[int]
    weights: array[float]


def related_articles(articles: Sequence[Article], keywords: Index) -> Mapping[str, tuple[Related, ...]]:
    """Find for each article those that its readers may want next.

    Args:
        articles: All articles in any order, no two at one permalink.
        keywords: The index of their keywords.

    Returns:
        By every article's permalink at most `MOST_RELATED` others, the nearest first, those equally near by
        permalink; none where no other shares what weighs most in it. Stop words are not counted. Time and memory
        are in proportion to the text.
    """
    ordered = sorted(articles, key=lambda article: article.permalink)
    nearest = _nearest(_vectors(_profiles(ordered, keywords)))
    in_common = _Terms(keywords, len(ordered)).in_common
    return {
        article.permalink: tuple(
            Related(other, in_common(article, other)) for other in map(ordered.__getitem__, places)
        )
        for article, places in zip(ordered, nearest, strict=True)
    }


class _Terms:
    """The terms of an index with their weights in each article."""

    def __init__(self, keywords: Index, total: int) -> None:
        self._by_slug = {term.slug: term for term in keywords.terms}
        rarities = {term.slug: _rarity(len(term.appearances), total) for term in keywords.terms}
        self._weights = {
            permalink: {term.slug: _occurrences(found) * rarities[term.slug] for term, found in terms}
            for permalink, terms in keywords.by_article.items()
        }

    def in_common(self, one: Article, other: Article) -> tuple[Term, ...]:
        """Return the terms that both articles have, those that bring them nearest first."""
        ours, theirs = self._weights.get(one.permalink, {}), self._weights.get(other.permalink, {})
        slugs = sorted(ours.keys() & theirs.keys(), key=lambda slug: (-ours[slug] * theirs[slug], slug))
        return tuple(self._by_slug[slug] for slug in slugs[:MOST_SHARED])


def _occurrences(appearance: Appearance) -> int:
    return len(appearance.mentions) + DECLARED * appearance.declared


def _rarity(having: int, total: int) -> float:
    """Return what one occurrence of a feature weighs that `having` of `total` articles have."""
    # The one more lets what all articles have count a little: a site may have three, on one subject.
    return float(math.log((total + 1) / having) ** RARITY)


class _Numbers(dict[str, int]):
    """Numbers features from 0, in the order in which they are met."""

    def __missing__(self, feature: str) -> int:
        number = self[feature] = len(self)
        return number


def _stems(text: str) -> Iterator[str]:
    for token in tokenise(text):
        # Letters alone abbreviate what is no subject: م and هـ behind years.
        if not token.is_stop and len(token.term) >= _SHORTEST_TERM:
            yield light_stem(token.term)


def _profiles(articles: Iterable[Article], keywords: Index) -> list[_Profile]:
    numbers = _Numbers()
    # A text is made of few words, and analysing one takes long.
    words = Memo(lambda word: tuple(numbers[stem] for stem in _stems(word)))
    profiles = []
    for article in articles:
        counts = _count_words(article, words)
        for term, appearance in keywords.of(article):
            counts[numbers[f"#{term.slug}"]] += _occurrences(appearance)  # no stem has a sign
        profiles.append(_Profile(tuple(counts), array("L", counts.values())))
    return profiles


def _count_words(article: Article, words: Memo[tuple[int, ...]]) -> Counter[int]:
    headline = [words[word] for word in article.headline.split()]
    subheadings = (section.subheading or "" for section in article.sections)
    text = [words[word] for part in (*article.paragraphs, *subheadings) for word in part.split()]
    counts = Counter(chain.from_iterable((*headline, *text)))
    for start in (headline, text):
        for features, more in zip(start, OPENING, strict=False):
            for feature in features:
                counts[feature] += more
    return counts


def _vectors(profiles: Sequence[_Profile]) -> list[_Vector]:
    having = Counter(chain.from_iterable(profile.features for profile in profiles))
    # What one article alone has brings it near to none.
    rarities = [
        _rarity(having[feature], len(profiles)) if having[feature] > 1 else 0.0
        for feature in range(len(having))
    ]
    return [_vector(profile, rarities) for profile in profiles]


def _vector(profile: _Profile, rarities: Sequence[float]) -> _Vector:
    weights = list(map(mul, profile.counts, map(rarities.__getitem__, profile.features)))
    ranked = sorted(filter(None, weights), reverse=True)[:FEATURES]
    if not ranked:
        return {}
    # Features that weigh the same stand or fall together: nothing hangs on the order of words.
    kept = [pair for pair in zip(weights, profile.features, strict=True) if pair[0] >= ranked[-1]]
    kept.sort(reverse=True)
    length = math.hypot(*(weight for weight, _ in kept))
    return {feature: weight / length for weight, feature in kept}


def _nearest(vectors: Sequence[_Vector]) -> Iterator[list[int]]:
    """Yield for each vector the places of the nearest others, the nearest first."""
    postings = _postings(vectors)
    for place, vector in enumerate(vectors):
        nearness = {other: _cosine(vector, vectors[other]) for other in _candidates(place, vector, postings)}
        yield sorted(nearness, key=lambda other: (-nearness[other], other))[:MOST_RELATED]


def _postings(vectors: Iterable[_Vector]) -> dict[int, _Posting]:
    postings: defaultdict[int, _Posting] = defaultdict(lambda: _Posting(array("L"), array("d")))
    for place, vector in enumerate(vectors):
        for feature, weight in vector.items():
            posting = postings[feature]
            posting.places.append(place)
            posting.weights.append(weight)
    return {feature: _strongest(posting) for feature, posting in postings.items()}


def _strongest(posting: _Posting) -> _Posting:
    places, weights = posting
    if len(places) <= POSTINGS:
        return posting
    # The sort is stable: among those that weigh the same, the first by permalink are kept.
    kept = sorted(range(len(places)), key=weights.__getitem__, reverse=True)[:POSTINGS]
    return _Posting(array("L", map(places.__getitem__, kept)), array("d", map(weights.__getitem__, kept)))


def _candidates(place: int, vector: _Vector, postings: Mapping[int, _Posting]) -> list[int]:
    """Return the places that the weightiest features lead to with the most weight; more where it is the same."""
    nearness: dict[int, float] = {place: 0.0}
    so_far = nearness.get
    steps = 0
    for feature, weight in vector.items():
        posting = postings[feature]
        for other, its_weight in zip(*posting, strict=True):
            nearness[other] = so_far(other, 0.0) + weight * its_weight
        steps += len(posting.places)
        if steps >= STEPS:
            break
    del nearness[place]
    least = min(sorted(nearness.values())[-CANDIDATES:], default=0.0)
    return [other for other, sum_of_steps in nearness.items() if sum_of_steps >= least]


def _cosine(one: _Vector, other: _Vector) -> float:
    # An exact sum does not hang on the order of the features, so that what is equally near measures so.
    return math.fsum(one[feature] * other[feature] for feature in one.keys() & other.keys())
