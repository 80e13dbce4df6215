"""Why a position, a commitment or an event was read, on a terminal: its words, the statement it rests on, its rule, its parse."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.extract.stance_words import Stancer, stancers
from communique.lexicon import Lexicon
from communique.model import Commitment, Event, Explanation, Participant, Position, Span
from communique.show.cli.terminal.evidence import Mark, Part, print_block
from communique.show.cli.terminal.explanation import speaker_cells, token_table
from communique.show.cli.terminal.rules import documentation
from communique.show.cli.terminal.style import shortened, visible

Finding = Position | Commitment | Event
EFFECTS = {
    "for": "who does it favours what it takes",
    "against": "who does it opposes what it takes",
    "refuses": "who does it will not do what it takes",
    "ends": "what it takes is to cease: turns the stance",
    "keeps": "what it takes is to be: passes the stance on",
    "carries": "has no content but what it takes",
    "good": "a good verdict",
    "bad": "a bad verdict",
}


class Listed(NamedTuple):
    """A finding with its letter and number, as `communique explain` takes it: P1, C2, E3."""

    name: str
    finding: Finding


def listed(explanation: Explanation) -> Iterator[Listed]:
    """All findings of an article besides its statements."""
    coding = explanation.coding
    groups: tuple[tuple[str, tuple[Finding, ...]], ...] = (("P", coding.positions), ("C", coding.commitments), ("E", coding.events))
    for letter, findings in groups:
        yield from (Listed(f"{letter}{number}", one) for number, one in enumerate(findings, start=1))


def print_finding(console: Console, explanation: Explanation, found: Listed, lexicon: Lexicon) -> None:
    """Prints the sentence with the words marked, the fields, and the parse."""
    one, body, text = found.finding, explanation.body, explanation.coding.article.text
    anchor = _anchor(one)
    sentences = [tokens for tokens in body.sentences if body.span(*tokens).overlaps(anchor)]
    zone = Span(min(anchor.start, *(body.starts[a] for a, _ in sentences)), max(anchor.end, *(body.ends[b - 1] for _, b in sentences)))
    console.print(Rule(Text.assemble(f"{found.name} ", (one.id, "dim")), style="dim", align="left"))
    console.print()
    print_block(console, text, [Part(zone, "body")], [Mark(anchor, "1", 1)])
    console.print()
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", justify="right", width=12)
    grid.add_column(overflow="fold")
    for name, words in (*_fields(one, text), *_said(explanation, one)):
        grid.add_row(name, words)
    grid.add_row("rule", Text(documentation(one.rule).replace("\n\n", "\n")))
    grid.add_row("confidence", Text(f"{one.confidence:.2f}"))
    for stancer in _stance_words(explanation, one, lexicon):
        grid.add_row("word", Text.assemble(f"“{stancer.word.lemma}” ", (EFFECTS[stancer.word.effect], "dim")))
    console.print(grid)
    console.print(token_table(body, sentences, []))


def _anchor(one: Finding) -> Span:
    """The words that show it."""
    return one.evidence if isinstance(one, Position) else one.action if isinstance(one, Commitment) else one.trigger


def _fields(one: Finding, text: str) -> Iterator[tuple[str, Text]]:
    """What it says, a row a field."""
    if isinstance(one, Position):
        yield "holder", Text(visible(", ".join(one.holder)))
        yield "stance", Text(f"{one.stance}: {visible(one.issue)}")
        for span, kind in zip(one.grounds, one.ground_kinds, strict=True):
            yield "ground", Text(f"{shortened(span.of(text), 120)} ({kind or 'of no plain kind'})")
    elif isinstance(one, Commitment):
        yield "who", Text(f"{visible(', '.join(one.committer))} ({one.strength})")
        if one.beneficiary:
            yield "for whom", Text(one.beneficiary)
        if one.condition:
            yield "condition", Text(shortened(one.condition.of(text), 120))
        if one.deadline:
            days = " to ".join(day or "open" for day in (one.deadline.earliest, one.deadline.latest))
            yield "by when", Text(f"“{visible(one.deadline.span.of(text))}”: {days}, by {one.deadline.rule}")
    else:
        yield "event", Text(" ".join((one.event or "none in PLOVER", *one.mode, f"CAMEO {one.cameo}" if one.cameo else "", *one.auxiliary)))
        yield "actor", Text(_side(one.actor, text))
        yield "recipient", Text(_side(one.recipient, text))


def _side(side: tuple[Participant, ...], text: str) -> str:
    known = (" ".join(p for p in (visible(s.span.of(text)), s.country, s.sector) if p) for s in side)
    return "; ".join(known) or "nobody named"


def _said(explanation: Explanation, one: Finding) -> Iterator[tuple[str, Text]]:
    """The statement it rests on, with who makes it; the outlet's own words where there is none."""
    text = explanation.coding.article.text
    said = next((s for s in explanation.coding.statements if s.id == one.statement), None)
    if said is None:
        yield "told by", Text("the outlet, in its own words")
    else:
        place = explanation.coding.statements.index(said) + 1
        yield "told in", Text(f"statement {place}: “{shortened(said.content[0].of(text), 100)}”")
        yield "speaker", speaker_cells(said, text)[0]


def _stance_words(explanation: Explanation, one: Finding, lexicon: Lexicon) -> list[Stancer]:
    """The words of the lexicon in a position's evidence, in the order of the text."""
    if not isinstance(one, Position):
        return []
    body = explanation.body
    inside = (stancer for stancer in stancers(body, lexicon).values() if body.span(stancer.head, stancer.head + 1).overlaps(one.evidence))
    return sorted(inside, key=lambda stancer: stancer.head)
