"""Our own columns as Parquet, which needs the extra `scale` (pyarrow)."""

from collections.abc import Iterable
from typing import IO

from communique.export.about import versions
from communique.export.columns import COLUMNS, row_of
from communique.export.found import Found
from communique.export.tables import write_parquet


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """A row an event."""
    write_parquet(COLUMNS, map(row_of, events), out, versions())
