"""An article's text with the evidence marked in it, and the number of each statement beside the line where its content begins."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from communique.model import Article, Coding, Span, Statement
from communique.show.cli.terminal.style import CONTENT, CUE, RELAY, SOURCE, shortened, style_of, visible

GUTTER = 8  # columns left of the text: numbers, a bar
NARROW = 100  # columns of text at most
LONGEST = 40_000  # characters of body shown

PART_STYLES = {
    "headline": "bold",
    "dateline": "dim",
    "body": "",
    "byline": "dim",
    "caption": "dim italic",
    "credit": "dim italic",
    "footer": "dim",
}


class Mark(NamedTuple):
    """One piece of evidence: where, what it is to which statement (by number), and whether the statement's content begins with it.

    The mention of an actor has the actor's number for its role.
    """

    span: Span
    role: str
    number: int
    begins: bool = False


class Part(NamedTuple):
    """A part of the layout; furniture is none."""

    span: Span
    kind: str


def marks_of(statements: Iterable[Statement], first: int = 1) -> list[Mark]:
    """The evidence of all statements, numbered from `first`; wide pieces come first, so that a source inside another's content shows."""
    marks = []
    for number, statement in enumerate(statements, start=first):
        marks += [Mark(span, CONTENT, number, span == statement.content[0]) for span in statement.content]
        marks += [Mark(relay.span, RELAY, number) for relay in statement.via]
        marks += [Mark(span, role, number) for span, role in ((statement.source, SOURCE), (statement.cue, CUE)) if span]
    return sorted(marks, key=lambda mark: (mark.role != CONTENT, mark.span.start, -mark.span.end))


def print_article(console: Console, coding: Coding, marks: list[Mark]) -> None:
    """Prints headline, caption, body and footer, the evidence marked."""
    shown = 0
    for block in blocks_of(coding.article):
        if shown > LONGEST:
            console.print(Text(f"{'':{GUTTER}}… (the rest of the text is not shown)", style="dim"))
            break
        print_block(console, coding.article.text, block, marks)
        console.print()
        shown += block[-1].span.end - block[0].span.start


def blocks_of(article: Article) -> Iterator[list[Part]]:
    """The parts in the order of the text; those on one line together (a dateline and the paragraph it opens)."""
    layout = article.layout
    parts = [Part(span, kind) for kind in layout.__struct_fields__ if kind != "furniture" for span in getattr(layout, kind)]
    parts += [Part(article.dateline.span, "dateline")] if article.dateline else []
    block: list[Part] = []
    for part in sorted(parts):
        if block and "\n" in article.text[block[-1].span.end : part.span.start]:
            yield block
            block = []
        block.append(part)
    if block:
        yield block


def print_block(console: Console, text: str, block: list[Part], marks: list[Mark]) -> None:
    """Prints one block with a gutter: the numbers of the statements whose content begins in a line."""
    zone = Span(block[0].span.start, min(block[-1].span.end, block[0].span.start + LONGEST))
    inside = [mark for mark in marks if mark.span.overlaps(zone)]
    width = max(min(console.width - GUTTER - 1, NARROW), 20)
    if not any(part.kind == "body" for part in block) and not inside:
        kind = block[0].kind
        for line in Text(shortened(zone.of(text), width * (1 + (kind == "headline"))), style=PART_STYLES[kind]).wrap(console, width):
            console.print(" " * GUTTER, line, sep="", soft_wrap=True)
        return
    painted, begins = bracketed(text, zone, inside) if console.no_color or not console.color_system else coloured(text, zone, inside, block)
    for numbers, line in gutter(painted.wrap(console, width), begins, painted.plain):
        console.print(Text(f"{numbers:>{GUTTER - 3}} │ ", style="dim"), line, sep="", soft_wrap=True)


def gutter(lines: Iterable[Text], begins: list[tuple[int, int]], plain: str) -> Iterator[tuple[str, Text]]:
    """Each line with the numbers that belong beside it ("3", "4 5", "6-9")."""
    end = 0
    for line in lines:
        start = plain.index(line.plain, end)
        end = start + len(line.plain)
        yield _joined([number for offset, number in begins if start <= offset < end]), line


def _joined(numbers: list[int]) -> str:
    every = " ".join(map(str, numbers))
    return every if len(every) <= GUTTER - 3 else f"{numbers[0]}-{numbers[-1]}"[: GUTTER - 3]


def coloured(text: str, zone: Span, marks: list[Mark], block: list[Part]) -> tuple[Text, list[tuple[int, int]]]:
    """The characters of a zone, parts and marks in their styles; and at which offset which statement's content begins."""
    painted = Text(visible(zone.of(text)))
    for span, kind in block:
        painted.stylize(PART_STYLES[kind], span.start - zone.start, span.end - zone.start)
    for mark in marks:
        painted.stylize(style_of(mark.role), max(mark.span.start - zone.start, 0), mark.span.end - zone.start)
    return painted, [(mark.span.start - zone.start, mark.number) for mark in marks if mark.begins and mark.span.start >= zone.start]


def bracketed(text: str, zone: Span, marks: list[Mark]) -> tuple[Text, list[tuple[int, int]]]:
    """The same without colour, as our test cases are written: `[source He] [cue said] that [content ...]`."""
    # at, closing before opening, wide before narrow, what is put in, the number that begins
    cuts: list[tuple[int, int, int, str, int | None]] = []
    for mark in marks:
        start, end = max(mark.span.start, zone.start), min(mark.span.end, zone.end)
        cuts.append((end, 0, 0, "]", None))
        cuts.append((start, 1, start - end, f"[{mark.role} ", mark.number if mark.begins and start == mark.span.start else None))
    painted, begins, done = "", [], zone.start
    for at, _, _, put_in, number in sorted(cuts, key=lambda cut: cut[:3]):
        painted += text[done:at] + put_in
        done = at
        if number is not None:
            begins.append((len(painted), number))
    return Text(visible(painted + text[done : zone.end])), begins
