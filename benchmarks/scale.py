"""What coding an archive costs, and whether anything is lost when parts of it are killed.

usage: python benchmarks/scale.py workers [--articles N] [--rounds N] [--engine NAME]
       python benchmarks/scale.py memory  [--articles N] [--engine NAME]
       python benchmarks/scale.py kills   [--trials N] [--engine NAME]
       python benchmarks/scale.py stages

workers  1 worker beside 2 (and 4 where there are as many cores), in alternating order: wall-clock and CPU seconds, their ratio, the load
         of the machine meanwhile. Wall-clock counts from the first to the last unit's end being waited for, models loaded.
memory   resident and proportional bytes of a worker, sampled every five seconds while it codes N articles (default 50,000): those of
         the shared corpora over and over, under new ids
kills    each trial kills, at a moment drawn by a seeded generator, a worker, or the command, or its whole process group; the same command
         then goes on. Afterwards every article must be there once, in files equal to those of a run that nobody killed
stages   seconds of CPU by stage, from a web archive to files: reading records, finding the text of pages, coding, writing

The corpora lie beside the project (benchmarks/README.md).
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import NamedTuple

from inputs import shared_file

CORPORA = ("general-news-en.jsonl", "diplomatic-en.jsonl", "world-news-2025-en.jsonl")
COMMAND = [sys.executable, "-m", "communique", "run"]
HANGS = 300.0  # seconds after which a run that should have ended is called hung


def archive(folder: Path, count: int) -> Path:
    """JSON Lines of `count` articles under ids of their own; the corpora's, repeated where they do not suffice."""
    texts = [line for name in CORPORA for line in shared_file("corpora", name).read_text(encoding="utf-8").split("\n") if line]
    path = folder / "archive.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            given = json.loads(texts[number % len(texts)])
            out.write(json.dumps({"id": f"scale-{number}", "text": given["text"], "date": given.get("date")}) + "\n")
    return path


class Cost(NamedTuple):
    """What a run took: seconds, of CPU in its workers, and the machine's load at its end."""

    wall: float
    cpu: float
    load: float


def coded(path: Path, engine: str, workers: int, unit: int) -> Cost:
    """One run into a folder that is thrown away."""
    from communique.engines.run import Run, job_for
    from communique.settings import Settings

    with tempfile.TemporaryDirectory() as out:
        run = Run.begun([str(path)], job_for(out, Settings()), unit=unit)
        began, cpu = time.monotonic(), 0.0
        for progress in run.go(engine, workers):
            cpu = progress.cpu
        return Cost(time.monotonic() - began, cpu, os.getloadavg()[0])


def measure_workers(engine: str, articles: int, rounds: int) -> None:
    counts = [count for count in (1, 2, 4) if count <= (os.cpu_count() or 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = archive(Path(folder), articles)
        unit = max(1, path.stat().st_size // 24)
        costs: dict[int, list[Cost]] = {count: [] for count in counts}
        for number in range(rounds):
            for count in counts if number % 2 == 0 else reversed(counts):
                costs[count].append(coded(path, engine, count, unit))
                print(f"round {number + 1}, {count} worker(s): {costs[count][-1]}", flush=True)
    for count in counts:
        wall, cpu = median(one.wall for one in costs[count]), median(one.cpu for one in costs[count])
        ratio = median(one.wall / other.wall for one, other in zip(costs[1], costs[count], strict=True))
        print(f"{engine}, {count} worker(s): {wall:.1f} s, {cpu:.1f} CPU s, {articles / wall:.1f} articles/s, {ratio:.2f} times one worker")


class Memory(NamedTuple):
    """Megabytes of a process: resident, and proportional (pages that processes share counted in parts)."""

    resident: float
    proportional: float


def memory_of(pid: int) -> Memory:
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    sizes = {row.split()[0]: int(row.split()[1]) / 1000 for row in rows[1:]}
    return Memory(sizes["Rss:"], sizes["Pss:"])


def workers_of(driver: int) -> Iterator[int]:
    """Processes below this one that have a model loaded, by their size."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            pid, command = int(folder.name), folder.joinpath("cmdline").read_bytes()
            if (b"forkserver" in command or b"_Actor" in command) and _is_below(pid, driver) and memory_of(pid).resident > 100:
                yield pid


def _is_below(pid: int, driver: int) -> bool:
    while pid > 1 and pid != driver:
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return pid == driver


def measure_memory(engine: str, articles: int) -> None:
    from communique.engines.run import Run, job_for
    from communique.settings import Settings

    seen: list[tuple[int, Memory]] = []
    over = Event()

    def sample() -> None:
        while not over.wait(5):
            for pid in workers_of(os.getpid()):
                with suppress(OSError, KeyError):
                    seen.append((pid, memory_of(pid)))

    with tempfile.TemporaryDirectory() as folder:
        path = archive(Path(folder), articles)
        run = Run.begun([str(path)], job_for(Path(folder) / "out", Settings()), unit=1_000_000)
        sampler = Thread(target=sample, daemon=True)
        sampler.start()
        for progress in run.go(engine, 1):
            now = seen[-1] if seen else None
            print(f"{progress.counts.articles:,} articles, {progress.cpu:.0f} CPU s, {now}", flush=True)
        over.set()
    for name in ("resident", "proportional"):
        sizes = [getattr(memory, name) for _, memory in seen]
        print(f"{name}: most {max(sizes):.0f} MB, median {median(sizes):.0f} MB, {len({pid for pid, _ in seen})} processes")


class Trial(NamedTuple):
    """What became of a run that was killed and gone on with."""

    victim: str
    moment: float
    lost: int
    repeated: int
    differing: int
    orphans: int


def started(path: Path, out: Path, engine: str) -> "subprocess.Popen[bytes]":
    """The command in a process group of its own."""
    unit = max(1, path.stat().st_size // 10)
    command = [*COMMAND, str(path), "--out", str(out), "--engine", engine, "--workers", "2", "--unit", str(unit)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def ended(process: "subprocess.Popen[bytes]") -> int:
    """Its exit code. Ends the benchmark where it hangs."""
    try:
        _, told = process.communicate(timeout=HANGS)
    except subprocess.TimeoutExpired:
        raise SystemExit(f"HANGS: process {process.pid} has not ended after {HANGS:.0f} seconds") from None
    if process.returncode > 0:
        print(told.decode()[-500:], file=sys.stderr)
    return process.returncode


def files_of(out: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(out.glob("units/*"))}


def strike(victim: str, process: "subprocess.Popen[bytes]") -> None:
    """Kills a worker, the command, or everything in its group; a worker as soon as there is one."""
    if victim == "worker":
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            if found := list(workers_of(process.pid)):
                os.kill(random.choice(found), signal.SIGKILL)
                return
            time.sleep(0.05)
    elif process.poll() is None:
        (os.killpg if victim == "group" else os.kill)(process.pid, signal.SIGKILL)


def still_there(out: Path) -> int:
    """Processes that still work for a run half a minute after it was killed."""
    until = time.monotonic() + 30
    while (found := _working_for(out)) and time.monotonic() < until:
        time.sleep(0.2)
    return found


def _working_for(out: Path) -> int:
    count = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            count += str(out).encode() in folder.joinpath("environ").read_bytes() and b"Z" not in folder.joinpath("stat").read_bytes()[:40]
    return count


def trial(victim: str, moment: float, path: Path, engine: str, expected: dict[str, str], articles: int) -> Trial:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        process = started(path, out, engine)
        time.sleep(moment)
        strike(victim, process)
        ended(process)
        orphans = still_there(out) if victim != "worker" else 0
        ended(started(path, out, engine))
        ids = [row["id"] for file in out.glob("units/*.parquet") for row in _rows(file)]
        differing = len({*expected.items()} ^ {*files_of(out).items()})
        return Trial(victim, moment, articles - len({*ids}), len(ids) - len({*ids}), differing, orphans)


def _rows(file: Path) -> list[dict[str, str]]:
    from pyarrow.parquet import read_table

    return read_table(file, columns=["id"]).to_pylist()  # type: ignore[no-any-return]


def measure_kills(engine: str, trials: int, articles: int) -> None:
    """Moments are spread over the time that the run nobody kills takes."""
    random.seed(20)
    with tempfile.TemporaryDirectory() as folder:
        path = archive(Path(folder), articles)
        began = time.monotonic()
        assert ended(started(path, Path(folder) / "whole", engine)) == 0
        length = time.monotonic() - began
        expected = files_of(Path(folder) / "whole")
        print(f"{engine}: {articles} articles, {len(expected)} units, {length:.1f} s when nothing is killed", flush=True)
        done = []
        for number in range(trials):
            moment = length * (0.1 + 0.8 * random.random())
            done.append(trial(("worker", "command", "group")[number % 3], moment, path, engine, expected, articles))
            print(done[-1], flush=True)
    sums = [sum(getattr(one, name) for one in done) for name in ("lost", "repeated", "differing", "orphans")]
    print(f"{engine}, {trials} trials: {sums[0]} lost, {sums[1]} repeated, {sums[2]} files differ, {sums[3]} orphans, 0 hung")


def measure_stages() -> None:
    """Each stage over the same archive, in this process, after a warm-up."""
    from fastwarc.warc import ArchiveIterator

    import communique.coder as coder
    from communique.batch.job import Counts
    from communique.batch.outputs import OUTPUTS, End
    from communique.batch.rows import row_of
    from communique.ingest import read_all, read_text
    from communique.model import Article

    path = shared_file("corpora", "sample.warc.gz")
    coder.code(read_text("The minister said on Monday that the talks would go on."))
    list(read_all([shared_file("corpora", "html-pages")]))[:1]
    marks = [("", time.process_time())]
    records = sum(len(record.reader.read()) > 0 for record in ArchiveIterator(path.open("rb")))
    marks.append((f"reading {records} records", time.process_time()))
    articles = [one for one in read_all([path]) if isinstance(one, Article)]
    marks.append((f"reading them again, and finding the text of {len(articles)} pages", time.process_time()))
    codings = list(coder.code_all(articles))
    marks.append((f"coding {sum(len(article.text) for article in articles):,} characters", time.process_time()))
    with tempfile.TemporaryFile() as out:
        OUTPUTS[0].write(map(row_of, codings), out, lambda: End("", "", Counts()))
    marks.append(("writing Parquet", time.process_time()))
    whole = marks[-1][1] - marks[1][1]
    for (_, before), (name, after) in pairwise(marks):
        print(f"{after - before:7.2f} CPU s {100 * (after - before) / whole:5.1f} %  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("workers", "memory", "kills", "stages"))
    parser.add_argument("--articles", type=int, metavar="N", help="workers: 600, memory: 50,000, kills: 60")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--trials", type=int, default=20, metavar="N")
    parser.add_argument("--engine", default="local", metavar="NAME")
    options = parser.parse_args()
    if options.what == "workers":
        measure_workers(options.engine, options.articles or 600, options.rounds)
    elif options.what == "memory":
        measure_memory(options.engine, options.articles or 50_000)
    elif options.what == "kills":
        measure_kills(options.engine, options.trials, options.articles or 60)
    else:
        measure_stages()


if __name__ == "__main__":
    main()
