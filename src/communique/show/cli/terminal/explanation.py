"""Why a statement was found, on a terminal: its evidence, its parse, and what else was weighed in its sentence."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Body, Decision, Explanation, Range, Span, Statement
from communique.resolve.cases import meaning
from communique.show.cli.terminal.coding import affiliation, names_of
from communique.show.cli.terminal.evidence import Part, marks_of, print_block
from communique.show.cli.terminal.rules import summary
from communique.show.cli.terminal.style import COLOURS, CONTENT, CUE, RELAY, SOURCE, shortened, visible


def print_explanation(console: Console, explanation: Explanation) -> None:
    """Prints the reasons of every statement, then what was dropped elsewhere."""
    told: list[Decision] = []
    for place in range(len(explanation.coding.statements)):
        told += print_statement(console, explanation, place)
    rest = [decision for decision in explanation.decisions if not decision.kept and decision not in told]
    if rest:
        console.print(Rule(Text("dropped elsewhere", style="dim"), style="dim", align="left"))
        console.print(dropped_table(console, explanation, rest))


def print_statement(console: Console, explanation: Explanation, place: int) -> list[Decision]:
    """Prints the reasons of one statement; returns the dropped candidates it told of."""
    statement = explanation.coding.statements[place]
    text = explanation.coding.article.text
    zone = sentences_around(explanation, statement)
    console.print(Rule(Text.assemble(f"statement {place + 1} ", (statement.id, "dim")), style="dim", align="left"))
    console.print()
    print_block(console, text, [Part(zone, "body")], marks_of([statement], place + 1))
    console.print()
    console.print(evidence_table(console, statement, text))
    kept = next((d for d in explanation.decisions if d.statement == statement.id and d.features), None)
    if kept is not None:
        console.print(Text(f"  weighed most: {weighed(kept)}\n", style="dim"))
    console.print(parse_table(explanation, statement))
    dropped = [d for d in explanation.decisions if not d.kept and (d.cue or d.content[0]).overlaps(zone)]
    if dropped:
        console.print(Text("  also weighed here, and dropped", style="bold"))
        console.print(dropped_table(console, explanation, dropped))
    return dropped


def sentences_around(explanation: Explanation, statement: Statement) -> Span:
    """The sentences that source, cue and content touch, in one stretch."""
    body = explanation.body
    pieces = [span for span in (statement.source, statement.cue, *statement.content) if span]
    touched = [span for span in (body.span(*tokens) for tokens in body.sentences) if any(span.overlaps(piece) for piece in pieces)]
    every = pieces + touched
    return Span(min(span.start for span in every), max(span.end for span in every))


def evidence_table(console: Console, statement: Statement, text: str) -> Table:
    """What the statement says of itself, a row a field, with the span of each piece."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", justify="right", width=12)
    grid.add_column(width=max(console.width - 34, 30), overflow="fold")
    grid.add_column(style="dim", no_wrap=True)

    def piece(name: str, span: Span | None, role: str) -> None:
        if span:
            grid.add_row(name, Text(visible(span.of(text)), style=COLOURS[role]), repr(span))

    piece("source", statement.source, SOURCE)
    piece("cue", statement.cue, CUE)
    for span in statement.content:
        piece("content", span, CONTENT)
    for relay in statement.via:
        piece("via", relay.span, RELAY)
    grid.add_row("speaker", *speaker_cells(statement, text))
    grid.add_row("kind", Text(", ".join(part for part in (statement.kind, statement.manner, statement.act) if part)))
    grid.add_row("rule", Text.assemble(statement.rule, (f"\n{summary(statement.rule)}", "dim")))
    grid.add_row("confidence", Text(f"{statement.confidence:.2f}"))
    return grid


def weighed(decision: Decision) -> str:
    """What weighed most in a decision, each with what it added or took away."""
    return ", ".join(f"{feature.name} {feature.weight:+.2f}" for feature in decision.features)


def speaker_cells(statement: Statement, text: str) -> tuple[Text, Text]:
    """Who it is, how that was found out, and the mentions it rests on."""
    speaker = statement.speaker
    if speaker is None:
        return Text("not resolved: no one reading is certain", style="dim"), Text("")
    mention = statement.source.of(text) if statement.source else "unnamed"
    who = " ".join(part for part in (names_of(speaker) or mention, affiliation(speaker), speaker.title and f"({speaker.title})") if part)
    mentions = " · ".join(f"“{shortened(span.of(text), 40)}” {span}" for span in speaker.evidence[:4])
    why = f"\nby {speaker.rule}: {meaning(speaker.rule) or ''}".rstrip(": ") if speaker.rule else ""
    return Text.assemble(visible(who), (why, "dim"), (f"\n{mentions}", "dim")), Text("")


def parse_table(explanation: Explanation, statement: Statement) -> Table:
    """The tokens of the sentence that holds the cue, or the beginning of the content, in the colours of the evidence."""
    body = explanation.body
    anchor = statement.cue or statement.content[0]
    return token_table(body, [tokens for tokens in body.sentences if body.span(*tokens).overlaps(anchor)], [statement])


def token_table(body: Body, sentences: Iterable[Range], statements: Sequence[Statement]) -> Table:
    """A row for each token of the sentences, in the colours of the statements' evidence."""
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("  word", no_wrap=True)
    for name in ("tag", "dependency", "head"):
        table.add_column(name, no_wrap=True, style="dim")
    for t in (t for tokens in sentences for t in range(*tokens)):
        styles = (_role_style(statement, body.span(t, t + 1)) for statement in statements)
        word = Text(f"  {visible(body.words[t])}", style=next(filter(None, styles), ""))
        table.add_row(word, body.tags[t], body.deps[t], Text("" if body.heads[t] == t else visible(body.words[body.heads[t]])))
    return table


def _role_style(statement: Statement, token: Span) -> str:
    """The colour of the evidence that a token belongs to."""
    for role, spans in ((SOURCE, (statement.source,)), (CUE, (statement.cue,)), (CONTENT, statement.content)):
        if any(span and span.overlaps(token) for span in spans):
            return COLOURS[role]
    return ""


def dropped_table(console: Console, explanation: Explanation, dropped: Iterable[Decision]) -> Table:
    """A row a candidate that did not become a statement, with the reason."""
    text = explanation.coding.article.text
    room = max(console.width - 70, 16)
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("  rule", overflow="fold")
    table.add_column("cue", style="magenta")
    table.add_column("content", style="green", width=room)
    table.add_column("score", justify="right")
    table.add_column("why dropped", style="dim")
    for decision in dropped:
        cue = visible(decision.cue.of(text)) if decision.cue else "–"
        content = shortened(" … ".join(span.of(text) for span in decision.content), 2 * room - 6)
        reason = "\n".join(part for part in (decision.reason, weighed(decision)) if part)
        table.add_row(f"  {decision.rule}", Text(cue), Text(content), f"{decision.score:.2f}", Text(reason))
    return table
