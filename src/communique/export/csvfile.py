"""Our own columns as CSV."""

from collections.abc import Iterable
from typing import IO

from communique.export.columns import COLUMNS, row_of
from communique.export.found import Found
from communique.export.tables import write_csv


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """The header, then a row an event."""
    write_csv(COLUMNS, map(row_of, events), out)
