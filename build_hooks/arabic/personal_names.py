"""Personal names: what is a last name, what is a given one, what is a title."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_hooks.arabic.spelling import ARTICLE, bare, has_article, spell

_PARTICLES = frozenset(
    "بن ابن بنت آل أبو أبا أبي أم ذو ولد بو عبد "
    "فون فان دير دن دي دا دو دوس ديل لا لو سان ماك مك أوف تير".split()
)
"""Words that belong to the last name behind them: بن سلمان, آل ثاني, أبو صفية, فون دير لاين."""

_SECOND_PARTS = frozenset("الله الدين الإسلام الحق الرحمن الزمان الملك العابدين النور".split())
"""Words that are no name without the one before them: نصر الله, سيف الدين."""

_NUMBERS = frozenset("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر".split())
"""Words behind the names of kings and popes: محمد السادس has no last name."""

_HONOURS = frozenset("باشا بك بيك أفندي".split())
"""Words behind the names of beys and pashas, which many share: محمد علي باشا has no last name."""

_GENERATIONS = frozenset("الابن الأب الأكبر الأصغر الجد جونيور".split())
"""Words that tell apart two of one name; the last name stands before them: بوش الابن."""

_TITLES = frozenset(
    "الرئيس الرئيسة الوزير الوزيرة السفير السفيرة النائب النائبة الدكتور الدكتورة الأستاذ الأستاذة "
    "المهندس المهندسة الشيخ الشيخة الحاج الحاجة القاضي المحامي المحامية الملك الأمير الأميرة السلطان "
    "الإمام البابا الأب القس المطران البطريرك الجنرال المشير الفريق اللواء العميد العقيد المقدم "
    "الرائد النقيب الملازم الكابتن المستشار المستشارة الناشط الناشطة الكاتب الكاتبة الشاعر الشاعرة "
    "الفنان الفنانة المدرب اللاعب المتحدث المدير الزعيم المرشد".split()
)
"""Titles and callings that stand before a name as often as before an adjective."""

_COURTESY_TITLES = frozenset({"السيد", "السيدة", "الآنسة"})
"""Titles that stand before names alone."""


def _read(name: str) -> frozenset[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    words = " ".join(line for line in text.splitlines() if not line.startswith("#")).split()
    return frozenset(spell(word) for word in words)


_GIVEN_NAMES = _read("given_names.txt")
_NATIONALITIES = frozenset(map(bare, _read("nationalities.txt")))
_BARE_TITLES = frozenset(map(bare, _TITLES))
_BARE_COURTESY_TITLES = frozenset(map(bare, _COURTESY_TITLES))


def last_name(words: Sequence[str]) -> range:
    """Find the last name in a full name.

    It is the last word with the particles before it (سلمان with بن, ثاني with آل), and with the word that it
    completes (نصر الله). A word that tells father from son is passed over.

    Args:
        words: the full name's words, as `spell` gives them.

    Returns:
        The places of the last name's words; empty where the name has one word, or ends in a number or an
        honour, or is nothing but its last name.
    """
    end = len(words)
    if words and words[-1] in _GENERATIONS:
        end -= 1
    if end < len(("given", "last")) or words[end - 1] in _NUMBERS | _HONOURS:
        return range(0)
    start = end - 1
    if words[start] in _SECOND_PARTS:
        start -= 1
    while start > 0 and words[start - 1] in _PARTICLES:
        start -= 1
    return range(start, end) if start > 0 else range(0)


def is_given_name(spelling: str) -> bool:
    """Tell whether a word is a common given name and little else."""
    return spelling in _GIVEN_NAMES


def completes_a_name(spelling: str) -> bool:
    """Tell whether a word makes the given name before it another one: صلاح الدين."""
    return spelling in _SECOND_PARTS


def is_title(spelling: str) -> bool:
    """Tell whether a word with the article may be the title of the person whose name follows: الوزير."""
    return bare(spelling) in _BARE_TITLES


def is_courtesy_title(spelling: str) -> bool:
    """Tell whether a word with the article stands before names of persons alone: السيد."""
    return bare(spelling) in _BARE_COURTESY_TITLES


def is_nationality(spelling: str) -> bool:
    """Tell whether a name is the adjective of a nation, a city or a region, too: السوداني."""
    return has_article(spelling) and bare(spelling[len(ARTICLE) :]) in _NATIONALITIES
