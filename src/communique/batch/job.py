"""What every worker is told: the job, its units, the tasks they are done in. And what becomes of a task."""

from collections.abc import Iterable
from functools import reduce
from hashlib import blake2b
from typing import Literal

import msgspec

from communique.ingest import Stretch, stretches_at
from communique.model import Coder, Unread
from communique.model.base import Record
from communique.settings import Settings

FORM = 1  # of a unit's file; another number, and what was written before is done again
DIED = "the worker died: killed, out of memory, or out of time"
Do = Literal["code", "count", "name", "join"]


class Job(Record, frozen=True):
    """What is done with every article of a run.

    folder   of the run; all workers see it under this name
    settings with the matrix kernel that was chosen for the run
    coder    what the codings will name as theirs; a worker that would write another refuses
    output   name of the format of a unit's file
    columns  what fields are called in the inputs
    seconds  that an article may take
    memory   bytes that a worker may take beside its models
    """

    folder: str
    settings: Settings
    coder: Coder
    output: str = "parquet"
    columns: dict[str, str] = msgspec.field(default_factory=dict)
    seconds: float = 60.0
    memory: int = 2_000_000_000

    @property
    def cfg(self) -> str:
        """Twelve hex digits of all that decides which bytes are written; stands in the names of the files."""
        return _digest([FORM, self.coder, self.output, sorted(self.columns.items())], 6)


class Unit(Record, frozen=True):
    """What is coded into one file."""

    stretch: Stretch

    @property
    def id(self) -> str:
        """Sixteen hex digits of what is read, and in which state."""
        return _digest(self.stretch, 8)

    @property
    def size(self) -> int:
        """Bytes to be read."""
        return self.stretch.size


class Piece(Record, frozen=True):
    """Some lines, rows or records of a unit, counted from 1. `failure` is a row's where they could not be coded."""

    start: int
    stop: int
    id: str | None = None
    failure: str | None = None


class Task(Record, frozen=True):
    """What a worker is given.

    do      code the unit or a piece of it; count its lines, rows or records; tell the name of one; join its pieces
    pieces  the one to be coded or named, or all to be joined; none: the whole unit
    """

    unit: Unit
    do: Do = "code"
    pieces: tuple[Piece, ...] = ()

    @property
    def name(self) -> str:
        """What its tries are counted under."""
        return ".".join([self.unit.id, *(f"{piece.start}-{piece.stop}" for piece in self.pieces if self.do == "code")])


class Counts(Record, frozen=True):
    """What a unit's file holds.

    articles  that were coded
    failed    inputs that gave no article, and articles that could not be coded
    statements, positions, commitments, events  in the codings
    stages    how many problems each stage saw, those of failures included
    """

    articles: int = 0
    failed: int = 0
    statements: int = 0
    positions: int = 0
    commitments: int = 0
    events: int = 0
    stages: dict[str, int] = msgspec.field(default_factory=dict)

    def __add__(self, other: "Counts") -> "Counts":
        summed = {name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__[:-1]}
        stages = {stage: self.stages.get(stage, 0) + other.stages.get(stage, 0) for stage in sorted({*self.stages, *other.stages})}
        return Counts(**summed, stages=stages)


class Done(Record, frozen=True):
    """A task that was done: what its file holds, or what was asked; seconds it took, seconds of CPU, the worker's resident bytes."""

    counts: Counts = Counts()
    number: int = 0
    name: str | None = None
    seconds: float = 0.0
    cpu: float = 0.0
    resident: int = 0


class Failed(Record, frozen=True):
    """A task that was not done. `is_passing`: the unit is not to blame (a disk, a net), and the next try may do it."""

    message: str
    is_passing: bool = False


Outcome = Done | Failed


def units_of(inputs: Iterable[str], most: int) -> tuple[tuple[Unit, ...], tuple[Unread, ...]]:
    """The units of files, folders, patterns and addresses, largest first, each of about `most` bytes; and what cannot be read."""
    found = [one for path in inputs for one in stretches_at(path, most)]
    units = {Unit(one) for one in found if isinstance(one, Stretch)}
    ordered = sorted(units, key=lambda unit: (-unit.size, unit.stretch.uri, unit.stretch.start))
    return tuple(ordered), tuple(one for one in found if isinstance(one, Unread))


def total(counts: Iterable[Counts]) -> Counts:
    """All of them together."""
    return reduce(Counts.__add__, counts, Counts())


def _digest(given: object, size: int) -> str:
    return blake2b(msgspec.json.encode(given), digest_size=size).hexdigest()
