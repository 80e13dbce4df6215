"""What a worker does with a task. The only caller of the coder here."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from os import _exit, getpid
from threading import Thread
from time import monotonic, process_time

from communique.batch.folder import Folder
from communique.batch.job import Done, Failed, Job, Outcome, Piece, Task
from communique.batch.limits import Clock, TimeUp, cap_memory, deadline, resident
from communique.batch.outputs import End
from communique.batch.rows import Row, Tally, failed_row, row_of, unread_row
from communique.coder import code_all, coder_of
from communique.errors import CommuniqueError, RunError
from communique.ingest import open_stretch, read_source
from communique.model import Article, Problem, Unread

AT_ONCE = 32  # articles read before the coder asks for the next
COUNTING = range(1 << 62, 1 << 62)  # wants nothing, and goes through to the end
OTHER = "this worker would code differently: {own} here, {wanted} where the run began. Install the same version and models everywhere"


def prepare(job: Job) -> int:
    """Makes this process a worker of the job: models loaded, memory capped. Its process id.

    Raises RunError where it would write other codings than the job names.
    """
    own = coder_of(job.settings)
    if own != job.coder:
        raise RunError(OTHER.format(own=own, wanted=job.coder))
    cap_memory(job.memory)
    return getpid()


def end_with_parent() -> None:
    """Ties the end of this process to that of whoever started it, who may be killed. For the first moment of its life."""
    if parent := parent_process():
        Thread(target=_end_with, args=[parent], daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    _exit(1)


def perform(task: Task, job: Job) -> Outcome:
    """Does a task; whatever it raises becomes a Failed."""
    began, cpu = monotonic(), process_time()
    folder = Folder(job)
    try:
        with folder.trying(task):
            done = DEEDS[task.do](task, job, folder)
    except OSError as error:
        return Failed(f"{error.strerror or error}", is_passing=True)
    except CommuniqueError as error:
        return Failed(str(error), is_passing=True)
    except Exception as error:  # noqa: BLE001 - one unit's failure is not the run's
        return Failed(f"{type(error).__name__}: {error}")
    return Done(done.counts, done.number, done.name, monotonic() - began, process_time() - cpu, resident())


def _code(task: Task, job: Job, folder: Folder) -> Done:
    """Codes a unit or a piece of it into its file."""
    wanted = range(task.pieces[0].start, task.pieces[0].stop) if task.pieces else None
    tally = Tally()
    source, stream = open_stretch(task.unit.stretch, wanted)
    with source.stream, folder.write_down(task) as out:
        folder.output.write(_rows(read_source(source, columns=job.columns), job, tally), out, partial(_end, task, job, tally))
        if stream.failure:
            raise stream.failure
    return Done(tally.counts())


def _count(task: Task, job: Job, folder: Folder) -> Done:
    """Counts a unit's lines, rows or records without making anything of them."""
    source, _ = open_stretch(task.unit.stretch, COUNTING)
    with source.stream, deadline(60 * job.seconds):
        for _ in read_source(source, columns=job.columns):
            pass
    return Done(number=source.places.last if source.places else 0)


def _name(task: Task, job: Job, folder: Folder) -> Done:
    """The id of the one article of a piece, without coding it."""
    source, _ = open_stretch(task.unit.stretch, range(task.pieces[0].start, task.pieces[0].stop))
    with source.stream, deadline(3 * job.seconds):
        one = next(iter(read_source(source, columns=job.columns)), None)
    return Done(name=one.id if isinstance(one, Article) else None)


def _join(task: Task, job: Job, folder: Folder) -> Done:
    """Writes a unit's file from its pieces."""
    tally = Tally()
    with folder.write_down(task) as out:
        folder.output.write(_joined(task, folder, tally), out, partial(_end, task, job, tally))
    return Done(tally.counts())


DEEDS: dict[str, Callable[[Task, Job, Folder], Done]] = {"code": _code, "count": _count, "name": _name, "join": _join}


def _joined(task: Task, folder: Folder, tally: Tally) -> Iterator[Row]:
    from communique.record import from_json

    for piece in task.pieces:
        if piece.failure:
            yield _tallied(_failure(task, piece), tally)
            continue
        for row in folder.output.read(folder.file_of(Task(task.unit, "code", (Piece(piece.start, piece.stop),)))):
            yield _tallied(row, tally, from_json(row.coding.encode()).problems if row.coding else ())


def _failure(task: Task, piece: Piece) -> Row:
    """The row of the article that a unit could not be coded for."""
    where = f"{task.unit.stretch.name}, number {piece.start}"
    return failed_row(piece.id or where, "coder" if piece.id else "ingest", piece.failure or "")


def _end(task: Task, job: Job, tally: Tally) -> End:
    return End(task.name, job.cfg, tally.counts())


def _tallied(row: Row, tally: Tally, problems: tuple[Problem, ...] = ()) -> Row:
    tally.add(row, problems)
    return row


class _Feed:
    """What was read, on its way to the coder: `waiting` for it, or `handed` to it and not yet given back as a coding.
    `failure` is the reader's, which has ended there."""

    def __init__(self, read: Iterable[Article | Unread], clock: Clock) -> None:
        self._read = iter(read)
        self._clock = clock
        self.failure: Exception | None = None
        self.waiting: deque[Article | Unread] = deque()
        self.handed: deque[Article | Unread] = deque()

    def articles(self) -> Iterator[Article]:
        """The articles for the coder. They are read ahead, outside its time."""
        while self._fill():
            while self.waiting:
                one = self.waiting.popleft()
                self.handed.append(one)
                if isinstance(one, Article):
                    yield one

    def _fill(self) -> bool:
        if not self.waiting:
            with self._clock.paused():
                try:
                    self.waiting.extend(islice(self._read, AT_ONCE))
                except Exception as error:
                    self.failure = error
                    raise
        return bool(self.waiting)

    def unread(self) -> Iterator[Unread]:
        """What gave no article before the next that did."""
        while self.handed and isinstance(one := self.handed[0], Unread):
            self.handed.popleft()
            yield one


def _rows(read: Iterable[Article | Unread], job: Job, tally: Tally) -> Iterator[Row]:
    """A row for everything read, in order. All of a unit goes through one `code_all`; where that fails, what it was given goes through
    one by one."""
    clock = Clock(job.seconds)
    feed = _Feed(read, clock)
    codings = code_all(feed.articles(), job.settings)
    while True:
        try:
            with clock.running():
                coding = next(codings, None)
        except CommuniqueError:
            raise
        except (Exception, TimeUp):
            if feed.failure:
                raise
            while feed.handed:
                one = feed.handed.popleft()
                yield _alone(one, job, tally, clock) if isinstance(one, Article) else _tallied(unread_row(one), tally)
            codings = code_all(feed.articles(), job.settings)
            continue
        for one in feed.unread():
            yield _tallied(unread_row(one), tally)
        if coding is None:
            return
        feed.handed.popleft()
        yield _tallied(row_of(coding), tally, coding.problems)


def _alone(article: Article, job: Job, tally: Tally, clock: Clock) -> Row:
    """The row of one article, whatever the coder does with it."""
    try:
        with clock.running():
            coding = next(code_all([article], job.settings))
    except TimeUp:
        return _tallied(failed_row(article.id, "coder", f"took more than {job.seconds:g} seconds"), tally)
    except Exception as error:
        if isinstance(error, CommuniqueError):
            raise
        return _tallied(failed_row(article.id, "coder", f"{type(error).__name__}: {error}"), tally)
    return _tallied(row_of(coding), tally, coding.problems)
