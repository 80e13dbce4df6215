"""Judgements and rulings in the ledger's tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import duckdb
import msgspec

from communique.ledger.judging.judgement import Judgement
from communique.ledger.judging.rulings import rulings
from communique.ledger.load import stage
from communique.ledger.marking import mark_ruled
from communique.record.tables import Stretches

STORED = """SELECT {columns} FROM history.judgements AS j ORDER BY judged_at, id"""
_WRITTEN = {"judged_at": "strftime(judged_at, '%Y-%m-%dT%H:%M:%S.%f') AS judged_at", "anchor": "coalesce(anchor, []) AS anchor"}


class Target(NamedTuple):
    """A current record: what a judgement of it binds to, its run, its article's text."""

    record: str
    id: str
    anchor: Stretches
    anchor_text: str
    claim: str
    run: int
    text: str


def stored(connection: duckdb.DuckDBPyConnection) -> tuple[Judgement, ...]:
    """Every judgement ever recorded, undone ones too, oldest first."""
    columns = ", ".join(_WRITTEN.get(name, f'"{name}"') for name in Judgement.__struct_fields__)
    found = connection.execute(STORED.format(columns=columns)).fetchall()
    at = Judgement.__struct_fields__.index("value")
    return tuple(_judgement([*row[:at], msgspec.json.decode(row[at]) if row[at] else None, *row[at + 1 :]]) for row in found)


def _judgement(values: Sequence[object]) -> Judgement:
    return msgspec.convert(dict(zip(Judgement.__struct_fields__, values, strict=True)), Judgement)


def target(connection: duckdb.DuckDBPyConnection, id: str) -> Target | None:
    """The current record of an id; None where there is none."""
    row = connection.execute(
        """SELECT t.record, t.id, t.anchor, t.anchor_text, t.claim, t.run, a."text" FROM judged_by_anchor() AS t
        JOIN articles AS a ON a.id = t.article_id WHERE t.id = ?""",
        [id],
    ).fetchone()
    return msgspec.convert(row, Target) if row else None


def record_judgements(connection: duckdb.DuckDBPyConnection, judgements: Iterable[Judgement], run: int, now: datetime) -> None:
    """Writes judgements down, in the transaction that is open."""
    stage(connection, "judgements", judgements)
    connection.execute(
        """INSERT INTO history.judgements BY NAME
        SELECT * EXCLUDE (row_hash), ? AS run, ?::TIMESTAMP AS recorded_at FROM staged_judgements""",
        [run, now],
    )


def settle(connection: duckdb.DuckDBPyConnection, run: int, now: datetime) -> None:
    """Brings the rulings up to what the judgements say, in the transaction that is open."""
    stage(connection, "rulings", rulings(stored(connection)))
    connection.execute(
        """UPDATE history.rulings SET superseded_by = ?, superseded_at = ?::TIMESTAMP
        WHERE superseded_by IS NULL AND row_hash NOT IN (SELECT row_hash FROM staged_rulings)""",
        [run, now],
    )
    connection.execute(
        """INSERT INTO history.rulings BY NAME SELECT *, ? AS run, ?::TIMESTAMP AS recorded_at FROM staged_rulings
        WHERE row_hash NOT IN (SELECT row_hash FROM history.rulings WHERE superseded_by IS NULL)""",
        [run, now],
    )
    mark_ruled(connection, run)
