"""What PETRARCH2 writes: date, source, target, code, issues, ids, story source; tab-separated, no header, "---" for nobody known."""

from collections.abc import Iterable, Iterator
from typing import IO

from communique.export.codes import cameo_actor
from communique.export.found import Found
from communique.export.tables import Row, write_tsv

TAKES = "events with a CAMEO code that happened"
NOBODY = "---"
COLUMNS = ("date", "source", "target", "code", "issues", "ids", "story source")


def takes(found: Found) -> bool:
    """True for what has a CAMEO code and is reported as a fact."""
    return found.cameo is not None and found.has_happened


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """A row a pair."""
    write_tsv((row for found in events for row in rows_of(found)), out)


def rows_of(found: Found) -> Iterator[Row]:
    """The rows of an event; the ids are our article's and event's."""
    day = (found.day or "").replace("-", "")
    for source, target in found.pairs:
        sides = cameo_actor(source) or NOBODY, cameo_actor(target) or NOBODY
        yield (day, *sides, found.cameo, None, f"{found.article.id};{found.event.id}", found.article.outlet)
