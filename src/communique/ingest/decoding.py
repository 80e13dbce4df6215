"""Bytes become text: by byte order mark, else UTF-8, else Windows-1252 with a Problem. Line ends are kept, nothing is normalised."""

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

SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data` without byte order mark, and what had to be guessed or replaced.

    Raises ReadError where the bytes are no text.
    """
    encoding, data = split_mark(data)
    if encoding and encoding != "utf-8":
        return _decode_marked(data, encoding)
    refuse_binary(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_damaged(data, error) or _decode_windows(data, error)


def split_mark(data: bytes) -> tuple[str | None, bytes]:
    """The encoding that a byte order mark names (None: no mark), and the bytes after the mark."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def refuse_binary(data: bytes) -> None:
    """Raises ReadError where bytes without a byte order mark are no text."""
    if b"\0" in data:
        raise ReadError(_about_nul(data))
    head = data[:CONTROLS_LOOKED_AT]
    if len(head) - len(head.translate(None, CONTROLS)) > MOST_CONTROLS * len(head):
        raise ReadError("binary data, no text: give text, Markdown or JSON Lines")


def without_surrogates(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with each lone surrogate replaced by U+FFFD (the length stays), and a Problem where there was one."""
    if text.isascii() or not SURROGATE.search(text):
        return text, ()
    clean, count = SURROGATE.subn(REPLACEMENT, text)
    return clean, (Problem("ingest", f"{count} lone surrogate{'s' * (count > 1)} read as U+FFFD"),)


def _about_nul(data: bytes) -> str:
    head = data[:CONTROLS_LOOKED_AT]
    # every other byte of Latin text in UTF-16 is NUL
    if max(head[::2].count(0), head[1::2].count(0)) > 0.8 * (len(head) // 2):
        return "looks like UTF-16 without a byte order mark: convert it to UTF-8 (iconv -f UTF-16LE -t UTF-8)"
    return "binary data (it holds NUL bytes), no text: give text, Markdown or JSON Lines"


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


def _decode_windows(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Problem, ...]]:
    message = f"not UTF-8 (byte {error.start:,}), read as Windows-1252: convert the input to UTF-8 if letters look wrong"
    return data.decode("cp1252", "replace"), (Problem("ingest", message),)
