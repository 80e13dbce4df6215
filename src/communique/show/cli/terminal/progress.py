"""Progress of long work on stderr: only where stderr is a terminal and results go elsewhere, and only after a while."""

import sys
from collections.abc import Iterable, Iterator
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import TypeVar

from communique.show.cli.terminal.output import is_terminal

PATIENCE = 2.0  # seconds without a word

Item = TypeVar("Item")


class Progress:
    """Counts articles; draws itself when the work takes longer than PATIENCE. A context, so that it never outlives the work."""

    def __init__(self) -> None:
        self.count = 0
        self.first = 0.0  # when the first article was ready
        self.drawn: Drawing | None = None
        self.timer: Timer | None = None

    def __enter__(self) -> "Progress":
        if sys.stderr is not None and sys.stderr.isatty() and not is_terminal():
            self.timer = Timer(PATIENCE, self._draw)
            self.timer.daemon = True
            self.timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.timer:
            self.timer.cancel()
            self.timer.join()
        if self.drawn:
            self.drawn.stop()

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, counted as they pass."""
        for item in items:
            self.count += 1
            self.first = self.first or monotonic()
            if self.drawn:
                self.drawn.show(self.line())
            yield item

    def line(self) -> str:
        """What is drawn: "1,200 articles · 35 a second"; the rate without the time it took to get going."""
        if self.count < 2:
            return f"{self.count} articles" if self.count else "getting ready"
        return f"{self.count:,} articles · {(self.count - 1) / max(monotonic() - self.first, 0.001):,.0f} a second"

    def _draw(self) -> None:
        self.drawn = Drawing(self.line())


class Drawing:
    """A line on stderr, redrawn in its place: spinner, text, time."""

    def __init__(self, line: str) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task(line, total=None)
        self.bar.start()

    def show(self, line: str) -> None:
        self.bar.update(self.task, description=line)

    def stop(self) -> None:
        self.bar.stop()
