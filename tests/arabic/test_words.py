from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_hooks.arabic.words import reading_minutes, shorten, word_count, word_counts

TEXTS = st.text(st.sampled_from("ابج \u064e\u0651،.«»(…\u200f\u0640a\n")) | st.text()


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, ""),
        (0, " ، . … — ـ \u200f"),
        (3, "أمن الحدود العراقية"),
        (3, "أَمْنُ الـحُــدودِ العِراقيّة"),
        (3, "أمن،الحدود.العراقية"),
        (2, "«العراق» (سوريا)"),
        (2, "\u2067العراق\u2069 \u200fسوريا"),
        (1, "می\u200cخواهم"),
        (2, "عام 2026"),
        (2, "عام ٢٠٢٦"),
        (2, "الشرق-الأوسط"),
        (2, "القرن الـ"),
        (1, "cafe\u0301s"),
        (2, "و\nسوريا"),
        (2, "سوريا😀العراق"),
        (2, "𐤀\u064e𐤁 ـ𐤂"),
    ],
)
def test_words_are_runs_of_letters_and_digits(count: int, text: str) -> None:
    """Marks, tatweel and invisible characters inside do not end a word; punctuation and spaces do."""
    assert count == word_count(text)


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", "")) | st.text(st.sampled_from("ا_ ًـ.😀𐤀"))))
def test_the_words_of_many_texts_are_counted_at_once(texts: list[str]) -> None:
    """Of each as of it alone, whatever it and its neighbours begin and end with."""
    assert list(map(word_count, texts)) == word_counts(texts).tolist()


@given(st.lists(st.text(st.sampled_from("ابتةىء12\u064e\u0640"), min_size=1).map("ك".__add__)))
def test_words_between_spaces_are_counted(words: list[str]) -> None:
    """As many as were put together."""
    assert len(words) == word_count(" ".join(words))


@given(TEXTS)
def test_a_text_has_the_words_of_its_chunks(text: str) -> None:
    """White space ends every word, and chunks of letters alone count like any others."""
    assert word_count(text) == sum(word_count(f"{chunk}.") for chunk in text.split())


@pytest.mark.parametrize(
    ("minutes", "words"), [(1, 0), (1, 1), (1, 181), (2, 182), (2, 362), (3, 363), (56, 10_000)]
)
def test_reading_takes_a_minute_for_181_words(minutes: int, words: int) -> None:
    """Rounded up, at least one minute."""
    assert minutes == reading_minutes(words)


@pytest.mark.parametrize(
    ("short", "text", "length"),
    [
        ("تعزيز التعاون", "تعزيز التعاون", 13),
        ("تعزيز التعاون الأمني", "  تعزيز \n التعاون\t\u00a0الأمني ", 20),
        ("تعزيز…", "تعزيز التعاون", 12),
        ("تعزيز التعاون", " تعزيز التعاون ", 13),
        ("تعزيز…", f"{' ' * 30}تعزيز{' ' * 30}التعاون", 12),
        ("تعزيز…", f"{' ' * 30}تعزيز{chr(0xA0) * 30}التعاون", 12),
        ("تعزيز التعاون…", "تعزيز التعاون الأمني", 14),
        ("تعزيز…", "تعزيز التعاون الأمني", 13),
        ("من جانبه…", "من جانبه، يرى المحلل", 12),
        ("قال…", "قال: «نعم ولا»", 8),
        ("«نعم»…", "«نعم» ثم سكت", 8),
        ('قال "نعم"…', 'قال "نعم" ثم', 11),
        ("انتهى…", "انتهى. ثم بدأ", 9),
        ("كلمة…", "كلمة — كلمة", 8),
        ("كلمة…", "كلمة\u200f، كلمة", 8),
        ("كتابٌ…", "كتابٌ جديد", 8),
        ("استق…", "استقلالية", 5),
        ("بَّ…", "بَّبَّ", 4),
        ("بَّ…", "بَّبَّ", 5),
        ("…", "بَّبَّ", 3),
        ("…", "كلمة", 1),
        ("…", "((((((", 3),
        ("", "   ", 5),
    ],
)
def test_a_text_is_cut_at_a_word(short: str, text: str, length: int) -> None:
    """Whole words and `…`, no punctuation before it; only a first word that is too long is cut itself."""
    assert short == shorten(text, length)


@given(TEXTS, st.integers(min_value=1, max_value=60))
def test_the_result_is_never_longer_than_asked(text: str, length: int) -> None:
    """For any text and length, `…` included."""
    assert len(shorten(text, length)) <= length


@given(TEXTS, st.integers(min_value=1, max_value=60))
def test_the_result_begins_the_text(text: str, length: int) -> None:
    """It is all of the text, white space aside, or its beginning and `…`, and is then cut no further."""
    whole, short = " ".join(text.split()), shorten(text, length)
    assert whole == short or (short.endswith("…") and whole.startswith(short[:-1]))
    assert short == shorten(short, length)


@given(TEXTS, st.integers(min_value=1, max_value=60))
def test_a_letter_keeps_its_marks(text: str, length: int) -> None:
    """What follows a cut is never a combining mark, unless nothing but the mark's space was before it."""
    whole, short = " ".join(text.split()), shorten(text, length)
    if short != whole and (head := short[:-1]):
        rest = whole[len(head) :]
        assert not unicodedata.category(rest[0]).startswith("M")


def test_what_turns_the_direction_is_left_out() -> None:
    """Its end may be cut off, and the list that the text stands in would be turned."""
    assert "نص مقلوب…" == shorten("نص \u202eمقلوب فيه كلمات\u202c", 10)


@given(st.text(st.sampled_from("اب \u064b\u202e\u2069."), max_size=200), st.integers(1, 20))
def test_a_long_text_is_not_read_to_its_end(text: str, length: int) -> None:
    """What stands far behind the cut changes nothing."""
    long = f"{text} {'كلمة ' * 10}"
    assert shorten(long, length) == shorten(long + " " * 100 + "كلمة" * 100, length)


@pytest.mark.parametrize("length", [0, -3])
def test_no_text_fits_into_nothing(length: int) -> None:
    """A length below 1 is an error that names it."""
    with pytest.raises(ValueError, match=f"cut to {length} characters"):
        shorten("كلمة", length)
