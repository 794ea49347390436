"""Related articles."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, product, zip_longest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.analyser import tokenise
from build_hooks.arabic.stems import light_stem
from build_hooks.cache import Cache, Lines
from build_hooks.indexing import features, nearest, related, runs, shared_terms, vectors
from build_hooks.indexing.article_terms import terms_of
from build_hooks.indexing.chunks import Chunks, cut
from build_hooks.indexing.related import RelatedArticles, find_related
from build_hooks.indexing.taxonomy import Finder, Indexed, keywords_of
from build_hooks.model import Article, Heading, Mention
from build_hooks.sections import Section
from tests.factory import a_table, an_article, an_index

TEXTS = {
    "wheat-1": "زرع الفلاحون القمح في السهل قبل المطر، ثم انتظروا موسم الحصاد.",
    "wheat-2": "كان حصاد القمح هذا الموسم وفيرا، وامتلأت به مخازن الفلاحين.",
    "bread": "اشترى الفران من السوق دقيق القمح تحت المطر.",
    "chess-1": "فازت اللاعبة الصغيرة بمباراة الشطرنج بعد أن ضحت بالوزير.",
    "chess-2": "في بطولة الشطرنج خسر اللاعب الوزير مبكرا ثم انسحب.",
    "moon": "رصد الفلكيون خسوفا كاملا.",
}


def articles_of(texts: Mapping[str, str]) -> list[Article]:
    """Return articles without headlines by permalink."""
    return [an_article(permalink, headline="", text=(text,)) for permalink, text in texts.items()]


def related_of(
    articles: Sequence[Article], keywords: Indexed | None = None, chunks: Chunks | None = None
) -> RelatedArticles:
    """Return the related articles, without an index by their texts alone."""
    keywords = keywords or an_index(articles, lambda _: ())
    finding = find_related(articles, chunks or cut(articles))
    finding.tell(terms_of(keywords))
    return RelatedArticles(articles, keywords.index.terms, finding)


def found(articles: Sequence[Article], keywords: Indexed | None = None) -> dict[str, list[str]]:
    """Return the permalinks of the related articles by permalink."""
    return {
        permalink: [one.article.permalink for one in ones]
        for permalink, ones in related_of(articles, keywords).items()
    }


def mentioning(*permalinks: str) -> Finder:
    """Return a finder that finds the first term once in the articles named."""
    mentions = {0: (Mention(1, 0, 1, "ن"),)}
    return lambda _, articles: a_table(
        articles, [mentions if article.permalink in permalinks else {} for article in articles]
    )


def test_articles_on_one_subject_are_nearest() -> None:
    """What shares more and rarer words comes first, whatever article, conjunction and ending the words wear."""
    assert {
        "wheat-1": ["wheat-2", "bread"],
        "wheat-2": ["wheat-1", "bread"],
        "bread": ["wheat-1", "wheat-2"],
        "chess-1": ["chess-2"],
        "chess-2": ["chess-1"],
        "moon": [],
    } == found(articles_of(TEXTS))


def test_stop_words_and_lone_letters_bring_nothing_near() -> None:
    """Two articles that share no more than في, على or a م behind a year are not related."""
    assert {"a": [], "b": []} == found(
        articles_of({"a": "في البيت على الجبل م", "b": "في البحر على القارب م"})
    )


def test_two_articles_are_enough() -> None:
    """Where every article has a word, it still counts."""
    assert {"a": ["b"], "b": ["a"]} == found(articles_of({"a": "قمر", "b": "القمر"}))


@pytest.mark.parametrize("articles", [[], [an_article("a")], [an_article("a", headline="", text=())]])
def test_an_article_alone_has_none(articles: list[Article]) -> None:
    """Every article has an entry, be it empty."""
    assert {article.permalink: [] for article in articles} == found(articles)


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    """Of two articles that share one word each, the one whose word few others have comes first."""
    texts = {"a": "نهر نورس", "common": "نهر جسر", "rare": "نورس ميناء", "other": "نهر قارب"}
    assert "rare" == found(articles_of(texts))["a"][0]


def test_words_that_open_a_text_count_more() -> None:
    """The subject is named first: what the first words share is nearer than what those behind do."""
    rest = "مضى الوقت سريعا حين جلس الناس حول النار وتبادلوا حكايات"
    texts = {
        "a": f"نورس {rest} غيمة",
        "b": "غيمة",
        "c": "نورس",
    }
    assert ["c", "b"] == found(articles_of(texts))["a"]


def test_the_headline_counts() -> None:
    """An article may name its subject nowhere else."""
    articles = [
        an_article("a", headline="قصيدة الصحراء", text=("كتبها شاعر شاب.",)),
        an_article("b", headline="", text=("قرأ الطلاب قصيدة طويلة.",)),
    ]
    assert {"a": ["b"], "b": ["a"]} == found(articles)


def test_subheadings_count() -> None:
    """They are words of the text."""
    articles = [
        an_article("a", headline="", sections=(Section("هجرة الطيور", ("بدأت أمس.",)),)),
        an_article("b", headline="", text=("عادت الطيور.",)),
    ]
    assert {"a": ["b"], "b": ["a"]} == found(articles)


def test_declared_keywords_count_more_than_words() -> None:
    """The article with a keyword in common comes before the one with a word in common."""
    articles = [
        an_article("a", headline="", text=("نورس فوق الماء",), keywords=("صيد السمك",)),
        an_article("b", headline="", text=("نورس فوق الشجر",)),
        an_article("c", headline="", text=("شبكة قديمة",), keywords=("صيد السمك",)),
    ]
    assert ["c", "b"] == found(articles, an_index(articles, keywords_of))["a"]


def test_mentions_of_terms_count() -> None:
    """A term brings articles near that only mention it, and is named as what they share."""
    articles = articles_of({"a": "سفينة", "b": "قطار", "c": "طائرة"})
    keywords = an_index(articles, lambda _: (), Heading("نقل"), find=mentioning("a", "c"))
    assert {"a": ["c"], "b": [], "c": ["a"]} == found(articles, keywords)
    (one,) = related_of(articles, keywords)["a"]
    assert ["نقل"] == [term.name for term in one.shared]


def test_the_terms_that_tell_most_are_named() -> None:
    """At most three terms that both have, the rarest first; terms of one of them alone are not named."""
    articles = [
        an_article("a", keywords=("طقس", "مدن", "نهر", "جسور", "له وحده")),
        an_article("b", keywords=("مدن", "جسور", "طقس", "نهر", "لهذا وحده")),
        an_article("c", keywords=("طقس", "مدن", "نهر")),
        an_article("d", keywords=("طقس", "مدن")),
        an_article("e", keywords=("طقس",)),
    ]
    nearest = related_of(articles, an_index(articles, keywords_of))["a"][0]
    assert ("b", ["جسور", "نهر", "مدن"]) == (
        nearest.article.permalink,
        [term.name for term in nearest.shared],
    )


def test_a_declared_term_tells_more_than_a_mentioned_one() -> None:
    """Of two terms in as many articles, the one that both declare is named before the one that both mention."""
    articles = [an_article("a", keywords=("ي",)), an_article("b", keywords=("ي",))]
    keywords = an_index(articles, keywords_of, Heading("أ"), find=mentioning("a", "b"))
    assert ["ي", "أ"] == [term.name for term in related_of(articles, keywords)["a"][0].shared]


def test_articles_equally_near_stand_by_permalink() -> None:
    """Of seven alike the first five are kept, in whatever order they come."""
    articles = articles_of(dict.fromkeys("gbfaced", "زلزال عنيف"))
    assert ["b", "c", "d", "e", "f"] == found(articles)["a"]
    assert ["a", "b", "c", "d", "e"] == found(articles)["g"]


WORDS = "قمح حصاد مطر سهل شطرنج وزير بطولة قمر فلك خسوف نهر جسر قمر-خسوف في على".split()


@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=12), max_size=30), st.randoms(use_true_random=False)
)
def test_related_articles_are_others(texts: list[list[str]], chance: random.Random) -> None:
    """Whatever the texts: at most five, each once, never itself, and the same ones in whatever order they come."""
    articles = articles_of({str(place): " ".join(words) for place, words in enumerate(texts)})
    ones = found(articles)
    for permalink, others in ones.items():
        assert related.MOST_RELATED >= len(others) == len(set(others) - {permalink})
    assert ones == found(chance.sample(articles, len(articles)))


def test_an_article_in_a_great_collection_finds_its_own() -> None:
    """What is cut short for the sake of speed keeps the article that shares the rare words."""
    chance = random.Random(5)
    names = ["ز" + "".join(letters) + "ق" for letters in product("بتثجحدرسشطعفك", repeat=2)]
    pairs = [f"{' '.join(chance.choices(WORDS, k=60))} {name}" for name in names for _ in range(2)]
    ones = found(articles_of({f"{place:03}": text for place, text in enumerate(pairs)}))
    assert [f"{place ^ 1:03}" for place in range(len(pairs))] == [others[0] for others in ones.values()]


def test_a_word_of_many_articles_leads_to_those_in_which_it_weighs_most() -> None:
    """Behind more articles than a word can lead to, the one that has it most is still found, and first."""
    others = {f"{place:03}": "قمح حصاد مطر نورس" for place in range(2 * nearest.POSTINGS)}
    ones = found(articles_of({"asking": "نورس", **others, "z": "نورس يتبعه نورس"}))
    assert "z" == ones["asking"][0]


def test_different_words_bring_equally_near() -> None:
    """Nearness hangs on how often words occur and how rare they are, not on which they are, nor on their order."""
    # Behind the opening, of which each word counts more.
    before = "في " * len(features.OPENING)
    falling, rising = "أسد أسد أسد بجع بجع تنين", "ذئب ضبع ضبع غزال غزال غزال"
    texts = {"a": before + f"{rising} {falling}", "b": before + falling, "c": before + rising}
    assert ["b", "c"] == found(articles_of(texts))["a"]
    assert ["b", "c"] == found(articles_of({**texts, "b": texts["c"], "c": texts["b"]}))["a"]


@given(st.data())
def test_it_makes_no_difference_how_chunks_are_numbered(data: st.DataObject) -> None:
    """Which of the words that weigh the same lead on hangs on the words alone."""
    articles = data.draw(collections())
    chunks = cut(articles)
    order = data.draw(st.permutations(range(len(chunks.known))))
    other = replace(
        chunks,
        known=Lines(chunks.known[place] for place in order),
        counts=chunks.counts[order],
        numbers=np.argsort(order).astype(np.int32)[chunks.numbers],
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "STEPS", 1)
        assert related_of(articles, chunks=chunks) == related_of(articles, chunks=other)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=("Z", "C"))), unique=True), max_size=4))
def test_stems_that_are_known_are_those_of_the_chunk(builds: list[list[str]]) -> None:
    """Whichever chunks the builds before had."""
    cache = Cache()
    for chunks in (["\ufdfa", "في"], *builds):
        assert features.stems_of(chunks) == features.known_stems(cache)(chunks)


def test_stems_are_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build asks of new chunks alone, and keeps nothing of those that are gone."""
    cache = Cache(remembers=True)
    features.known_stems(cache)(["العراق،", "دجلة"])
    asked: list[str] = []

    def stems(chunk: str) -> list[str]:
        asked.append(chunk)
        return [chunk]

    monkeypatch.setattr(features, "_stems", stems)
    assert [["جديد"], ["عراق"]] == features.known_stems(cache)(["جديد", "العراق،"])
    assert ["جديد"] == asked
    assert (["جديد", "العراق،"], ["جديد", "عراق"]) == cache.last("stems")


@given(st.data())
def test_it_makes_no_difference_how_many_are_worked_on_at_a_time(data: st.DataObject) -> None:
    """Blocks save memory, and nothing else."""
    articles = data.draw(collections())
    keywords = an_index(articles, keywords_of)
    whole = found(articles, keywords)
    with pytest.MonkeyPatch.context() as patch:
        for module, size in (
            (features, "_AT_ONCE"), (nearest, "_AT_ONCE"), (nearest, "ROWS"), (nearest, "_CELLS"),
            (vectors, "ROWS"), (runs, "_CELLS"), (shared_terms, "_CELLS"),
        ):  # fmt: skip
            patch.setattr(module, size, data.draw(st.integers(1, 20)))
        assert whole == found(articles, keywords)


@given(st.data())
def test_what_is_related_is_what_plain_reckoning_finds(data: st.DataObject) -> None:
    """Where limits cut short, and where they do not."""
    articles = data.draw(collections())
    keywords = an_index(articles, keywords_of)
    with pytest.MonkeyPatch.context() as patch:
        for module, limit in (
            (vectors, "FEATURES"), (nearest, "POSTINGS"), (nearest, "STEPS"), (nearest, "CANDIDATES"),
        ):  # fmt: skip
            patch.setattr(module, limit, data.draw(st.integers(1, 6) | st.just(1000)))
        assert reckoned(articles) == found(articles, keywords)


@st.composite
def collections(draw: st.DrawFn) -> list[Article]:
    """Return some articles with headlines, subheadings and keywords, in any order."""
    texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
    return [
        an_article(
            str(place),
            headline=draw(texts),
            sections=(Section(draw(st.none() | texts), (draw(texts), draw(texts))),),
            keywords=tuple(draw(st.sets(st.sampled_from(WORDS), max_size=2))),
        )
        for place in draw(st.permutations(range(draw(st.integers(0, 12)))))
    ]


def reckoned(articles: Sequence[Article]) -> dict[str, list[str]]:
    """Return the permalinks of the related articles by permalink, worked out one by one."""
    counts = {
        article.permalink: counted(article) for article in sorted(articles, key=lambda one: one.permalink)
    }
    having = Counter(chain.from_iterable(counts.values()))
    all_weights = {permalink: weighed(count, having, len(articles)) for permalink, count in counts.items()}
    leading = {
        feature: sorted(
            (permalink for permalink, weights in all_weights.items() if feature in weights),
            key=lambda permalink: (-all_weights[permalink][feature], permalink),
        )[: nearest.POSTINGS]
        for feature in having
    }
    return {permalink: nearest_to(permalink, all_weights, leading) for permalink in counts}


def counted(article: Article) -> Counter[str]:
    """Count the features of an article."""
    counts = Counter({f"#{slug}": related.DECLARED for slug in article.keywords})
    (_, headline), *texts = article.texts
    for words in (headline.split(), " ".join(text for _, text in texts).split()):
        for word, more in zip_longest(words, features.OPENING[: len(words)], fillvalue=0):
            for token in tokenise(str(word)):
                if not token.is_stop:
                    counts[light_stem(token.term)] += 1 + int(more)
    return counts


def weighed(counts: Counter[str], having: Counter[str], total: int) -> dict[str, int]:
    """Return the vector of an article, the weightiest feature first."""
    weights = {
        feature: float(np.float32(count * math.log((total + 1) / having[feature]) ** vectors.RARITY))
        for feature, count in sorted(counts.items())
        if having[feature] > 1
    }
    least = sorted(weights.values(), reverse=True)[: vectors.FEATURES][-1:]
    kept = {feature: weight for feature, weight in weights.items() if weight >= least[0]}
    length = math.sqrt(math.fsum(weight**2 for weight in kept.values()))
    by_weight = sorted(kept, key=kept.__getitem__, reverse=True)
    return {feature: int(kept[feature] / length * vectors.LENGTH) for feature in by_weight}


def nearest_to(
    permalink: str, weights: Mapping[str, Mapping[str, int]], leading: Mapping[str, Sequence[str]]
) -> list[str]:
    """Return the permalinks of those nearest to an article."""
    ours = weights[permalink]
    so_far: Counter[str] = Counter()
    steps = 0
    for feature, weight in ours.items():
        if steps >= nearest.STEPS:
            break
        steps += len(leading[feature])
        for other in leading[feature]:
            so_far[other] += weight * weights[other][feature]
    del so_far[permalink]
    least = sorted(so_far.values(), reverse=True)[: nearest.CANDIDATES][-1:]
    nearness = {
        other: sum(weight * weights[other].get(feature, 0) for feature, weight in ours.items())
        for other, some in so_far.items()
        if some >= least[0]
    }
    return sorted(nearness, key=lambda other: (-nearness[other], other))[: related.MOST_RELATED]
