from __future__ import annotations

import pytest

from build_hooks.arabic.personal_names import (
    is_courtesy_title,
    is_given_name,
    is_nationality,
    is_title,
    last_name,
)


@pytest.mark.parametrize(
    ("last", "full"),
    [
        ("الشاتري", "حميد الشاتري"),
        ("السوداني", "محمد شياع السوداني"),
        ("بن سلمان", "محمد بن سلمان"),
        ("آل ثاني", "تميم بن حمد آل ثاني"),
        ("عبد الناصر", "جمال عبد الناصر"),
        ("نصر الله", "حسن نصر الله"),
        ("أبو صفية", "حسام أبو صفية"),
        ("فون دير لاين", "أورسولا فون دير لاين"),
        ("بوش", "جورج بوش الابن"),
        ("", "محمد السادس"),
        ("", "بنديكتوس السادس عشر"),
        ("", "محمد علي باشا"),
        ("", "صلاح الدين"),
        ("", "أبو بكر"),
        ("", "زرياب"),
        ("", ""),
    ],
)
def test_last_name(last: str, full: str) -> None:
    """Particles and what they govern are one last name; a king's number is none."""
    words = full.split()
    places = last_name(words)
    assert last == " ".join(words[places.start : places.stop])


def test_kinds_of_words() -> None:
    """سالم is a given name, الوزير a title, السيد a title of nobody but persons, السوداني a nationality."""
    assert is_given_name("سالم")
    assert not is_given_name("صادق")
    assert is_title("الوزير")
    assert is_title("الاستاذ")
    assert not is_title("الجيش")
    assert is_courtesy_title("السيد")
    assert is_nationality("السوداني")
    assert is_nationality("الامريكي")
    assert not is_nationality("الشاتري")
    assert not is_nationality("سوداني")
