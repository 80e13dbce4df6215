"""The schema's numbered migrations (`migrations/0001_tables.sql` ...), each applied once, in order, in one transaction with its mark."""

from importlib.resources import files
from typing import NamedTuple

import duckdb

from communique.errors import LedgerError

MARKS = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER, name VARCHAR, applied_at TIMESTAMP DEFAULT (now() AT TIME ZONE 'UTC'))"


class Migration(NamedTuple):
    """One step of the schema: its number, its name, the statements."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """All there are, in order."""
    found = sorted((file for file in files("communique.ledger").joinpath("migrations").iterdir() if file.name.endswith(".sql")), key=str)
    return tuple(Migration(int(file.name[:4]), file.name[5:-4], file.read_text(encoding="utf-8")) for file in found)


def migrate(connection: duckdb.DuckDBPyConnection) -> int:
    """Brings a ledger's schema up to date; returns how many steps that took. Raises LedgerError where it is newer than this program."""
    connection.execute(MARKS)
    check_version(connection)
    present = _version(connection)
    missing = [migration for migration in migrations() if migration.number > present]
    for migration in missing:
        connection.begin()
        try:
            connection.execute(migration.sql)
            connection.execute("INSERT INTO migrations (number, name) VALUES (?, ?)", [migration.number, migration.name])
        except duckdb.Error:
            connection.rollback()
            raise
        connection.commit()
    return len(missing)


def check_version(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises LedgerError where the ledger's schema is newer than this program, or where the file is no ledger."""
    try:
        present = _version(connection)
    except duckdb.CatalogException as error:
        raise LedgerError("a DuckDB database, but no ledger of communique: name another file") from error
    known = migrations()[-1].number
    if present > known:
        raise LedgerError(f"the ledger's schema is number {present}, this program knows {known}: upgrade communique")


def is_behind(connection: duckdb.DuckDBPyConnection) -> bool:
    """True where steps of the schema are missing. Raises LedgerError as `check_version` does."""
    check_version(connection)
    return _version(connection) < migrations()[-1].number


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()
    return int(row[0]) if row else 0
