"""A question of somebody unknown: one query that reads, cut off in time, memory and rows."""

from pathlib import Path
from threading import Timer
from typing import NamedTuple

import duckdb

from communique.errors import UsageError
from communique.ledger.connection import answered, reading

MEMORY = "256MB"


class Limited(NamedTuple):
    """The first rows that a query gives, and whether there are more."""

    columns: list[str]
    rows: list[tuple[object, ...]]
    is_cut: bool


def ask_limited(ledger: Path, query: str, *, seconds: float, most: int) -> Limited:
    """What a single SELECT gives, at most so many rows, on a connection of its own that reaches this ledger alone.

    Raises UsageError where it is no single SELECT, is wrong, or takes longer than `seconds`; LedgerError where the ledger fails.
    """
    with reading(ledger, memory=MEMORY) as connection, answered(ledger):
        _check(connection, query)
        clock = Timer(seconds, connection.interrupt)
        clock.start()
        try:
            connection.execute(query)
            rows = connection.fetchmany(most + 1)
        except duckdb.InterruptException as error:
            raise UsageError(f"the query took more than {seconds:g} seconds: ask for less, or on your machine: communique sql") from error
        except duckdb.OutOfMemoryException as error:
            raise UsageError(f"the query needs more than {MEMORY}: ask for less, or on your machine: communique sql") from error
        finally:
            clock.cancel()
        return Limited([name for name, *_ in connection.description or ()], rows[:most], len(rows) > most)


def _check(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    """Raises UsageError for anything but one SELECT."""
    statements = connection.extract_statements(query)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("one SELECT, or FROM, at a time: a ledger is only read here")
