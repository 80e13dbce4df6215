"""Actors on a Ray cluster, a task each at a time: Ray places them on machines and tells of deaths, nothing more. The only importer of Ray.

A task goes only to an actor that has said it is ready: where the cluster has fewer cores than workers were asked for, the rest wait
without any.
"""

import os
from logging import ERROR
from typing import Any, Self

import ray
from ray.exceptions import RayActorError, RayError, RayTaskError

from communique.batch import DIED, Done, Event, Failed, Job, Outcome, Task, perform, prepare
from communique.engines.threads import ONE_THREAD
from communique.errors import RunError

RECYCLED = 50  # tasks after which an actor is replaced
LARGEST = 700_000_000  # resident bytes from which it is replaced too; Ray's own libraries are in them
MOST_DEATHS = 10  # actors that may die one after the other before they have a task
PATIENCE = 60.0  # seconds without any news after which the cluster is asked whether it lives
NEVER_READY = "actors die before they can work; see Ray's own logs"


class Workers:
    """A crew of actors, each on a core."""

    def __init__(self, job: Job, workers: int) -> None:
        self.is_ours = not ray.is_initialized()
        if self.is_ours:
            _join_cluster(workers)
        self.actor: Any = ray.remote(num_cpus=1, max_restarts=0)(_Actor)
        self.actor = self.actor.options(runtime_env={"env_vars": ONE_THREAD})
        self.job = ray.put(job)
        self.count = workers
        self.idle: list[Any] = []
        self.at_work: dict[Any, tuple[Any, Task | None]] = {}  # by the reference that is waited for: the actor and its task
        self.tasks: dict[Any, int] = {}
        self.deaths = 0

    def __enter__(self) -> Self:
        for _ in range(self.count):
            self._begin()
        return self

    def __exit__(self, *error: object) -> None:
        for actor in (*self.idle, *(actor for actor, _ in self.at_work.values())):
            ray.kill(actor)
        if self.is_ours:
            ray.shutdown()

    def is_free(self) -> bool:
        return bool(self.idle)

    def start(self, task: Task) -> None:
        actor = self.idle.pop()
        self.at_work[actor.perform.remote(task)] = actor, task

    def wait(self) -> list[Event]:
        ready: list[Any] = []
        while not ready:
            ready, _ = ray.wait(list(self.at_work), timeout=PATIENCE)
            if not ready and not _nodes():
                raise RunError("the Ray cluster is gone: start it again, and the same command goes on")
        return [event for reference in ready if (event := self._heard(reference))]

    def _begin(self) -> None:
        actor = self.actor.remote(self.job)
        self.tasks[actor] = 0
        self.at_work[actor.ready.remote()] = actor, None

    def _heard(self, reference: Any) -> Event | None:
        """What a reference brought: an event where its actor had a task, else the actor is ready."""
        actor, task = self.at_work.pop(reference)
        try:
            given = ray.get(reference)
        except RayTaskError as error:
            raise _cause(error) from error
        except (RayActorError, RayError):
            return self._died(actor, task)
        self.deaths = 0
        if task:
            self.tasks[actor] += 1
        if self._is_used_up(actor, given):
            self._replace(actor)
        else:
            self.idle.append(actor)
        return Event(task, given) if task else None

    def _died(self, actor: Any, task: Task | None) -> Event | None:
        self.deaths += task is None
        if self.deaths >= MOST_DEATHS:
            raise RunError(NEVER_READY)
        self._replace(actor)
        return Event(task, Failed(DIED)) if task else None

    def _is_used_up(self, actor: Any, given: object) -> bool:
        return isinstance(given, Done) and (self.tasks[actor] >= RECYCLED or given.resident > LARGEST)

    def _replace(self, actor: Any) -> None:
        del self.tasks[actor]
        ray.kill(actor)
        self._begin()


class _Actor:
    """A worker in a process of Ray's."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def ready(self) -> int:
        """Gets ready; not when it is made, for what goes wrong then is told like a death."""
        return prepare(self.job)

    def perform(self, task: Task) -> Outcome:
        return perform(task, self.job)


def _join_cluster(workers: int) -> None:
    """The cluster at $RAY_ADDRESS, else one on this machine."""
    address = os.environ.get("RAY_ADDRESS")
    cores: dict[str, Any] = {} if address else {"num_cpus": workers, "include_dashboard": False}
    ray.init(address=address, log_to_driver=False, logging_level=ERROR, **cores)


def _nodes() -> list[Any]:
    return list(ray.nodes())  # type: ignore[no-untyped-call]


def _cause(error: RayTaskError) -> Exception:
    """The exception that an actor raised, as it raised it."""
    cause: Exception = error.as_instanceof_cause()  # type: ignore[no-untyped-call]
    return cause
