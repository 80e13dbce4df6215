"""What the ledger's tables hold, in the words of the migrations; docs/reference/ledger.md is made of it."""

import re
from typing import NamedTuple

import duckdb

from communique.ledger.migrations import migrate

SPAN = 'STRUCT("start" INTEGER, "end" INTEGER)'


class Column(NamedTuple):
    """A column: its name, its type, what it means."""

    name: str
    type: str
    meaning: str


class Table(NamedTuple):
    """A table of the schema `history`, with its columns in their order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


def described() -> tuple[Table, ...]:
    """The tables, in the order in which they are made; a column without words of its own has those of the first table that has it."""
    connection = duckdb.connect()
    migrate(connection)
    found = connection.execute(
        """SELECT t.table_name, t.comment, c.column_name, c.data_type, c.comment FROM duckdb_tables() AS t JOIN duckdb_columns() AS c
        USING (table_oid) WHERE t.schema_name = 'history' AND t.table_name != 'state' ORDER BY t.table_oid, c.column_index"""
    ).fetchall()
    meanings: dict[str, str] = {}
    tables: dict[str, Table] = {}
    for table, about, column, kind, comment in found:
        meaning = comment or meanings.get(column) or f"The words of `{column.removesuffix('_text')}`."
        meanings.setdefault(column, meaning)
        before = tables.get(table, Table(table, about, ()))
        tables[table] = before._replace(columns=(*before.columns, Column(column, _plain(kind), meaning)))
    return tuple(tables.values())


def _plain(kind: str) -> str:
    """A type as the migrations name it."""
    named = kind.replace(SPAN, "span")
    return re.sub(r"STRUCT\(span span, .*?\)", "side", named) if "sector" in named else re.sub(r"STRUCT\(headline.*\)", "parts", named)
