"""A run from its inputs to its files: what the command calls, and anybody may call from Python."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

from msgspec.structs import replace

from communique.batch import Counts, Done, Folder, Job, Task, Unit, Work, drive, units_of
from communique.batch.folder import read_job
from communique.batch.job import total
from communique.engines.registry import crew_of
from communique.engines.threads import limit_threads
from communique.errors import UsageError
from communique.model import Unread
from communique.model.base import Record
from communique.settings import Settings

UNIT = 64_000_000  # bytes of a unit


class Progress(Record, frozen=True):
    """How far a run is.

    units, done, given_up  how many there are, are done, cannot be done
    size, coded            bytes of all units, of those done
    counts                 what the files hold
    seconds, cpu           since this run began; of CPU in its workers
    left                   seconds until the end at the pace of this run; None before its first unit
    """

    units: int
    done: int
    given_up: int
    size: int
    coded: int
    counts: Counts
    seconds: float = 0.0
    cpu: float = 0.0
    left: float | None = None


class Run:
    """A run, or a shard of one.

    job      what its workers are told
    units    those of this shard
    unread   inputs that cannot be read at all
    given_up why units were given up, after the run
    """

    def __init__(self, job: Job, units: tuple[Unit, ...], unread: tuple[Unread, ...] = ()) -> None:
        self.job, self.units, self.unread = job, units, unread
        self.folder = Folder(job)
        self.given_up: dict[Unit, str] = {}

    @classmethod
    def begun(cls, inputs: Sequence[str], job: Job, *, unit: int = UNIT, shard: tuple[int, int] = (1, 1)) -> "Run":
        """A run of these inputs, or the one that its folder holds where there are none. Raises RunError where the folder holds another.

        shard  this one and how many there are, counted from 1
        """
        units, unread = units_of(inputs, unit)
        if inputs and not units:
            raise UsageError(
                f"nothing to code: {unread[0].where}: {unread[0].message}" if unread else "nothing to code: the inputs are empty"
            )
        folder, job = Folder.begun(job)
        if units:
            folder.note(units)
        number, count = shard
        return cls(job, (units or folder.manifest)[number - 1 :: count], unread)

    @classmethod
    def at(cls, path: str | Path) -> "Run":
        """The run that a folder holds, to be looked at."""
        job = replace(read_job(Path(path)), folder=str(path))
        return cls(job, Folder(job).manifest)

    def status(self) -> Progress:
        """What is done, by the files."""
        done = {unit: counts for unit in self.units if (counts := self.folder.counts_of(Task(unit))) is not None}
        return self._progress(done, 0)

    def go(self, engine: str = "local", workers: int = 1) -> Iterator[Progress]:
        """Codes what is missing; how far it is, at the beginning and after each task."""
        self.folder.sweep(self.units)
        work = Work(self.units, self.folder)
        self.given_up = work.given_up
        before, began, cpu = sum(unit.size for unit in work.done), monotonic(), 0.0
        yield self._progress(work.done, len(work.given_up))
        if work.is_over:
            return
        for event in drive(work, crew_of(engine, self.job, workers)):
            cpu += event.outcome.cpu if isinstance(event.outcome, Done) else 0.0
            now = self._progress(work.done, len(work.given_up))
            seconds, fresh = monotonic() - began, now.coded - before
            left = seconds * (now.size - now.coded) / fresh if fresh else None
            yield replace(now, seconds=seconds, cpu=cpu, left=left)

    def _progress(self, done: dict[Unit, Counts], given_up: int) -> Progress:
        size, coded = sum(unit.size for unit in self.units), sum(unit.size for unit in done)
        return Progress(len(self.units), len(done), given_up, size, coded, total(done.values()))


def job_for(folder: str | Path, settings: Settings, **more: object) -> Job:
    """The job of coding into a folder with these settings. The models are loaded to name them, and the matrix kernel is chosen."""
    limit_threads()
    from communique.coder import coder_of

    coder = coder_of(settings)
    return Job(os.path.abspath(folder), replace(settings, kernel=coder.kernel), coder, **more)  # type: ignore[arg-type]
