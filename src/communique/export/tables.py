"""Tables as bytes: CSV, TSV, Parquet, JSON Lines. UTF-8 without byte order mark, an empty cell for what is not known."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

from communique.errors import UsageError

if TYPE_CHECKING:
    import pyarrow

Value = str | int | float | None
Row = tuple[Value, ...]
BETWEEN = ";"  # parts the members of a list in one cell
AT_ONCE = 10_000  # rows of a row group
MISSING = 'writing Parquet needs pyarrow: pip install "communique[scale]", or export csv or jsonl'


class Column(NamedTuple):
    """A column of our own tables: its name, and what stands in it."""

    name: str
    kind: Literal["text", "integer", "number"] = "text"


def listed(values: Iterable[Value]) -> str | None:
    """Values in one cell, place for place; None where none of them is known."""
    texts = ["" if value is None else line(value).replace(BETWEEN, ",") for value in values]
    return BETWEEN.join(texts) if any(texts) else None


def line(value: Value) -> str:
    """A value on one line: tabs and line breaks become spaces, 7.0 becomes 7."""
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else " ".join(str(value).split())


def write_tsv(rows: Iterable[Row], out: IO[bytes], header: Sequence[str] = ()) -> None:
    """Tab-separated values; without header where the format has none. No cell holds a tab, so that a split at tabs is safe too."""
    with _as_text(out) as text:
        writer = csv.writer(text, delimiter="\t", lineterminator="\n")
        if header:
            writer.writerow(header)
        writer.writerows([line(value) for value in row] for row in rows)


def write_csv(columns: Sequence[Column], rows: Iterable[Row], out: IO[bytes]) -> None:
    """Comma-separated values: texts always in quotation marks, numbers never, so that a code stays a code for loaders that look."""
    with _as_text(out) as text:
        writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        writer.writerows([line(value) if isinstance(value, str) else value for value in row] for row in rows)


def write_objects(columns: Sequence[Column], rows: Iterable[Row], out: IO[bytes]) -> None:
    """A JSON object a row."""
    import msgspec

    for row in rows:
        out.write(msgspec.json.encode({column.name: value for column, value in zip(columns, row, strict=True)}) + b"\n")


def write_parquet(columns: Sequence[Column], rows: Iterable[Row], out: IO[bytes], versions: dict[str, str]) -> None:
    """Parquet, streamed in row groups; the versions stand in the file's own metadata. Raises UsageError without pyarrow."""
    try:
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise UsageError(MISSING) from error
    schema = _schema(columns, versions)
    with ParquetWriter(out, schema) as writer:
        for table in _tables(schema, rows):
            writer.write_table(table)


@contextmanager
def _as_text(out: IO[bytes]) -> Iterator[IO[str]]:
    """A stream of text over one of bytes, which stays open whatever happens."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        yield text
    finally:
        text.detach()


def _schema(columns: Sequence[Column], versions: dict[str, str]) -> "pyarrow.Schema":
    import pyarrow

    kinds = {"text": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64()}
    return pyarrow.schema([(column.name, kinds[column.kind]) for column in columns], metadata=versions)


def _tables(schema: "pyarrow.Schema", rows: Iterable[Row]) -> "Iterator[pyarrow.Table]":
    import pyarrow

    rest = iter(rows)
    while batch := list(islice(rest, AT_ONCE)):
        yield pyarrow.table([list(values) for values in zip(*batch, strict=True)], schema=schema)
