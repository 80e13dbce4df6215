"""From lock to published ledger: the one way anything is written."""

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType

import duckdb

from communique import __version__
from communique.errors import LedgerError
from communique.ledger.connection import told
from communique.ledger.files import locked
from communique.ledger.index import index
from communique.ledger.load import Added, Reading, Unit, load, sorted_out
from communique.ledger.reprints import relate
from communique.ledger.working import WorkingCopy
from communique.model import Coder, Coding
from communique.record import reading_of

UNIT = 1000  # codings of one transaction at most
SIZE = 20_000_000  # characters of their articles, so that a unit of long ones fits in memory
PATIENCE = 10.0  # seconds after which a unit is recorded however small, so that a kill loses no more
PUBLISH_AFTER = 60.0  # seconds after which readers see what there is
SHARE = 0.05  # of the time, at most, goes into such publishing


class Gathered:
    """The readings of the unit to come, one an article."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.repeated = self.size = 0
        self.began = monotonic()

    def is_full(self, one: Reading) -> bool:
        """True where this reading has to wait for the next unit: another of its article is here, or enough."""
        held = self.readings.get(one.row.article_id)
        if held:
            return held.key != one.key
        return bool(self.readings) and (len(self.readings) >= UNIT or self.size > SIZE or monotonic() - self.began > PATIENCE)

    def take(self, one: Reading) -> None:
        """Takes the reading in; the same one again only counts."""
        self.repeated += one.row.article_id in self.readings
        self.readings[one.row.article_id] = one
        self.size += len(one.coding.article.text)


class Writer:
    """The one writer of a ledger, a context: `with Writer(path, "add") as writer: writer.add(codings)`.

    What is committed is published at the end, also after an exception; a writer that is killed leaves it to the next. Raises
    LedgerLockedError where there is another writer, LedgerError where nothing can be written.
    """

    def __init__(self, ledger: Path, command: str) -> None:
        self.ledger, self.command = ledger, command
        self.run: int | None = None
        self._stack = ExitStack()
        self._published = monotonic()
        self._pause = PUBLISH_AFTER

    def __enter__(self) -> "Writer":
        with self._stack:
            self._stack.enter_context(locked(self.ledger))
            self.copy = WorkingCopy(self.ledger)
            self._stack = self._stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._stack:
            if isinstance(error, (LedgerError, duckdb.Error)):  # the copy is kept as it is for the next writer
                self.connection.close()
            elif self.run is None and not self.copy.is_changed:
                self.copy.discard()
            else:
                if error is None:
                    self._end_run()
                    with told(self.ledger):
                        index(self.connection)
                self.copy.publish()

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The open working copy."""
        return self.copy.connection

    def add(self, codings: Iterable[Coding], *, again: bool = False) -> Added:
        """Records the codings, unit by unit. One that is there already changes nothing; one that was superseded stays so unless `again`."""
        total, unit = Added(), Gathered()
        try:
            for coding in codings:
                one = Reading(coding, reading_of(coding))
                if unit.is_full(one):
                    unit, full = Gathered(), unit
                    total += self._add_unit(full, again)
                    self._publish_meanwhile()
                unit.take(one)
        finally:  # where the codings break off, what was read is kept
            total += self._add_unit(unit, again)
        return total

    def coded_by(self, coder: Coder) -> frozenset[bytes]:
        """The SHA-256 of each article of which the ledger has what this coder makes of it, with whichever matrix kernel."""
        wanted = [coder.version, coder.lexicon_sha256, coder.pipeline_sha256, coder.settings_sha256, coder.weights_sha256]
        found = self.connection.execute(
            """SELECT DISTINCT article_sha256 FROM history.readings WHERE version = ? AND lexicon_sha256 = ? AND pipeline_sha256 = ?
            AND settings_sha256 = ? AND weights_sha256 IS NOT DISTINCT FROM ? AND superseded_by IS NULL""",
            wanted,
        ).fetchall()
        return frozenset(bytes.fromhex(hash) for (hash,) in found)

    def begin_run(self, now: datetime) -> int:
        """The number of this run, which is noted when something is first recorded; in the transaction that is open."""
        if self.run is None:
            self.run = _one(self.connection, "SELECT coalesce(max(run), 0) + 1 FROM history.runs")
            self.connection.execute(
                "INSERT INTO history.runs VALUES (?, ?, ?, ?::TIMESTAMP, NULL, 0, 0)", [self.run, self.command, __version__, now]
            )
        return self.run

    def _add_unit(self, gathered: "Gathered", again: bool) -> Added:
        with told(self.ledger):
            unit = sorted_out(self.connection, tuple(gathered.readings.values()), again=again)
            if not unit.new and not unit.changed:
                return Added(None, known=unit.known + gathered.repeated, outdated=unit.outdated)
            return self._loaded(unit._replace(known=unit.known + gathered.repeated))

    def _loaded(self, unit: Unit) -> Added:
        """One transaction: all of the unit, or nothing."""
        first, now = self.run is None, datetime.now(UTC).replace(tzinfo=None)
        self.connection.begin()
        try:
            run = self.begin_run(now)
            added = load(self.connection, unit, run, now)
            if added.new or added.changed:
                relate(self.connection, run, now)
            self.connection.execute(
                "UPDATE history.runs SET articles = articles + ?, records = records + ? WHERE run = ?",
                [added.new + added.changed, added.records, self.run],
            )
            self.connection.commit()
        except BaseException:
            self.run = None if first else self.run
            with suppress(duckdb.Error):
                self.connection.rollback()
            raise
        return added

    def _publish_meanwhile(self) -> None:
        if self.run is None or monotonic() - self._published < self._pause:
            return
        began = monotonic()
        self.copy.publish_meanwhile()
        self._published = monotonic()
        self._pause = max(PUBLISH_AFTER, (self._published - began) / SHARE)

    def _end_run(self) -> None:
        if self.run is not None:
            now = datetime.now(UTC).replace(tzinfo=None)
            self.connection.execute("UPDATE history.runs SET ended_at = ?::TIMESTAMP WHERE run = ?", [now, self.run])


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
