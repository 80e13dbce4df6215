"""Files that are damaged, foreign or of a newer version: told so, with the way out, and left as they are. Backups bring them back."""

from hashlib import sha256
from shutil import copy

import duckdb
import pytest
from invented import codings

from communique.errors import LedgerError
from communique.ledger import Ledger, back_up, restore
from communique.ledger.files import working_of
from communique.ledger.migrations import migrate, migrations


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "reef.duckdb"
    Ledger.open(path).add(codings(300))
    return path


@pytest.fixture
def ledger(whole, tmp_path):
    return Ledger.open(copy(whole, tmp_path / "reef.duckdb"))


def everything(path):
    """Reads and writes what there is of a ledger."""
    Ledger.open(path).verify()
    Ledger.open(path).add(codings(301))


def overwritten(path, offset, data):
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def truncated(path):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: overwritten(path, 0, b"\0" * 4096),
        lambda path: overwritten(path, path.stat().st_size // 2, b"\x55" * (path.stat().st_size // 2)),
        lambda path: overwritten(path, 4096, b"\x55" * 8192),
        truncated,
        lambda path: path.write_text("not a database"),
        lambda path: path.write_bytes(b""),
    ],
    ids=["no head", "half overwritten", "no headers", "truncated", "text", "empty"],
)
def test_a_damaged_ledger(ledger, harm):
    harm(ledger.path)
    before = sha256(ledger.path.read_bytes()).hexdigest()
    with pytest.raises(LedgerError, match=r"is damaged, or no ledger: communique restore BACKUP|no ledger of communique"):
        everything(ledger.path)
    assert sha256(ledger.path.read_bytes()).hexdigest() == before


def test_a_damaged_working_copy_does_no_harm(ledger):
    working_of(ledger.path).write_bytes(b"\0" * 100_000)
    with pytest.raises(LedgerError, match=r"left by an interrupted add, is damaged; the ledger itself is not. Delete it and add again"):
        ledger.add(codings(301))
    working_of(ledger.path).unlink()
    assert ledger.add(codings(301)).new == 1


@pytest.mark.parametrize("use", [lambda ledger: ledger.stats(), lambda ledger: ledger.add(codings(301))], ids=["read", "add"])
def test_a_schema_of_a_newer_version(ledger, use):
    with duckdb.connect(ledger.path) as connection:
        connection.execute("INSERT INTO migrations (number, name) VALUES (9999, 'to come')")
    before = sha256(ledger.path.read_bytes()).hexdigest()
    with pytest.raises(LedgerError, match=r"9999, this program knows .*: upgrade communique"):
        use(Ledger.open(ledger.path))
    assert sha256(ledger.path.read_bytes()).hexdigest() == before


def test_a_file_of_a_newer_duckdb(ledger):
    overwritten(ledger.path, 12, (250).to_bytes(8, "little"))
    with pytest.raises(LedgerError, match=r"upgrade communique|is damaged"):
        Ledger.open(ledger.path).stats()


def test_a_foreign_database(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE mine AS SELECT 1 AS kept")
    with pytest.raises(LedgerError, match="no ledger of communique: name another file"):
        Ledger.open(path).stats()
    with pytest.raises(LedgerError, match="no ledger of communique: name another file"):
        Ledger.open(path).add(codings(1))


def test_an_older_schema_is_brought_up_to_date_when_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "old.duckdb"
    with monkeypatch.context() as patch, duckdb.connect(path) as connection:
        patch.setattr("communique.ledger.migrations.migrations", lambda: migrations()[:1])
        assert migrate(connection) == 1
    ledger = Ledger.open(path)
    assert ledger.articles.fetchall() == []
    applied = [number for (number,) in ledger.sql("SELECT number FROM migrations ORDER BY 1").fetchall()]
    assert applied == [migration.number for migration in migrations()]


def test_a_migration_that_fails_leaves_the_schema_as_it_was(monkeypatch):
    broken = migrations()[0]._replace(number=99, sql="CREATE TABLE half (i INTEGER); SELECT nonsense FROM nowhere")
    monkeypatch.setattr("communique.ledger.migrations.migrations", lambda: (migrations()[0], broken))
    connection = duckdb.connect()
    with pytest.raises(duckdb.Error):
        migrate(connection)
    assert connection.execute("SELECT max(number) FROM migrations").fetchall() == [(1,)]
    assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchall() == [(0,)]


def test_a_backup_is_whole_and_comes_back(ledger, tmp_path):
    backup = tmp_path / "safe.duckdb"
    back_up(ledger.path, backup)
    with pytest.raises(LedgerError, match="exists"):
        back_up(ledger.path, backup)
    ledger.add(codings(310))
    truncated(ledger.path)
    (kept,) = restore(backup, ledger.path)
    assert kept.exists()
    assert len(Ledger.open(ledger.path).articles.fetchall()) == 300
    assert Ledger.open(ledger.path).add(codings(310)).new == 10


def test_a_backup_is_made_while_somebody_writes(ledger, tmp_path):
    with ledger.writer("add") as writer:
        writer.add(codings(305))
        back_up(ledger.path, tmp_path / "safe.duckdb")
    assert len(Ledger.open(tmp_path / "safe.duckdb").articles.fetchall()) == 300


def test_a_damaged_backup_is_refused(ledger, tmp_path):
    backup = tmp_path / "safe.duckdb"
    back_up(ledger.path, backup)
    overwritten(backup, backup.stat().st_size // 2, b"\x55" * (backup.stat().st_size // 2))
    with pytest.raises(LedgerError, match="damaged"):
        restore(backup, ledger.path)
    assert len(Ledger.open(ledger.path).articles.fetchall()) == 300


def test_what_an_interrupted_add_left_is_set_aside_by_a_restore(ledger, tmp_path):
    backup = tmp_path / "safe.duckdb"
    back_up(ledger.path, backup)
    writer = ledger.writer("add").__enter__()
    writer.add(codings(305))
    writer.connection.close()
    writer._stack.close()  # as if killed: the copy stays, the lock goes
    kept = restore(backup, ledger.path)
    assert [path.name.endswith(".writing") for path in kept] == [False, True]
    assert Ledger.open(ledger.path).add(codings(301)).new == 1


def test_a_copy_of_another_state_is_not_taken_up(ledger, tmp_path):
    backup = tmp_path / "safe.duckdb"
    back_up(ledger.path, backup)
    ledger.add(codings(302))
    writer = ledger.writer("add").__enter__()
    writer.add(codings(305))
    writer.connection.close()
    writer._stack.close()
    backup.replace(ledger.path)
    with pytest.raises(LedgerError, match=r"left over from an add to another state of .*: move or delete it"):
        ledger.add(codings(301))
