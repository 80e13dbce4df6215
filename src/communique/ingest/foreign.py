"""Inputs that are no news text for any reader here, told by their first bytes, and what to do about them."""

import re

# what the input looks like, how its first bytes look, what to do
FOREIGN: tuple[tuple[str, re.Pattern[bytes], str], ...] = (
    ("zstd data", re.compile(rb"\x28\xb5\x2f\xfd"), "zstd is not supported: unpack it (zstd -dc FILE | communique code -)"),
    ("a tar archive", re.compile(rb".{257}ustar", re.DOTALL), "unpack it (tar -xf FILE) and read the folder"),
    ("an image", re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP", re.DOTALL), "give the text"),
    ("an old Office document", re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "save it as text and read that"),
    ("a rich-text document", re.compile(rb"\{\\rtf"), "save it as text and read that"),
    ("an SQLite database", re.compile(rb"SQLite format 3\0"), "export JSON Lines with id and text"),
    (
        "an XML document",
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b(?![^>]*>\s*<(?:!doctype\s+)?html\b)", re.IGNORECASE),  # XHTML is a web page
        "of XML only feeds (RSS, Atom) and XHTML can be read: give text or JSON Lines",
    ),
)  # fmt: skip


def look_of(head: bytes) -> str | None:
    """What an input that cannot be read looks like, with the way out ("looks like a PDF: ..."); None for anything else."""
    for name, pattern, advice in FOREIGN:
        if pattern.match(head):
            return f"looks like {name}: {advice}"
    return None
