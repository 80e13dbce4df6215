"""The parts of a text: headline, byline, caption, credit, dateline, body, footer, furniture.

Read `lay_out` first: each pass settles what it is sure of, the rest is body.
"""

import re
from typing import NamedTuple

from communique.ingest import head, tail
from communique.ingest.markup import block_of
from communique.ingest.page import Page, Part
from communique.ingest.paragraphs import paragraphs_of
from communique.model import Dateline, Layout, Problem, Span

# FBIS's marks between dateline and text: "[COMMUNIQUE] [INFORMATION CENTER] [TEXT]"; what is bracketed behind the last such word is body
BRACKET = re.compile(r"\s*\[([^\[\]]{1,300})\]")
LAST_MARK = re.compile(r"(?:TEXT|EXCERPTS?|CONTINUED|SUMMARY)$", re.IGNORECASE)
LONGEST = 5_000_000  # characters of a text that is laid out; longer ones are no reports
NO_BODY = "nothing but furniture: no body found"


class Found(NamedTuple):
    """What a text says about itself: its parts and dateline, and title, byline, outlet and address as written (None: not found)."""

    layout: Layout
    dateline: Dateline | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    problems: tuple[Problem, ...] = ()


def lay_out(text: str, *, title: str | None = None, published: str | None = None, has_headline: bool = False) -> Found:
    """Finds the parts of a text.

    title         the headline as the metadata gives it; where the text repeats it, that is no body
    published     ISO 8601 date; gives the year to a dateline's day and month
    has_headline  True where a first short line is the headline (text files), False where it is body (JSON Lines)
    """
    if len(text) > LONGEST:
        return _unlaid(text)
    page = Page(text, [block_of(text, paragraph) for paragraph in paragraphs_of(text)], title, has_headline)
    url, outlet = tail.mark_footer(page)
    tail.mark_anywhere(page)
    tail.mark_link_lists(page)
    head.mark_captions(page)
    head.cut_title(page)
    dateline = head.find_opening(page, published)
    head.mark_picture_lines(page)
    head.mark_wire_head(page)
    head.mark_head(page)
    stamp = head.mark_stamp(page)
    head.mark_headline(page)
    head.mark_head(page)
    stamp = stamp or head.mark_stamp(page)
    head.mark_emphasised_lead(page)
    head.split_credits(page)
    tail.mark_subheadings(page)
    tail.mark_tail(page)
    parts = _spans(page, dateline)
    problems = () if parts["body"] else (Problem("layout", NO_BODY),)
    layout = Layout(**{name: tuple(sorted(parts[name])) for name in Layout.__struct_fields__})
    return Found(layout, dateline or stamp, _words(text, parts["headline"]), _byline(text, parts["byline"]), outlet, url, problems)


def _unlaid(text: str) -> Found:
    """A text too long to be one report: all of it body, in one span."""
    message = f"{len(text):,} characters in one text, too long to be one report: taken as one paragraph"
    return Found(Layout(body=(_stripped(text, 0, len(text)),)), problems=(Problem("layout", message),))


def _spans(page: Page, dateline: Dateline | None) -> dict[str, list[Span]]:
    """The spans of each part; body paragraphs without dateline, marks and notices."""
    parts: dict[str, list[Span]] = {name: [] for name in Layout.__struct_fields__}
    body = [i for i, part in enumerate(page.parts) if part in (None, "body")]
    for i, part in enumerate(page.parts):
        if part not in (None, "body", "markup"):
            parts[part].append(page.blocks[i].span)
    for part, span in page.extra:
        parts[part].append(span)
    for i in body:
        for part, span in _cut(page, page.blocks[i].span, dateline if i == page.opening else None, i == body[-1]):
            parts[part].append(span)
    return parts


def _cut(page: Page, paragraph: Span, dateline: Dateline | None, is_last: bool) -> list[tuple[Part, Span]]:
    """The pieces of a body paragraph, in order."""
    pieces: list[tuple[Part, Span]] = []
    start, end = paragraph.start, paragraph.end
    if dateline:
        start = dateline.span.end
        marks = _marks_end(page.text, start, end)
        if marks:
            pieces.append(("furniture", _stripped(page.text, start, marks)))
            start = marks
    if is_last:
        end = tail.end_of_body(page.text, Span(start, end)) if start < end else end
        if end < paragraph.end:
            pieces.append(("furniture", _stripped(page.text, end, paragraph.end)))
    if page.text[start:end].strip(" \t\r\n*_"):
        pieces.append(("body", _stripped(page.text, start, end)))
    return pieces


def _marks_end(text: str, start: int, end: int) -> int | None:
    """Where FBIS's bracketed marks end that stand between `start` and the report, None where there are none."""
    last = None
    while match := BRACKET.match(text, start, end):
        start = match.end()
        if LAST_MARK.match(match.group(1)):
            last = start
    return last


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _words(text: str, spans: list[Span]) -> str | None:
    """The first span on one line."""
    return " ".join(min(spans).of(text).split()) if spans else None


def _byline(text: str, spans: list[Span]) -> str | None:
    """Who wrote it: the first byline without "By"."""
    line = _words(text, spans)
    return re.sub(r"^(?:written |reported |story )?by:? ", "", line, flags=re.IGNORECASE) if line else None
