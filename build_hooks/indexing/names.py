"""The names of a term: as the editor has them, and as writers vary them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_hooks.arabic.spelling import ARTICLE, spell
from build_hooks.model import Heading, Kind

_DEFINITE_KINDS = frozenset({Kind.TOPIC, Kind.EVENT})

_JOINED_SERVANT = re.compile(r"\bعبد(?=ال\w\w)")
_PARTED_SERVANT = re.compile(r"\bعبد ال(?=\w\w)")
_SON = re.compile(r"(?<=\w )(?:ابن|بن)(?= \w)")
_FATHER = re.compile(r"\b[أا]بو(?= \w)")
_PARTED_FATHER = re.compile(r"\b([أا]بو) (?=\w{3})")
_JOINED_FATHER = re.compile(r"\b([أا]بو)(?=\w{3})")
# What all of these look for; most names have none of it.
_VARYING = re.compile("عبد|بن|بو")
_CASES_OF_FATHER = ("أبو", "أبا", "أبي")

_PREPOSITIONS = frozenset(
    "في من على إلى عن بين ضد مع حول نحو عبر ضمن قبل بعد خلال تحت دون بلا بدون لدى عند منذ حتى أمام".split()
)


def names_of(heading: Heading) -> tuple[str, ...]:
    """Give every name under which a text may mention a term.

    They are the preferred form and the `also` forms; those that differ from them in how عبد and أبو are
    written (عبد الله, عبدالله; أبو ظبي, أبوظبي), in the alef of بن, and in the case of أبو (أبي بكر); and of
    a topic or an event the definite forms.

    Args:
        heading: the term.

    Returns:
        The names, without duplicates, the editor's own first.
    """
    names = dict.fromkeys((heading.term, *heading.also))
    for name in tuple(names):
        names |= dict.fromkeys(_variants(name))
    if heading.kind in _DEFINITE_KINDS:
        for name in tuple(names):
            names |= dict.fromkeys(_definite_forms(name))
    return tuple(names)


def _variants(name: str) -> Iterator[str]:
    if not _VARYING.search(name):
        return
    yield _JOINED_SERVANT.sub("عبد ", name)
    yield _PARTED_SERVANT.sub("عبدال", name)
    yield _SON.sub("بن", name)
    yield _SON.sub("ابن", name)
    yield _PARTED_FATHER.sub(r"\1", name)
    yield _JOINED_FATHER.sub(r"\1 ", name)
    for case in _CASES_OF_FATHER:
        yield _FATHER.sub(case, name)


def _definite_forms(name: str) -> Iterator[str]:
    """Give الانتخابات الرئاسية for انتخابات رئاسية, and حرب العصابات for حرب عصابات.

    With its adjectives a noun takes the article on each word, in a construct on the last one alone; a phrase
    behind a preposition stays as it is. The words do not show which it is, nor whether there is an article
    already (التزام begins with none); the wrong forms are no Arabic and harm nothing.
    """
    words = name.split()
    length = next((place for place, word in enumerate(words) if spell(word) in _PREPOSITIONS), len(words))
    head, tail = words[:length], words[length:]
    if head:
        yield " ".join([*(ARTICLE + word for word in head), *tail])
        yield " ".join([*head[:-1], ARTICLE + head[-1], *tail])
