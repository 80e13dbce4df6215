"""The codings of one unit into the tables, in one transaction.

Rows travel as lines of JSON in one parameter a table: no file between, nothing to install, and as fast as the fastest way there is
(docs/why/ledger.md). What an article's reading shares with the one before stays; what it lacks is superseded; what is new is inserted.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import duckdb
import msgspec

from communique.ledger.marking import RULED, mark_ruled
from communique.model import Coding
from communique.record import ReadingRow, Rows, rows_of

TABLES = Rows.__struct_fields__
OWN = ("row_hash", "run", "recorded_at", "superseded_by", "superseded_at")  # columns that the ledger adds to the rows
LISTED = """SELECT unnest(from_json(?::JSON, '["VARCHAR"]'))"""  # a list of texts as rows
_ENCODER = msgspec.json.Encoder()


class Added(msgspec.Struct, frozen=True):
    """What adding did.

    run         its number; None where nothing changed
    new         articles read for the first time
    changed     articles whose reading changed
    known       codings that were there already
    outdated    codings that were there already, and have been superseded by later ones; they stay so unless added `again`
    records     rows recorded
    superseded  rows that are current no more
    """

    run: int | None = None
    new: int = 0
    changed: int = 0
    known: int = 0
    outdated: int = 0
    records: int = 0
    superseded: int = 0

    def __add__(self, other: "Added") -> "Added":
        counts = [getattr(self, name) + getattr(other, name) for name in self.__struct_fields__[1:]]
        return Added(other.run if self.run is None else self.run, *counts)


class Reading(NamedTuple):
    """A coding with its row in `readings`."""

    coding: Coding
    row: ReadingRow

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other: the article and the hash of the coding."""
        return self.row.article_id, self.row.reading_sha256


class Unit(NamedTuple):
    """The readings of a unit, by what is to be done with them."""

    new: tuple[Reading, ...]
    changed: tuple[Reading, ...]
    known: int
    outdated: int


def sorted_out(connection: duckdb.DuckDBPyConnection, readings: Sequence[Reading], *, again: bool) -> Unit:
    """What each reading of a unit, one an article, is to the ledger; with `again`, one that was superseded counts as changed."""
    current, recorded = _recorded(connection, [one.row.article_id for one in readings])
    articles = {article for article, _ in current}
    old = [one for one in readings if one.key in recorded - current]
    fresh = [one for one in readings if one.key not in recorded]
    new = tuple(one for one in fresh if one.row.article_id not in articles)
    changed = [one for one in fresh if one.row.article_id in articles] + (old if again else [])
    return Unit(new, tuple(changed), sum(one.key in current for one in readings), 0 if again else len(old))


def _recorded(connection: duckdb.DuckDBPyConnection, articles: Sequence[str]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The keys of the articles' current readings, and of all that were ever recorded."""
    found = connection.execute(
        f"SELECT article_id, reading_sha256, superseded_by IS NULL FROM history.readings WHERE article_id IN ({LISTED})",
        [json.dumps(articles)],
    ).fetchall()
    return {(article, hash) for article, hash, is_current in found if is_current}, {(article, hash) for article, hash, _ in found}


def load(connection: duckdb.DuckDBPyConnection, unit: Unit, run: int, now: datetime) -> Added:
    """Records the new and changed readings of a unit, in the transaction that is open."""
    taken = (*unit.new, *unit.changed)
    rows = [rows_of(one.coding) for one in taken]
    stage(connection, "readings", (one.row for one in taken))
    for table in TABLES:
        stage(connection, table, (row for of_one in rows for row in getattr(of_one, table)))
    superseded = _supersede(connection, unit.changed, run, now) if unit.changed else 0
    records = sum(_insert(connection, table, run, now) for table in TABLES)
    _insert(connection, "readings", run, now)
    _name_issues(connection, run, now)
    mark_ruled(connection, run, now, only_new=not unit.changed)
    return Added(run, len(unit.new), len(unit.changed), unit.known, unit.outdated, records, superseded)


def stage(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[msgspec.Struct]) -> None:
    """The rows as the temporary table `staged_...`, each with the hash of its line."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE staged_{table} AS
        SELECT unnest(from_json(line::JSON, {_shape(connection, table)})), md5(line) AS row_hash
        FROM (SELECT unnest(string_split(?, chr(10))) AS line) WHERE line != ''""",
        [_ENCODER.encode_lines(list(rows)).decode()],
    )


def _shape(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """The columns of a table that its rows fill, with their types, as from_json wants them: in a string of SQL, no parameter."""
    columns = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'history' AND table_name = ? ORDER BY column_index",
        [table],
    ).fetchall()
    return "'" + json.dumps({name: kind for name, kind in columns if name not in (*OWN, "ruled_in")}).replace("'", "''") + "'"


def _supersede(connection: duckdb.DuckDBPyConnection, changed: Sequence[Reading], run: int, now: datetime) -> int:
    """Marks what the changed readings have no more, and forgets of the staged what is there already; returns how many rows were marked."""
    articles = json.dumps([one.row.article_id for one in changed])
    connection.execute(f"CREATE OR REPLACE TEMP TABLE changing AS SELECT * FROM ({LISTED}) AS listed(article)", [articles])
    connection.execute(
        """UPDATE history.readings SET superseded_by = ?, superseded_at = ?::TIMESTAMP
        WHERE superseded_by IS NULL AND article_id IN (SELECT article FROM changing)""",
        [run, now],
    )
    return sum(_supersede_in(connection, table, run, now) for table in TABLES)


def _supersede_in(connection: duckdb.DuckDBPyConnection, table: str, run: int, now: datetime) -> int:
    count = _mark_superseded(connection, "history", table, run, now)
    if table in RULED:
        _mark_superseded(connection, "judged", table, run, now)
    connection.execute(
        f"""DELETE FROM staged_{table} AS fresh WHERE EXISTS (SELECT 1 FROM history.{table} AS old
        WHERE old.superseded_by IS NULL AND old.id = fresh.id AND old.row_hash = fresh.row_hash)"""
    )
    return count


def _mark_superseded(connection: duckdb.DuckDBPyConnection, schema: str, table: str, run: int, now: datetime) -> int:
    return _count(
        connection.execute(
            f"""UPDATE {schema}.{table} AS old SET superseded_by = ?, superseded_at = ?::TIMESTAMP
            WHERE superseded_by IS NULL AND {"id" if table == "articles" else "article_id"} IN (SELECT article FROM changing)
            AND NOT EXISTS (SELECT 1 FROM staged_{table} AS fresh WHERE fresh.id = old.id AND fresh.row_hash = old.row_hash)""",
            [run, now],
        )
    )


def _insert(connection: duckdb.DuckDBPyConnection, table: str, run: int, now: datetime) -> int:
    columns = "* EXCLUDE (row_hash)" if table == "readings" else "*"
    return _count(
        connection.execute(
            f"INSERT INTO history.{table} BY NAME SELECT {columns}, ? AS run, ?::TIMESTAMP AS recorded_at FROM staged_{table}", [run, now]
        )
    )


def _name_issues(connection: duckdb.DuckDBPyConnection, run: int, now: datetime) -> None:
    connection.execute(
        """INSERT INTO history.issues SELECT DISTINCT issue, ?::INTEGER, ?::TIMESTAMP FROM staged_positions
        WHERE issue NOT IN (SELECT issue FROM history.issues)""",
        [run, now],
    )


def _count(result: duckdb.DuckDBPyConnection) -> int:
    """How many rows a statement changed."""
    row = result.fetchone()
    return int(row[0]) if row else 0
