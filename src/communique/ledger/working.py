"""The working copy: made of the published ledger or taken up from a writer that was killed, and published in the ledger's place."""

import os
from pathlib import Path
from uuid import uuid4

import duckdb

from communique.errors import LedgerError
from communique.ledger import connection as connections
from communique.ledger.files import Signature, copied, log_of, renamed, signature, working_of
from communique.ledger.migrations import check_version, migrate


class WorkingCopy:
    """A ledger opened for writing; whoever makes one holds its lock.

    is_changed  True where it differs from the ledger from the start: a killed writer left it, or the schema was brought up to date
    """

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self.file = working_of(ledger)
        with connections.told(ledger):
            _check_writable(ledger)
            _fold_log(ledger)
            self.is_changed = self.file.exists()
            if self.is_changed:
                _check_descent(self.file, ledger)
            elif ledger.exists():
                copied(ledger, self.file)
            self.base: Signature = signature(ledger)
            self.connection = self._opened()

    def _opened(self) -> duckdb.DuckDBPyConnection:
        """The copy opened, its schema up to date, with a token of its own."""
        opened = connections.writing(self.file)
        self.is_changed |= migrate(opened) > 0
        connections.load_search(opened)
        opened.execute("UPDATE history.state SET base = ?, token = ?", [_token(self.ledger), uuid4().hex])
        return opened

    def publish(self) -> None:
        """Puts the copy in the ledger's place and closes it."""
        with connections.told(self.ledger):
            self._close_whole()
            renamed(self.file, self.ledger)

    def publish_meanwhile(self) -> None:
        """Publishes what there is, and goes on."""
        with connections.told(self.ledger):
            self._close_whole()
            copied(self.file, self.ledger)
            self.base = signature(self.ledger)
            self.connection = self._opened()

    def discard(self) -> None:
        """Closes and deletes the copy, in which nothing was recorded."""
        self.connection.close()
        self.file.unlink(missing_ok=True)
        log_of(self.file).unlink(missing_ok=True)

    def _close_whole(self) -> None:
        """Closes the copy with everything in its one file. Raises LedgerError where the ledger is no more the one that was copied."""
        if signature(self.ledger) != self.base or log_of(self.ledger).exists():
            raise LedgerError(
                f"{self.ledger} was changed by another program meanwhile, and is left as it is. What was added is in {self.file}: "
                f"put that in its place, or delete it to keep the changed one, then run the same command again"
            )
        self.connection.execute("CHECKPOINT")
        self.connection.close()


def _check_writable(ledger: Path) -> None:
    if ledger.exists() and not os.access(ledger, os.W_OK):
        raise LedgerError(f"{ledger} is read-only: chmod u+w {ledger}, or name another ledger")


def _fold_log(ledger: Path) -> None:
    """Lets DuckDB take in what another program that wrote to the published file left in its log."""
    if log_of(ledger).exists():
        folded = connections.writing(ledger)
        folded.execute("CHECKPOINT")
        folded.close()


def _check_descent(copy: Path, ledger: Path) -> None:
    """Raises LedgerError where a working copy was made of another state of the ledger."""
    opened = connections.writing(copy)  # takes in the killed writer's log
    try:
        row = opened.execute("SELECT token, base FROM history.state").fetchone()
    except duckdb.CatalogException:  # killed before it had a schema
        row = ("", "")
    finally:
        opened.close()
    if _token(ledger) not in (row or ()):
        raise LedgerError(
            f"{copy} is left over from an add to another state of {ledger}, perhaps before a backup was restored: move or delete it, "
            "then run the command again"
        )


def _token(ledger: Path) -> str:
    """The token of the published ledger; empty where there is none."""
    if not ledger.exists():
        return ""
    reader = connections.reading(ledger)
    try:
        check_version(reader)
        row = reader.execute("SELECT token FROM history.state").fetchone()
    finally:
        reader.close()
    return str(row[0]) if row else ""
