"""Bytes of a web page become text: by byte order mark, as UTF-8 where they are that, else as the page declares."""

import codecs
import re

from communique.ingest.decoding import decode, refuse_binary, split_mark
from communique.model import Problem

LOOKED_AT = 4_096  # bytes in which a page declares its encoding
DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
# names that pages may declare; codecs that are no text encodings, or no safe ones (utf-7), are none of them
KNOWN = re.compile(
    r"(?:windows-?|cp)(?:125\d|866|874|932|949)|iso-?8859-?\d+|latin-?\d|us-ascii|ascii|koi8-?[rut]|ibm866|mac-?(?:roman|cyrillic)"
    r"|gb(?:k|2312|18030)|big5(?:-?hkscs)?|shift[_-]?jis|sjis|euc-?(?:jp|kr)|iso-2022-(?:jp|kr)|tis-?620|utf-?8",
    re.IGNORECASE,
)
# what browsers read under a name
READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}


def decode_page(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a page, and what had to be guessed or replaced. Raises ReadError where the bytes are no text."""
    encoding = None if split_mark(data)[0] else declared_encoding(data)
    if encoding in (None, "utf-8") or (is_utf_8(data) and not data.isascii()):
        return decode(data)
    refuse_binary(data)
    assert encoding
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        message = f"the page declares {encoding}, which byte {error.start:,} is not: what could not be read is U+FFFD"
        return data.decode(encoding, "replace"), (Problem("ingest", message),)


def declared_encoding(data: bytes) -> str | None:
    """The codec for the encoding that a page declares, None where it declares none that is known."""
    match = DECLARED.search(data[:LOOKED_AT])
    name = match[1].decode("ascii", "ignore") if match else ""
    if not KNOWN.fullmatch(name):
        return None
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return READ_AS.get(codec, codec)


def is_utf_8(data: bytes) -> bool:
    """True where the bytes are well-formed UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
