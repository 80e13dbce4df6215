"""`communique judge`: what people decide about the records of a ledger."""

import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import ReadError, UsageError
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

if TYPE_CHECKING:
    from communique.ledger import Bench, Judgement, Ledger

Action = Annotated[str, typer.Argument(metavar="ACTION", hidden=True)]
What = Annotated[list[str] | None, typer.Argument(metavar="WHAT", hidden=True)]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", envvar="COMMUNIQUE_JUDGE", show_envvar=True, help="Who judges; list: only theirs.")
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="The reason; what a comment says.")]
Stale = Annotated[bool, typer.Option("--stale", help="list: only those whose record was re-coded and differs.")]


def judge(
    action: Action,
    what: What = None,
    by: By = None,
    note: Note = None,
    stale: Stale = False,
    ledger: LedgerFile = LEDGER,
    jsonl: JsonLines = False,
    debug: Debug = False,
) -> int | None:
    """
    \b
      communique judge accept ID... --by NAME          right as it was read
      communique judge reject ID... --by NAME          wrong: it leaves the answers until somebody accepts it
      communique judge correct ID FIELD=VALUE...       the field holds something else
      communique judge comment ID... --note TEXT
      communique judge keep ID...                      the commitment was kept
      communique judge break ID...                     it was broken
      communique judge merge-actor ACTOR INTO          both are the second
      communique judge split-actor ACTOR NEW ID...     these statements are another's
      communique judge rename-actor ACTOR NAME
      communique judge merge-issue ISSUE INTO
      communique judge undo JUDGEMENT...               as if it had not been made
      communique judge list [--stale]
      communique judge export > judgements.jsonl
      communique judge import judgements.jsonl

    Records what somebody decides, signed and dated; readings stay as they were, and every answer has the judgements applied. ID is
    the id of a statement, position, commitment or event. A VALUE is a word, codes with commas, a day or DAY..DAY, or for a span
    words of the article or START-END; nothing means unknown. Of a speaker: speaker=, country=, role=, title=, actor=.

    On a terminal: a line a judgement. In a pipe, or with --jsonl: the judgements as JSON Lines.
    """
    from communique.ledger import Ledger

    opened = Ledger.open(ledger)
    given = what or []
    if action in LOOKS:
        return LOOKS[action](opened, given, by, stale, jsonl)
    if action not in DECISIONS:
        near = get_close_matches(action, [*DECISIONS, *LOOKS], n=1, cutoff=0.5)
        raise UsageError(f"judge cannot {action!r}." + (f" Did you mean {near[0]}?" if near else " Try: communique judge --help"))
    if not (by and by.strip()):
        raise UsageError("a judgement is signed: --by NAME, or COMMUNIQUE_JUDGE in the environment")
    if not given:
        raise UsageError(f"judge {action}: name what is judged. Try: communique judge --help")
    with opened.bench(by) as bench:
        DECISIONS[action](bench, given, note)
    _show_made(opened, bench.made, jsonl)
    return None


def _correct(bench: "Bench", what: Sequence[str], note: str | None) -> None:
    id, *fields = what
    pairs = [field.partition("=") for field in fields]
    if not pairs or any(not mark for _, mark, _ in pairs):
        raise UsageError("judge correct ID FIELD=VALUE...: as in stance=support")
    bench.correct(id, {name: value for name, _, value in pairs}, note)


def _comment(bench: "Bench", what: Sequence[str], note: str | None) -> None:
    bench.comment(*what, note=note or "")


def _two(action: str, names: str, what: Sequence[str]) -> tuple[str, str]:
    if len(what) != 2:
        raise UsageError(f"judge {action} {names}: give two")
    return what[0], what[1]


def _split(bench: "Bench", what: Sequence[str], note: str | None) -> None:
    if len(what) < 3:
        raise UsageError("judge split-actor ACTOR NEW ID...: name the actor, an id for the other, and the other's statements")
    bench.split_actor(what[0], what[1], what[2:], note)


DECISIONS: dict[str, Callable[["Bench", Sequence[str], str | None], None]] = {
    "accept": lambda bench, what, note: bench.accept(*what, note=note),
    "reject": lambda bench, what, note: bench.reject(*what, note=note),
    "correct": _correct,
    "comment": _comment,
    "keep": lambda bench, what, note: bench.keep(*what, note=note),
    "break": lambda bench, what, note: bench.break_(*what, note=note),
    "merge-actor": lambda bench, what, note: bench.merge_actors(*_two("merge-actor", "ACTOR INTO", what), note),
    "split-actor": _split,
    "rename-actor": lambda bench, what, note: bench.rename_actor(*_two("rename-actor", "ACTOR NAME", what), note),
    "merge-issue": lambda bench, what, note: bench.merge_issues(*_two("merge-issue", "ISSUE INTO", what), note),
    "undo": lambda bench, what, note: bench.undo(*what, note=note),
}


def _list(ledger: "Ledger", what: Sequence[str], by: str | None, stale: bool, jsonl: bool) -> int | None:
    from communique.show.cli.terminal.judged import show_standings

    found = [one for one in ledger.standing() if by in (None, one.judgement.judge) and (not stale or one.state == "stale")]
    show_standings([one for one in found if not what or one.judgement.record_id in what], jsonl=jsonl)
    return None


def _export(ledger: "Ledger", what: Sequence[str], by: str | None, stale: bool, jsonl: bool) -> int | None:
    from communique.show.cli.terminal.judged import write_judgements

    write_judgements(one.judgement for one in ledger.standing() if by in (None, one.judgement.judge))
    return None


def _import(ledger: "Ledger", what: Sequence[str], by: str | None, stale: bool, jsonl: bool) -> int | None:
    from communique.show.cli.exits import say

    if not what:
        raise UsageError("judge import FILE...: name the files, or - for standard input")
    with ledger.bench(by or "import") as bench:
        taken = bench.take(one for file in what for one in _judgements(file))
    say(f"{ledger.path}: {taken.recorded:,} judgements recorded, {taken.known:,} known")
    if count := sum(one.state == "stale" for one in ledger.standing()):
        say(f"{count:,} judgements wait for their record; communique judge list --stale shows them")
    return None


LOOKS: dict[str, Callable[["Ledger", Sequence[str], str | None, bool, bool], int | None]] = {
    "list": _list, "export": _export, "import": _import,
}  # fmt: skip


def _judgements(file: str) -> Iterator["Judgement"]:
    """The judgements of a file, with the line named where one is none."""
    from communique.ledger import read_judgement

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise ReadError(f"{file}: {error.strerror}") from error
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield read_judgement(line)
            except UsageError as error:
                raise UsageError(f"{file}, line {number}: {error}") from error


def _show_made(ledger: "Ledger", made: Sequence["Judgement"], jsonl: bool) -> None:
    from communique.show.cli.exits import say
    from communique.show.cli.terminal.judged import show_made

    show_made(made, jsonl=jsonl)
    touched = [one.record_id for one in made if one.record == "statement" and (one.verdict == "reject" or one.field == "speaker")]
    for id in touched:
        if resting := ledger.resting_on(id):
            say(f"on statement {id} rest {', '.join(resting)}: judge them too")
