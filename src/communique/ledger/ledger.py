"""What users call: open a ledger, add codings, ask in SQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
import msgspec

from communique.errors import UsageError
from communique.ledger import load
from communique.ledger.connection import answered, beside, reading, told
from communique.ledger.judging import Bench, Standing, standing
from communique.ledger.load import Added
from communique.ledger.migrations import is_behind
from communique.ledger.verify import Verified, find_orphans, mark
from communique.ledger.writer import Writer
from communique.model import Coding

DATED = load.TABLES
TABLES = (*DATED, "issues", "readings", "runs", "reprints", "copies", "passages", "votes", "judgements", "rulings", "orphans")
FETCHED = 1000  # rows at a time
Parameters = Sequence[object] | Mapping[str, object] | None


class Stats(msgspec.Struct, frozen=True):
    """What a ledger holds.

    tables    current rows of each table
    recorded  rows of each table with those that were superseded
    outlets   number of outlets
    first, last  days of the earliest and the latest article
    bytes     size of the file
    """

    tables: dict[str, int]
    recorded: dict[str, int]
    outlets: int
    first: date | None
    last: date | None
    bytes: int


class Ledger:
    """A ledger in one file. Reading shows it as it was when it was opened or last refreshed; it never hinders a writer.

    The tables are attributes: `ledger.statements.filter("act = 'reject'").df()`. They hold the current readings; `history.statements`
    in SQL holds all that were ever recorded.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader: duckdb.DuckDBPyConnection | None = None

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Self:
        """The ledger at a path; the first `add` makes one where there is none."""
        return cls(Path(path))

    def add(self, codings: Iterable[Coding], *, again: bool = False) -> Added:
        """Records codings. One that is there already changes nothing, also where it has been superseded since, unless `again`.

        Raises LedgerLockedError where somebody else is writing, LedgerError where nothing can be written; what was committed is kept.
        """
        with self.writer("add") as writer:
            added = writer.add(codings, again=again)
        self.refresh()
        return added

    def writer(self, command: str) -> Writer:
        """A context that holds the right to write, for more than one call."""
        return Writer(self.path, command)

    def bench(self, judge: str) -> Bench:
        """A context in which somebody judges: `with ledger.bench("A. Jansen") as bench: bench.reject(id)`; see `Bench`."""
        return Bench(self.path, judge, self.refresh)

    def standing(self) -> tuple[Standing, ...]:
        """Every judgement with what became of it, oldest first."""
        with told(self.path):
            return standing(self.connection)

    def resting_on(self, statement: str) -> tuple[str, ...]:
        """The current records that rest on a statement, as "position q5v...": who rejects it or gives it to another judges them too."""
        kinds = ("position", "commitment", "event")
        query = " UNION ALL ".join(f"SELECT '{kind}' AS record, id FROM {kind}s WHERE statement_id = $id" for kind in kinds)
        return tuple(f"{record} {id}" for record, id in self.sql(query, {"id": statement}).order("record, id").fetchall())

    def sql(self, query: str, parameters: Parameters = None) -> duckdb.DuckDBPyRelation:
        """What a query gives, as a DuckDB relation (`.df()`, `.pl()`, `.arrow()`, `.fetchall()`). Reads only, and this file only.

        Values belong in `parameters`: `sql("FROM positions WHERE issue = ?", ["embargo"])`, or `$name` and a mapping. Raises UsageError
        where the query is wrong, LedgerError where the file is.
        """
        with answered(self.path):
            relation = self.connection.sql(query, params=parameters)
        if relation is None:
            raise UsageError("this query asks nothing: a ledger is only read in SQL")
        return relation

    def rows(self, query: str, parameters: Parameters = None) -> tuple[list[str], Iterator[tuple[object, ...]]]:
        """The names of a query's columns, and its rows one at a time."""
        relation = self.sql(query, parameters)
        return relation.columns, self._fetched(relation)

    def _fetched(self, relation: duckdb.DuckDBPyRelation) -> Iterator[tuple[object, ...]]:
        with answered(self.path):
            while some := relation.fetchmany(FETCHED):
                yield from some

    def as_of(self, table: str, until: str | None = None, recorded: str | None = None) -> duckdb.DuckDBPyRelation:
        """A table as far as articles up to the day `until`, as the ledger had it at the time `recorded` (UTC)."""
        if table not in DATED:
            raise UsageError(f"no table {table!r} as of a day: name one of {', '.join(DATED)}")
        return self.sql(f"FROM {table}_as_of(until := $until, recorded := $recorded)", {"until": until, "recorded": recorded})

    def __getattr__(self, name: str) -> duckdb.DuckDBPyRelation:
        if name not in TABLES:
            raise AttributeError(f"a ledger has no {name!r}; its tables are {', '.join(TABLES)}")
        return self.connection.table(name)

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The open connection that reads; a ledger of an older schema is brought up to date first."""
        if self._reader is None:
            reader = reading(self.path)
            with told(self.path):
                if is_behind(reader):
                    reader.close()
                    with self.writer("upgrade"):
                        pass
                    reader = reading(self.path)
            self._reader = reader
        return self._reader

    def beside(self) -> Self:
        """The same state of the ledger for another thread: what one connection has read the other need not read again."""
        other = type(self)(self.path)
        with told(self.path):
            other._reader = beside(self.connection)
        return other

    def interrupt(self) -> None:
        """Ends the query that another thread is asking; it fails there with LedgerError."""
        if self._reader is not None:
            self._reader.interrupt()

    def refresh(self) -> None:
        """Lets the next question see what has been published since; relations made before keep what they showed."""
        self._reader = None

    def close(self) -> None:
        """Closes the connection that reads, and with it the relations made from it."""
        if self._reader is not None:
            self._reader.close()
        self._reader = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def stats(self) -> Stats:
        """What the ledger holds."""
        tables = {name: self._count(f"FROM {name}") for name in TABLES}
        recorded = {name: self._count(f"FROM history.{name}") for name in TABLES}
        outlets, first, last = self.sql("SELECT count(DISTINCT outlet), min(day), max(day) FROM articles").fetchall()[0]
        return Stats(tables, recorded, outlets, first, last, self.path.stat().st_size)

    def verify(self, *, only_tell: bool = False) -> Verified:
        """Checks every span of every row against the text it counts in; what fails is marked in `orphans` unless `only_tell`.

        Nothing is moved to where the words might now be.
        """
        with told(self.path):
            verified = find_orphans(self.connection)
        if not only_tell and not verified.is_marked:
            with self.writer("verify") as writer:
                mark(writer, verified)
            self.refresh()
        return verified

    def _count(self, source: str) -> int:
        return int(self.sql(f"SELECT count(*) {source}").fetchall()[0][0])

    def __repr__(self) -> str:
        return f"<Ledger {str(self.path)!r}>"
