"""Prints lines to a PDF of Helvetica and Times, just enough of the format for the reader's tests."""

from typing import NamedTuple

FONTS = {"roman": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic", "bold-italic": "Times-BoldItalic"}


class Put(NamedTuple):
    """A line of text at a place of the page (points from the left and from the foot)."""

    text: str
    x: float
    y: float
    size: float = 12
    font: str = "roman"


class Rule(NamedTuple):
    """A rule across the page."""

    y: float


def column(text: str, x: float = 34, top: float = 700, leading: float = 14.3, size: float = 12) -> list[Put]:
    """Lines one below the other; a line that begins with spaces stands in by a point for each."""
    return [
        Put(line.lstrip(), x + 4 * (len(line) - len(line.lstrip())), top - i * leading, size)
        for i, line in enumerate(text.splitlines())
        if line.strip()
    ]


def pdf(*pages: list[Put | Rule]) -> bytes:
    """A PDF of A4 pages."""
    names = list(FONTS)
    fonts = " ".join(f"/{name} {3 + i} 0 R" for i, name in enumerate(names))
    first = 3 + len(names)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for name in names:
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{FONTS[name]} /Encoding /WinAnsiEncoding >>".encode())
    for i, page in enumerate(pages):
        box = f"/MediaBox [0 0 595 842] /Resources << /Font << {fonts} >> >> /Contents {first + 2 * i + 1} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} >>".encode())
        content = b"\n".join(map(_drawn, page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _drawn(item: Put | Rule) -> bytes:
    if isinstance(item, Rule):
        return f"33 {item.y} 529 1.5 re f".encode()
    text = item.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return f"BT /{item.font} {item.size} Tf 1 0 0 1 {item.x} {item.y} Tm (".encode() + text + b") Tj ET"


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer
