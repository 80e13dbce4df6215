"""Judgements on a terminal: a line or a row each; in a pipe the judgements themselves."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.rows import show_rows
from communique.show.cli.terminal.style import shortened

if TYPE_CHECKING:
    from communique.ledger import Judgement, Standing

LONGEST = 60  # characters of the words of a record
COLUMNS = ("id", "state", "judge", "judged_at", "verdict", "record", "record_id", "field", "value", "note", "words")


def show_made(made: Sequence["Judgement"], *, jsonl: bool) -> None:
    """What was just judged, and how it is taken back."""
    if jsonl or not is_terminal():
        return write_judgements(made)
    for one in made:
        write_line(summary(one).encode("utf-8", "replace"))
    undo = " ".join(one.id for one in made if one.verdict != "undo")
    return write_line(f"to take back: communique judge undo {undo}".encode()) if undo else None


def summary(one: "Judgement") -> str:
    """ "A. Jansen: correct position q5v... stance = support (“rejects the net ban”)"."""
    words = f" (“{shortened(one.anchor_text, LONGEST)}”)" if one.anchor_text else ""
    value = f" = {shown(one.value)}" if one.field else f" → {shown(one.value)}" if one.value is not None else ""
    return f"{one.judge}: {one.verdict} {one.record} {one.record_id}{f' {one.field}' if one.field else ''}{value}{words}"


def shown(value: object) -> str:
    """A value for people."""
    if isinstance(value, dict):
        if "words" in value:
            return str(value["words"])
        return ", ".join(f"{name} {shown(part)}" for name, part in value.items() if part is not None and name != "records")
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value))
    return "unknown" if value is None else str(value)


def show_standings(found: Sequence["Standing"], *, jsonl: bool) -> None:
    """Judgements with what became of them."""
    show_rows(COLUMNS, [_row(one) for one in found], jsonl=jsonl)


def _row(one: "Standing") -> tuple[object, ...]:
    it = one.judgement
    value = shown(it.value) if it.field or it.value is not None else it.revokes
    return it.id, one.state, it.judge, it.judged_at[:19], it.verdict, it.record, it.record_id, it.field, value, it.note, it.anchor_text


def write_judgements(judgements: Iterable["Judgement"]) -> None:
    """As JSON Lines that `communique judge import` takes."""
    for one in judgements:
        write_line(msgspec.json.encode(one))
