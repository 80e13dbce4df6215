"""DuckDB opened on a ledger, for reading or for writing; its errors in our words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import duckdb

from communique.errors import LedgerError, LedgerLockedError, UsageError
from communique.ledger.files import WORKING

LOG = "256MB"  # how far the log may grow before it is folded in: seldom, for every unit is some 10 MB (docs/why/ledger.md)

# parts of DuckDB's messages
FULL = ("No space left", "File too large", "Disk quota", "not enough space")
DAMAGED = (
    "not a valid DuckDB", "orrupt", "checksum", "erialization", "nternal Error", "INTERNAL Error", "file is too small", "read enough bytes",
    "invalidated",
)  # fmt: skip
NEWER = ("newer version", "version number", "storage version")


def reading(ledger: Path, *, is_closed: bool = True, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """A connection that reads the ledger as it is now and changes nothing; `is_closed`, it reaches no other file. Raises LedgerError.

    With `memory` ("256MB") it takes no more than that, and puts nothing on the disk instead.

    The ledger is attached to a database in memory: DuckDB shares what is opened by name within a process, and would go on showing the
    old file after a new one is published.
    """
    if not ledger.exists():
        raise LedgerError(f"no ledger at {ledger}: communique add PATH --ledger {ledger} makes one")
    with told(ledger):
        connection = _connected(":memory:")
        connection.execute(f"ATTACH {_quoted(ledger)} AS ledger (READ_ONLY)")
        connection.execute("USE ledger")
        load_search(connection)
        if memory:
            connection.execute(f"SET memory_limit = '{memory}'")
            connection.execute("SET max_temp_directory_size = '0B'")
        if is_closed:
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
    return connection


def beside(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Another connection to what this one reads, for another thread: it shares the memory of the first."""
    other = connection.cursor()
    other.execute("USE ledger")
    return other


def writing(database: Path) -> duckdb.DuckDBPyConnection:
    """A connection that writes to a working copy. Raises LedgerError."""
    with told(database):
        connection = _connected(database)
        connection.execute(f"SET checkpoint_threshold = '{LOG}'")
        connection.execute("SET threads = 1")  # units are small: what two threads share costs more than the second one gives
        connection.execute("SET disabled_compression_methods = 'fsst'")  # tries every text for a twentieth of the space
    return connection


def _connected(database: Path | str) -> duckdb.DuckDBPyConnection:
    """A connection that takes no Python variable for a table and draws nothing on the terminal."""
    connection = duckdb.connect(database, config={"python_enable_replacements": False})
    connection.execute("SET enable_progress_bar = false")
    return connection


def load_search(connection: duckdb.DuckDBPyConnection) -> bool:
    """Loads full-text search from the package that brings it, never from the net; False where the package is not there."""
    spec = find_spec("duckdb_extension_fts")
    if spec is None or spec.origin is None:
        return False
    file = Path(spec.origin).parent / "extensions" / f"v{duckdb.__version__}" / "fts.duckdb_extension"
    if file.exists():
        connection.execute(f"LOAD {_quoted(file)}")
    return file.exists()


@contextmanager
def told(ledger: Path) -> Iterator[None]:
    """Turns what DuckDB and the system raise in the block into LedgerError, which says what to do."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        raise explained(error, ledger) from error


@contextmanager
def answered(ledger: Path) -> Iterator[None]:
    """The same, and what is wrong with a question becomes UsageError, with the place in it."""
    with told(ledger):
        try:
            yield
        except (duckdb.ProgrammingError, duckdb.DataError, duckdb.PermissionException, duckdb.NotSupportedError) as error:
            text = " ".join(str(error).split())
            if "read-only" in text or "file system operations are disabled" in text:
                raise UsageError("SQL only reads this ledger, and no other file; results go where standard output goes") from error
            raise UsageError(f"the query: {text}") from error


def explained(error: Exception, ledger: Path) -> LedgerError:
    """The error in our words."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return LedgerError(f"{ledger}: {error.strerror}: give yourself the right to write there, or name another ledger")
    if any(word in str(error) for word in FULL) or (
        isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
    ):
        return LedgerError(f"{ledger}: no space left. What was committed is safe: make room and run the same command again")
    if "set lock" in text:
        return LedgerLockedError(f"{ledger} is open for writing in another program: close it there. ({text})")
    if any(word in text for word in NEWER):
        return LedgerError(f"{ledger} was written by a newer version: upgrade communique. ({text})")
    if any(word in text for word in DAMAGED) and ledger.suffix == WORKING:
        return LedgerError(f"{ledger}, left by an interrupted add, is damaged; the ledger itself is not. Delete it and add again. ({text})")
    if any(word in text for word in DAMAGED):
        return LedgerError(
            f"{ledger} is damaged, or no ledger: communique restore BACKUP --ledger {ledger} puts a backup in its place. ({text})"
        )
    if "Permission" in text or "permission" in text:
        return LedgerError(f"{ledger}: it cannot be opened: give yourself the right to. ({text})")
    return LedgerError(f"{ledger}: {text}")


def _quoted(path: Path) -> str:
    """A path as a string of SQL; ATTACH and LOAD take no parameters."""
    return "'" + str(path).replace("'", "''") + "'"
