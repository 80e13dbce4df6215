"""A text falls into paragraphs: hard-wrapped lines are joined, lines that are paragraphs of their own are kept apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from communique.model import Span

# a line with its end; str.splitlines would also break at form feeds, which stand inside paragraphs
LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|\Z)")

# where a sentence can end: final punctuation, then closing marks; not after an initialism ("U.S.") or a title ("Mr.")
ENDS_SENTENCE = re.compile(r"(?:(?<![A-Z]\.[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Maj))\.|[!?:;…])['\"”’»)\]*_]*$")
TAIL = 10  # characters of a line's end that show whether a sentence ends

# lines that are no part of the paragraph above or below: agencies' closers, parted rules, wire marks
STANDS_ALONE = re.compile(
    r"(?:reuters?|\(?ends?\)?|-{2,}|[*=_]{3,}|# ?# ?#|NEWS STORY|[a-z]{1,3}-[a-z]{2,4}|\(PROFILE)$"
    r"|(?:UR|&UR;) |AP-[A-Z]{2}-|(?-i:By [A-Z]{2,} [A-Z]{2,})",
    re.IGNORECASE,
)
LONGEST_ALONE = 90
# items of lists, quoted lines and headings
ITEM = re.compile(r"(?:[-*+•‣▪●]|#{1,6}|>)[ \t]+\S")

WRAP_FROM, WRAP_TO = 35, 100  # characters of a full line in hard-wrapped text, from newspaper columns to wide terminals
MOST_LONG_LINES = 0.1  # share of lines over WRAP_TO that a hard-wrapped text may hold (tables, addresses, a careless join)
FEWEST_INDENTED = 0.05  # share of lines that stand in where indenting is the text's way to open paragraphs
INDENT = 2  # spaces by which a line stands in to open a paragraph


class Line(NamedTuple):
    """A line that is not blank: where its content starts and ends, and how many characters it stands in."""

    start: int
    end: int
    indent: int


class Wrapping(NamedTuple):
    """How a hard-wrapped text is set: characters of a full line, and whether paragraphs are told by their indented first lines."""

    width: int
    indented: bool


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs of a text in order, each without the white space around it."""
    runs = list(_runs(text))
    wrapping = _wrapping(text, runs)
    return [Span(lines[0].start, lines[-1].end) for run in runs for lines in _split(text, run, wrapping)]


def _runs(text: str) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    run: list[Line] = []
    for match in LINE.finditer(text):
        content = match.group().strip()
        if content:
            indent = match.group().index(content[0])
            start = match.start() + indent
            run.append(Line(start, start + len(content), indent))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _wrapping(text: str, runs: Sequence[Sequence[Line]]) -> Wrapping | None:
    """How the text was hard-wrapped, None where it was not."""
    inner = [line for run in runs for line in run[:-1]]
    if not inner:
        return None
    lengths = sorted(line.end - line.start for line in inner)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    lines = sum(map(len, runs))
    long = sum(line.end - line.start > WRAP_TO for run in runs for line in run)
    broken = sum(not _ends_sentence(text, line) for line in inner)
    if not WRAP_FROM <= width <= WRAP_TO or long > MOST_LONG_LINES * lines or broken < 0.5 * len(inner):
        return None
    return Wrapping(max(length for length in lengths if length <= WRAP_TO), _are_indented(runs))


def _are_indented(runs: Sequence[Sequence[Line]]) -> bool:
    """True where lines inside runs stand in and so open paragraphs (Reuters in the 1980s, the Wall Street Journal's archive)."""
    steps = [line.indent >= before.indent + INDENT for run in runs for before, line in pairwise(run)]
    return sum(steps) >= FEWEST_INDENTED * len(steps)


def _split(text: str, run: Sequence[Line], wrapping: Wrapping | None) -> Iterator[Sequence[Line]]:
    """Paragraphs within a run of lines."""
    first = 0
    for i in range(1, len(run)):
        if _opens_paragraph(text, run[i - 1], run[i], wrapping):
            yield run[first:i]
            first = i
    yield run[first:]


def _opens_paragraph(text: str, before: Line, line: Line, wrapping: Wrapping | None) -> bool:
    """True where `line` does not go on with the sentence of the line before it."""
    if _stands_alone(text, before) or _stands_alone(text, line):
        return True
    if ITEM.match(text, line.start, line.end) and (wrapping is None or _ends_sentence(text, before) or ITEM.match(text, before.start)):
        return True
    if wrapping is None:
        return not text[line.start].islower() or _ends_sentence(text, before)
    if line.indent >= before.indent + INDENT:
        return True
    if wrapping.indented or text[line.start].islower() or not _ends_sentence(text, before):
        return False
    return line.indent > before.indent or _had_room(text, before, line, wrapping.width)


def _had_room(text: str, before: Line, line: Line, width: int) -> bool:
    """True where the first word of `line` would have fitted on the line before: that one was ended on purpose."""
    word = text[line.start : line.end].split(maxsplit=1)[0]
    return (before.end - before.start) + 1 + len(word) <= width - 2


def ends_sentence(line: str) -> bool:
    """True where a line ends as a sentence does: with final punctuation that belongs to no abbreviation."""
    return ENDS_SENTENCE.search(line[-TAIL:]) is not None


def _ends_sentence(text: str, line: Line) -> bool:
    return ends_sentence(text[max(line.start, line.end - TAIL) : line.end])


def _stands_alone(text: str, line: Line) -> bool:
    return line.end - line.start <= LONGEST_ALONE and STANDS_ALONE.match(text[line.start : line.end]) is not None
