"""Light stemming: what forms of a word have in common."""

from __future__ import annotations

_ARTICLES = ("ال", "وال", "بال", "كال", "فال", "لل")
_AND = "و"
_PREFIXES = (*_ARTICLES, _AND)
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")

# Shorter remainders are no stems: the paper asks for three letters behind «and», for two elsewhere.
_SHORTEST_AFTER_AND = 3
_SHORTEST = 2


def light_stem(word: str) -> str:
    """Take the article, «and» and the commonest endings from a word.

    Args:
        word: one word as `build_hooks.arabic.analyser.search_fold` gives it (ة is ه, ى is ي, no marks).

    Returns:
        The stem; the word itself where nothing can be taken off, so also for numbers and Latin words.
        At least two letters of a word of two letters or more remain.

    Source: L. S. Larkey, L. Ballesteros and M. E. Connell, "Light stemming for Arabic information
    retrieval", in Arabic Computational Morphology (2007), 221–243: light10. Its suffixes ية and ة have
    become يه and ه in the fold.
    """
    stem = _without_prefix(word) if word.startswith(_PREFIXES) else word
    if not stem.endswith(_SUFFIXES):
        return stem
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST:
            stem = stem[: -len(suffix)]
    return stem


def _without_prefix(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return word[len(article) :]
    if word.startswith(_AND) and len(word) - len(_AND) >= _SHORTEST_AFTER_AND:
        return word[len(_AND) :]
    return word
