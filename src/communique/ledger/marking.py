"""Which rows the rulings are about: `ruled_in` is set once and tells the views to look for a copy of the row in the schema `judged`."""

from datetime import datetime

import duckdb

RULED = ("statements", "positions", "commitments", "events", "actors", "relays")  # tables with rows that rulings can be about
WHOLES = ("statements", "events")  # whose parts are rows of actors and relays
ABOUT = "SELECT record_id FROM history.rulings WHERE record = '{}'"
MARKED = "SELECT id FROM judged.statements UNION ALL SELECT id FROM judged.events"


def mark_ruled(connection: duckdb.DuckDBPyConnection, run: int, recorded_at: datetime | None = None) -> None:
    """Marks the rows that rulings are about, of those recorded at a time or of all; in the transaction that is open."""
    row = connection.execute("SELECT count(*) FROM history.rulings").fetchone()
    if row and row[0]:
        _mark_named(connection, run, recorded_at)
        _mark_parts(connection, run, recorded_at)


def _mark_named(connection: duckdb.DuckDBPyConnection, run: int, recorded_at: datetime | None) -> None:
    """Records that rulings name, and those that name a merged or renamed actor or issue."""
    for table in RULED[:4]:
        _mark(connection, table, f"id IN ({ABOUT.format(table.removesuffix('s'))})", run, recorded_at)
    for table, column, kind in (("statements", "actor_id", "actor"), ("actors", "actor_id", "actor"), ("positions", "issue", "issue")):
        _mark(connection, table, f"{column} IN ({ABOUT.format(kind)})", run, recorded_at)


def _mark_parts(connection: duckdb.DuckDBPyConnection, run: int, recorded_at: datetime | None) -> None:
    """A whole with a part that is ruled about, whenever it was recorded, and the parts of every whole that is."""
    since = "" if recorded_at is None else " WHERE recorded_at = $recorded_at::TIMESTAMP"
    for table in WHOLES:
        parts = f"SELECT record_id FROM judged.actors{since}"
        _mark(connection, table, f"id IN ({parts})", run, recorded_at, every=True)
    _mark(connection, "actors", f"record_id IN ({MARKED})", run, recorded_at)
    _mark(connection, "relays", f"statement_id IN ({MARKED})", run, recorded_at)


def _mark(
    connection: duckdb.DuckDBPyConnection, table: str, condition: str, run: int, recorded_at: datetime | None, *, every: bool = False
) -> None:
    bound = "" if every or recorded_at is None else " AND recorded_at = $recorded_at::TIMESTAMP"
    rows = f"FROM history.{table} WHERE ruled_in IS NULL{bound} AND {condition}"
    given = {"run": run} | ({"recorded_at": recorded_at} if "$recorded_at" in rows else {})
    connection.execute(f"INSERT INTO judged.{table} BY NAME SELECT * REPLACE ($run::INTEGER AS ruled_in) {rows}", given)
    connection.execute(f"UPDATE history.{table} SET ruled_in = $run {rows.removeprefix(f'FROM history.{table} ')}", given)
