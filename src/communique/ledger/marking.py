"""Which rows the rulings are about: `ruled_in` is set once and tells the views to look for a copy of the row in the schema `judged`."""

from datetime import datetime

import duckdb

RULED = ("statements", "positions", "commitments", "events", "actors", "relays")  # tables with rows that rulings can be about
WHOLES = ("statements", "events")  # whose parts are rows of actors and relays
NAMING = (("statements", "actor_id", "actor"), ("actors", "actor_id", "actor"), ("positions", "issue", "issue"))
ABOUT = "SELECT record_id FROM history.rulings WHERE record = '{}'"
MARKED = "SELECT id FROM judged.statements UNION ALL SELECT id FROM judged.events"


def mark_ruled(connection: duckdb.DuckDBPyConnection, run: int, recorded_at: datetime | None = None, *, only_new: bool = False) -> None:
    """Marks the rows that rulings are about, of all or of those that the staged ones became at a time; in the transaction that is open.

    `only_new`: all staged rows are of new articles, so that their parts belong to nothing recorded before.
    """
    if not _is_any(connection, "history.rulings"):
        return
    for table in RULED[:4]:
        _mark(connection, table, f"id IN ({ABOUT.format(table.removesuffix('s'))})", run, recorded_at)
    for table, column, kind in NAMING:
        _mark(connection, table, f"{column} IN ({ABOUT.format(kind)})", run, recorded_at)
    _mark_wholes(connection, run, recorded_at, only_new)
    _mark(connection, "actors", f"record_id IN ({MARKED})", run, recorded_at)
    _mark(connection, "relays", f"statement_id IN ({MARKED})", run, recorded_at)


def _mark_wholes(connection: duckdb.DuckDBPyConnection, run: int, recorded_at: datetime | None, only_new: bool) -> None:
    """Statements and events with a part that is ruled about, whenever they were recorded."""
    since = "true" if recorded_at is None else f"recorded_at = '{recorded_at}'::TIMESTAMP"
    if _is_any(connection, "judged.actors", since):
        for table in WHOLES:
            _copy(connection, table, f"{since if only_new else 'true'} AND id IN (SELECT record_id FROM judged.actors WHERE {since})", run)


def _mark(connection: duckdb.DuckDBPyConnection, table: str, condition: str, run: int, recorded_at: datetime | None) -> None:
    if recorded_at is None:
        _copy(connection, table, condition, run)
    elif _is_any(connection, f"staged_{table}", condition):  # few rows, where the table has many
        _copy(connection, table, f"recorded_at = '{recorded_at}'::TIMESTAMP AND {condition}", run)


def _copy(connection: duckdb.DuckDBPyConnection, table: str, condition: str, run: int) -> None:
    """Copies the rows of a condition, and marks them."""
    where = f"WHERE ruled_in IS NULL AND {condition}"
    copied = f"INSERT INTO judged.{table} BY NAME SELECT * REPLACE (?::INTEGER AS ruled_in) FROM history.{table} {where}"
    count = connection.execute(copied, [run]).fetchone()
    if count and count[0]:
        connection.execute(f"UPDATE history.{table} SET ruled_in = ? {where}", [run])


def _is_any(connection: duckdb.DuckDBPyConnection, table: str, condition: str = "true") -> bool:
    return connection.execute(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1").fetchone() is not None
