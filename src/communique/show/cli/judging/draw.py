"""Drawing a stratified sample from a stream of unknown length, in memory for a few times the sample."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from communique.show.cli.judging.sheet import Row

FIELDS = ("rule", "outlet", "manner", "kind", "act", "article")
SLACK = 4  # times the sample that may be held

Ticket = tuple[bytes, Row]


class Urn:
    """Takes rows, and gives `size` of them.

    Every row has a number that only its statement and the seed decide. A stratum's rows are ranked by it, and the sample is what comes
    first by rank, then number: the lowest of every stratum, the second lowest of every stratum, and so on; of the last, incomplete
    round those with the lowest numbers. What is not among the first can never come to be, whatever follows, and is let go.
    """

    def __init__(self, size: int, seed: int, fields: Sequence[str]) -> None:
        self.size = size
        self.seed = seed
        self.fields = tuple(fields)
        self.held: dict[bytes, Row] = {}
        self.strata: Counter[tuple[str, ...]] = Counter()

    def add(self, rows: Iterable[tuple[str, Row]]) -> None:
        """More rows, each with what tells its statement from all others."""
        for identity, row in rows:
            self.strata[self.stratum(row)] += 1
            self.held[sha256(f"{self.seed} {identity}".encode("utf-8", "surrogatepass")).digest()] = row
        if len(self.held) > SLACK * self.size:
            self.held = dict(self._first())

    def stratum(self, row: Row) -> tuple[str, ...]:
        """What a row has in the fields."""
        return tuple(getattr(row, field) for field in self.fields)

    def drawn(self) -> list[Row]:
        """The sample, in random order: a judge tired at the end is tired of all strata alike."""
        return [row for _, row in sorted(self._first(), key=lambda ticket: ticket[0])]

    def _first(self) -> list[Ticket]:
        """The first `size` tickets by rank within the stratum, then number."""
        ranks: dict[tuple[str, ...], int] = defaultdict(int)
        ranked: list[tuple[int, Ticket]] = []
        for number, row in sorted(self.held.items(), key=lambda ticket: ticket[0]):
            stratum = self.stratum(row)
            ranked.append((ranks[stratum], (number, row)))
            ranks[stratum] += 1
        ranked.sort(key=lambda pair: (pair[0], pair[1][0]))
        return [ticket for _, ticket in ranked[: self.size]]
