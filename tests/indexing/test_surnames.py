from __future__ import annotations

import pytest

from build_hooks.indexing.surnames import Surroundings, is_person

OWN = frozenset({"محمد", "السوداني", "الأسد", "صلاح"})


@pytest.mark.parametrize(
    ("expected", "surname", "clitics", "before"),
    [
        (True, "السوداني", "", None),
        (True, "السوداني", "", "قال"),
        (True, "السوداني", "", "التقى"),
        (True, "السوداني", "", "والتقى"),
        (True, "السوداني", "", "والدة"),
        (True, "السوداني", "", "السيد"),
        (True, "السوداني", "", "محمد"),
        (True, "السوداني", "", "استقبله"),
        (True, "الأسد", "", "الرئيس"),
        (True, "الأسد", "", "والرئيس"),
        (True, "السوداني", "ل", "الجيش"),
        (True, "السوداني", "ول", "الجيش"),
        (True, "السوداني", "و", "الجيش"),
        (False, "السوداني", "و", "المصري"),
        (False, "السوداني", "", "الجيش"),
        (False, "السوداني", "", "للجيش"),
        (False, "السوداني", "", "بالجيش"),
        (False, "السوداني", "", "الرئيس"),
        (False, "السوداني", "", "نظيره"),
        (False, "السوداني", "", "أحمد"),
        (False, "السوداني", "", "وأحمد"),
        (False, "الأسد", "", "الجيش"),
        (True, "روبيو", "", "الوزير"),
    ],
)
def test_what_stands_before(expected: bool, surname: str, clitics: str, before: str | None) -> None:
    """Behind a word with ال that is no title it is an adjective, behind a given name another person."""
    around = Surroundings(before, None, behind_person=False)
    assert expected is is_person(surname, clitics, OWN, around)


@pytest.mark.parametrize(
    ("expected", "after"),
    [(False, "الدين"), (False, "العراقي"), (False, "حسن"), (True, "اليوم"), (True, "إن")],
)
def test_what_stands_behind_a_name_that_is_also_a_given_one(expected: bool, after: str) -> None:
    """صلاح الدين and صلاح حسن are others than محمد صلاح."""
    assert expected is is_person("صلاح", "", OWN, Surroundings("قال", after, behind_person=False))


def test_persons_stand_side_by_side() -> None:
    """Behind a mention of a person, والأعرجي is the next one; a nationality without و is an adjective."""
    around = Surroundings("الشاتري", None, behind_person=True)
    assert is_person("الأعرجي", "و", OWN, around)
    assert is_person("السوداني", "و", OWN, around)
    assert not is_person("السوداني", "", OWN, around)
