"""spaCy's documents, one a paragraph, laid out as one Body with offsets into the article."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG
from spacy.tokens import Doc

from communique.model import Body, Quotation, Range
from communique.parse.quotations import Quoted


class Zone(NamedTuple):
    """One parsed paragraph.

    doc      spaCy's document of it
    clean    the text that was parsed
    source   the article's text that it stands for, and `start`, where that begins
    offsets  for each character of `clean` its place in `source`; None: all in step
    """

    doc: Doc
    clean: str
    source: str
    start: int
    offsets: Sequence[int] | None

    def ends_of(self, first: int, length: int) -> Range:
        """Article offsets of `length` parsed characters from `first`."""
        if self.offsets is None:
            return self.start + first, self.start + first + length
        last = self.offsets[first + length - 1]
        two = length == 1 and self.clean[first] == '"' and self.source.startswith(("``", "''"), last)
        return self.start + self.offsets[first], self.start + last + 1 + two


class _Columns:
    """The growing columns of a Body."""

    def __init__(self, abbreviations: frozenset[str]) -> None:
        self.abbreviations = abbreviations
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
        doc, base = zone.doc, len(self.words)
        strings, text = doc.vocab.strings, zone.clean
        starts_here = []
        for i, (idx, length, tag, dep, head, sent) in enumerate(
            doc.to_array([IDX, LENGTH, TAG, DEP, HEAD, SENT_START]).astype("int64").tolist()
        ):
            self.words.append(text[idx : idx + length])
            self.tags.append(strings[tag & 0xFFFFFFFFFFFFFFFF])
            self.deps.append(strings[dep & 0xFFFFFFFFFFFFFFFF])
            self.heads.append(base + i + head)
            start, end = zone.ends_of(idx, length)
            self.starts.append(start)
            self.ends.append(end)
            if i == 0 or (sent == 1 and not self._is_abbreviated(base, base + i)):
                starts_here.append(base + i)
        end = len(self.words)
        self.paragraphs.append((base, end))
        self.sentences += pairwise([*starts_here, end])

    def _is_abbreviated(self, base: int, token: int) -> bool:
        """True behind "Sgt.", which the tokenizer parts from its point, so that the parser sees the end of a sentence there."""
        parted = self.words[max(base, token - 2) : token]
        return parted[-1] == "." and parted[0][:1].isupper() and "".join(parted).lower() in self.abbreviations


def _edges(heads: list[int]) -> tuple[list[int], list[int], list[list[int]]]:
    """First and last token of each subtree, and each token's children."""
    n = len(heads)
    lefts, rights = list(range(n)), list(range(n))
    children: list[list[int]] = [[] for _ in range(n)]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
        while head != i and (lefts[head] > lefts[i] or rights[head] < rights[i]):
            lefts[head], rights[head] = min(lefts[head], lefts[i]), max(rights[head], rights[i])
            i, head = head, heads[head]
    return lefts, rights, children


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


def body_of(text: str, zones: Sequence[Zone], quoted: Sequence[Quoted], abbreviations: frozenset[str] = frozenset()) -> Body:
    """One Body out of the parsed paragraphs and the quotations found in the text; no sentence begins behind an abbreviation."""
    columns = _Columns(abbreviations)
    for zone in zones:
        if len(zone.doc):
            columns.add(zone)
    lefts, rights, children = _edges(columns.heads)
    quotations = tuple(q for q in (_quotation(columns, one) for one in quoted) if q)
    of = [-1] * len(columns.words)
    for number, quotation in enumerate(quotations):
        for first, end in quotation.pieces:
            of[first:end] = [number] * (end - first)
    return Body(
        text=text,
        words=tuple(columns.words),
        lower=tuple(w.lower() for w in columns.words),
        tags=tuple(columns.tags),
        deps=tuple(columns.deps),
        heads=tuple(columns.heads),
        children=tuple(map(tuple, children)),
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
