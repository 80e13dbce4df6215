"""A unit that kills its worker cut up until the article is found that does it. What else it holds is kept in pieces on the way."""

from collections.abc import Iterator

from communique.batch.folder import Folder
from communique.batch.job import DIED, Done, Failed, Outcome, Piece, Task, Unit

MOST_TRIES = 3  # times a unit, and an article alone, is tried before it is given up


class Bisection:
    """The pieces of one unit: a piece that cannot be coded is halved, one article alone is set apart."""

    def __init__(self, unit: Unit, folder: Folder) -> None:
        self.unit, self.folder = unit, folder
        self.open: set[Task] = set()
        self.settled: list[Piece] = []

    def begin(self) -> Iterator[Task]:
        """The first task: how much is there?"""
        yield from self._asked(Task(self.unit, "count"))

    def settle(self, task: Task, outcome: Outcome) -> Iterator[Task]:
        """The tasks that follow from what became of one."""
        self.open.discard(task)
        if task.do == "count" and isinstance(outcome, Done):
            yield from self._halved(Piece(1, outcome.number + 1))
        elif task.do == "name":
            name = outcome.name if isinstance(outcome, Done) else None
            self.settled.append(Piece(task.pieces[0].start, task.pieces[0].stop, name, task.pieces[0].failure))
        elif task.do == "code" and isinstance(outcome, Done):
            self.settled += task.pieces
        elif task.do == "code":
            yield from self._entered(task.pieces[0], outcome.message if isinstance(outcome, Failed) else DIED)
        if not self.open and task.do in ("count", "code", "name"):
            yield Task(self.unit, "join", tuple(sorted(self.settled, key=lambda piece: piece.start)))

    def _entered(self, piece: Piece, failure: str = DIED) -> Iterator[Task]:
        """What is to be done for a piece: nothing, try it, halve it, or give its one article up."""
        task = Task(self.unit, "code", (piece,))
        is_one = piece.stop - piece.start == 1
        tries = self.folder.tries(task)
        if self.folder.counts_of(task) is not None:
            self.settled.append(piece)
        elif tries >= MOST_TRIES if is_one else tries > 0:
            given_up = Piece(piece.start, piece.stop, failure=failure)
            yield from self._asked(Task(self.unit, "name", (given_up,))) if is_one else self._halved(piece)
        else:
            yield from self._asked(task)

    def _halved(self, piece: Piece) -> Iterator[Task]:
        middle = (piece.start + piece.stop) // 2
        for start, stop in ((piece.start, middle), (middle, piece.stop)):
            if start < stop:
                yield from self._entered(Piece(start, stop))

    def _asked(self, task: Task) -> Iterator[Task]:
        self.open.add(task)
        yield task
