"""Whether every span still points at the words it was read from. What does not is marked, never moved."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import duckdb
import msgspec

from communique.ledger.load import TABLES
from communique.model import Layout

if TYPE_CHECKING:
    from communique.ledger.writer import Writer

SPAN = 'STRUCT("start" INTEGER, "end" INTEGER)'
SIDES = f"STRUCT(span {SPAN}, "
JOINED = "' … '"


class Orphan(msgspec.Struct, frozen=True):
    """A row with a span that fails: its table, id, article, the run that recorded it, the column, the reason."""

    table: str
    id: str
    article_id: str
    text_sha256: str
    reading_run: int
    column: str
    reason: str


class Verified(msgspec.Struct, frozen=True):
    """What a check gave.

    articles   texts checked against their hash
    rows       rows whose spans were checked
    orphans    those that fail
    is_marked  True where the ledger's table of orphans says just that
    """

    articles: int
    rows: int
    orphans: tuple[Orphan, ...]
    is_marked: bool


class Column(NamedTuple):
    """A column of spans: the SQL of its spans as a list, and that of the words they should name, None where no column has them."""

    table: str
    name: str
    spans: str
    words: str | None


def find_orphans(connection: duckdb.DuckDBPyConnection) -> Verified:
    """Checks all rows ever recorded, superseded ones too."""
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE texts AS
        SELECT text_sha256, any_value("text") AS body, bool_and(sha256("text") = text_sha256) AS is_whole
        FROM history.articles GROUP BY text_sha256"""
    )
    orphans = tuple(orphan for column in _columns(connection) for orphan in _failing(connection, column))
    marked = {tuple(row) for row in connection.execute('SELECT "table", id, reading_run, "column", reason FROM orphans').fetchall()}
    found = {(one.table, one.id, one.reading_run, one.column, one.reason) for one in orphans}
    counts = [_count(connection, table) for table in TABLES]
    return Verified(counts[0], sum(counts), orphans, marked == found)


def mark(writer: "Writer", verified: Verified) -> None:
    """Makes the table of orphans say what was found; marks that hold no more are superseded."""
    now = datetime.now(UTC).replace(tzinfo=None)
    connection = writer.connection
    connection.begin()
    run = writer.begin_run(now)
    connection.execute("UPDATE history.orphans SET superseded_by = ?, superseded_at = ?::TIMESTAMP WHERE superseded_by IS NULL", [run, now])
    for one in verified.orphans:
        row = [one.table, one.id, one.article_id, one.text_sha256, one.reading_run, one.column, one.reason]
        connection.execute("INSERT INTO history.orphans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::TIMESTAMP, NULL, NULL)", [*row, run, now])
    connection.commit()


def _columns(connection: duckdb.DuckDBPyConnection) -> Iterator[Column]:
    """Every column of spans that there is; told by their types, so that a new table is checked too."""
    found = connection.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'history' ORDER BY table_name, column_index"
    ).fetchall()
    present = {(table, column): kind for table, column, kind in found}
    for (table, column), kind in present.items():
        if table in TABLES and (spans := _spans(column, kind)):
            yield Column(table, column, spans, _words(column, present.get((table, f"{column}_text"))))


def _spans(column: str, kind: str) -> str | None:
    """The SQL of a column's spans as a list; None where it holds none."""
    if kind == SPAN:
        return f'[t."{column}"]'
    if kind == f"{SPAN}[]":
        return f't."{column}"'
    if kind.startswith(SIDES) and kind.endswith("[]"):
        return f'list_transform(t."{column}", lambda s: s.span)'
    if column == "layout":
        return f"flatten([{', '.join(f't.layout.{part}' for part in Layout.__struct_fields__)}])"
    return None


def _words(column: str, kind: str | None) -> str | None:
    """The SQL of the words that a column's spans should name, joined."""
    if kind is None:
        return None
    return f'array_to_string(t."{column}_text", {JOINED})' if kind.endswith("[]") else f't."{column}_text"'


def _failing(connection: duckdb.DuckDBPyConnection, column: Column) -> list[Orphan]:
    """The rows in which a column's spans fail, each with the first reason that holds."""
    named = f'array_to_string(list_transform(spans, lambda s: substring(body, s.start + 1, s."end" - s.start)), {JOINED})'
    differs = f"WHEN {named} IS DISTINCT FROM words THEN 'other words'" if column.words else ""
    article = "t.id" if column.table == "articles" else "t.article_id"
    found = connection.execute(
        f"""WITH checked AS (SELECT t.id AS id, {article} AS article_id, t.text_sha256 AS text_sha256, t.run AS run, body, is_whole,
            list_filter({column.spans}, lambda s: s IS NOT NULL) AS spans, {column.words or "NULL"} AS words
            FROM history.{column.table} AS t LEFT JOIN texts AS a USING (text_sha256)),
        judged AS (SELECT *, CASE WHEN body IS NULL THEN 'no text' WHEN NOT is_whole THEN 'text changed'
            WHEN len(list_filter(spans, lambda s: s.start < 0 OR s."end" <= s.start OR s."end" > length(body))) > 0 THEN 'outside text'
            {differs} END AS reason FROM checked WHERE len(spans) > 0)
        SELECT id, article_id, text_sha256, run, reason FROM judged WHERE reason IS NOT NULL ORDER BY ALL"""
    ).fetchall()
    return [Orphan(column.table, id, article, sha, run, column.name, reason) for id, article, sha, run, reason in found]


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM history.{table}").fetchone()
    return int(row[0]) if row else 0
