"""Bytes become text: by byte order mark, else UTF-8, else by the look of their letters, with a Problem. Nothing is normalised."""

import codecs
import re

from communique.errors import ReadError
from communique.model import Problem

# UTF-32 before UTF-16: its little-endian mark begins with UTF-16's
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# what no text holds: the C0 controls but tab, line feed, vertical tab, form feed, carriage return, ^Z (old DOS ends) and escape
CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b"))
CONTROLS_LOOKED_AT = 4096
MOST_CONTROLS = 0.05
SHORTEST_UTF16 = 8  # bytes from which UTF-16 without a mark is believed
LOOKED_AT = 20_000  # bytes whose letters tell an encoding

# Cyrillic in one byte a letter: small letters are 0xC0-0xDF in KOI8-R, 0xE0-0xFF in Windows-1251
UPPER_HALF, LOWER_HALF = bytes(range(0xC0, 0xE0)), bytes(range(0xE0, 0x100))
MOST_LATIN = 0.5  # letters of Latin text that may be accented; more, and the text is in another script
LETTERS = re.compile(rb"[A-Za-z\xc0-\xff]")

SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data` without byte order mark, and what had to be guessed or replaced.

    Raises ReadError where the bytes are no text.
    """
    encoding, data = split_mark(data)
    if encoding and encoding != "utf-8":
        return _decode_marked(data, encoding)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        text, problems = _decode_marked(data, unmarked)
        return text, (Problem("ingest", f"UTF-16 without a byte order mark, read as {unmarked.upper()}"), *problems)
    refuse_binary(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_damaged(data, error) or _decode_bytewise(data, error)


def split_mark(data: bytes) -> tuple[str | None, bytes]:
    """The encoding that a byte order mark names (None: no mark), and the bytes after the mark."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def refuse_binary(data: bytes) -> None:
    """Raises ReadError where bytes without a byte order mark are no text."""
    if b"\0" in data:
        raise ReadError("binary data (it holds NUL bytes), no text: give text, Markdown or JSON Lines")
    head = data[:CONTROLS_LOOKED_AT]
    if len(head) - len(head.translate(None, CONTROLS)) > MOST_CONTROLS * len(head):
        raise ReadError("binary data, no text: give text, Markdown or JSON Lines")


def without_surrogates(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with each lone surrogate replaced by U+FFFD (the length stays), and a Problem where there was one."""
    if text.isascii() or not SURROGATE.search(text):
        return text, ()
    clean, count = SURROGATE.subn(REPLACEMENT, text)
    return clean, (Problem("ingest", f"{count} lone surrogate{'s' * (count > 1)} read as U+FFFD"),)


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, None for anything else: every other byte of Latin text is NUL then."""
    head = data[:CONTROLS_LOOKED_AT]
    first, second = head[::2].count(0), head[1::2].count(0)
    if max(first, second) <= 0.8 * (len(head) // 2) or min(first, second) > 0.05 * len(head) or len(data) < SHORTEST_UTF16:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _decode_marked(data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        message = f"broken {encoding.upper()} at byte {error.start:,}: what could not be read is U+FFFD"
        return data.decode(encoding, "replace"), (Problem("ingest", message),)


def _decode_damaged(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Problem, ...]] | None:
    """UTF-8 with a few broken bytes: where well-formed sequences outnumber them. None where it is rather another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole <= 2 * broken:
        return None
    return text, (Problem("ingest", f"broken UTF-8 from byte {error.start:,}: {broken} characters read as U+FFFD"),)


def _decode_bytewise(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Problem, ...]]:
    encoding, name = _bytewise_encoding(data)
    message = f"not UTF-8 (byte {error.start:,}), read as {name}: convert the input to UTF-8 if letters look wrong"
    return data.decode(encoding, "replace"), (Problem("ingest", message),)


def _bytewise_encoding(data: bytes) -> tuple[str, str]:
    """The encoding of text in one byte a letter and its name: Cyrillic where most letters lie beyond ASCII, else Western."""
    letters = b"".join(LETTERS.findall(data[:LOOKED_AT]))
    upper, lower = len(letters) - len(letters.translate(None, UPPER_HALF)), len(letters) - len(letters.translate(None, LOWER_HALF))
    if upper + lower <= MOST_LATIN * len(letters):
        return "cp1252", "Windows-1252"
    return ("koi8-r", "KOI8-R") if upper > lower else ("cp1251", "Windows-1251")
