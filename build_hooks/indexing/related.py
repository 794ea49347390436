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

import hashlib
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import mul
from typing import NamedTuple

from build_hooks.arabic.analyser import tokenise
from build_hooks.arabic.stems import light_stem
from build_hooks.indexing.memo import Memo
from build_hooks.model import Appearance, Article, Index, Related, Term
from build_hooks.processes import in_shares

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


class Profile(NamedTuple):
    """The features that an article has by its words alone, each once, and how often each occurs."""

    features: tuple[int, ...]
    """Each by its number, which it has in every collection."""

    counts: array[int]


class _Posting(NamedTuple):
    """The articles to which a feature leads, and its weight in each.

    Arrays, not lists: what they hold lies together in memory, and is walked sooner.
    """

    places: array[int]
    weights: array[float]


def profile_of(article: Article) -> Profile:
    """Count the features of an article's words; what other articles say makes no difference."""
    headline = list(map(_features.__getitem__, article.headline.split()))
    subheadings = (section.subheading or "" for section in article.sections)
    # No word goes across white space, and a text is made of few words, of which analysing one takes long.
    text = list(map(_features.__getitem__, " ".join((*article.paragraphs, *subheadings)).split()))
    counts = Counter(chain.from_iterable((*headline, *text)))
    for start in (headline, text):
        for features, more in zip(start, OPENING, strict=False):
            for feature in features:
                counts[feature] += more
    return Profile(tuple(counts), array("I", counts.values()))


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
    by_words = {
        article.permalink: profile
        for article, profile in zip(articles, in_shares(profile_of, articles), strict=True)
    }
    ordered = sorted(articles, key=lambda article: article.permalink)
    nearest = _nearest(
        _vectors([_with_terms(by_words[article.permalink], keywords.of(article)) for article in ordered])
    )
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


def _number(feature: str) -> int:
    """Number a feature, so that profiles that were made apart go together.

    Of a million features hardly two have one number.
    """
    return int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=7).digest(), "big")


# One number is one object: comparing those that are equal and not the same takes longer.
_numbers = Memo(_number)


def _features_of(text: str) -> tuple[int, ...]:
    # Letters alone abbreviate what is no subject: م and هـ behind years.
    return tuple(
        _numbers[light_stem(token.term)]
        for token in tokenise(text)
        if not token.is_stop and len(token.term) >= _SHORTEST_TERM
    )


_features = Memo(_features_of)


def _with_terms(profile: Profile, terms: Iterable[tuple[Term, Appearance]]) -> Profile:
    # No stem has a sign.
    numbers = tuple(_numbers[f"#{term.slug}"] for term, _ in terms)
    counts = array("I", [_occurrences(appearance) for _, appearance in terms])
    return Profile(profile.features + numbers, profile.counts + counts)


def _vectors(profiles: Sequence[Profile]) -> list[_Vector]:
    having = Counter(chain.from_iterable(profile.features for profile in profiles))
    by_having = [0.0] * (len(profiles) + 1)
    # What one article alone has brings it near to none.
    for number in range(2, len(profiles) + 1):
        by_having[number] = _rarity(number, len(profiles))
    rarities = dict(zip(having, map(by_having.__getitem__, having.values()), strict=True))
    return [_vector(profile, rarities) for profile in profiles]


def _vector(profile: Profile, rarities: Mapping[int, float]) -> _Vector:
    features, counts = profile
    weights = list(map(mul, counts, map(rarities.__getitem__, features)))
    ranked = sorted(filter(None, weights))[-FEATURES:]
    if not ranked:
        return {}
    # Features that weigh the same stand or fall together: nothing hangs on the order of words.
    least = ranked[0]
    kept = [(weight, feature) for weight, feature in zip(weights, features, strict=True) if weight >= least]
    kept.sort(reverse=True)
    length = math.hypot(*(weight for weight, _ in kept))
    return {feature: weight / length for weight, feature in kept}


def _nearest(vectors: Sequence[_Vector]) -> list[list[int]]:
    """Return for each vector the places of the nearest others, the nearest first."""
    postings = _postings(vectors)

    def nearest(place: int) -> list[int]:
        vector = vectors[place]
        nearness = {other: _cosine(vector, vectors[other]) for other in _candidates(place, vector, postings)}
        return sorted(nearness, key=lambda other: (-nearness[other], other))[:MOST_RELATED]

    return in_shares(nearest, range(len(vectors)))


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
    if not nearness:
        return []
    least = sorted(nearness.values())[-CANDIDATES:][0]
    return [other for other, sum_of_steps in nearness.items() if sum_of_steps >= least]


def _cosine(one: _Vector, other: _Vector) -> float:
    # An exact sum does not hang on the order of the features, so that what is equally near measures so.
    return math.fsum(one[feature] * other[feature] for feature in one.keys() & other.keys())
