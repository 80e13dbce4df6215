"""How fast is a ledger written, does it survive its writer, and what does a grown one cost?

usage: python benchmarks/ledger.py CODINGS.jsonl [--only adding kills ...] [--statements N] [--ledger FILE] [--kills N]

CODINGS.jsonl is what `communique code` makes of a corpus. A record is a row of articles, statements, positions, commitments, events,
actors or relays; rows by which reprints and words are found are not counted, and the time they take is. Measured are

    adding   records a second, from decoded codings to the published file with reprints and index; the same codings added again
    grown    a ledger of N statements, made of the codings and copies of them in other words (synthesis.py): its size, a small add to it,
             opening it; it stays in --ledger, and one that is there already is used
    asking   questions and searches in it, each asked twenty times
    judged   the same when some of what the questions find has been judged (in a copy of it)
    kills    writers killed (-9) at random moments, each started again: records lost, records that came twice

Beside the wall clock stands CPU time: it counts where others use the machine.
"""

import argparse
import gc
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from msgspec.structs import replace

from communique.ask import Ledger as Asked
from communique.ledger import Ledger
from communique.ledger.files import copied
from communique.model import Coding
from communique.record import from_json
from synthesis import copies_of

WRITER = """
import sys
from communique.ledger import Ledger, writer
from communique.record import from_json
writer.UNIT = 100
Ledger.open(sys.argv[1]).add(from_json(line) for line in open(sys.argv[2], "rb"))
"""
QUESTIONS: dict[str, Callable[[Asked], object]] = {
    "positions of a holder": lambda ledger: ledger.positions(holder="RUS").fetchall(),
    "positions of a name": lambda ledger: ledger.positions(holder="Hamas").fetchall(),
    "positions on an issue": lambda ledger: ledger.positions(issue="sanctions").fetchall(),
    "positions of a holder on an issue": lambda ledger: ledger.positions(holder="USA", issue="sanctions").fetchall(),
    "positions as of a day": lambda ledger: ledger.positions(holder="RUS", as_of="2024-06-01").fetchall(),
    "positions as recorded": lambda ledger: ledger.positions(holder="RUS", recorded="2100-01-01").fetchall(),
    "fifty statements": lambda ledger: ledger.statements(speaker="RUS", act="reject", limit=50).fetchall(),
    "commitments due": lambda ledger: ledger.commitments(due="today", limit=50).fetchall(),
    "events of a dyad by month": lambda ledger: ledger.events(dyad="RUS-USA", by="month").fetchall(),
    "number of statements": lambda ledger: ledger.sql("SELECT count(*) FROM statements").fetchall(),
    "search one word": lambda ledger: ledger.search("embargo").fetchall(),
    "search two words": lambda ledger: ledger.search("UN Charter").fetchall(),
    "search three words": lambda ledger: ledger.search("sanctions on Iran").fetchall(),
    "search common words": lambda ledger: ledger.search("the government said").fetchall(),
    "search a word that is nowhere": lambda ledger: ledger.search("zebrafish").fetchall(),
}
PARTS = ("adding", "grown", "asking", "judged", "kills")
Answer = TypeVar("Answer")


def timed(work: Callable[[], Answer]) -> tuple[float, float, Answer]:
    """Wall-clock and CPU seconds of a piece of work, and what it gave."""
    wall, cpu = time.perf_counter(), time.process_time()
    answer = work()
    return time.perf_counter() - wall, time.process_time() - cpu, answer


def measure_adding(codings: list[Coding], folder: Path) -> None:
    """Prints how fast a new ledger is filled, and how fast it is seen that there is nothing to add."""
    ledger = Ledger.open(folder / "fresh.duckdb")
    wall, cpu, added = timed(lambda: ledger.add(codings))
    print(f"add       {added.records:,} records: {wall:.1f} s, {added.records / wall:,.0f} a second ({cpu:.1f} CPU s)")
    wall, cpu, added = timed(lambda: ledger.add(codings))
    print(f"again     {added.known:,} codings known: {wall:.1f} s ({cpu:.1f} CPU s)")


def measure_grown(codings: list[Coding], statements: int, ledger: Ledger) -> None:
    """Prints what a grown ledger costs: making it, adding to it, opening it."""
    times = -(-statements // max(sum(len(coding.statements) for coding in codings), 1))
    if not ledger.path.exists():
        wall, cpu, added = timed(lambda: ledger.add(copies_of(codings, times)))
        print(f"grow      {added.records:,} records: {wall:.0f} s, {added.records / wall:,.0f} a second ({cpu:.0f} CPU s)", flush=True)
    stats = ledger.stats()
    print(f"size      {stats.tables['statements']:,} statements, {stats.bytes / 1e6:,.0f} MB")
    with grown_copy(ledger) as copy:
        small = list(islice(copies_of(codings, times + 1), times * len(codings), times * len(codings) + 100))
        wall, cpu, added = timed(lambda: copy.add(small))
        copying, _, _ = timed(lambda: copied(copy.path, copy.path.with_name("again")))
        print(f"small add {added.records:,} records: {wall:.2f} s ({cpu:.2f} CPU s), of which copying the ledger {copying:.2f} s")
        changed = [replace(coding, positions=(), coder=replace(coding.coder, version="0")) for coding in small]
        wall, _, added = timed(lambda: copy.add(changed))
        print(f"changes   {added.changed:,} articles, {added.superseded:,} rows superseded: {wall:.2f} s")
    opening = median(timed(lambda: Ledger.open(ledger.path).sql("SELECT 1").fetchall())[0] for _ in range(9))
    print(f"open      {opening * 1000:.0f} ms")


@contextmanager
def grown_copy(ledger: Ledger) -> Iterator[Asked]:
    """A copy of a ledger, beside it, that may be changed."""
    with tempfile.TemporaryDirectory(dir=ledger.path.parent) as folder:
        copied(ledger.path, Path(folder) / "copy.duckdb")
        yield Asked.open(Path(folder) / "copy.duckdb")


def measure_judged(ledger: Ledger, count: int) -> None:
    """Judges statements and positions that the questions find, and asks them again."""
    found = "SELECT id FROM {} USING SAMPLE reservoir({} ROWS) REPEATABLE (1)"
    with grown_copy(ledger) as copy:
        ids = [id for table in ("statements", "positions") for (id,) in copy.sql(found.format(table, count)).fetchall()]
        with copy.bench("benchmark") as bench:
            bench.accept(*ids[::2])
            bench.reject(*ids[1::2])
        print(f"judged    {len(ids)} records")
        measure_asking(copy)


def measure_asking(ledger: Asked) -> None:
    """Prints what questions take, each asked twenty times after one that warms up."""
    gc.freeze()  # the codings in memory are the benchmark's, and nobody who asks has the collector walk them
    for name, ask in QUESTIONS.items():
        ask(ledger)
        took = [timed(lambda ask=ask: ask(ledger))[:2] for _ in range(20)]  # type: ignore[misc]
        wall, cpu = (sorted(times) for times in zip(*took, strict=True))
        print(f"ask       {name}: {wall[10] * 1000:.0f} ms, p95 {wall[18] * 1000:.0f} ms ({cpu[10] * 1000:.0f} CPU ms)", flush=True)


def measure_kills(file: Path, codings: list[Coding], kills: int, folder: Path) -> None:
    """Prints what writers that are killed lose or write twice."""
    chance, path, killed, ledgers = random.Random(1), folder / "killed.duckdb", 0, 0
    expected = Ledger.open(folder / "whole.duckdb")
    expected.add(codings)
    longest, _, _ = timed(lambda: _finish(file, path, expected))
    while killed < kills:
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(file)])
        time.sleep(chance.uniform(0.2, longest))
        if writer.poll() is None:
            writer.kill()
            killed += 1
        writer.wait()
        if writer.returncode == 0 or killed % 4 == 0:
            _finish(file, path, expected)
            ledgers += 1
            print(f"kills     {killed} in {ledgers} ledgers: each ended with every record once, 0 lost, 0 twice", flush=True)


def _finish(file: Path, path: Path, expected: Ledger) -> None:
    """Lets a writer come to its end; stops where a ledger is not what an uninterrupted writer made."""
    subprocess.run([sys.executable, "-c", WRITER, str(path), str(file)], check=True)
    for table in ("articles", "statements", "positions", "commitments", "events", "actors", "relays"):
        ids = f"SELECT id, row_hash FROM history.{table} ORDER BY ALL"
        if Ledger.open(path).sql(ids).fetchall() != expected.sql(ids).fetchall():
            sys.exit(f"{path}: {table} differ from those of an uninterrupted add")
    path.unlink()


def read(file: Path) -> Iterator[Coding]:
    """The codings of a file."""
    with file.open("rb") as lines:
        yield from map(from_json, lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codings", type=Path)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    arguments = parser.parse_args()
    codings = list({coding.article.id: coding for coding in read(arguments.codings)}.values())
    with tempfile.TemporaryDirectory() as folder:
        grown = arguments.ledger or Path(folder) / "grown.duckdb"
        work: dict[str, Callable[[], None]] = {
            "adding": lambda: measure_adding(codings, Path(folder)),
            "grown": lambda: measure_grown(codings, arguments.statements, Ledger.open(grown)),
            "asking": lambda: measure_asking(Asked.open(grown)),
            "judged": lambda: measure_judged(Ledger.open(grown), 200),
            "kills": lambda: measure_kills(arguments.codings, codings, arguments.kills, Path(folder)),
        }
        for part in arguments.only:
            work[part]()


if __name__ == "__main__":
    main()
