"""A coding as HTML: the text to the letter, with overlapping evidence marked, and tables of its statements, positions and commitments.

For notebooks and files.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from communique.model.cells import anchor, cell, exact, number_cell, table
from communique.model.coding import Coding, Speaker, Statement, Texts
from communique.model.judged import commitments_table, positions_table
from communique.model.span import Span
from communique.model.stylesheet import PAGE_STYLE, STYLE

LEGEND = (
    ("source", "who says it"),
    ("cue", "the words that attribute"),
    ("content", "what is said"),
    ("content two", "said within what is said"),
)
JUDGED = (("evidence", "a stance"), ("ground", "a reason for it"), ("action", "what somebody is bound to"))
COLUMNS = ("#", "speaker", "cue", "content", "act", "rule")
LETTERS = {"statement": "", "position": "P", "commitment": "C", "event": "E"}  # before the numbers in the text


class Mark(NamedTuple):
    """A stretch to be marked: what it is ("content", "source", "cue" of the statement with that number; a part of the layout has 0),
    where the record begins, its anchor, and what the record is."""

    span: Span
    part: str
    number: int
    begins: str = ""
    record: str = "statement"

    @property
    def label(self) -> str:
        """The number as it stands in the text: "2" for a statement, "P2" for a position, "C2" for a commitment."""
        return f"{LETTERS[self.record]}{self.number}"


def marks_of(coding: Coding) -> list[Mark]:
    """Every span of the statements, positions and commitments, each kind numbered from 1."""
    found = []
    for number, statement in enumerate(coding.statements, 1):
        found += [Mark(span, "content", number, "" if n else anchor("s", statement.id)) for n, span in enumerate(statement.content)]
        found += [Mark(span, part, number) for part, span in (("source", statement.source), ("cue", statement.cue)) if span]
    for number, position in enumerate(coding.positions, 1):
        found.append(Mark(position.evidence, "evidence", number, anchor("p", position.id), "position"))
        found += [Mark(span, "ground", number, record="position") for span in position.grounds]
    for number, commitment in enumerate(coding.commitments, 1):
        found.append(Mark(commitment.action, "action", number, anchor("c", commitment.id), "commitment"))
    return found


def parts_of(coding: Coding) -> list[Mark]:
    """The parts of the layout that look different from the body."""
    layout = coding.article.layout
    return [Mark(span, part, 0) for part in layout.__struct_fields__ if part != "body" for span in getattr(layout, part)]


def segments(length: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """The text cut wherever a mark begins or ends: start, end, and the marks that cover the piece, widest first."""
    cuts = sorted({0, length, *(m.span.start for m in marks), *(m.span.end for m in marks)})
    waiting = deque(sorted(marks, key=lambda m: m.span.start))
    covering: list[Mark] = []
    for start, end in pairwise(cuts):
        covering = [m for m in covering if m.span.end > start]
        while waiting and waiting[0].span.start <= start:
            covering.append(waiting.popleft())
        yield start, end, tuple(sorted(covering, key=lambda m: (-len(m.span), m.number, m.part)))


def _segment(text: str, start: int, covering: Sequence[Mark]) -> str:
    """One piece of the text in its element; a piece in which records begin bears their numbers and anchors."""
    if not covering:
        return exact(text)
    marks = [m for m in covering if m.number]
    classes = sorted({m.part for m in covering}) + ["two"] * (sum(m.part == "content" for m in marks) > 1)
    if not marks:
        return f'<span class="{" ".join(classes)}">{exact(text)}</span>'
    title = "; ".join(f"{m.part} of {m.record} {m.number}" for m in marks)
    begun = sorted((m for m in marks if m.begins and m.span.start == start), key=lambda m: list(LETTERS).index(m.record))
    opened = f' id="{begun[0].begins}" data-begins="{" ".join(m.label for m in begun)}"' if begun else ""
    further = "".join(f'<span id="{m.begins}"></span>' for m in begun[1:])
    return f'<mark class="{" ".join(classes)}" title="{title}"{opened}>{further}{exact(text)}</mark>'


def marked(coding: Coding) -> str:
    """The article's text to the letter, with its evidence marked."""
    text = coding.article.text
    pieces = segments(len(text), marks_of(coding) + parts_of(coding))
    return "".join(_segment(text[start:end], start, covering) for start, end, covering in pieces)


def _joined(value: Texts) -> str:
    return ", ".join(v for v in value if v) if isinstance(value, tuple) else value or ""


def speaker_text(speaker: Speaker | None) -> str:
    """ "Elka Doran (RUR, GOV)"; "unknown" where nobody was resolved."""
    if speaker is None:
        return "unknown"
    codes = ", ".join(filter(None, (_joined(speaker.country), speaker.role)))
    name = _joined(speaker.name)
    return f"{name} ({codes})" if name and codes else name or codes or "unknown"


def _row(number: int, statement: Statement, text: str, numbers: dict[str, int]) -> str:
    """A row of the table; its number leads to where the content begins, "in 2" tells in whose content it lies."""
    source = statement.source.of(text) if statement.source else "nobody named"
    within = f"in {numbers[statement.parent]}" if statement.parent in numbers else ""
    cells = (
        number_cell(number, anchor("s", statement.id), within),
        cell(speaker_text(statement.speaker), source),
        cell(statement.cue.of(text) if statement.cue else "–", statement.manner),
        cell(" … ".join(span.of(text) for span in statement.content), css="said"),
        cell(statement.act or "–", statement.kind),
        cell(statement.rule, f"{statement.confidence:.2f}"),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _table(coding: Coding) -> str:
    if not coding.statements:
        return "<p>No statement was found.</p>"
    numbers = {statement.id: number for number, statement in enumerate(coding.statements, 1)}
    rows = [_row(n, s, coding.article.text, numbers) for n, s in enumerate(coding.statements, 1)]
    return table("What is reported to have been said", COLUMNS, rows)


def _legend(coding: Coding) -> str:
    """What the marks mean that the text bears."""
    borne = {mark.part for mark in marks_of(coding)}
    shown = [*(LEGEND if coding.statements else ()), *(one for one in JUDGED if one[0] in borne)]
    marks = " ".join(f'<mark class="{css}">{meaning}</mark>' for css, meaning in shown)
    return f'<p class="legend">{marks}</p>' if shown else ""


def body(coding: Coding) -> str:
    """Legend, text, tables and problems, without the style sheet; the text inside `.text` is the article's text to the letter."""
    problems = "".join(f'<p class="problem">Problem ({exact(p.stage)}): {exact(p.message)}</p>' for p in coding.problems)
    tables = f"{_table(coding)}{positions_table(coding)}{commitments_table(coding)}"
    return f'{_legend(coding)}<div class="text">{marked(coding)}</div>{tables}{problems}'


def fragment(coding: Coding) -> str:
    """A self-contained HTML fragment."""
    return f'<div class="communique"><style>{STYLE}</style>{body(coding)}</div>'


def title_of(coding: Coding) -> str:
    """What an article is called: its headline, else its id."""
    return coding.article.title or coding.article.id


def opening(title: str) -> str:
    """The beginning of an HTML document, up to what its body holds."""
    view = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{view}<title>{exact(title)}</title><style>{PAGE_STYLE}{STYLE}</style></head><body>\n'


CLOSING = "</body></html>\n"


def section(coding: Coding, place: int) -> str:
    """One article of a document of several: the target of the index's link to its place."""
    heading = f'<h2 id="article-{place}">{place}. {exact(title_of(coding))}</h2>'
    return f'<article class="communique">{heading}{body(coding)}</article>\n'


def index_entry(coding: Coding, place: int) -> str:
    """The line of the index that leads to an article."""
    article = coding.article
    kinds = (("statement", coding.statements), ("position", coding.positions), ("commitment", coding.commitments))
    counts = [f"{len(found) or 'no'} {kind}{'s' * (len(found) != 1)}" for kind, found in kinds if found or kind == "statement"]
    facts = [article.outlet, article.published, *counts]
    known = exact(" · ".join(fact for fact in facts if fact))
    return f'<li><a href="#article-{place}">{exact(title_of(coding))}</a> <small>{known}</small></li>\n'


def index(entries: Sequence[str]) -> str:
    """The index that stands above the articles of a document."""
    return f'<nav class="communique"><h1>{len(entries):,} articles</h1><ol class="index">\n{"".join(entries)}</ol></nav>\n'


def page(coding: Coding) -> str:
    """One coding as a whole HTML document."""
    return f'{opening(title_of(coding))}<main class="communique">{body(coding)}</main>\n{CLOSING}'
