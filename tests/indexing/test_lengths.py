"""How long articles are, in words."""

from __future__ import annotations

from build_hooks.indexing.chunks import cut
from build_hooks.indexing.lengths import Lengths
from build_hooks.sections import Section
from tests.factory import an_article


def test_an_article_is_as_long_as_all_below_its_headline() -> None:
    """Subheadings are read, too; what stands between words, and emoji, are no words."""
    sections = (Section(None, ("كلمة أولى،ثانية – وثالثة 😀 𐤀𐤁.",)), Section("عنوان فرعي", ("أخيرة.", "")))
    articles = [
        an_article("a", headline="ثلاث كلمات هنا", text=("كلمة.",)),
        an_article("b", headline="غيرها", sections=sections),
    ]
    lengths = Lengths(cut(articles))
    assert [1, 8] == [lengths.of(0), lengths.of(1)]
