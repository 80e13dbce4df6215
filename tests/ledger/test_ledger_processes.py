"""Writers that are killed, meet each other or a full disk, and readers that look on: all with real processes."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys

import duckdb
import pytest
from invented import codings

from communique.errors import LedgerError, LedgerLockedError
from communique.ledger import Ledger
from communique.ledger.files import working_of
from communique.record import to_json

ADD = """
import sys
from communique.errors import LedgerError
from communique.ledger import Ledger, writer
from communique.record import from_json

def told():
    for line in open(sys.argv[2], "rb"):
        yield from_json(line)
        print("read", flush=True)

writer.UNIT = int(sys.argv[3])
try:
    print(Ledger.open(sys.argv[1]).add(told()))
except LedgerError as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""
HOLD = """
import sys
from communique.ledger import Ledger
with Ledger.open(sys.argv[1]).writer("add"):
    print("held", flush=True)
    sys.stdin.read()
"""
LOOK_ON = """
import sys
from communique.ledger import Ledger
ledger = Ledger.open(sys.argv[1])
relation = ledger.articles
for line in sys.stdin:
    if line.strip() == "refresh":
        ledger.refresh()
        relation = ledger.articles
    print(len(relation.fetchall()), flush=True)
"""
FOREIGN = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "reads")
if sys.argv[2] == "writes":
    connection.execute("CREATE TABLE mine AS SELECT 1 AS kept")
print(connection.execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
sys.stdin.readline()
print(connection.execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
"""
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}


def started(program, *arguments, before=(), **more):
    return subprocess.Popen([*before, sys.executable, "-c", program, *map(str, arguments)], **PIPES, **more)


def finished(program, *arguments, **more):
    """Exit code, output and errors of a process that ran to its end."""
    process = started(program, *arguments, **more)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reef.duckdb"


def written(folder, count, *, start=0):
    file = folder / f"{start}-{start + count}.jsonl"
    file.write_bytes(b"".join(map(to_json, codings(count, start=start))))
    return file


def counts(path):
    """Articles, and ids of every kind with how many of them there are, in a ledger or working copy."""
    with duckdb.connect(path) as connection:
        committed = connection.execute("SELECT coalesce(sum(articles), 0) FROM history.runs").fetchone()[0]
        tables = ("articles", "statements", "positions", "commitments", "events", "relays")
        return committed, [connection.execute(f"SELECT count(*), count(DISTINCT id) FROM history.{table}").fetchone() for table in tables]


def test_killed_at_any_moment_nothing_committed_is_lost_and_nothing_comes_twice(path, tmp_path):
    file, chance = written(tmp_path, 240), random.Random(7)
    kept = [0]
    while kept[-1] < 200 and len(kept) < 20:
        process = started(ADD, path, file, 8)
        for _ in range(kept[-1] + chance.randrange(10, 80)):
            process.stdout.readline()
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert not path.exists(), "nothing was published yet"
        if working_of(path).exists():
            shutil.copytree(tmp_path, tmp_path.parent / f"copy{len(kept)}")
            committed, tables = counts(working_of(tmp_path.parent / f"copy{len(kept)}" / path.name))
            assert tables == [(committed, committed)] * len(tables), "a unit is recorded whole or not at all"
            assert committed >= kept[-1]
            kept.append(committed)
    assert len(kept) > 3
    code, out, _ = finished(ADD, path, file, 8)
    assert code == 0
    assert f"known={kept[-1]}" in out
    assert counts(path) == (240, [(240, 240)] * 6)
    assert not working_of(path).exists()


def test_killed_while_adding_to_a_ledger_its_readers_see_it_as_it_was(path, tmp_path):
    Ledger.open(path).add(codings(30))
    process = started(ADD, path, written(tmp_path, 200, start=30), 8)
    for _ in range(100):
        process.stdout.readline()
    process.kill()
    process.communicate()
    assert len(Ledger.open(path).articles.fetchall()) == 30
    assert working_of(path).exists()
    added = Ledger.open(path).add([])
    assert added.run is None
    assert len(Ledger.open(path).articles.fetchall()) >= 30 + 80
    assert Ledger.open(path).add(codings(230)).known >= 30 + 80
    assert counts(path) == (230, [(230, 230)] * 6)


def test_a_second_writer_is_told_who_the_first_is(path):
    first = started(HOLD, path)
    assert first.stdout.readline() == "held\n"
    with pytest.raises(LedgerLockedError, match=f"written to by process {first.pid}, since .*wait for it"):
        Ledger.open(path).add(codings(1))
    first.kill()
    first.communicate()
    assert Ledger.open(path).add(codings(1)).new == 1


def test_readers_neither_stop_an_add_nor_are_broken_by_one(path):
    ledger = Ledger.open(path)
    ledger.add(codings(5))
    reader, foreign = started(LOOK_ON, path), started(FOREIGN, path, "reads")
    ask(reader, "look", 5)
    assert foreign.stdout.readline() == "5\n"
    ledger.add(codings(9))
    ask(reader, "look", 5)
    ask(reader, "refresh", 9)
    out, err = foreign.communicate("on\n", timeout=60)
    assert (out, err) == ("5\n", "")
    reader.communicate()
    assert reader.returncode == 0


def ask(reader, what, count):
    reader.stdin.write(f"{what}\n")
    reader.stdin.flush()
    assert reader.stdout.readline() == f"{count}\n"


def test_reading_goes_on_while_another_process_writes(path):
    Ledger.open(path).add(codings(5))
    writer = started(HOLD, path)
    writer.stdout.readline()
    assert len(Ledger.open(path).articles.fetchall()) == 5
    writer.communicate()


def test_another_program_that_writes_is_waited_for_and_what_it_wrote_is_kept(path):
    Ledger.open(path).add(codings(2))
    foreign = started(FOREIGN, path, "writes")
    foreign.stdout.readline()
    with pytest.raises(LedgerLockedError, match="open for writing in another program"):
        Ledger.open(path).add(codings(3))
    foreign.communicate("on\n", timeout=60)
    assert Ledger.open(path).add(codings(3)).new == 1
    assert Ledger.open(path).sql("FROM mine").fetchall() == [(1,)]


def test_a_ledger_changed_underneath_is_not_overwritten(path):
    Ledger.open(path).add(codings(2))

    def meanwhile():
        yield from codings(4)
        with duckdb.connect(path) as foreign:
            foreign.execute("CREATE TABLE mine AS SELECT 1 AS kept")

    with pytest.raises(LedgerError, match="changed by another program"):
        Ledger.open(path).add(meanwhile())
    assert Ledger.open(path).sql("FROM mine").fetchall() == [(1,)]
    assert working_of(path).exists()


@pytest.mark.parametrize("room", [0, 1_000_000])
def test_a_full_disk(path, tmp_path, room):
    Ledger.open(path).add(codings(100))
    file, limit = written(tmp_path, 800, start=100), path.stat().st_size + room
    code, _, err = finished(ADD, path, file, 100, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert code == 1
    assert "no space left. What was committed is safe" in err
    assert "Traceback" not in err
    assert len(Ledger.open(path).articles.fetchall()) == 100
    code, _, err = finished(ADD, path, file, 100)
    assert (code, err) == (0, "")
    assert counts(path) == (900, [(900, 900)] * 6)


def bound():
    """What makes root obey permissions; nothing for others."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root without setpriv: permissions bind nobody")
    return ["setpriv", "--bounding-set=-dac_override"]


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_no_right_to_write(path, tmp_path, kind):
    Ledger.open(path).add(codings(3))
    file, target = written(tmp_path, 5), path if kind == "file" else tmp_path
    target.chmod(0o444 if kind == "file" else 0o555)
    (tmp_path / "reef.duckdb.lock").chmod(0o444 if kind == "folder" else 0o644)
    code, _, err = finished(ADD, path, file, 100, before=bound())
    read, out, _ = finished(LOOK_ON.replace("for line in sys.stdin:", "for line in ['look']:"), path, before=bound())
    tmp_path.chmod(0o755)
    assert code == 1
    assert "read-only: chmod u+w" in err if kind == "file" else "may write to" in err
    assert (read, out) == (0, "3\n")
    assert not working_of(path).exists()
