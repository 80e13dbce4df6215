"""Quotation marks paired over the paragraphs of an article, in all usual styles.

A quotation that goes on into the next paragraph reopens its marks there and is closed once, at its very end. Marks inside a
quotation belong to it: only outermost quotations are given. A mark that is never closed is no reason to lose the article: it
becomes a Problem.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from communique.lexicon import Marks
from communique.model import Problem, Span, Spans

_OPENS_ONLY = frozenset({"“", "„", "«", "``", "‘", "‹"})
_OPENS_AFTER = frozenset(" \t\n\r\u00a0([{—–-/:")
_ELISION = re.compile(r"['’](?:tis|twas|em|til|cause|n|\d\ds?)\b", re.IGNORECASE)
_SINGLE = frozenset("‘’'")


class Style(NamedTuple):
    """The marks of a language: any mark as a pattern, and what may close each opening one."""

    any: re.Pattern[str]
    closers: dict[str, frozenset[str]]


@cache
def style_of(marks: tuple[Marks, ...]) -> Style:
    """The style of the lexicon's pairs; a pair of apostrophes ('' ... '') is read as one of double marks."""
    pairs = [*((m.open, m.close) for m in marks), ("''", "''")]
    signs = sorted({sign for pair in pairs for sign in pair}, key=lambda sign: (-len(sign), sign))
    closers = {open: frozenset(c for o, c in pairs if o == open) for open, _ in pairs}
    return Style(re.compile("|".join(map(re.escape, signs))), closers)


@dataclass
class Quoted:
    """A quotation in characters: spans inside the marks, one a paragraph, and whether the closing mark was found."""

    mark: str
    start: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    closed: bool = False


def _looks_open(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not after.isspace() and (before in _OPENS_AFTER or before in "“\"'‘`«")


def _looks_closed(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """True for the mark in "don't", "'90s", "'em"."""
    inside = start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()
    return inside or bool(_ELISION.match(text, start))


def _opens(mark: str, text: str, start: int, end: int) -> bool:
    if mark in _OPENS_ONLY:
        return mark != "‘" or not _is_apostrophe(text, start, end)
    if mark == "'":
        return _looks_open(text, start, end) and not _is_apostrophe(text, start, end)
    return mark in ('"', "''") and _looks_open(text, start, end)


def _is_plural_possessive(marks: list[tuple[str, int, int]], i: int, text: str, stop: int) -> bool:
    """True for the mark in "the ministers' plan", if a better closing mark follows in the paragraph."""
    _, start, end = marks[i]
    if text[start - 1] != "s" or not text[end : end + 1].isspace():
        return False
    later = (m for m in marks[i + 1 :] if m[0] in _SINGLE and m[2] <= stop)
    following = next((m for m in later if not _is_apostrophe(text, m[1], m[2])), None)
    return following is not None and _looks_closed(text, following[1], following[2])


def _closes(closers: frozenset[str], marks: list[tuple[str, int, int]], i: int, text: str, stop: int) -> bool:
    mark, start, end = marks[i]
    if mark not in closers:
        return False
    if mark in _SINGLE:
        if _is_apostrophe(text, start, end) or not _looks_closed(text, start, end):
            return False
        return not _is_plural_possessive(marks, i, text, stop)
    return True


def _is_reopened(mark: str, text: str, start: int) -> bool:
    return text.startswith(mark, start) or (mark == "“" and text.startswith('"', start))


def _has_lone_closer(mark: str, text: str, paragraph: Span, style: Style) -> bool:
    """True where the paragraph's first directed mark closes: the quotation ran on without being reopened."""
    if mark not in _OPENS_ONLY:
        return False
    first = next((m.group() for m in style.any.finditer(text, paragraph.start, paragraph.end) if m.group() not in _SINGLE), None)
    return first is not None and first in style.closers[mark]


def _scan(text: str, paragraphs: Sequence[Span], style: Style) -> Iterator[Quoted]:
    current: Quoted | None = None
    for n, paragraph in enumerate(paragraphs):
        at, stop = paragraph.start, paragraph.end
        if current:
            if _is_reopened(current.mark, text, at):
                at += len(current.mark)
            elif not _has_lone_closer(current.mark, text, paragraph, style):
                yield current
                current = None
        begin = at
        marks = [(m.group(), m.start(), m.end()) for m in style.any.finditer(text, at, stop)]
        for i, (mark, start, end) in enumerate(marks):
            if current is None:
                if _opens(mark, text, start, end):
                    current, begin = Quoted(mark, start), end
            elif _closes(style.closers[current.mark], marks, i, text, stop):
                current.pieces.append((begin, start))
                current.closed = True
                yield current
                current = None
        if current:
            current.pieces.append((begin, stop))
            if current.mark in _SINGLE or n == len(paragraphs) - 1:
                yield current
                current = None


def find_quotations(text: str, paragraphs: Spans, marks: tuple[Marks, ...]) -> tuple[list[Quoted], list[Problem]]:
    """Outermost quotations of the paragraphs in order, and a Problem for each opening mark that is never closed."""
    quotations: list[Quoted] = []
    problems: list[Problem] = []
    for found in _scan(text, paragraphs, style_of(marks)):
        if found.closed or found.mark not in _SINGLE:
            quotations.append(found)
        if not found.closed and found.mark not in _SINGLE:
            span = Span(found.start, found.start + len(found.mark))
            problems.append(
                Problem("parse", "this quotation mark is never closed; the quotation was read to the end of its paragraph", span)
            )
    return quotations, problems
