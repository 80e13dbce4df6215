"""Paragraphs that were read, laid out as one Body with offsets into the article."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from communique.model import Body, Quotation, Range
from communique.parse.passages import Passage
from communique.parse.quotations import Quoted


class Zone(NamedTuple):
    """One paragraph of an article.

    passage  what the pipeline read
    clean    the text that it was shown
    source   the article's text that it stands for, and `start`, where that begins
    offsets  for each character of `clean` its place in `source`; None: all in step
    """

    passage: Passage
    clean: str
    source: str
    start: int
    offsets: Sequence[int] | None

    def ranges(self) -> list[Range]:
        """Article offsets of each token."""
        placed = zip(self.passage.places, map(len, self.passage.words), strict=True)
        if self.offsets is None:
            return [(self.start + place, self.start + place + length) for place, length in placed]
        return [self._range(self.offsets, place, length) for place, length in placed]

    def _range(self, offsets: Sequence[int], first: int, length: int) -> Range:
        last = offsets[first + length - 1]
        two = length == 1 and self.clean[first] == '"' and self.source.startswith(("``", "''"), last)
        return self.start + offsets[first], self.start + last + 1 + two


class _Columns:
    """The growing columns of a Body."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.heads: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[Range] = []
        self.paragraphs: list[Range] = []

    def add(self, zone: Zone) -> None:
        """Append a paragraph's tokens."""
        passage, base = zone.passage, len(self.words)
        self.words += passage.words
        self.tags += passage.tags
        self.deps += passage.deps
        self.heads += [base + head for head in passage.heads]
        ranges = zone.ranges()
        self.starts += [start for start, _ in ranges]
        self.ends += [end for _, end in ranges]
        end = len(self.words)
        self.paragraphs.append((base, end))
        self.sentences += pairwise([*(base + n for n in passage.opens), end])


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree."""
    above, lefts = np.array(heads, dtype=np.int64), np.arange(len(heads))
    rights, known = lefts, None
    while known is None or not np.array_equal(known, (lefts, rights)):
        known = lefts, rights
        lefts, rights = lefts.copy(), rights.copy()
        np.minimum.at(lefts, above, known[0])
        np.maximum.at(rights, above, known[1])
    return lefts.tolist(), rights.tolist()


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return children


def _numbers(ranges: list[Range]) -> tuple[int, ...]:
    return tuple(number for number, (first, end) in enumerate(ranges) for _ in range(first, end))


def _token_range(columns: _Columns, paragraph: Range, start: int, end: int) -> Range | None:
    inside = [i for i in range(*paragraph) if columns.starts[i] >= start and columns.ends[i] <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def _quotation(columns: _Columns, quoted: Quoted) -> Quotation | None:
    pieces = []
    for start, end in quoted.pieces:
        paragraph = next((p for p in columns.paragraphs if columns.starts[p[0]] <= start and end <= columns.ends[p[1] - 1] + 1), None)
        found = _token_range(columns, paragraph, start, end) if paragraph else None
        if found:
            pieces.append(found)
    return Quotation(tuple(pieces), quoted.closed, quoted.mark) if pieces else None


def body_of(text: str, zones: Sequence[Zone], quoted: Sequence[Quoted]) -> Body:
    """One Body out of the parsed paragraphs and the quotations found in the text."""
    columns = _Columns()
    for zone in zones:
        if zone.passage.words:
            columns.add(zone)
    lefts, rights = _edges(columns.heads)
    quotations = tuple(q for q in (_quotation(columns, one) for one in quoted) if q)
    of = [-1] * len(columns.words)
    for number, quotation in enumerate(quotations):
        for first, end in quotation.pieces:
            of[first:end] = [number] * (end - first)
    return Body(
        text=text,
        words=tuple(columns.words),
        lower=tuple([w.lower() for w in columns.words]),
        tags=tuple(columns.tags),
        deps=tuple(columns.deps),
        heads=tuple(columns.heads),
        children=tuple(map(tuple, _children(columns.heads))),
        lefts=tuple(lefts),
        rights=tuple(rights),
        starts=tuple(columns.starts),
        ends=tuple(columns.ends),
        sentences=tuple(columns.sentences),
        sentence_of=_numbers(columns.sentences),
        paragraphs=tuple(columns.paragraphs),
        paragraph_of=_numbers(columns.paragraphs),
        quotations=quotations,
        quotation_of=tuple(of),
    )
