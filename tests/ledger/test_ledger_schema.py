"""Tables, rows and comments agree; whoever reads the ledger finds every column explained."""

import re
from typing import get_args, get_type_hints

import duckdb
import pytest

from communique.ledger.ledger import TABLES
from communique.ledger.load import OWN
from communique.ledger.marking import RULED
from communique.ledger.migrations import migrate, migrations
from communique.ledger.schema import described
from communique.record.tables import ReadingRow, Rows


@pytest.fixture(scope="module")
def connection():
    made = duckdb.connect()
    migrate(made)
    return made


def columns(connection, table):
    return connection.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = 'history' AND table_name = ? ORDER BY column_index", [table]
    ).fetchall()


ROWS = {"readings": ReadingRow} | {table: get_args(hint)[0] for table, hint in get_type_hints(Rows).items()}


@pytest.mark.parametrize("table", ROWS)
def test_a_row_has_the_columns_of_its_table(connection, table):
    own = (OWN[1:] if table == "readings" else OWN) + (("ruled_in",) if table in RULED else ())
    assert [name for name, _ in columns(connection, table)] == [*ROWS[table].__struct_fields__, *own]


def test_every_table_and_every_new_name_of_a_column_is_explained(connection):
    tables = connection.execute("SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'history'").fetchall()
    assert [table for table, comment in tables if not comment] == []
    named = [(name, comment) for table, _ in tables for name, comment in columns(connection, table)]
    explained = {name for name, comment in named if comment}
    bare = {name for name, _ in named} - explained
    assert {name for name in bare if not name.endswith("_text")} == set()
    assert all(name.removesuffix("_text") in {other for other, _ in named} for name in bare)


def test_the_reference_says_of_every_column_what_it_means():
    tables = {table.name: table for table in described()}
    assert set(tables) == set(TABLES)
    assert all(column.meaning for table in tables.values() for column in table.columns)
    kinds = {column.name: column.type for column in tables["events"].columns}
    assert (kinds["trigger"], kinds["actor"], kinds["day"]) == ("span", "side[]", "DATE")


def test_every_table_can_be_asked_under_its_plain_name(connection):
    views = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'main'").fetchall()}
    assert set(TABLES) <= views
    kept = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'history'").fetchall()}
    assert kept - {"state"} == set(TABLES)


def test_migrations_are_numbered_and_delete_nothing():
    numbers = [migration.number for migration in migrations()]
    assert numbers == sorted(set(numbers))
    for migration in migrations():
        assert not re.search(r"\b(DROP TABLE|DELETE|TRUNCATE)\b", migration.sql, re.IGNORECASE), migration.name


def test_migrating_twice_does_nothing(connection):
    assert migrate(connection) == 0
