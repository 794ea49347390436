"""Encodings need bytes, which golden files could not show."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_hooks.errors import SeedError, SeedWarning
from build_hooks.reading.characters import first_forbidden
from build_hooks.reading.decoding import decode

TEXT = """تعزيز التعاون الأمني بين العراق وسوريا
يأتي هذا التحرك في أعقاب تصريحات «رئيس الجهاز»، الذي أكد على احترام العراق لخيارات الشعب؛ فهل يكفي؟
وأعلنت شركة Microsoft في 2021 عن 12,000 وظيفة: خبر من BBC.
Keywords: داعش, العراق، أمن الحدود
Writing Style: Professional/Journalistic
"""
WARNING = SeedWarning("read as Windows-1256, which was detected; save the file as UTF-8", "seeds/x.txt")


def failure(data: bytes) -> SeedError:
    """Return the error that decoding ends with."""
    with pytest.raises(SeedError) as caught:
        decode(data, "seeds/x.txt")
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom"],
)
def test_unicode(data: bytes) -> None:
    """UTF-8 with and without a byte order mark and UTF-16 with one are read without a warning."""
    assert decode(data, "seeds/x.txt") == (TEXT, None)


def test_windows_1256_is_detected_with_a_warning() -> None:
    """The warning names the file."""
    assert decode(TEXT.encode("cp1256"), "seeds/x.txt") == (TEXT, WARNING)
    assert str(WARNING).startswith("seeds/x.txt: ")


@pytest.mark.parametrize(
    "text",
    [
        "خبر",
        "نهر",
        "خبر عاجل",
        "«خبر»، ثم ماذا؟ 12:30",
        "عنوان\r\nنص قصير.\r\nKeywords: Windows, Office, Apple Macintosh\r\nWriting Style: Professional",
        "قالت شركة Samsung وBBC إن الـUSB جديد",
        "نَصٌّ مُشَكَّلٌ بِالكَامِلِ",
        "كتبت Hélène عن Orléans وعن Académie française نصًا",
        "گفت و گو در باره پژوهش هاي دگرگون شده",
        "محـــمد",
        "قال \u200f«نعم»\u200e ومي\u200cخواهم",
    ],
)
def test_windows_1256_of_many_kinds(text: str) -> None:
    """Short texts, Latin words, tashkeel, tatweel, Persian letters and direction marks are Arabic text too."""
    assert decode(text.encode("cp1256"), "seeds/x.txt") == (text.replace("\r\n", "\n"), WARNING)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(line_end: str) -> None:
    """LF, CR LF and CR end a line, and may be missing from the last one."""
    text = f"أ{line_end}ب{line_end}{line_end}ج"
    for data in (text.encode(), codecs.BOM_UTF16_BE + text.encode("utf-16-be")):
        assert decode(data, "x") == ("أ\nب\n\nج", None)


def test_line_separators_end_no_line() -> None:
    """U+2028 and U+2029 are white space inside a line."""
    assert decode("أ\u2028ب\u2029ج".encode(), "x") == ("أ\u2028ب\u2029ج", None)


def test_empty_file() -> None:
    """A file of nothing is text of nothing."""
    assert decode(b"", "x") == ("", None)
    assert decode(codecs.BOM_UTF16_LE, "x") == ("", None)


def test_broken_utf_8_names_the_byte_and_its_offset() -> None:
    """One broken byte is an error, and no reason to read all the others as Windows-1256."""
    data = TEXT.encode()
    offset = data.index("التحرك".encode())
    broken = data[:offset] + b"\xff" + data[offset + 1 :]
    assert (
        f"seeds/x.txt:2: cannot decode byte 0xFF at offset {offset}: this is neither UTF-8 "
        "nor another encoding Nashir reads; save the file as UTF-8"
    ) == str(failure(broken))


@pytest.mark.parametrize("text", ["خبر", "نص\nقصير", "“نعم”"])
@pytest.mark.parametrize("byte", [b"\xff", b"\xd8", b"\x81"])
def test_short_broken_utf_8(text: str, byte: bytes) -> None:
    """Three letters are enough to tell."""
    data = text.encode() + byte
    assert f"at offset {len(data) - 1}:" in str(failure(data))


def test_offset_counts_the_byte_order_mark() -> None:
    """An offset is one that a hex editor shows."""
    assert "0xFF at offset 5:" in str(failure(codecs.BOM_UTF8 + "ا".encode() + b"\xff"))
    assert "0x00 at offset 4:" in str(failure(codecs.BOM_UTF16_LE + "ا".encode("utf-16-le") + b"\0"))


def test_two_encodings_in_one_file() -> None:
    """Two files put together are not read as one encoding, with half of the text garbled."""
    failure(TEXT.encode() + TEXT.encode("cp1256"))
    failure(TEXT.encode("cp1256") + TEXT.encode())
    failure(TEXT.encode("cp1256") * 9 + "خبر".encode())
    failure(codecs.BOM_UTF16_LE + "خبر".encode("cp1256"))


@pytest.mark.parametrize("encoding", ["iso8859_6", "mac_arabic", "cp864", "cp720"])
def test_other_arabic_encodings(encoding: str) -> None:
    """They share letters or bytes with Windows-1256, and are not read as what they do not say."""
    failure(TEXT.encode(encoding, "ignore"))


def test_short_iso_8859_6() -> None:
    """Its letters make Arabic words in Windows-1256 too, but words that nobody writes."""
    assert "العلم للعمل".encode("iso8859_6").decode("cp1256") == "انظنه ننظهن"
    failure("العلم للعمل".encode("iso8859_6"))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("latin-1", "Où est le café déjà payé à l'été ? Ça va être là-bas."),
        ("latin-1", "À LA FORÊT, ÇA Y EST"),
        ("latin-1", "Schöne Mädchen grüßen für die Straße"),
        ("latin-1", "Él señor está aquí, mañana niño"),
        ("latin-1", "på æble øl å blå ånd"),
        ("cp1250", "Příliš žluťoučký kůň"),
        ("cp1251", "Привет мир, это текст на русском языке"),
        ("koi8-r", "Привет мир, это текст на русском языке"),
        ("koi8-r", "дом на реке и сад за домом, мы там жили зимой"),
        ("koi8-r", "мы тут ждем дождя"),
        ("cp1253", "Καλημέρα κόσμε αυτό είναι"),
        ("cp1254", "Türkçe ışık şöyle İstanbul"),
        ("cp1255", "שלום עולם זה טקסט"),
        ("gbk", "中华人民共和国万岁"),
        ("shift_jis", "これは日本語の文章です。漢字も入っています"),
    ],
)
def test_encodings_of_other_languages(encoding: str, text: str) -> None:
    """Windows-1256 gives every byte a meaning; that alone makes no Arabic."""
    failure(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["خبر عاجل", "Breaking news", "أ"])
def test_utf_16_without_its_mark(encoding: str, text: str) -> None:
    """It cannot be told for certain, but the message guesses it."""
    assert "is this UTF-16 without a byte order mark?" in str(failure(text.encode(encoding)))


def test_utf_32() -> None:
    """Its mark begins like that of UTF-16."""
    assert "this is UTF-32" in str(failure(TEXT.encode("utf-32")))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\x08\x08\x08\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
        bytes(range(256)),
    ],
    ids=["png", "docx", "doc", "pdf", "all bytes"],
)
def test_files_that_are_no_text(data: bytes) -> None:
    """A picture or a document of Word that was named .txt."""
    failure(data)


@pytest.mark.parametrize(("encoding", "offset"), [("utf-8", 10), ("utf-8-sig", 13), ("utf-16", 14)])
def test_control_character_names_its_line(encoding: str, offset: int) -> None:
    """A NUL is an error in every encoding; its line is counted over any line end."""
    message = str(failure("خبر\r\nع\0ا".encode(encoding)))
    assert message.startswith(
        f"seeds/x.txt:2: the character U+0000 at byte offset {offset} cannot be published; "
    )


@pytest.mark.parametrize(
    "character", ["\x01", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\ufdd0", "\ufffe", "\uffff"]
)
def test_characters_that_cannot_be_published(character: str) -> None:
    """Control characters and noncharacters are no text; a form feed is no line end."""
    error = failure(f"عنوان\n\nنص {character}.".encode())
    assert f"the character U+{ord(character):04X} at byte offset 17 cannot be published" in str(error)
    assert error.line == 3


def test_lone_surrogates() -> None:
    """UTF-8 cannot hold them; UTF-16 can, by mistake."""
    failure("نص \ud800".encode("utf-8", "surrogatepass"))
    failure(codecs.BOM_UTF16_LE + "نص \ud800.".encode("utf-16-le", "surrogatepass"))


def test_other_marks_are_text() -> None:
    """Direction marks, a byte order mark inside the text, and characters that Unicode has yet to assign."""
    text = "نص\u200f \ufeff\u2067\u0378\ue000\ufffd\t."
    assert decode(text.encode(), "x") == (text, None)


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_round_trip(text: str, encoding: str) -> None:
    """What an editor saves is what is read, line ends aside."""
    assume(first_forbidden(text) is None and not text.startswith("\ufeff"))
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode(encoding), "x") == (expected, None)


WORDS = [word for line in TEXT.splitlines() for word in line.split()]


@given(st.lists(st.sampled_from(WORDS), min_size=12).map(" ".join))
def test_round_trip_over_windows_1256(text: str) -> None:
    """A dozen real words in any order are Arabic, if any of them is."""
    assume(sum(not word.isascii() for word in text.split()) >= 6)
    assert decode(text.encode("cp1256"), "seeds/x.txt") == (text, WARNING)


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    """Bytes are decoded or refused, and nothing else happens."""
    try:
        text, _ = decode(data, "x")
    except SeedError:
        return
    assert first_forbidden(text) is None
    assert "\r" not in text
