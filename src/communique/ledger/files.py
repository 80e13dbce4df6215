"""The files of a ledger, and how a new state of it is published.

    news.duckdb           the published ledger: never written to, only replaced by rename; any number of programs may have it open
    news.duckdb.writing   the working copy of the one writer; left behind by a writer that was killed, taken up again by the next
    news.duckdb.lock      held by the writer; says who that is

Readers of the old file keep it until they close it. Nothing that happens to a writer can hurt the published file.
"""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from communique.errors import LedgerError, LedgerLockedError

WORKING = ".writing"
CHUNK = 1 << 30  # bytes that one call copies
Signature = tuple[int, int, int] | None


def working_of(ledger: Path) -> Path:
    """The working copy of a ledger."""
    return ledger.with_name(f"{ledger.name}{WORKING}")


def log_of(database: Path) -> Path:
    """DuckDB's write-ahead log of a database; there is none beside a published ledger."""
    return database.with_name(f"{database.name}.wal")


def signature(path: Path) -> Signature:
    """What changes when a file is replaced or written to; None where there is no file."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


@contextmanager
def locked(ledger: Path) -> Iterator[None]:
    """The right to write to a ledger, until the end of the block or of the process. Raises LedgerLockedError, which names who has it."""
    try:
        file = ledger.with_name(f"{ledger.name}.lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise LedgerError(f"{ledger}: {error.strerror}: name a ledger in a folder that you may write to") from error
    with file:
        if not _take(file):
            file.seek(0)
            raise LedgerLockedError(
                f"{ledger} is being written to by {file.read().strip() or 'another process'}: wait for it, or stop it. "
                "Reading goes on meanwhile."
            )
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
        file.flush()
        yield
        with suppress(OSError):
            file.truncate(0)


def _take(file: IO[str]) -> bool:
    """Takes the lock of an open file; the system gives it back when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def copied(source: Path, target: Path) -> None:
    """Makes `target` a copy of `source`, all of it or nothing; on file systems that can, the two share their blocks."""
    part = target.with_name(f"{target.name}.part")
    try:
        with source.open("rb") as read, part.open("wb") as written:
            _copy(read, written)
            os.fsync(written.fileno())
        if part.stat().st_size != source.stat().st_size:
            raise OSError(errno.EIO, "not all of it could be copied", str(source))
        shutil.copymode(source, part)
        renamed(part, target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _copy(read: IO[bytes], written: IO[bytes]) -> None:
    if hasattr(os, "copy_file_range"):
        with suppress(OSError):  # not on this file system: the plain way below begins anew
            while os.copy_file_range(read.fileno(), written.fileno(), CHUNK):
                pass
            return
    read.seek(0)
    written.seek(0)
    written.truncate()
    shutil.copyfileobj(read, written, 1 << 20)


def renamed(source: Path, target: Path) -> None:
    """Puts `source` in the place of `target`, for good: the folder is flushed too."""
    os.replace(source, target)
    if sys.platform != "win32":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
