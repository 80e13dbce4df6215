"""Which tasks there are: the units that are missing, what is tried again, what a bisection asks for."""

from collections import Counter, deque
from collections.abc import Iterable

from communique.batch.bisect import MOST_TRIES, Bisection
from communique.batch.folder import Folder
from communique.batch.job import Counts, Done, Failed, Outcome, Task, Unit


class Work:
    """The work of a run, or of a shard of it. Tasks are taken one at a time and settled in any order.

    units  all of them, by size
    done   what the files hold of those that are done
    given_up  why those were given up that cannot be done
    """

    def __init__(self, units: Iterable[Unit], folder: Folder) -> None:
        self.units = tuple(units)
        self.folder = folder
        self.done: dict[Unit, Counts] = {}
        self.given_up: dict[Unit, str] = {}
        self.running = 0
        self._tasks: deque[Task] = deque()
        self._bisections: dict[Unit, Bisection] = {}
        self._passed: Counter[Task] = Counter()
        for unit in self.units:
            self._find(unit)

    @property
    def is_over(self) -> bool:
        """True where nothing is left to be done or waited for."""
        return not self._tasks and not self.running

    def take(self) -> Task | None:
        """The next task; None where there is none now."""
        if not self._tasks:
            return None
        self.running += 1
        return self._tasks.popleft()

    def settle(self, task: Task, outcome: Outcome) -> None:
        """Takes note of what became of a task, and of what follows from it."""
        self.running -= 1
        if isinstance(outcome, Failed) and outcome.is_passing:
            self._try_again(task, outcome.message)
        elif task.do == "join" or (task.do == "code" and not task.pieces):
            self._settle_unit(task, outcome)
        elif task.do == "count" and isinstance(outcome, Failed):
            self.given_up[task.unit] = f"its lines or records cannot be counted: {outcome.message}"
        elif task.unit not in self.given_up:
            self._tasks.extendleft(self._bisections[task.unit].settle(task, outcome))

    def _find(self, unit: Unit) -> None:
        """What a run that begins has to do for a unit."""
        task = Task(unit)
        counts = self.folder.counts_of(task)
        if counts is not None:
            self.done[unit] = counts
        elif self.folder.tries(task) >= MOST_TRIES:
            self._bisect(unit)
        else:
            self._tasks.append(task)

    def _settle_unit(self, task: Task, outcome: Outcome) -> None:
        if isinstance(outcome, Done):
            self.done[task.unit] = outcome.counts
            self.folder.clear(task.unit)
        elif task.do == "join":
            self.given_up[task.unit] = f"its pieces cannot be joined: {outcome.message}"
        elif self.folder.tries(task) >= MOST_TRIES:
            self._bisect(task.unit)
        else:
            self._tasks.appendleft(task)

    def _bisect(self, unit: Unit) -> None:
        self._bisections[unit] = Bisection(unit, self.folder)
        self._tasks.extendleft(self._bisections[unit].begin())

    def _try_again(self, task: Task, message: str) -> None:
        """What failed for a reason that passes goes to the end of the line, MOST_TRIES times."""
        self._passed[task] += 1
        if self._passed[task] < MOST_TRIES:
            self._tasks.append(task)
        else:
            self.given_up[task.unit] = message
