"""Backups: a published ledger is a file that no one writes to, so a backup is a copy of it."""

from datetime import UTC, datetime
from pathlib import Path

from communique.errors import LedgerError
from communique.ledger.connection import reading, told
from communique.ledger.files import copied, locked, log_of, renamed, working_of
from communique.ledger.migrations import check_version


def back_up(ledger: Path, backup: Path) -> None:
    """Copies the ledger as published, also while somebody writes. Raises LedgerError where the backup exists, or the ledger is damaged."""
    if backup.exists():
        raise LedgerError(f"{backup} exists: name a file that does not")
    _check(ledger)
    with told(backup):
        copied(ledger, backup)
    _check(backup)


def restore(backup: Path, ledger: Path) -> tuple[Path, ...]:
    """Puts a backup in the ledger's place; returns where what was there before now is. Raises LedgerError, LedgerLockedError."""
    _check(backup)
    with locked(ledger), told(ledger):
        stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        present = [path for path in (log_of(ledger), working_of(ledger), log_of(working_of(ledger))) if path.exists()]
        kept = [(path, path.with_name(f"{ledger.name}.before-{stamp}{path.name.removeprefix(ledger.name)}")) for path in present]
        if ledger.exists():
            before = ledger.with_name(f"{ledger.name}.before-{stamp}")
            copied(ledger, before)
            kept.insert(0, (ledger, before))
        for path, aside in kept:
            if path != ledger:
                renamed(path, aside)
        copied(backup, ledger)
    return tuple(aside for _, aside in kept)


def _check(ledger: Path) -> None:
    """Raises LedgerError where a file is no ledger that this program reads, or one of its blocks is damaged."""
    reader = reading(ledger)
    try:
        with told(ledger):
            check_version(reader)
            for (table,) in reader.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'history'").fetchall():
                reader.execute(f'SELECT count(hash(t)) FROM history."{table}" AS t').fetchall()
    finally:
        reader.close()
