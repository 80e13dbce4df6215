"""What is missing, what is tried again, and how the one article is found that kills workers: with a crew that only plays dead."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runs import archive, begun, code_nothing

pytest.importorskip("pyarrow", reason="RUNS ARE NOT TESTED: install the extra `scale`")

from communique.batch import DIED, Event, Failed, Folder, Job, Task, Unit, Work, drive, perform, worker
from communique.errors import RunError
from communique.model import Unread


class Players:
    """A crew of one process, whose workers play dead: wherever a task would read one of the `deadly` numbers; where `dies` says so."""

    def __init__(self, job: Job, deadly: frozenset[int] = frozenset(), dies=lambda task: False, width: int = 3) -> None:
        self.job, self.deadly, self.dies, self.width = job, deadly, dies, width
        self.tasks: list[Task] = []
        self.tried: Counter[str] = Counter()

    def __enter__(self) -> "Players":
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def is_free(self) -> bool:
        return len(self.tasks) < self.width

    def start(self, task: Task) -> None:
        self.tasks.append(task)

    def wait(self) -> list[Event]:
        task = self.tasks.pop(random.randrange(len(self.tasks)))
        self.tried[task.do] += 1
        numbers = range(task.pieces[0].start, task.pieces[0].stop) if task.pieces else range(1, 1 << 40)
        if self.dies(task) or (task.do == "code" and any(number in numbers for number in self.deadly)):
            Folder(self.job).path.joinpath("tries", f"{_stem(task, self.job)}.{self.tried.total()}").touch()
            return [Event(task, Failed(DIED))]
        return [Event(task, perform(task, self.job))]


def _stem(task: Task, job: Job) -> str:
    unit, *piece = task.name.split(".")
    return ".".join([f"{unit}-{job.cfg}", *piece])


@pytest.fixture(autouse=True)
def nothing_coded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "code_all", code_nothing)


def run(units: tuple[Unit, ...], folder: Folder, players: Players) -> Work:
    work = Work(units, folder)
    for _ in drive(work, players):
        pass
    return work


def test_largest_units_come_first_and_each_is_done_once(tmp_path: Path) -> None:
    inputs = [archive(tmp_path, count, f"{count}.jsonl") for count in (3, 30, 9)]
    folder, job, units = begun(tmp_path, inputs)
    players = Players(job, width=1)
    work = run(units, folder, players)
    assert [unit.stretch.uri.rsplit("/")[-1] for unit in units] == ["30.jsonl", "9.jsonl", "3.jsonl"]
    assert players.tried == {"code": 3}
    assert sum(counts.articles for counts in work.done.values()) == 42


def test_a_run_again_does_what_is_missing(tmp_path: Path) -> None:
    folder, job, units = begun(tmp_path, [archive(tmp_path, 40)], most=600)
    run(units, folder, Players(job))
    kept = {file.name: file.read_bytes() for file in tmp_path.glob("out/units/*")}
    files = sorted(tmp_path.glob("out/units/*"))
    files[0].unlink()
    files[1].write_bytes(files[1].read_bytes()[:-9])
    players = Players(job)
    run(units, folder, players)
    assert players.tried == {"code": 2}
    assert {file.name: file.read_bytes() for file in tmp_path.glob("out/units/*")} == kept


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(1, 40), st.sets(st.integers(1, 40), max_size=3), st.integers(0, 99))
def test_only_deadly_articles_are_set_apart(tmp_path_factory: pytest.TempPathFactory, count: int, deadly: set[int], seed: int) -> None:
    random.seed(seed)
    tmp_path = tmp_path_factory.mktemp("deadly")
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, count)])
    work = run((unit,), folder, Players(job, frozenset(deadly)))
    assert work.given_up == {}
    rows = list(folder.output.read(folder.file_of(Task(unit))))
    assert [row.id for row in rows] == [f"a-{n}" for n in range(count)]
    assert {n for n, row in enumerate(rows, start=1) if row.coding is None} == {n for n in deadly if n <= count}
    assert {(row.stage, row.exception) for row in rows if row.coding is None} <= {("coder", DIED)}
    assert folder.counts_of(Task(unit)) == work.done[unit]
    assert list(tmp_path.glob("out/pieces/*")) == list(tmp_path.glob("out/tries/*")) == []


def test_the_pieces_of_a_unit_make_the_bytes_of_the_whole(tmp_path: Path) -> None:
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, 150)])
    run((unit,), folder, Players(job))
    (file,) = tmp_path.glob("out/units/*")
    whole = file.read_bytes()
    file.unlink()
    deaths = Counter[str]()

    def dies(task: Task) -> bool:
        deaths[task.name] += 1
        return task.do == "code" and not task.pieces and deaths[task.name] <= 3

    players = Players(job, dies=dies)
    run((unit,), folder, players)
    assert players.tried["join"] == 1
    assert file.read_bytes() == whole


def test_a_worker_that_dies_twice_of_something_else_costs_nothing(tmp_path: Path) -> None:
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, 20)])
    left = [True, True]
    players = Players(job, dies=lambda task: bool(left and left.pop()))
    work = run((unit,), folder, players)
    assert players.tried == {"code": 3}
    assert work.done[unit].articles == 20


def test_a_unit_that_kills_whole_runs_is_cut_up_in_the_next(tmp_path: Path) -> None:
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, 20)])
    for number in range(3):
        tmp_path.joinpath("out", "tries", f"{_stem(Task(unit), job)}.{number}").touch()
    players = Players(job, frozenset({7}))
    run((unit,), folder, players)
    assert players.tried["count"] == 1
    assert sum(row.coding is None for row in folder.output.read(folder.file_of(Task(unit)))) == 1


def test_a_killed_bisection_goes_on_with_its_pieces(tmp_path: Path) -> None:
    """The run stops in the midst of it, and the next neither codes again what was coded nor gives up what was not tried."""
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, 64)])
    work, players = Work((unit,), folder), Players(job, frozenset({50}), width=1)
    for event in drive(work, players):
        if event.task.pieces and not isinstance(event.outcome, Failed):
            break
    kept = {file.name for file in tmp_path.glob("out/pieces/*")}
    assert kept
    again = Players(job, frozenset({50}), width=1)
    run((unit,), folder, again)
    rows = list(folder.output.read(folder.file_of(Task(unit))))
    assert [n for n, row in enumerate(rows, start=1) if row.coding is None] == [50]


def test_what_cannot_be_counted_is_given_up_and_told(tmp_path: Path) -> None:
    folder, job, units = begun(tmp_path, [archive(tmp_path, 20), archive(tmp_path, 5, "good.jsonl")])
    work = run(units, folder, Players(job, dies=lambda task: task.unit == units[0]))
    assert list(work.given_up) == [units[0]]
    assert "cannot be counted" in work.given_up[units[0]]
    assert list(work.done) == [units[1]]


def test_what_passes_is_tried_again_and_then_given_up_until_the_next_run(tmp_path: Path) -> None:
    path, good = archive(tmp_path, 20), archive(tmp_path, 5, "good.jsonl")
    folder, job, units = begun(tmp_path, [path, good])
    path.rename(tmp_path / "elsewhere")
    work = run(units, folder, Players(job))
    assert "No such file" in work.given_up[units[0]]
    assert work.done[units[1]].articles == 5
    (tmp_path / "elsewhere").rename(path)
    assert run(units, folder, Players(job)).done.keys() == {*units}


def test_half_written_files_of_killed_workers_are_swept(tmp_path: Path) -> None:
    folder, _, (unit,) = begun(tmp_path, [archive(tmp_path, 5)])
    part = tmp_path / "out" / "units" / f".{folder.file_of(Task(unit)).name}.12345678.part"
    other = tmp_path / "out" / "units" / f".{'0' * 16}.parquet.12345678.part"
    part.touch()
    other.touch()
    folder.clear(unit)
    assert (part.exists(), other.exists()) == (False, True)


def test_a_folder_takes_one_job_and_the_kernel_of_the_first(tmp_path: Path) -> None:
    _, job, _ = begun(tmp_path, [archive(tmp_path, 5)])
    from msgspec.structs import replace

    _, second = Folder.begun(replace(job, coder=replace(job.coder, kernel="blis"), settings=replace(job.settings, kernel="blis")))
    assert (second.coder.kernel, second.settings.kernel) == ("numpy", "numpy")
    with pytest.raises(RunError, match="other settings"):
        Folder.begun(replace(job, coder=replace(job.coder, lexicon_sha256="other")))
    with pytest.raises(RunError, match="other settings"):
        Folder.begun(replace(job, output="jsonl"))


def test_a_run_gives_its_codings_back_with_what_failed(tmp_path: Path) -> None:
    path = archive(tmp_path, 5)
    path.write_text(path.read_text() + "broken\n")
    folder, job, units = begun(tmp_path, [path])
    run(units, folder, Players(job))
    *codings, unread = folder.codings()
    assert [one.article.id for one in codings if not isinstance(one, Unread)] == [f"a-{n}" for n in range(5)]
    assert isinstance(unread, Unread)
    assert unread.where.endswith("line 6")


def test_the_manifest_names_what_is_read(tmp_path: Path) -> None:
    folder, _, units = begun(tmp_path, [archive(tmp_path, 40)], most=600)
    written = [json.loads(line)["stretch"] for line in tmp_path.joinpath("out", "manifest.jsonl").read_text().splitlines()]
    assert [(one["start"], one["stop"]) for one in written] == [(unit.stretch.start, unit.stretch.stop) for unit in units]
    assert folder.manifest == units
