from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat, features

from build_hooks.publishing import cards
from build_hooks.publishing.card import Card, CardError
from build_hooks.publishing.card_files import CardCache
from build_hooks.publishing.cards import draw
from build_hooks.whole_file import PART

HEADLINES = [
    "غزة",
    "تعزيز التعاون الأمني بين العراق وسوريا في مواجهة تحديات داعش",
    "قمة NATO (2030) في مدريد: «لا اتفاق» على زيادة الإنفاق إلى 3.5% من الناتج",
    "كلمة " * 80,
    "ك" * 400,
    "مُحَمَّد " * 30,
    "iPhone 17 Pro Max: what changed",
    "漢字 😀",
    "",
]


def picture(png: bytes) -> Image.Image:
    """Return a card as its pixels."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def ink(card: Card) -> tuple[int, int, int, int]:
    """Return the box around what a card shows below its head: left, top, right, bottom."""
    image = picture(draw(card)).crop((0, 130, 1200, 630))
    box = ImageChops.difference(image, Image.new("RGB", image.size, (0xFD, 0xFC, 0xF9))).getbbox()
    assert box
    return box


@pytest.mark.parametrize("headline", HEADLINES)
def test_every_headline_fits(headline: str) -> None:
    """The card has 1200 × 630 pixels in at most 60 KB, and nothing reaches its edges."""
    png = draw(Card(headline, "ناشر", "أمن", "24 نوفمبر 2026"))
    assert len(png) <= 60_000
    image = picture(png)
    assert (1200, 630) == image.size
    paper = (0xFD, 0xFC, 0xF9)
    for side in ((0, 14, 60, 630), (1140, 14, 1200, 630), (0, 610, 1200, 630)):
        assert {paper} == {colour for _, colour in image.crop(side).getcolors() or []}, side


def test_the_headline_stands_at_the_right() -> None:
    """A short headline ends at the right margin and leaves the left half free, Latin or Arabic."""
    for headline in ("غزة", "Gaza"):
        left, _, right, _ = ink(Card(headline, "ناشر"))
        assert 1100 <= right <= 1125
        assert left > 600


def test_letters_join_and_run_from_right_to_left() -> None:
    """A word is narrower than its letters apart, and of two words the first stands at the right."""
    word, apart = (ink(Card(text, "ناشر")) for text in ("مستقبل", "م س ت ق ب ل"))
    assert word[2] - word[0] < 0.7 * (apart[2] - apart[0])
    first, both = (picture(draw(Card(text, "ناشر"))) for text in ("غزة", "غزة اليوم"))
    box = ink(Card("غزة", "ناشر"))
    area = (box[0], 130, 1200, 630)
    # The same but for the edges of letters: the line begins at another fraction of a pixel.
    difference = ImageStat.Stat(ImageChops.difference(first.crop(area), both.crop(area)))
    assert max(difference.mean) < 2
    assert max(ImageStat.Stat(ImageChops.difference(first, both)).mean) > max(difference.mean)


def test_latin_in_an_arabic_headline_keeps_its_order() -> None:
    """In «قمة NATO (2030)» the Latin run stands left of the Arabic word, and reads from left to right."""
    alone, whole = Card("NATO (2030)", "ناشر"), Card("قمة NATO (2030)", "ناشر")
    (left, _, right, _), (left_of_all, _, _, _) = ink(alone), ink(whole)
    latin = picture(draw(alone)).crop((left, 130, right, 630))
    same = picture(draw(whole)).crop((left_of_all, 130, left_of_all + right - left, 630))
    assert max(ImageStat.Stat(ImageChops.difference(latin, same)).mean) < 2


@pytest.mark.parametrize(("size", "headline"), [(92, "غزة"), (84, HEADLINES[1]), (64, "كلمة أخرى " * 12)])
def test_a_headline_is_as_large_as_fits(size: int, headline: str) -> None:
    """It is shown whole, in lines of like width, and smaller only as it gets longer."""
    found, lines = cards._fit(headline)
    assert size == found
    assert headline.split() == " ".join(lines).split()
    widths = [cards._length(line) for line in lines]
    assert min(widths) > 0.6 * max(widths)


def test_a_headline_beyond_all_measure_is_cut_between_words() -> None:
    """It ends in an ellipsis."""
    size, lines = cards._fit("الحكومة تدرس، " * 60)
    assert 48 == size
    assert 5 == len(lines)
    assert lines[-1].endswith("…")


def test_a_card_shows_what_it_is_given() -> None:
    """Name, tag and date each make a difference."""
    cards_ = [
        Card("عنوان", "ناشر"),
        Card("عنوان", "غيره"),
        Card("عنوان", "ناشر", "أمن"),
        Card("عنوان", "ناشر", "", "1 مايو 2026"),
    ]
    assert 4 == len({draw(card) for card in cards_})


def test_the_same_card_is_the_same_bytes() -> None:
    """Nothing in a card tells when it was drawn."""
    card = Card(HEADLINES[1], "ناشر", "أمن", "24 نوفمبر 2026")
    assert draw(card) == draw(card)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_can_be_drawn(headline: str, kicker: str) -> None:
    """Whatever an editor pastes, there is a card."""
    assert draw(Card(headline, kicker, kicker, kicker)).startswith(b"\x89PNG")


def test_without_raqm_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that do not join are not published."""
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    with pytest.raises(CardError, match="install Pillow's own wheel"):
        draw(Card("عنوان", "ناشر"))


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it comes from the cache; one that nobody asks for any more is swept out."""
    card, other = Card("عنوان", "ناشر"), Card("آخر", "ناشر")
    first = CardCache(tmp_path)
    pngs = first.png(card), first.png(other)
    first.sweep()
    assert 2 == len(list(tmp_path.iterdir()))
    monkeypatch.setattr(cards, "draw", None)
    second = CardCache(tmp_path)
    assert pngs[0] == second.png(card)
    second.sweep()
    assert 1 == len(list(tmp_path.iterdir()))


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    """A file in the place of its folder costs time, not the build."""
    (tmp_path / "cards").write_text("", encoding="utf-8")
    assert CardCache(tmp_path / "cards").png(Card("عنوان", "ناشر")).startswith(b"\x89PNG")


def test_a_killed_build_leaves_no_half_card(tmp_path: Path) -> None:
    """What was being written is no card, and goes with the next sweep."""
    (tmp_path / f"tmp1{PART}").write_bytes(b"\x89PN")
    cache = CardCache(tmp_path)
    cache.png(Card("عنوان", "ناشر"))
    cache.sweep()
    [card] = tmp_path.iterdir()
    assert ".png" == card.suffix
