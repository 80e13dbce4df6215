"""How fast is a ledger written, does it survive its writer, and what does a grown one cost?

usage: python benchmarks/ledger.py CODINGS.jsonl [--statements N] [--kills N]

CODINGS.jsonl is what `communique code` makes of a corpus. Measured are: records added a second, from decoded codings to the published
file; the same file added again; a ledger grown to N statements by adding the codings under other ids (its size, a small add to it,
opening it, one look-up, the same with some of it judged); questions and searches in it with every statement worded differently; and N
writers killed at random moments, each started again: records lost, records that came twice.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import TypeVar

from msgspec.structs import replace

from communique.ask import Ledger as Asked
from communique.ledger import Ledger
from communique.ledger.files import copied
from communique.ledger.index import index
from communique.model import Coding
from communique.record import from_json

WRITER = """
import sys
from communique.ledger import Ledger, writer
from communique.record import from_json
writer.UNIT = 100
Ledger.open(sys.argv[1]).add(from_json(line) for line in open(sys.argv[2], "rb"))
"""
LOOK_UP = (
    "SELECT id, day, content_text FROM statements WHERE act = 'reject' AND list_contains(speaker_countries, $who) ORDER BY day LIMIT 20"
)
QUESTIONS: dict[str, Callable[[Asked], object]] = {
    "positions of a holder on an issue": lambda ledger: ledger.positions(holder="USA", issue="sanctions").fetchall(),
    "positions as of a day": lambda ledger: ledger.positions(holder="RUS", issue="sanctions", as_of="2025-06-01").fetchall(),
    "fifty statements": lambda ledger: ledger.statements(speaker="RUS", act="reject", limit=50).fetchall(),
    "commitments due": lambda ledger: ledger.commitments(due="today", limit=50).fetchall(),
    "search one word": lambda ledger: ledger.search("embargo").fetchall(),
    "search two words": lambda ledger: ledger.search("UN Charter").fetchall(),
    "search three words": lambda ledger: ledger.search("sanctions on Iran").fetchall(),
    "search a word that is nowhere": lambda ledger: ledger.search("zebrafish").fetchall(),
}
Answer = TypeVar("Answer")


def timed(work: Callable[[], Answer]) -> tuple[float, float, Answer]:
    """Wall-clock and CPU seconds of a piece of work, and what it gave."""
    wall, cpu = time.perf_counter(), time.process_time()
    answer = work()
    return time.perf_counter() - wall, time.process_time() - cpu, answer


def under_other_ids(coding: Coding, number: int) -> Coding:
    """The coding as if of another article."""
    suffix = f"~{number}"
    return replace(
        coding,
        article=replace(coding.article, id=coding.article.id + suffix),
        statements=tuple(replace(one, id=one.id + suffix) for one in coding.statements),
        positions=tuple(replace(one, id=one.id + suffix) for one in coding.positions),
        commitments=tuple(replace(one, id=one.id + suffix) for one in coding.commitments),
        events=tuple(replace(one, id=one.id + suffix) for one in coding.events),
    )


def measure_adding(codings: list[Coding], folder: Path) -> None:
    """Prints how fast a new ledger is filled, and how fast it is seen that there is nothing to add."""
    ledger = Ledger.open(folder / "fresh.duckdb")
    wall, cpu, added = timed(lambda: ledger.add(codings))
    print(f"add       {added.records:,} records: {wall:.1f} s, {added.records / wall:,.0f} a second ({cpu:.1f} CPU s)")
    wall, cpu, added = timed(lambda: ledger.add(codings))
    print(f"again     {added.known:,} codings known: {wall:.1f} s ({cpu:.1f} CPU s)")


def measure_grown(codings: list[Coding], statements: int, folder: Path) -> None:
    """Prints what a grown ledger costs: adding to it, opening it, looking something up."""
    ledger = Ledger.open(folder / "grown.duckdb")
    times = statements // max(sum(len(coding.statements) for coding in codings), 1) + 1
    wall, cpu, added = timed(lambda: ledger.add(under_other_ids(coding, n) for n in range(times) for coding in codings))
    print(f"grow      {added.records:,} records: {wall:.0f} s, {added.records / wall:,.0f} a second ({cpu:.0f} CPU s)")
    stats = ledger.stats()
    print(f"size      {stats.tables['statements']:,} statements, {stats.bytes / 1e6:,.0f} MB")
    small = [under_other_ids(coding, times) for coding in codings[:100]]
    wall, _, added = timed(lambda: ledger.add(small))
    copying, _, _ = timed(lambda: copied(ledger.path, folder / "copy"))
    print(f"small add {added.records:,} records: {wall:.2f} s, of which copying the ledger {copying:.2f} s")
    changed = [replace(coding, positions=(), coder=replace(coding.coder, version="0")) for coding in small]
    wall, _, added = timed(lambda: ledger.add(changed))
    print(f"changes   {added.changed:,} articles, {added.superseded:,} rows superseded: {wall:.2f} s")
    opening = median(timed(lambda: Ledger.open(ledger.path).sql("SELECT 1").fetchall())[0] for _ in range(9))
    looking = sorted(timed(lambda: ledger.sql(LOOK_UP, {"who": "CUB"}).fetchall())[0] for _ in range(40))
    print(f"open      {opening * 1000:.0f} ms; a look-up {looking[20] * 1000:.0f} ms, p95 {looking[37] * 1000:.0f} ms")
    measure_judged(ledger, 200)


def measure_judged(ledger: Ledger, count: int) -> None:
    """Prints what judging costs in a grown ledger, and what a look-up costs then: plain and as of a day."""
    day = "2020-01-01"
    as_of = LOOK_UP.replace("FROM statements", f"FROM statements_as_of(until := '{day}')")
    before = [_median(ledger, query) for query in (LOOK_UP, as_of)]
    ids = ledger.sql(f"SELECT id FROM statements USING SAMPLE reservoir({count} ROWS) REPEATABLE (1)").fetchall()
    with ledger.bench("benchmark") as bench:
        for number, (id,) in enumerate(ids):
            (bench.accept if number % 2 else bench.reject)(id)
    after = [_median(ledger, query) for query in (LOOK_UP, as_of)]
    told = (f"{name} {old * 1000:.1f} to {new * 1000:.1f} ms" for name, old, new in zip(("look-up", "as of"), before, after, strict=True))
    print(f"judged    {count} statements: {', '.join(told)}")


def _median(ledger: Ledger, query: str) -> float:
    return median(timed(lambda: ledger.sql(query, {"who": "CUB"}).fetchall())[0] for _ in range(40))


def measure_asking(path: Path) -> None:
    """Prints what questions to a grown ledger take, each asked twenty times, after giving every statement a wording of its own."""
    with Ledger.open(path).writer("benchmark") as writer:
        writer.connection.execute("UPDATE history.statements SET content_text = content_text || ' nr' || id, passage = md5(id)")
        for table in ("postings", "passages"):
            writer.connection.execute(f"CREATE OR REPLACE TABLE search.{table} AS FROM search.{table} LIMIT 0")
        writer.connection.execute("UPDATE search.indexed SET run = 0, sorted = 0, size = 0")
        wall, _, _ = timed(lambda: index(writer.connection))
        writer.copy.is_changed = True
    print(f"index     every statement: {wall:.0f} s")
    ledger = Asked.open(path)
    for name, ask in QUESTIONS.items():
        ask(ledger)
        took = sorted(timed(lambda ask=ask: ask(ledger))[0] for _ in range(20))  # type: ignore[misc]
        print(f"ask       {name}: {took[10] * 1000:.0f} ms, p95 {took[18] * 1000:.0f} ms")


def measure_kills(file: Path, codings: list[Coding], kills: int, folder: Path) -> None:
    """Prints what writers that are killed lose or write twice."""
    chance, path, killed, ledgers = random.Random(1), folder / "killed.duckdb", 0, 0
    expected = Ledger.open(folder / "whole.duckdb")
    expected.add(codings)
    while killed < kills:
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(file)])
        time.sleep(chance.uniform(0.2, 4.0))
        if writer.poll() is None:
            writer.kill()
            killed += 1
        writer.wait()
        if writer.returncode == 0 or killed % 5 == 0:
            _finish(file, path, expected)
            ledgers += 1
    print(f"kills     {killed} in {ledgers} ledgers: each ended with every record once")


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
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=50)
    arguments = parser.parse_args()
    codings = list({coding.article.id: coding for coding in read(arguments.codings)}.values())
    with tempfile.TemporaryDirectory() as folder:
        measure_adding(codings, Path(folder))
        measure_grown(codings, arguments.statements, Path(folder))
        measure_asking(Path(folder) / "grown.duckdb")
        measure_kills(arguments.codings, codings, arguments.kills, Path(folder))


if __name__ == "__main__":
    main()
