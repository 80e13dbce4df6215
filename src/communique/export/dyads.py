"""Tables of dyads: how many events of each type one side had with the other in each month, year or day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import IO, NamedTuple

from communique.export.about import versions
from communique.export.found import Found
from communique.export.tables import Column, Row, write_csv, write_objects, write_parquet

TAKES = "events that happened, of a known day, type and countries"

PERIODS = {"day": 10, "month": 7, "year": 4}  # characters of an ISO date
COLUMNS = (*map(Column, ("actor", "recipient", "period", "event")), Column("quad", "integer"), Column("events", "integer"))


class Cell(NamedTuple):
    """What is counted: who did it to whom (country or IGO:UN ...), when, PLOVER's type (CAMEO's root where it has none), quad class."""

    actor: str
    recipient: str
    period: str
    event: str
    quad: int


def takes(found: Found) -> bool:
    """True for what happened, on a known day, between sides of which one pair is known."""
    return any(_cells(found, "day"))


def dyad_table(events: Iterable[Found], period: str) -> list[Row]:
    """The rows under COLUMNS, sorted; `period` is one of PERIODS. An event with several pairs counts once for each."""
    counts = Counter(cell for found in events for cell in set(_cells(found, period)))
    return [(*cell, counts[cell]) for cell in sorted(counts)]


def _cells(found: Found, period: str) -> Iterator[Cell]:
    kind = found.event.event or (found.cameo or "")[:2]
    if not (found.has_happened and found.day and kind and found.quad):
        return
    for one, other in found.pairs:
        if one and other and one.country and other.country:
            yield Cell(one.country, other.country, found.day[: PERIODS[period]], kind, found.quad)


def as_csv(events: Iterable[Found], period: str, out: IO[bytes]) -> None:
    """The table as CSV."""
    write_csv(COLUMNS, dyad_table(events, period), out)


def as_parquet(events: Iterable[Found], period: str, out: IO[bytes]) -> None:
    """The table as Parquet."""
    write_parquet(COLUMNS, dyad_table(events, period), out, versions())


def as_objects(events: Iterable[Found], period: str, out: IO[bytes]) -> None:
    """The table as JSON Lines."""
    write_objects(COLUMNS, dyad_table(events, period), out)


WRITERS: dict[str, Callable[[Iterable[Found], str, IO[bytes]], None]] = {"csv": as_csv, "parquet": as_parquet, "jsonl": as_objects}
