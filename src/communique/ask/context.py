"""A record's words with the sentences around them, cut from the text without a parser."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from communique.model import Article, Span

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n\s*\n")
FAR = 400  # characters on either side at most
AROUND = 32  # characters that a quote has on either side


class Context(msgspec.Struct, frozen=True):
    """Stretches of the text in their order; those that are the record's own are marked. `start` and `end` are offsets of the whole."""

    start: int
    end: int
    parts: tuple[tuple[str, bool], ...]


class Quote(msgspec.Struct, frozen=True):
    """A stretch of a text with what stands before and behind it, by which it is found again."""

    span: Span
    exact: str
    prefix: str
    suffix: str


def quotes(text: str, spans: Iterable[Span]) -> tuple[Quote, ...]:
    """Spans with their words and those around them."""
    beside = ((span, text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]) for span in spans)
    return tuple(Quote(span, span.of(text), before, behind) for span, before, behind in beside)


def around(article: Article, spans: Sequence[tuple[int, int]]) -> Context:
    """The sentences in which spans stand, with one more on either side, within their part of the layout."""
    text, own = article.text, [Span(*span) for span in spans]
    first, last = min(span.start for span in own), max(span.end for span in own)
    start, end = _before(text, first, article), _behind(text, last, article)
    parts, at = list[tuple[str, bool]](), start
    for span in own:
        parts += [(text[at : span.start], False), (span.of(text), True)]
        at = span.end
    return Context(start, end, tuple(part for part in (*parts, (text[at:end], False)) if part[0]))


def _bounds(article: Article, at: int) -> tuple[int, int]:
    """The part of the layout that a place lies in; the whole text where there is none."""
    layout = article.layout
    parts = [span for name in layout.__struct_fields__ for span in getattr(layout, name)]
    return next(((span.start, span.end) for span in parts if span.start <= at < span.end), (0, len(article.text)))


def _before(text: str, at: int, article: Article) -> int:
    """Where the sentence before the one that `at` stands in begins."""
    start = max(_bounds(article, at)[0], at - FAR)
    ends = [match.end() for match in _END.finditer(text, start, at)]
    return ends[-2] if len(ends) > 1 else start


def _behind(text: str, at: int, article: Article) -> int:
    """Where the sentence behind the one that `at` stands in ends."""
    end = min(_bounds(article, max(0, at - 1))[1], at + FAR)
    ends = [match.end() for match in _END.finditer(text, at, end)]
    return ends[1] if len(ends) > 1 else end
