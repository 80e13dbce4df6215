"""What every engine owes: the same bytes as one process gives, whatever dies meanwhile, and an end."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="ENGINES ARE NOT TESTED: install the extra `scale`")

from communique.batch import DIED, Task, perform
from communique.engines import ENGINES, Progress, Run
from communique.engines.run import job_for
from communique.errors import UsageError
from communique.settings import Settings

OUTSIDE = {"ray": pytest.mark.scale}  # engines that `make test-scale` tests
PLACES = ("Suva", "Nuku'alofa", "Apia", "Honiara")


@pytest.fixture(scope="session", params=[pytest.param(name, marks=OUTSIDE.get(name, ())) for name in ENGINES])
def engine(request: pytest.FixtureRequest, deadly: str) -> Iterator[str]:
    """The name of an engine that is ready to work; Ray on a cluster of two node processes."""
    if request.param == "ray":
        with Cluster():
            yield "ray"
    else:
        yield str(request.param)


class Cluster:
    """Two node processes of a core each."""

    def __enter__(self) -> None:
        from ray.cluster_utils import Cluster as Nodes

        self.nodes = Nodes(initialize_head=True, head_node_args={"num_cpus": 1})
        self.nodes.add_node(num_cpus=1)
        os.environ["RAY_ADDRESS"] = self.nodes.address

    def __exit__(self, *error: object) -> None:
        del os.environ["RAY_ADDRESS"]
        self.nodes.shutdown()


def archive(folder: Path, count: int, words: dict[int, str] | None = None) -> Path:
    path = folder / "archive.jsonl"
    texts = [
        f"{PLACES[n % 4]}'s minister Litia Ravouvou said on Monday that ferry {n} would sail again. {(words or {}).get(n, '')}"
        for n in range(count)
    ]
    path.write_text("".join(json.dumps({"id": f"a-{n}", "text": text, "language": "en"}) + "\n" for n, text in enumerate(texts)))
    return path


def files(out: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in out.glob("units/*")}


def alone(path: Path, out: Path, unit: int, output: str) -> dict[str, bytes]:
    """What one process gives, without any engine."""
    run = Run.begun([str(path)], job_for(out, Settings(), output=output), unit=unit)
    for one in run.units:
        perform(Task(one), run.job)
    return files(out)


def last(run: Run, engine: str, workers: int = 2) -> Progress:
    *_, progress = run.go(engine, workers)
    return progress


@pytest.mark.parametrize("output", ["parquet", "jsonl"])
def test_an_engine_gives_the_bytes_that_one_process_gives(engine: str, output: str, tmp_path: Path) -> None:
    path = archive(tmp_path, 30)
    run = Run.begun([str(path)], job_for(tmp_path / "out", Settings(), output=output), unit=700)
    progress = last(run, engine)
    assert (progress.done, progress.counts.articles, progress.left) == (len(run.units), 30, 0.0)
    assert progress.counts.statements >= 30
    assert files(tmp_path / "out") == alone(path, tmp_path / "alone", 700, output)


def test_shards_make_the_whole_between_them(engine: str, tmp_path: Path) -> None:
    path = archive(tmp_path, 12)
    job = job_for(tmp_path / "out", Settings())
    for number in (3, 1, 2):
        last(Run.begun([str(path)], job, unit=300, shard=(number, 3)), engine, 1)
    assert files(tmp_path / "out") == alone(path, tmp_path / "alone", 300, "parquet")


def test_a_run_that_is_done_needs_no_workers(engine: str, tmp_path: Path) -> None:
    job = job_for(tmp_path / "out", Settings())
    run = Run.begun([str(archive(tmp_path, 3))], job)
    last(run, engine, 1)
    began = time.monotonic()
    assert [progress.done for progress in Run.begun([], job).go("no such engine")] == [1]
    assert time.monotonic() - began < 2


def test_an_article_that_kills_workers_is_set_apart(engine: str, deadly: str, tmp_path: Path) -> None:
    path = archive(tmp_path, 5, {3: "The Kraken rose."})
    run = Run.begun([str(path)], job_for(tmp_path / "out", Settings(pipeline=deadly)), unit=1 << 30)
    progress = last(run, engine)
    (unit,) = run.units
    rows = list(run.folder.output.read(run.folder.file_of(Task(unit))))
    assert [row.id for row in rows] == [f"a-{n}" for n in range(5)]
    assert [(row.id, row.stage, row.exception) for row in rows if row.coding is None] == [("a-3", "coder", DIED)]
    assert (progress.counts.articles, progress.counts.failed, run.given_up) == (4, 1, {})


def test_an_article_that_stands_still_in_c_ends_in_time(engine: str, deadly: str, tmp_path: Path) -> None:
    path = archive(tmp_path, 4, {2: "The glacier moved."})
    run = Run.begun([str(path)], job_for(tmp_path / "out", Settings(pipeline=deadly), seconds=1.0), unit=1 << 30)
    progress = last(run, engine)
    assert (progress.counts.articles, progress.counts.failed) == (3, 1)


def test_an_unknown_engine_is_refused_with_those_there_are(tmp_path: Path) -> None:
    run = Run.begun([str(archive(tmp_path, 1))], job_for(tmp_path / "out", Settings()))
    with pytest.raises(UsageError, match="use local or ray"):
        list(run.go("steam"))


RUN = """
import sys
from communique.engines.run import Run, job_for
from communique.settings import Settings

if __name__ == "__main__":
    run = Run.begun([sys.argv[1]], job_for(sys.argv[2], Settings()), unit=700)
    for progress in run.go("local", 2):
        print(progress.done, flush=True)
"""


@pytest.mark.parametrize("victim", ["command", "group"])
def test_a_killed_command_leaves_nobody_behind_and_is_gone_on_with(victim: str, tmp_path: Path) -> None:
    path, script, out = archive(tmp_path, 60), tmp_path / "run.py", tmp_path / "out"
    script.write_text(RUN)
    process = subprocess.Popen([sys.executable, str(script), str(path), str(out)], stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= 1:
            break
    (os.killpg if victim == "group" else os.kill)(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    until = time.monotonic() + 20
    while working_for(out) and time.monotonic() < until:
        time.sleep(0.1)
    assert working_for(out) == 0
    last(Run.begun([str(path)], job_for(out, Settings()), unit=700), "local")
    assert files(out) == alone(path, tmp_path / "alone", 700, "parquet")


def working_for(out: Path) -> int:
    """Processes that have the folder in their environment, and live."""
    count = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_dead = process.joinpath("stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
            count += not is_dead and f'"folder":"{out}"'.encode() in process.joinpath("environ").read_bytes()
        except OSError:
            continue
    return count


def test_a_worker_that_is_killed_is_replaced_and_its_unit_done(tmp_path: Path) -> None:
    path, out = archive(tmp_path, 60), tmp_path / "out"
    run = Run.begun([str(path)], job_for(out, Settings()), unit=700)
    killed: list[int] = []

    def strike() -> None:
        victim = next(pid for pid in processes() if parent_of(parent_of(pid)) == os.getpid())
        os.kill(victim, signal.SIGKILL)
        killed.append(victim)

    for progress in run.go("local", 2):
        if progress.done == 1 and not killed:
            strike()
    assert killed
    assert progress.counts.articles == 60
    assert files(out) == alone(path, tmp_path / "alone", 700, "parquet")


def processes() -> list[int]:
    return [int(process.name) for process in Path("/proc").glob("[0-9]*")]


def parent_of(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0
