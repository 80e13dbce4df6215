"""SQL over the ledger, read only, with limits: for questions that no page asks."""

from typing import Annotated, Any

import msgspec
from litestar.params import QueryParameter

from communique.ledger.limited import ask_limited
from communique.show.web.asking import Opened, Waited
from communique.show.web.view import Table, View

SECONDS = 5.0
MOST = 1000  # rows
LONGEST = 10_000  # characters of a cell
EXACT = 2**53  # beyond it JSON's readers round
Query = Annotated[str, QueryParameter(max_length=3000, description="One SELECT in DuckDB's SQL.")]


class Answered(msgspec.Struct, frozen=True):
    """The first rows of an answer.

    query    what was asked; empty: nothing yet
    columns  names
    rows     values as JSON has them; whole numbers beyond 2^53, and what JSON has not, as texts
    is_cut   whether there are more rows than `most`
    seconds  how long a query may take
    """

    query: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool
    most: int = MOST
    seconds: float = SECONDS


def sql(ledger: Opened, turn: Waited, q: Query = "") -> Answered:
    """What one SELECT gives; the tables are those of docs/reference/ledger.md."""
    if not q.strip():
        return Answered("", (), (), False)
    with turn:
        found = ask_limited(ledger.path, q, seconds=SECONDS, most=MOST)
    rows = tuple(tuple(plain(value) for value in row) for row in found.rows)
    return Answered(q, tuple(found.columns), rows, found.is_cut)


def plain(value: object) -> Any:
    """A value of DuckDB's as JSON can have it."""
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, bool) or value is None or isinstance(value, float):
        return value
    if isinstance(value, int):
        return value if abs(value) <= EXACT else str(value)
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple | set) else str(value)[:LONGEST]


def _table(page: Answered) -> Table:
    return Table(page.columns, page.rows)


VIEW = View("sql", "/sql", sql, title=lambda page: "SQL", menu="SQL", table=_table, needs_server=True)
