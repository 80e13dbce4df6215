"""How far a run is: a line on stderr, redrawn on a terminal, now and then elsewhere; at the end counts, as JSON in a pipe."""

import json
import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from communique.show.cli.exits import OK, SOME_FAILED, say
from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.progress import Drawing
from communique.show.cli.terminal.style import visible

if TYPE_CHECKING:
    from communique.engines import Progress, Run

EVERY = 60.0  # seconds between lines where nobody redraws them


class Watched:
    """A run that is looked on at. A context, so that a drawing never outlives it; tells what could not be read, and what was given up."""

    def __init__(self, run: "Run") -> None:
        self.run = run
        self.drawn = Drawing("getting ready") if sys.stderr is not None and sys.stderr.isatty() else None
        self.told = monotonic()

    def __enter__(self) -> "Watched":
        for unread in self.run.unread:
            say(visible(f"{unread.where}: {unread.message}"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.drawn:
            self.drawn.stop()
        for unit, message in self.run.given_up.items():
            say(visible(f"{unit.stretch.name}: given up: {message}"))
        if kind is KeyboardInterrupt:
            say(f"stopped; the same command goes on from there, `communique run --out {self.run.job.folder} --status` tells how far it is")

    def show(self, progress: "Progress") -> None:
        """Redraws the line, or says it where the last time was long ago."""
        if self.drawn:
            self.drawn.show(line(progress))
        elif monotonic() - self.told > EVERY:
            say(line(progress))
            self.told = monotonic()


def line(progress: "Progress") -> str:
    """ "12 of 40 units · 31 % · 12,345 articles · 7 min left"."""
    share = 100 * progress.coded // max(progress.size, 1)
    told = [f"{progress.done:,} of {progress.units:,} units", f"{share} %", f"{progress.counts.articles:,} articles"]
    return " · ".join([*told, f"{duration(progress.left)} left"] if progress.left is not None and progress.done < progress.units else told)


def duration(seconds: float) -> str:
    """ "40 s", "7 min", "3 h 20 min", "2 d 4 h"."""
    minutes, hours = round(seconds / 60), round(seconds / 3600)
    if seconds < 60:
        return f"{seconds:.0f} s"
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min" if hours < 24 else f"{hours // 24} d {hours % 24} h"


def show_end(progress: "Progress", *, jsonl: bool) -> None:
    """Shows what the files hold and what is missing."""
    if jsonl or not is_terminal():
        import msgspec

        write_line(json.dumps(msgspec.to_builtins(progress)).encode())
        return
    counts = progress.counts
    found = ", ".join(f"{getattr(counts, name):,} {name}" for name in ("statements", "positions", "commitments", "events"))
    stages = f" ({', '.join(f'{stage} {count:,}' for stage, count in counts.stages.items())})" if counts.stages else ""
    write_line(f"{line(progress)}; {found}".encode())
    if counts.failed or counts.stages:
        write_line(f"{counts.failed:,} failed, problems{stages or ' none'}".encode())
    if missing := progress.units - progress.done:
        write_line(f"{missing:,} units are missing: the same command goes on with them".encode())


def exit_code(progress: "Progress") -> int:
    """3 where articles failed or units were given up."""
    return SOME_FAILED if progress.counts.failed or progress.given_up else OK
