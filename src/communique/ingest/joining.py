"""Printed lines become paragraphs again: divided words are put together, page numbers and running heads left out, type kept as marks.

The result is Markdown: a larger line is a heading, a paragraph all bold or slanted is emphasised, a drawn rule is "---". So the layout
finds the parts of a printed page as it finds those of a saved one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from communique.ingest.markup import BULLET
from communique.ingest.paragraphs import ends_sentence

Type = Literal["roman", "bold", "italic", "rule"]

HEADING_FROM = 1.25  # times the body's size
GAP_FROM = 1.3  # times the usual distance between lines
INDENT_FROM = 0.8  # times the size by which a first line stands in
SAME_LINE = 0.3  # times the size within which two pieces stand on one line
SAME_SIZE = 0.6  # points by which sizes of one type may differ
HYPHENATED_FROM = 0.05  # share of lines that end in a hyphen where a text was hyphenated; below it such hyphens are the words' own
EDGE_LINES = 2  # lines at the top and at the foot of a page among which running heads are looked for
LONGEST_EMPHASIS = 1_500  # characters: longer paragraphs are prose in whatever type

PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
# what browsers print below a page: "https://wire.example/a 1/3"; and above: "5/6/31, 10:12 AM Title"
PRINTED_ADDRESS = re.compile(r"(https?://\S+)\s+\d{1,3}/\d{1,3}$")
PRINTED_STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?\b")
HYPHENS = "-\u2010"
LONGEST_WORD = 60
BROKEN_WORD = re.compile(r"(?P<first>[^\W_]+)[-\u2010]$")
CONTINUATION = re.compile(r"[^\W\d_]+")
# what is no word by itself
ENDING = re.compile(
    r"(?:[mt]ents?|[st]ions?|[a-z]?[a-z]?ings?|[a-z]?ed|ers?|ness|ly|[ai]ble|ity|[ae]nces?|i?ous|ally|ative|tional|ize[ds]?|ism|ists?)$"
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Line(NamedTuple):
    """One printed line: its text, where it stands on the page (points, the foot is 0), the size and kind of its type.

    A drawn rule is a line of type "rule" without text.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    type: Type = "roman"


class Joined(NamedTuple):
    """A printed text put together, and the address that a browser printed at the foot of its pages."""

    text: str
    url: str | None = None


class Print(NamedTuple):
    """How a text is printed: size and type of its body, the usual distance of its lines, whether it is hyphenated, its unbroken words."""

    size: float
    type: Type
    leading: float
    hyphenated: bool
    words: frozenset[str]


def join(pages: Sequence[Sequence[Line]]) -> Joined:
    """The text of a print, given page by page, each page's lines in reading order."""
    url = next((match[1] for page in pages for line in _edges(page) if (match := PRINTED_ADDRESS.match(line.text))), None)
    lines = [line for page in without_running(pages) for line in page]
    style = _style_of(lines)
    paragraphs = list(_paragraphs(lines, style))
    return Joined("\n\n".join(_marked(paragraph, style) for paragraph in paragraphs), url)


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without what stands at the top or foot of half of them."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page in edges for key in {_key(line) for line in page})
    running = {key for key, times in seen.items() if times >= max(2, len(pages) / 2)}
    outs = [{line for line in page if _is_running(line, page, running)} for page in edges]
    return [[line for line in page if line not in out] for page, out in zip(pages, outs, strict=True)]


def _is_running(line: Line, edges: Sequence[Line], running: set[tuple[str, int]]) -> bool:
    if _key(line) in running or PRINTED_ADDRESS.match(line.text) or PRINTED_STAMP.match(line.text):
        return True
    return line in (edges[0], edges[-1]) and PAGE_NUMBER.match(line.text) is not None


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the foot of a page, from the top."""
    printed = sorted((line for line in page if line.type != "rule"), key=lambda line: -line.base)
    return printed if len(printed) <= 2 * EDGE_LINES else printed[:EDGE_LINES] + printed[-EDGE_LINES:]


def _key(line: Line) -> tuple[str, int]:
    """What the same head on another page shares: its words with any number, and its height."""
    return re.sub(r"\d+", "0", line.text), round(line.base / 10)


def _style_of(lines: Sequence[Line]) -> Print:
    printed = [line for line in lines if line.type != "rule"]
    weights: Counter[tuple[float, Type]] = Counter()
    for line in printed:
        weights[round(line.size, 1), line.type] += len(line.text)
    (size, kind), _ = weights.most_common(1)[0] if weights else ((0.0, "roman"), 0)
    steps = [a.base - b.base for a, b in pairwise(printed) if abs(a.size - size) < SAME_SIZE and abs(b.size - size) < SAME_SIZE]
    down = [step for step in steps if SAME_LINE * size < step < 4 * size]
    broken = [line for line in printed if line.text[-1] in HYPHENS]
    words = frozenset(WORD.findall("\n".join(BROKEN_WORD.sub("", line.text) for line in printed).casefold()) if broken else ())
    return Print(size, kind, median(down) if down else 1.2 * size, len(broken) >= HYPHENATED_FROM * len(printed), words)


def _paragraphs(lines: Sequence[Line], style: Print) -> Iterator[list[Line]]:
    """Lines that belong together."""
    paragraph: list[Line] = []
    margin = _right_margins(lines)
    for line in lines:
        if paragraph and _opens_paragraph(paragraph, line, style, margin):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _right_margins(lines: Sequence[Line]) -> dict[int, float]:
    """How far the lines that begin at one place reach."""
    margins: dict[int, float] = {}
    for line in lines:
        column = _column(line)
        margins[column] = max(margins.get(column, 0.0), line.right)
    return margins


def _column(line: Line) -> int:
    return round(line.left / 40)


def _opens_paragraph(paragraph: Sequence[Line], line: Line, style: Print, margin: dict[int, float]) -> bool:
    """True where `line` does not go on with the paragraph."""
    before = paragraph[-1]
    if "rule" in (line.type, before.type) or abs(line.size - before.size) >= SAME_SIZE:
        return True
    step = before.base - line.base
    if abs(step) < SAME_LINE * line.size:
        return False
    goes_on = line.text[:1].islower() or not ends_sentence(before.text)
    if line.type != before.type and not (line.text[:1].islower() and line.size == style.size):
        return True
    if BULLET.match(line.text):
        return True
    if step < 0 or step > 4 * style.leading:  # the next column or page
        return not goes_on or line.size > HEADING_FROM * style.size
    if step > GAP_FROM * max(style.leading, 1.15 * line.size):
        return True
    if line.left - before.left >= INDENT_FROM * line.size and not BULLET.match(paragraph[0].text):
        return True
    return not goes_on and _had_room(before, line, margin)


def _had_room(before: Line, line: Line, margin: dict[int, float]) -> bool:
    """True where the first word of `line` would have fitted on the line before: that one was ended on purpose."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * (len(word) + 1) / max(len(line.text), 1)
    return before.right + width < margin[_column(before)] - line.size / 2


def _marked(paragraph: Sequence[Line], style: Print) -> str:
    """The paragraph's text with the marks that its type stands for."""
    first = paragraph[0]
    if first.type == "rule":
        return "---"
    text = paragraph[0].text
    for line in paragraph[1:]:
        text = _continued(text, line.text, style)
    if first.size >= HEADING_FROM * style.size:
        return f"# {text}"
    kinds = {line.type for line in paragraph}
    if len(kinds) > 1 or first.type in ("roman", style.type) or len(text) > LONGEST_EMPHASIS or text[0] in "*_" or text[-1] in "*_":
        return text
    return f"**{text}**" if first.type == "bold" else f"*{text}*"


def _continued(text: str, line: str, style: Print) -> str:
    """`text` with the next line behind it: a word that the break divided is put together."""
    broken = BROKEN_WORD.search(text, max(0, len(text) - LONGEST_WORD)) if text[-1] in HYPHENS else None
    rest = CONTINUATION.match(line)
    if broken is None:
        return text + line if text[-1:] in "—/" else f"{text} {line}"
    if rest is None or not rest[0].islower():
        return text + line
    whole, parted = (broken["first"] + rest[0]).casefold(), f"{broken['first']}-{rest[0]}".casefold()
    is_divided = whole in style.words or (parted not in style.words and (style.hyphenated or ENDING.match(rest[0])))
    return text[:-1] + line if is_divided else text[:-1] + "-" + line
