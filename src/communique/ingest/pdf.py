"""PDF with a text layer: printed pages are put together into one article. Needs the extra `pdf` (pypdfium2)."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from typing import Any, NamedTuple

from communique.errors import ReadError
from communique.ingest.assemble import assemble
from communique.ingest.decoding import without_surrogates
from communique.ingest.joining import Line, Type, join
from communique.ingest.metadata import Metadata
from communique.ingest.sources import Source
from communique.model import Article, Problem, Unread

HEAD = re.compile(r"[^\n]{0,200}?%PDF-\d")
MISSING = 'reading PDF needs pypdfium2: pip install "communique[pdf]", or save its text (pdftotext FILE) and read that'
LOCKED = "the PDF is locked by a password: unlock it (qpdf --decrypt) and read that"
NO_TEXT = "no text in this PDF, only pictures: recognise its text first (ocrmypdf)"

RULE_WIDTH = 0.4  # share of the page that a drawn rule crosses
RULE_HEIGHT = 4.0  # points
UNDERLINE = 5.0  # points below a line within which a drawn line underlines it
BOLD = re.compile(r"bold|black|heavy|semibold", re.IGNORECASE)
SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at the end of a line
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\0": None, "\uffff": None, HYPHEN: "-"})
# a line with its end; a hyphen that ends one stands in the end's place
PRINTED = re.compile(rf"[^\r\n{HYPHEN}]+(?:{HYPHEN}|\Z|(?=[\r\n]))")
WIDE = re.compile("[\U00010000-\U0010ffff]")
NAME_ROOM = 256  # bytes of a font's name that are read


class Glyph(NamedTuple):
    """Where a character stands and the size and kind of its type."""

    left: float
    right: float
    base: float
    size: float
    type: Type


def sniff(head: str) -> bool:
    """True where the bytes open as a PDF does."""
    return HEAD.match(head) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """The one article of a PDF. Raises ReadError where there is no text in it or it cannot be opened."""
    pages, problems = _pages(source.whole())
    text, url = join(pages)
    if not any(c.isalnum() for c in text):
        raise ReadError(NO_TEXT)
    text, replaced = without_surrogates(text)
    yield assemble(text, Metadata(url=url), problems + replaced, has_headline=True)


def _pages(data: bytes) -> tuple[list[list[Line]], tuple[Problem, ...]]:
    """The lines of each page; a page that cannot be read is a Problem."""
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        raise ReadError(MISSING) from error
    pages: list[list[Line]] = []
    problems: list[Problem] = []
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ReadError(LOCKED if "password" in str(error).lower() else f"no PDF that can be opened: {error}") from error
    with document:
        for number in range(len(document)):
            try:
                pages.append(_lines(document[number]))
            except pdfium.PdfiumError as error:
                problems.append(Problem("ingest", f"page {number + 1} of the PDF cannot be read: {error}"))
    return pages, tuple(problems)


def _lines(page: Any) -> list[Line]:
    """The lines of a page in reading order, rules among them by their height."""
    text_page = page.get_textpage()
    lines = list(_printed(text_page))
    for height in _rules(page, lines):
        at = next((i for i, line in enumerate(lines) if line.base < height), len(lines))
        lines.insert(at, Line("", 0.0, 0.0, height, 0.0, "rule"))
    text_page.close()
    page.close()
    return lines


def _printed(text_page: Any) -> Iterator[Line]:
    """Lines of text as the document orders them."""
    import pypdfium2.raw as raw

    text = text_page.get_text_range()
    units = _units_before(text)
    for match in PRINTED.finditer(text):
        shown = " ".join(match.group().translate(LIGATURES).split())
        if shown:
            start, end = match.start() + len(match.group()) - len(match.group().lstrip()), match.start() + len(match.group().rstrip()) - 1
            places = (units(start), units((start + end) // 2), units(end))
            first, middle, last = (_glyph(text_page, raw.FPDFText_GetCharIndexFromTextIndex(text_page, place)) for place in places)
            is_one = first.type == middle.type == last.type
            yield Line(shown, first.left, max(last.right, middle.right), first.base, middle.size, middle.type if is_one else "roman")


def _units_before(text: str) -> Callable[[int], int]:
    """How many UTF-16 units, in which pdfium counts, stand before a place of the text."""
    wide = [match.start() for match in WIDE.finditer(text)]
    return lambda place: place + bisect_left(wide, place)


def _glyph(text_page: Any, index: int) -> Glyph:
    """What pdfium knows about the character at `index`."""
    import pypdfium2.raw as raw

    x, y, left, right, bottom, top = (c_double() for _ in range(6))
    name, flags = create_string_buffer(NAME_ROOM), c_int()
    raw.FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
    raw.FPDFText_GetCharBox(text_page, index, byref(left), byref(right), byref(bottom), byref(top))
    raw.FPDFText_GetFontInfo(text_page, index, name, NAME_ROOM, byref(flags))
    size = round(raw.FPDFText_GetFontSize(text_page, index), 1)
    return Glyph(x.value, max(right.value, x.value), y.value, size, _type_of(name.value.decode("utf-8", "replace")))


def _type_of(font: str) -> Type:
    if BOLD.search(font):
        return "bold"
    return "italic" if SLANTED.search(font) else "roman"


def _rules(page: Any, lines: list[Line]) -> list[float]:
    """The heights of the rules drawn across a page, each once, from the top; what underlines words is none."""
    import pypdfium2.raw as raw

    width = page.get_width()
    found: set[float] = set()
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = drawn.get_bounds()
        is_long, is_thin = right - left >= RULE_WIDTH * width, top - bottom <= RULE_HEIGHT
        if is_long and is_thin and not any(0 <= line.base - bottom <= UNDERLINE for line in lines):
            found.add(round(bottom / UNDERLINE) * UNDERLINE)  # its edges are drawn one by one
    return sorted(found, reverse=True)
