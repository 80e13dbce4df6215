"""Processes on this machine.

Each worker is an executor of its own, of one process: when that dies, it is known which task it had, and no other is disturbed.
"""

import os
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from signal import SIGTERM
from typing import Any, Self

import msgspec

from communique.batch import DIED, Done, Event, Failed, Job, Outcome, Task, end_with_parent, perform, prepare
from communique.engines.threads import limit_threads
from communique.errors import RunError

PRELOADED = "communique.engines.preloaded"
JOB = "COMMUNIQUE_JOB"  # the job as JSON in the environment, for it
RECYCLED = 50  # tasks after which a worker is replaced
LARGEST = 420_000_000  # resident bytes from which it is replaced too
MOST_DEATHS = 3  # workers that may die one after the other before they have a task
NEVER_READY = "workers die before they can work: is there enough memory for --workers {workers}?"


class Workers:
    """A crew of processes forked from one that has the models loaded."""

    def __init__(self, job: Job, workers: int) -> None:
        self.job = job
        limit_threads()
        os.environ[JOB] = msgspec.json.encode(job, enc_hook=str).decode()
        self.context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
        self.context.set_forkserver_preload([PRELOADED])
        self.workers = [_Worker(job, self.context) for _ in range(workers)]
        self.deaths = 0

    def __enter__(self) -> Self:
        for worker in self.workers:
            worker.begin()
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        for worker in self.workers:
            worker.end(at_once=True)

    def is_free(self) -> bool:
        return any(worker.is_free for worker in self.workers)

    def start(self, task: Task) -> None:
        next(worker for worker in self.workers if worker.is_free).start(task)

    def wait(self) -> list[Event]:
        wait([worker.future for worker in self.workers if worker.future], return_when=FIRST_COMPLETED)
        return [event for worker in self.workers if worker.future and worker.future.done() and (event := self._heard(worker))]

    def _heard(self, worker: "_Worker") -> Event | None:
        """What a worker's future brought: an event where it had a task, else it is ready."""
        task, died = worker.task, worker.is_dead
        if died:
            self.deaths += task is None
            if self.deaths >= MOST_DEATHS:
                raise RunError(NEVER_READY.format(workers=len(self.workers)))
        else:
            self.deaths = 0
        outcome = worker.settle()
        return Event(task, outcome) if task and outcome else None


class _Worker:
    """One process, or none."""

    def __init__(self, job: Job, context: Any) -> None:
        self.job, self.context = job, context
        self.executor: ProcessPoolExecutor | None = None
        self.future: Future[Any] | None = None
        self.task: Task | None = None
        self.pid = self.tasks = 0

    @property
    def is_free(self) -> bool:
        return self.executor is not None and self.future is None

    @property
    def is_dead(self) -> bool:
        return self.future is not None and isinstance(self.future.exception(), BrokenProcessPool)

    def begin(self) -> None:
        """Starts a process, whose first future is its being ready."""
        self.executor = ProcessPoolExecutor(1, mp_context=self.context, initializer=end_with_parent)
        self.tasks = 0
        try:
            self.future = self.executor.submit(prepare, self.job)
        except (EOFError, OSError) as error:  # the process that forks workers was killed; the next attempt starts another
            self.future = Future()
            self.future.set_exception(BrokenProcessPool(str(error)))

    def start(self, task: Task) -> None:
        assert self.executor is not None
        self.task = task
        try:
            self.future = self.executor.submit(perform, task, self.job)
        except BrokenProcessPool as error:  # it died while it had nothing to do
            self.future = Future()
            self.future.set_exception(error)

    def settle(self) -> Outcome | None:
        """Takes what the future brought; a process that is dead or used up is replaced."""
        assert self.future is not None
        future, task, self.future, self.task = self.future, self.task, None, None
        if isinstance(future.exception(), BrokenProcessPool):
            self.end()
            self.begin()
            return Failed(DIED)
        given = future.result()
        if task is None:
            self.pid = given
            return None
        self.tasks += 1
        if isinstance(given, Done) and (self.tasks >= RECYCLED or given.resident > LARGEST):
            self.end()
            self.begin()
        return given  # type: ignore[no-any-return]

    def end(self, *, at_once: bool = False) -> None:
        """Lets the process go; `at_once`: whatever it is doing."""
        if self.executor:
            if at_once and self.future and self.pid:
                with suppress(ProcessLookupError):
                    os.kill(self.pid, SIGTERM)
            self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = None
