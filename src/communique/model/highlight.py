"""A coding as HTML: the text to the letter, with overlapping evidence marked, and a table of its statements. For notebooks and files."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from communique.model.coding import Coding, Speaker, Statement, Texts
from communique.model.span import Span

STYLE = """
.communique { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; color: #1a1a1a; background: #fff; }
.communique .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.communique mark { color: inherit; background: none; border-radius: 2px; }
.communique mark.content { background: #fdf3c4; }
.communique mark.content.two { background: #f8dc7e; }
.communique mark.source { background: #cfe6ff; border-bottom: 2px solid #12508c; }
.communique mark.cue { background: #dcf3d8; border-bottom: 2px dotted #1d6b1d; }
.communique table { border-collapse: collapse; margin-top: 1rem; font-size: 14px; }
.communique th, .communique td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #ddd; }
@media (prefers-color-scheme: dark) {
  .communique { color: #eee; background: #161616; }
  .communique mark.content { background: #4a3d0a; } .communique mark.content.two { background: #6d5a10; }
  .communique mark.source { background: #123a5e; border-color: #8ec5ff; }
  .communique mark.cue { background: #1d3d1b; border-color: #8fd98a; }
  .communique th, .communique td { border-color: #444; }
}
"""


class Mark(NamedTuple):
    """A stretch to be marked: what it is in the statement ("content", "source", "cue") and the statement's number."""

    span: Span
    part: str
    number: int


def marks_of(coding: Coding) -> list[Mark]:
    """Every content, source and cue span of the statements, numbered from 1."""
    found = []
    for number, statement in enumerate(coding.statements, 1):
        found += [Mark(span, "content", number) for span in statement.content]
        found += [Mark(span, part, number) for part, span in (("source", statement.source), ("cue", statement.cue)) if span]
    return found


def segments(length: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """The text cut wherever a mark begins or ends: start, end, and the marks that cover the piece, widest first."""
    cuts = sorted({0, length, *(m.span.start for m in marks), *(m.span.end for m in marks)})
    for start, end in pairwise(cuts):
        covering = [m for m in marks if m.span.start <= start and end <= m.span.end]
        yield start, end, tuple(sorted(covering, key=lambda m: (-len(m.span), m.number, m.part)))


def _segment(text: str, covering: Sequence[Mark]) -> str:
    contents = sum(m.part == "content" for m in covering)
    classes = sorted({m.part for m in covering}) + ["two"] * (contents > 1)
    title = "; ".join(f"{m.part} of statement {m.number}" for m in covering)
    return f'<mark class="{" ".join(classes)}" title="{title}">{escape(text)}</mark>' if covering else escape(text)


def _joined(value: Texts) -> str:
    return ", ".join(v for v in value if v) if isinstance(value, tuple) else value or ""


def speaker_text(speaker: Speaker | None) -> str:
    """ "Elka Doran (RUR, GOV)"; "unknown" where nobody was resolved."""
    if speaker is None:
        return "unknown"
    codes = ", ".join(filter(None, (_joined(speaker.country), speaker.role)))
    name = _joined(speaker.name)
    return f"{name} ({codes})" if name and codes else name or codes or "unknown"


def _row(number: int, statement: Statement, text: str) -> str:
    content = " … ".join(span.of(text) for span in statement.content)
    cue = statement.cue.of(text) if statement.cue else "–"
    cells = (str(number), speaker_text(statement.speaker), cue, statement.manner, content, statement.rule, f"{statement.confidence:.2f}")
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def fragment(coding: Coding) -> str:
    """A self-contained HTML fragment; the text inside `.text` is the article's text to the letter."""
    text = coding.article.text
    body = "".join(_segment(text[start:end], covering) for start, end, covering in segments(len(text), marks_of(coding)))
    head = "".join(f"<th>{h}</th>" for h in ("#", "speaker", "cue", "manner", "content", "rule", "confidence"))
    rows = "".join(_row(n, s, text) for n, s in enumerate(coding.statements, 1))
    problems = "".join(f"<p>Problem ({escape(p.stage)}): {escape(p.message)}</p>" for p in coding.problems)
    table = f"<table><caption>What is reported to have been said</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="communique"><style>{STYLE}</style><div class="text">{body}</div>{table}{problems}</div>'


def page(coding: Coding) -> str:
    """The fragment as a whole HTML document."""
    title = escape(coding.article.title or coding.article.id)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>{fragment(coding)}</body></html>\n'
