"""One record with all that is known about it: the reading, the words around it, its readings in time, what people decided."""

from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from communique.ask.article import Neighbour, copies
from communique.ask.cite import Cited, cite
from communique.ask.context import Context, Quote, around, quotes
from communique.ask.question import rows_of
from communique.ask.records import Row, article_of, commitment_of, event_of, position_of, statement_of
from communique.ledger import Ledger
from communique.model import Commitment, Event, Position, Record, Span, Statement

RELAYS = "SELECT * FROM {schema}relays WHERE statement_id = $id AND run = $run ORDER BY place"


class Reading(msgspec.Struct, frozen=True):
    """One time that the record was read: the run, when (UTC), and the run that superseded it."""

    run: int
    recorded_at: datetime
    superseded_by: int | None


class Decision(msgspec.Struct, frozen=True):
    """What somebody decided about the record; `value` as JSON, `revokes` the id of a decision that is taken back."""

    id: str
    verdict: str
    field: str | None
    value: str | None
    note: str | None
    judge: str
    judged_at: datetime
    revokes: str | None


class Whole(msgspec.Struct, frozen=True):
    """A record and all that belongs to it.

    cited       what a citation says of it
    statement, position, commitment, event  the record as it was read, with what people corrected where the latest reading is asked for;
                None but for one
    context     its words with those around them
    quotes      its spans with their words
    wording     the words of each field that is a place in the text, by the field's name
    is_rejected whether people rejected it: then it is in no answer
    corrected   names of the columns that people corrected
    status      of a commitment: unreviewed, kept, broken; None of others
    readings    every time it was read, the latest first
    decisions   what people decided, in their order
    copies      other articles that repeat the one it stands in
    rests_on    the statement it rests on
    resting     records that rest on it: ("position", id)
    """

    cited: Cited
    statement: Statement | None
    position: Position | None
    commitment: Commitment | None
    event: Event | None
    context: Context
    quotes: tuple[Quote, ...]
    wording: dict[str, str]
    is_rejected: bool
    corrected: tuple[str, ...]
    status: str | None
    readings: tuple[Reading, ...]
    decisions: tuple[Decision, ...]
    copies: tuple[Neighbour, ...]
    rests_on: str | None
    resting: tuple[tuple[str, str], ...]

    @property
    def record(self) -> Statement | Position | Commitment | Event:
        """The one that it is."""
        found = self.statement or self.position or self.commitment or self.event
        assert found is not None
        return found


class _Found(NamedTuple):
    """A row of a record's table, and whether only history has it."""

    row: Row
    is_past: bool


def whole(ledger: Ledger, id: str) -> Whole:
    """The record of an id, as last read, or of id@run that reading. Raises UsageError where there is none."""
    cited = cite(ledger, id)
    found = _found(ledger, cited, is_latest="@" not in id)
    text = "SELECT * FROM history.articles WHERE id = $id AND text_sha256 = $sha ORDER BY run DESC LIMIT 1"
    article = article_of(rows_of(ledger, text, id=cited.article_id, sha=cited.text_sha256)[0])
    statement, position, commitment, event = _record(ledger, cited, found)
    row = found.row
    return Whole(
        cited, statement, position, commitment, event, around(article, cited.spans),
        quotes(article.text, (Span(*span) for span in cited.spans)),
        _wording(statement or position or commitment or event, article.text), found.is_past and cited.is_current and "@" not in id,
        tuple(row.get("corrected") or ()), row.get("status"), _readings(ledger, cited), _decisions(ledger, cited),
        copies(ledger, cited.article_id), row.get("statement_id"), _resting(ledger, cited),
    )  # fmt: skip


def _found(ledger: Ledger, cited: Cited, is_latest: bool) -> _Found:
    """The row with what people decided, where the latest reading is asked for and they did not reject it; else as it was read."""
    table = f"{cited.record}s"
    if is_latest and (rows := rows_of(ledger, f"SELECT * FROM {table} WHERE id = $id", id=cited.id)):
        return _Found(rows[0], False)
    return _Found(rows_of(ledger, f"SELECT * FROM history.{table} WHERE id = $id AND run = $run", id=cited.id, run=cited.run)[0], True)


def _record(ledger: Ledger, cited: Cited, found: _Found) -> tuple[Any, ...]:
    """Statement, position, commitment, event: the one that it is, and None for the others."""
    made = {"position": position_of, "commitment": commitment_of, "event": event_of}
    if cited.record == "statement":
        schema = "history." if found.is_past else ""
        return statement_of(found.row, rows_of(ledger, RELAYS.format(schema=schema), id=cited.id, run=cited.run)), None, None, None
    return None, *(make(found.row) if kind == cited.record else None for kind, make in made.items())


def _wording(record: Any, text: str, before: str = "") -> dict[str, str]:
    """The words of spans, also of those in the records in it: "deadline.span"."""
    found: dict[str, str] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        spans = [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Span)]
        if spans:
            found[f"{before}{name}"] = " … ".join(span.of(text) for span in spans)
        elif isinstance(value, Record):
            found |= _wording(value, text, f"{before}{name}.")
    return found


def _readings(ledger: Ledger, cited: Cited) -> tuple[Reading, ...]:
    query = f"SELECT run, recorded_at, superseded_by FROM history.{cited.record}s WHERE id = $id ORDER BY run DESC"
    return tuple(Reading(**row) for row in rows_of(ledger, query, id=cited.id))


def _decisions(ledger: Ledger, cited: Cited) -> tuple[Decision, ...]:
    query = """SELECT id, verdict, field, CAST("value" AS VARCHAR) AS "value", note, judge, judged_at, revokes FROM judgements
        WHERE record = $record AND record_id = $id ORDER BY judged_at, id"""
    return tuple(Decision(**row) for row in rows_of(ledger, query, record=cited.record, id=cited.id))


def _resting(ledger: Ledger, cited: Cited) -> tuple[tuple[str, str], ...]:
    if cited.record != "statement":
        return ()
    return tuple((kind, id) for kind, _, id in (one.partition(" ") for one in ledger.resting_on(cited.id)))
