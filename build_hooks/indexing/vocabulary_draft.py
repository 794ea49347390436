"""Entries for the keywords that the vocabulary lacks, ready for an editor to paste and mend."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from build_hooks.arabic.fold import fold
from build_hooks.arabic.spelling import ARTICLE, has_article
from build_hooks.arabic.tokens import without_invisible
from build_hooks.model import Article, Vocabulary
from build_hooks.reading.characters import quote

_ENDINGS = str.maketrans("ةىؤئ", "هيوي")
_SHORTEST_WITH_SLIP = 5
"""Shorter words are mostly different words where they differ in one letter: عراق, عراك."""

_LONGEST_WITH_LIKENESS = 100
"""A longer one is no name, and its keys would take its length squared."""

_WIDE = 10_000
"""Wide enough that no name is broken over two lines."""


def draft_vocabulary(articles: Iterable[Article], vocabulary: Vocabulary) -> str:
    """Write entries for the keywords of some articles that are no name of any term yet.

    The most used come first, each with how many articles declare it. What is likely the same thing as another
    entry stands behind it, and a comment says so, as it does of what is like a name in the vocabulary: names
    that differ in ال, ة or ه, ى or ي, ؤ or ئ, or one letter, and names of which one begins or ends with the
    other (محمد شياع السوداني, السوداني).

    Args:
        articles: the articles.
        vocabulary: what there is.

    Returns:
        YAML in the form of the vocabulary file, which `read_vocabulary` reads; a comment alone where no
        keyword is missing.
    """
    counts = _missing(articles, vocabulary)
    if not counts:
        return "# Every keyword is in the vocabulary.\n"
    lines = ["terms:"]
    known = [name for heading in vocabulary.headings for name in (heading.term, *heading.also)]
    names = sorted(counts, key=lambda name: (-counts[name], name))
    for name, like in _beside_duplicates(names, _likenesses(known, names)):
        uses = "1 article" if counts[name] == 1 else f"{counts[name]} articles"
        resembles = f"; like {quote(like)}?" if like else ""
        lines.append(f"  - term: {_quoted(name)}  # {uses}{resembles}")
    return "\n".join(lines) + "\n"


def _missing(articles: Iterable[Article], vocabulary: Vocabulary) -> Mapping[str, int]:
    """Count the keywords that are no name of a term, under the spelling most used."""
    known = {fold(name) for heading in vocabulary.headings for name in (heading.term, *heading.also)}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for keyword in article.keywords:
            spellings[fold(keyword)][keyword] += 1
    return {
        min(counts, key=lambda name: (-counts[name], name)): counts.total()
        for key, counts in spellings.items()
        if key and key not in known
    }


def _beside_duplicates(names: Sequence[str], like: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the names in order, but what is like another right behind it, each with what it is like."""
    behind: defaultdict[str, list[str]] = defaultdict(list)
    missing = frozenset(names)
    for name in names:
        if name in like:
            behind[like[name]].append(name)
    for name in names:
        if like.get(name) not in missing:
            yield name, like.get(name, "")
            yield from ((other, name) for other in behind[name])


def _likenesses(known: Iterable[str], names: Iterable[str]) -> Mapping[str, str]:
    """Give for each name that is like a known or an earlier one the first of these that is like none itself.

    Names meet under what they share, so that each need not be held against every other.
    """
    firsts: dict[str, str] = {}
    like: dict[str, str] = {}
    for name in known:
        for key in _keys(name)[0]:
            firsts.setdefault(key, name)
    for name in names:
        offered, sought = _keys(name)
        first = next((firsts[key] for key in sought if key in firsts), None)
        if first is not None:
            like[name] = first
        for key in offered:
            firsts.setdefault(key, first or name)
    return like


def _keys(name: str) -> tuple[list[str], list[str]]:
    """Give the keys under which a name can be found, and those under which what it is like is looked for.

    `=` stands before a whole name, `-` before one that lacks a letter, `*` before one with a letter masked,
    `/` before the words at a name's head or tail.
    """
    words = [_plain(word) for word in fold(name).split()]
    whole = " ".join(words)
    if len(whole) > _LONGEST_WITH_LIKENESS:
        return ["=" + whole], ["=" + whole]
    ends = [" ".join(part) for cut in range(1, len(words)) for part in (words[:cut], words[cut:])]
    slips = range(len(whole)) if len(whole) >= _SHORTEST_WITH_SLIP else range(0)
    shorter = [whole[:place] + whole[place + 1 :] for place in slips]
    masked = ["*" + whole[:place] + "?" + whole[place + 1 :] for place in slips]
    offered = ["=" + whole, *("-" + text for text in shorter), *masked, *("/" + text for text in ends)]
    sought = ["=" + whole, "-" + whole, *("=" + text for text in shorter), *masked, "/" + whole]
    return offered, [*sought, *("=" + text for text in ends)]


def _plain(word: str) -> str:
    """Fold a word further than is safe, for an editor will look at it."""
    return (word[len(ARTICLE) :] if has_article(word) else word).translate(_ENDINGS)


def _quoted(name: str) -> str:
    """Write a name as YAML that is the same text to `read_vocabulary`."""
    return yaml.safe_dump([without_invisible(name)], allow_unicode=True, width=_WIDE)[len("- ") :].rstrip()
