"""What a format cannot carry is left out, and counted."""

from collections.abc import Callable, Iterable, Iterator

from communique.export.found import Found


class Sieve:
    """Lets through what is taken; `kept` and `left_out` count."""

    def __init__(self, takes: Callable[[Found], bool]) -> None:
        self.takes = takes
        self.kept = 0
        self.left_out = 0

    def over(self, events: Iterable[Found]) -> Iterator[Found]:
        """The events that are taken."""
        for found in events:
            if self.takes(found):
                self.kept += 1
                yield found
            else:
                self.left_out += 1
