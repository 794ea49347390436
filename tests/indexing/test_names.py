from __future__ import annotations

import pytest

from build_hooks.indexing.names import names_of
from build_hooks.model import Heading, Kind


@pytest.mark.parametrize(
    ("names", "heading"),
    [
        ({"داعش", "تنظيم الدولة"}, Heading("داعش", ("تنظيم الدولة",))),
        ({"عبد الله", "عبدالله"}, Heading("عبدالله")),
        ({"جمال عبد الناصر", "جمال عبدالناصر"}, Heading("جمال عبد الناصر")),
        ({"خالد بن الوليد", "خالد ابن الوليد"}, Heading("خالد بن الوليد")),
        ({"ابن سينا"}, Heading("ابن سينا")),
        ({"أبو بكر", "أبوبكر", "أبي بكر", "أبا بكر"}, Heading("أبو بكر")),
        ({"أبوظبي", "أبو ظبي"}, Heading("أبوظبي")),
        ({"انتخابات"}, Heading("انتخابات")),
        ({"انتخابات"}, Heading("انتخابات", kind=Kind.ORGANISATION)),
        ({"انتخابات", "الانتخابات"}, Heading("انتخابات", kind=Kind.TOPIC)),
        (
            {"انتخابات رئاسية", "الانتخابات الرئاسية", "انتخابات الرئاسية"},
            Heading("انتخابات رئاسية", kind=Kind.EVENT),
        ),
        ({"حرب على الإرهاب", "الحرب على الإرهاب"}, Heading("حرب على الإرهاب", kind=Kind.EVENT)),
        ({""}, Heading("")),
    ],
)
def test_names(names: set[str], heading: Heading) -> None:
    """عبد, بن and أبو are written in several ways; topics and events have definite forms."""
    assert names == set(names_of(heading))


def test_the_own_names_come_first() -> None:
    """The preferred form and the `also` forms stand before what is made from them."""
    assert ("سلم", "صلح") == names_of(Heading("سلم", ("صلح",), Kind.TOPIC))[:2]
