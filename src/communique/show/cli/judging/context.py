"""The sentences around a statement, its pieces marked: all that a judge needs of the article, and no more of it."""

import re
from collections.abc import Collection, Iterator

from communique.model import Article, Span, Statement
from communique.show.cli.terminal.evidence import Mark, bracketed, marks_of

GAP = " [...] "
FARTHEST = 400  # characters of context on each side of a piece

# final punctuation, what closes behind it, white space, and what may open a sentence
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9À-Þ])")

_INITIALS = re.compile(r"(?:\w\.)+")
LONGEST_WORD = 20  # characters looked back for what the full stop belongs to


def context_of(article: Article, statement: Statement, abbreviations: Collection[str]) -> str:
    """The sentences that source, cue and content touch, as `[source He] [cue said] [content ...]`, with a gap between distant ones."""
    marks = marks_of([statement])
    zones = _joined(_sentences(article, mark, abbreviations) for mark in marks)
    shown = (bracketed(article.text, zone, [m for m in marks if m.span.overlaps(zone)])[0].plain for zone in zones)
    return GAP.join(" ".join(zone.split()) for zone in shown)


def _sentences(article: Article, mark: Mark, abbreviations: Collection[str]) -> Span:
    """The sentences one piece touches, within its paragraph."""
    text, piece = article.text, mark.span
    around = next((span for span in article.layout.body if span.covers(piece)), piece)
    first, last = max(around.start, piece.start - FARTHEST), min(around.end, piece.end + FARTHEST)
    start = max(_ends(text, first, piece.start, abbreviations), default=first)
    end = min((end for end in _ends(text, piece.start, last, abbreviations) if end >= piece.end), default=last)
    return Span(start, end)


def _ends(text: str, first: int, last: int, abbreviations: Collection[str]) -> Iterator[int]:
    """Where sentences end between two offsets, white space included; an abbreviation or initial ends none."""
    for match in _END.finditer(text, first, min(last + 40, len(text))):
        word = text[max(match.start() - LONGEST_WORD, 0) : match.start() + 1].rsplit(maxsplit=1)[-1].lower().lstrip("\"'“‘«([")
        if match.end() <= last and word not in abbreviations and not _INITIALS.fullmatch(word):
            yield match.end()


def _joined(zones: Iterator[Span]) -> list[Span]:
    """Spans in the order of the text, those that overlap or touch made one."""
    joined: list[Span] = []
    for zone in sorted(zones):
        if joined and zone.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, zone.end))
        else:
            joined.append(zone)
    return joined
