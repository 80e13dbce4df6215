"""Tasks handed to a crew of workers until there are none. Engines bring the crew; nothing here knows which."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from communique.batch.job import Outcome, Task
from communique.batch.work import Work


class Event(NamedTuple):
    """A task and what became of it."""

    task: Task
    outcome: Outcome


class Crew(Protocol):
    """Workers, each of which does one task at a time. A context: at its end there are none left, whatever they were doing."""

    def __enter__(self) -> "Crew": ...

    def __exit__(self, *error: object) -> None: ...

    def is_free(self) -> bool:
        """True where a worker is ready for a task."""

    def start(self, task: Task) -> None:
        """Hands a task to a worker that is ready."""

    def wait(self) -> list[Event]:
        """Waits until a worker is ready or done with its task or dead; the tasks that ended. Raises RunError where there will be none."""


def drive(work: Work, crew: Crew) -> Iterator[Event]:
    """What became of each task, as it does; the crew is never idle while there are tasks."""
    with crew:
        while not work.is_over:
            while crew.is_free() and (task := work.take()):
                crew.start(task)
            for event in crew.wait():
                work.settle(event.task, event.outcome)
                yield event
