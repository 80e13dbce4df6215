"""One sentence coded to see what the lexicon makes of it: its cues, its statements, its events, what was dropped, its parse."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.extract.cues import FoundCue, find_cues
from communique.lexicon import Cue, Lexicon
from communique.lexicon.inflection import forms_of
from communique.model import Body, Explanation, Span
from communique.settings import Settings
from communique.show.cli.terminal.coding import print_problems
from communique.show.cli.terminal.events import event_table
from communique.show.cli.terminal.evidence import Part, marks_of, print_block
from communique.show.cli.terminal.explanation import dropped_table, evidence_table, token_table
from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.style import shortened, visible


class Missed(NamedTuple):
    """A word of the sentence that has the form of a cue and is none here: its token, the cue, why."""

    token: int
    cue: Cue
    why: str


class Trial(NamedTuple):
    """A sentence with everything that was seen in it."""

    explanation: Explanation
    cues: tuple[FoundCue, ...]
    missed: tuple[Missed, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.explanation.coding.article.text


def trials(sentences: Iterable[str], settings: Settings) -> Iterator[Trial]:
    """Each sentence coded by itself, as English and as body, however short."""
    from communique.coder import explain
    from communique.ingest import read_text
    from communique.lexicon import load

    lexicon = load(settings.language, settings.lexicon)
    for sentence in sentences:
        explanation = explain(read_text(sentence, language=settings.language, title="a sentence to be tried"), settings)
        cues = find_cues(explanation.body, lexicon)
        yield Trial(explanation, cues, tuple(_missed(explanation.body, lexicon, {cue.head for cue in cues})))


def _missed(body: Body, lexicon: Lexicon, found: set[int]) -> Iterator[Missed]:
    """Words that only look like a cue: tagged as another part of speech, or without the words that must follow."""
    for cue in lexicon.cues:
        forms, rest = forms_of(cue.lemma, cue.pos, cue.forms), tuple(cue.lemma.split()[1:])
        for token in (t for t, word in enumerate(body.lower) if word in forms and t not in found):
            if body.lower[token + 1 : token + 1 + len(rest)] == rest:
                yield Missed(token, cue, f"tagged {body.tags[token]}, a cue as {cue.pos} only")
            else:
                yield Missed(token, cue, f"no {' '.join(rest)!r} after it")


def shown_with(*, jsonl: bool) -> Callable[[Trial], None]:
    """The function that shows a trial."""
    if jsonl or not is_terminal():
        return written
    from communique.show.cli.terminal.output import console

    screen = console()
    return lambda trial: drawn(screen, trial)


def written(trial: Trial) -> None:
    """One JSON line: text, cues, statements, events, what was dropped, what only looks like a cue, the parse."""
    import msgspec

    from communique.show.cli.terminal.results import with_reasons

    reasons, body, coding = with_reasons(trial.explanation), trial.explanation.body, trial.explanation.coding
    row = {
        "text": trial.text,
        "cues": [_cue_row(trial, cue) for cue in trial.cues],
        "statements": coding.statements,
        "events": coding.events,
        "dropped": [decision for decision in trial.explanation.decisions if not decision.kept],
        "missed": [{"span": body.span(m.token, m.token + 1), "lemma": m.cue.lemma, "pos": m.cue.pos, "why": m.why} for m in trial.missed],
        "problems": coding.problems,
        "sentences": reasons["sentences"],
    }
    write_line(msgspec.json.encode(row))


def _cue_row(trial: Trial, cue: FoundCue) -> dict[str, object]:
    span = trial.explanation.body.span(*cue.words)
    return {"span": span, "text": span.of(trial.text), "outcome": outcome(trial, span), "entries": cue.entries}


def outcome(trial: Trial, cue: Span) -> str:
    """What became of a cue."""
    weighed = [d for d in trial.explanation.decisions if d.cue and d.cue.overlaps(cue)]
    if any(decision.kept for decision in weighed):
        return "statement"
    return "dropped" if weighed else "no frame fits"


def drawn(console: Console, trial: Trial) -> None:
    """Prints a trial: the sentence with its evidence, then table by table."""
    explanation, statements = trial.explanation, trial.explanation.coding.statements
    console.print(Rule(Text(shortened(trial.text, console.width - 8)), style="dim", align="left"))
    console.print()
    print_block(console, trial.text, [Part(Span(0, len(trial.text)), "body")], marks_of(statements))
    console.print()
    _print_titled(console, "cues", cue_table(trial) if trial.cues else None)
    for number, statement in enumerate(statements, start=1):
        _print_titled(console, f"statement {number}", evidence_table(console, statement, trial.text))
        console.print()
    if not statements:
        _print_titled(console, "statements", None)
    events = explanation.coding.events
    _print_titled(console, "events", event_table(events, trial.text) if events else None)
    dropped = [decision for decision in explanation.decisions if not decision.kept]
    _print_titled(console, "dropped", dropped_table(console, explanation, dropped) if dropped else None)
    if trial.missed:
        _print_titled(console, "look like cues, and are none here", missed_table(trial))
    _print_titled(console, "parse", token_table(explanation.body, explanation.body.sentences, statements))
    print_problems(console, trial.text, explanation.coding.problems)


def _print_titled(console: Console, title: str, table: Table | None) -> None:
    console.print(Text.assemble(("  " + title, "bold"), ("" if table else "  none", "dim")))
    if table:
        console.print(table)


def cue_table(trial: Trial) -> Table:
    """A row for what the lexicon says about each cue found (several where its frames differ in act), and what became of the cue."""
    table = _table("cue", "lemma", "group", "frames", "act", "outcome")
    for cue in trial.cues:
        span = trial.explanation.body.span(*cue.words)
        for entry in cue.entries:
            act = entry.act or "–" if entry.kind == "speech" else f"{entry.act or '–'} ({entry.kind})"
            cells = (f"{entry.lemma} ({entry.pos})", entry.group, ", ".join(entry.frames), act, outcome(trial, span))
            table.add_row(Text(f"  {visible(span.of(trial.text))}", style="magenta"), *map(Text, cells))
    return table


def missed_table(trial: Trial) -> Table:
    """A row for each word that is no cue here, with the reason."""
    table = _table("word", "lemma", "why not")
    for token, cue, why in trial.missed:
        table.add_row(Text(f"  {visible(trial.explanation.body.words[token])}"), Text(cue.lemma), Text(why))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    for number, name in enumerate(columns):
        table.add_column(name if number else f"  {name}")
    return table
