"""Bytes of a seed → its characters."""

from __future__ import annotations

import codecs

from build_hooks.errors import SeedError, SeedWarning
from build_hooks.reading.characters import code_point, first_forbidden
from build_hooks.reading.windows_1256 import is_windows_1256

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF_32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(data: bytes, source: str) -> tuple[str, SeedWarning | None]:
    """Decode a seed.

    Args:
        data: The file's bytes: UTF-8 with or without a byte order mark, UTF-16 with one, or Arabic text in
            Windows-1256, which is detected.
        source: The file's path from the project's root, for messages.

    Returns:
        The text without its byte order mark, with a line feed at each line end (LF, CR LF and CR are line
        ends; U+2028 and U+2029 are white space inside a line), and a warning where the encoding was detected.

    Raises:
        SeedError: Where the bytes are none of these, with the offset of the first that is not; where the text
            holds a control character, a noncharacter or a lone surrogate, with its line.
    """
    mark, encoding = _byte_order_mark(data, source)
    warning = None
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if mark or not is_windows_1256(data):
            raise _undecodable(data, len(mark), encoding, error, source) from error
        encoding = "cp1256"
        text = data.decode(encoding)
        warning = SeedWarning("read as Windows-1256, which was detected; save the file as UTF-8", source)
    _forbid_control_characters(text, len(mark), encoding, source)
    # A carriage return is this byte in each of the encodings, and bytes are looked through far faster than characters.
    return _with_line_feeds(text) if b"\r" in data else text, warning


def _byte_order_mark(data: bytes, source: str) -> tuple[bytes, str]:
    # The mark of UTF-32 LE begins with that of UTF-16 LE.
    if data.startswith(_UTF_32_MARKS):
        raise SeedError(
            "cannot decode byte 0xFF at offset 0: this is UTF-32; save the file as UTF-8", source, 1
        )
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _undecodable(data: bytes, begin: int, encoding: str, error: UnicodeDecodeError, source: str) -> SeedError:
    offset = begin + error.start
    before = _with_line_feeds(data[begin:offset].decode(encoding, "replace"))
    return SeedError(
        f"cannot decode byte 0x{data[offset]:02X} at offset {offset}: this is neither {_name(encoding)} "
        "nor another encoding Nashir reads; save the file as UTF-8",
        source,
        before.count("\n") + 1,
    )


def _name(encoding: str) -> str:
    return encoding.upper().removesuffix("-LE").removesuffix("-BE")


def _forbid_control_characters(text: str, begin: int, encoding: str, source: str) -> None:
    index = first_forbidden(text)
    if index is None:
        return
    before = text[:index]
    offset = begin + len(before.encode(encoding, "surrogatepass"))
    # Of Arabic in UTF-16 every second byte is 6, of Latin 0.
    if not begin and text[index] in "\0\x06":
        advice = "is this UTF-16 without a byte order mark? Save the file as UTF-8"
    else:
        advice = "delete it"
    raise SeedError(
        f"the character {code_point(text[index])} at byte offset {offset} cannot be published; {advice}",
        source,
        _with_line_feeds(before).count("\n") + 1,
    )


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
