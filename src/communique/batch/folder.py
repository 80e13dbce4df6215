"""Where a run's files lie, and how they are put there whole.

run.json        what every worker is told; whoever comes first writes it, so that all shards have the same matrix kernel
manifest.jsonl  the units, largest first
units/          a file a unit, named by the unit and the job's hash: there, and its end verifies, or not done
pieces/         what was coded of a unit that killed its worker; gone when the unit is done
tries/          a mark for each try that did not end well
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast
from uuid import uuid4

import msgspec

from communique.batch.job import Counts, Job, Task, Unit
from communique.batch.outputs import End, Output, output_named
from communique.errors import RunError
from communique.model import Coding, Unread
from communique.record import from_json

RUN = "run.json"
MANIFEST = "manifest.jsonl"
PART = ".part"


def is_run(path: str | Path) -> bool:
    """True for the folder of a run."""
    return Path(path).joinpath(RUN).is_file()


class Folder:
    """The folder of a run, whose job is known."""

    def __init__(self, job: Job) -> None:
        self.path = Path(job.folder)
        self.cfg = job.cfg
        self.output: Output = output_named(job.output)

    @classmethod
    def begun(cls, job: Job) -> tuple["Folder", Job]:
        """The folder, made where there is none, and the job with the matrix kernel that was chosen first. Raises RunError where the folder
        holds a run of another job."""
        folder = cls(job)
        for name in ("units", "pieces", "tries"):
            folder.path.joinpath(name).mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), placed(folder.path / RUN, is_first=True) as file:
            file.write(msgspec.json.format(msgspec.json.encode(job, enc_hook=str)) + b"\n")
        job = _as_begun(job, read_job(folder.path))
        return cls(job), job

    @property
    def manifest(self) -> tuple[Unit, ...]:
        """The units as the last run with inputs left them."""
        try:
            return tuple(msgspec.json.Decoder(Unit).decode_lines(self.path.joinpath(MANIFEST).read_bytes()))
        except FileNotFoundError:
            raise RunError(f"{self.path} holds no run that has begun: name inputs") from None

    def note(self, units: tuple[Unit, ...]) -> None:
        """Writes the manifest."""
        with placed(self.path / MANIFEST) as file:
            file.write(msgspec.json.Encoder().encode_lines(units))

    def file_of(self, task: Task) -> Path:
        """Where what a task codes is put."""
        return self.path / ("pieces" if task.pieces and task.do == "code" else "units") / f"{self._stem(task.name)}{self.output.suffix}"

    def counts_of(self, task: Task) -> Counts | None:
        """What the file of a task holds; None where there is none, or its end does not verify."""
        end = self.output.verify(self.file_of(task))
        return end.counts if end and (end.unit, end.cfg) == (task.name, self.cfg) else None

    def write_down(self, task: Task) -> "_Placing":
        """A context that gives the file of a task to be written."""
        return placed(self.file_of(task))

    @contextmanager
    def trying(self, task: Task) -> Iterator[None]:
        """Leaves a mark where the task kills its worker or raises anything but what passes."""
        mark = self.path / "tries" / f"{self._stem(task.name)}.{uuid4().hex[:12]}"
        mark.touch()
        try:
            yield
        except (OSError, KeyboardInterrupt):
            mark.unlink(missing_ok=True)
            raise
        mark.unlink(missing_ok=True)

    def tries(self, task: Task) -> int:
        """How often a task was begun and did not end well."""
        return sum(1 for _ in self.path.joinpath("tries").glob(f"{self._stem(task.name)}.*"))

    def clear(self, unit: Unit) -> None:
        """Deletes the marks and pieces of a unit that is done, and what killed workers left half-written of it."""
        self.sweep([unit])
        for name in ("pieces", "tries"):
            for file in self.path.joinpath(name).glob(f"{unit.id}*"):
                file.unlink(missing_ok=True)

    def sweep(self, units: Iterable[Unit]) -> None:
        """Deletes what killed workers left half-written of these units."""
        ids = {unit.id for unit in units}
        for name in ("units", "pieces"):
            for file in self.path.joinpath(name).glob(f".*{PART}"):
                if file.name[1:17] in ids:
                    file.unlink(missing_ok=True)

    def codings(self) -> Iterator[Coding | Unread]:
        """What the units that are done hold, unit by unit in the manifest's order."""
        for unit in self.manifest:
            task = Task(unit)
            if self.counts_of(task) is not None:
                for row in self.output.read(self.file_of(task)):
                    yield from_json(row.coding.encode()) if row.coding else Unread(row.id, row.exception or "not coded")

    def _stem(self, name: str) -> str:
        unit, *piece = name.split(".")
        return ".".join([f"{unit}-{self.cfg}", *piece])


def read_job(path: Path) -> Job:
    """The job of a folder. Raises RunError where there is none."""
    try:
        return msgspec.json.decode(path.joinpath(RUN).read_bytes(), type=Job)
    except FileNotFoundError:
        raise RunError(f"{path} holds no run: name the folder given as --out") from None
    except msgspec.MsgspecError as error:
        raise RunError(f"{path / RUN} is damaged or of another version ({error}): name another folder") from error


def _as_begun(job: Job, first: Job) -> Job:
    """The job with the kernel of the first one. Raises RunError where they differ in anything else that decides what is written."""
    kernel = first.coder.kernel
    settings = msgspec.structs.replace(job.settings, kernel=kernel)
    job = msgspec.structs.replace(job, settings=settings, coder=msgspec.structs.replace(job.coder, kernel=kernel))
    if job.cfg != first.cfg:
        raise RunError(f"{job.folder} holds a run of other settings, or of another version of communique: name another folder, or empty it")
    return job


class _Placing:
    """A file that is written beside its place, flushed to the disk, and renamed into its place when it is whole."""

    def __init__(self, target: Path, is_first: bool) -> None:
        self.target, self.is_first = target, is_first
        self.part = target.with_name(f".{target.name}.{uuid4().hex[:8]}{PART}")

    def __enter__(self) -> IO[bytes]:
        self.file = self.part.open("wb")
        return cast(IO[bytes], self.file)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            with self.file:
                if error is None:
                    self.file.flush()
                    os.fsync(self.file.fileno())
            if error is None:
                (os.link if self.is_first else os.replace)(self.part, self.target)
                _flush(self.target.parent)
        finally:
            self.part.unlink(missing_ok=True)


def placed(target: Path, *, is_first: bool = False) -> _Placing:
    """A context that gives a file to be written. With `is_first` it raises FileExistsError at the end where there is one already."""
    return _Placing(target, is_first)


def _flush(folder: Path) -> None:
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


__all__ = ["End", "Folder", "is_run", "placed", "read_job"]
