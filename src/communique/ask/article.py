"""One article with everything read off it, as a coding again, judgements applied."""

from collections import defaultdict
from datetime import datetime
from typing import Any

import msgspec

from communique.ask.question import asked, rows_of
from communique.ask.records import Row, article_of, commitment_of, event_of, maybe_span, position_of, statement_of
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.model import Coder, Coding, Problem


class Neighbour(msgspec.Struct, frozen=True):
    """An article to go on with: its id, title, outlet and day."""

    id: str
    title: str | None
    outlet: str | None
    day: str | None


class Read(msgspec.Struct, frozen=True):
    """An article as the ledger holds it.

    coding          the article and its current records
    run             the run that recorded the reading
    recorded_at     when that was, UTC
    verdicts        what people decided, by the id of the record: accept, or correct
    copies          other articles that repeat it
    previous, next  the articles before and behind it in time; None at either end
    """

    coding: Coding
    run: int
    recorded_at: datetime
    verdicts: dict[str, str]
    copies: tuple[Neighbour, ...]
    previous: Neighbour | None
    next: Neighbour | None


def read(ledger: Ledger, id: str) -> Read:
    """The article of an id. Raises UsageError where there is none."""
    found = _rows(ledger, "article", id=id)
    if not found:
        raise UsageError(f"no article {id} in this ledger: look for it in search, or in the list of articles")
    made = found[0]
    tables = {table: _table(ledger, table, id) for table in ("statements", "positions", "commitments", "events")}
    coding = Coding(
        article_of(made), _statements(ledger, tables["statements"], id), tuple(map(position_of, tables["positions"])),
        tuple(map(commitment_of, tables["commitments"])), tuple(map(event_of, tables["events"])), _problems(made), _coder(made),
    )  # fmt: skip
    verdicts = {row["id"]: verdict for rows in tables.values() for row in rows if (verdict := _verdict(row))}
    return Read(coding, made["run"], made["recorded_at"], verdicts, copies(ledger, id), _beside(ledger, made, -1), _beside(ledger, made, 1))


def copies(ledger: Ledger, id: str) -> tuple[Neighbour, ...]:
    """The other articles of an article's story, the earliest first."""
    return tuple(_neighbour(row) for row in _rows(ledger, "copies", id=id))


def _rows(ledger: Ledger, question: str, **parameters: object) -> list[Row]:
    answer = asked(ledger, question, **parameters)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows()]


def _table(ledger: Ledger, table: str, article: str) -> list[Row]:
    """The rows of a table that are of an article, in the order of its text."""
    found = rows_of(ledger, f"FROM {table} WHERE article_id = $article", article=article)
    return sorted(found, key=lambda row: (_begin(row), row["id"]))


def _begin(row: Row) -> int:
    """Where a record begins in the text."""
    span = row.get("evidence") or row.get("action") or row.get("trigger") or (row.get("content") or [None])[0]
    return int(span["start"]) if span else 0


def _statements(ledger: Ledger, rows: list[Row], article: str) -> tuple[Any, ...]:
    passed = defaultdict(list)
    for relay in _table(ledger, "relays", article):
        passed[relay["statement_id"]].append(relay)
    return tuple(statement_of(row, sorted(passed[row["id"]], key=lambda one: one["place"])) for row in rows)


def _problems(row: Row) -> tuple[Problem, ...]:
    return tuple(Problem(one["stage"], one["message"], maybe_span(one["span"])) for one in row["problems"] or ())


def _coder(row: Row) -> Coder:
    return Coder(*(row[name] for name in ("version", "lexicon_sha256", "pipeline_sha256", "settings_sha256", "kernel", "weights_sha256")))


def _verdict(row: Row) -> str | None:
    return "correct" if row["corrected"] else row["verdict"]


def _neighbour(row: Row) -> Neighbour:
    return Neighbour(row["id"], row["title"], row["outlet"], row["day"].isoformat() if row["day"] else None)


def _beside(ledger: Ledger, row: Row, step: int) -> Neighbour | None:
    """The article next to one in time, forward or back; of one day, by id."""
    if row["day"] is None:
        return None
    found = _rows(ledger, "neighbour", id=row["id"], day=row["day"], step=step)
    return _neighbour(found[0]) if found else None
