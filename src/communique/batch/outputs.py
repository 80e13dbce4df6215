"""The formats of a unit's file. Its end names the unit, the job's hash and the counts: a file without it is not done.

parquet  a row an article, the coding as JSON in a column of its own; the end stands in the footer
jsonl    Zstandard, a coding a line as `communique code` writes them, {"failed": ...} for the rest; the end is the last line

The same rows give the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec

from communique.batch.job import Counts
from communique.batch.rows import Row, row_of
from communique.errors import UsageError
from communique.model.base import Record
from communique.record import from_json

AT_ONCE = 500  # rows of a row group of Parquet
FRAME = 64  # lines of a frame of Zstandard, which is read as a whole
LAST = 65_536  # bytes in which the last frame lies
MAGIC = b"\x28\xb5\x2f\xfd"
FAILED = b'{"failed":'
END = b'{"unit":'
KEY = "communique"
MISSING = 'a run needs pyarrow: pip install "communique[scale]"'


class End(Record, frozen=True):
    """How a unit's file ends: which unit (and piece) it holds, the hash of the job that wrote it, what it counts."""

    unit: str
    cfg: str
    counts: Counts


class Output(NamedTuple):
    """One format.

    name, suffix  what it is called, and how its files end
    write         rows into an open file; the end is asked for when there are no more
    verify        the end of a file; None where there is no file, or not a whole one
    read          the rows of a whole file
    """

    name: str
    suffix: str
    write: Callable[[Iterable[Row], IO[bytes], Callable[[], End]], None]
    verify: Callable[[Path], End | None]
    read: Callable[[Path], Iterator[Row]]


def write_parquet(rows: Iterable[Row], out: IO[bytes], end: Callable[[], End]) -> None:
    """The rows in groups."""
    pyarrow = _pyarrow()
    from pyarrow.parquet import ParquetWriter

    kinds = {"statements": pyarrow.int32(), "positions": pyarrow.int32(), "commitments": pyarrow.int32(), "events": pyarrow.int32()}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in Row.__struct_fields__])
    rest = iter(rows)
    with ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rest, AT_ONCE)):
            writer.write_table(pyarrow.table([[getattr(row, name) for row in group] for name in schema.names], schema=schema))
        writer.add_key_value_metadata({KEY: msgspec.json.encode(end()).decode()})


def verify_parquet(path: Path) -> End | None:
    """The end in the footer, where it counts as many rows as there are."""
    import pyarrow.lib as arrow
    from pyarrow.parquet import read_metadata

    try:
        metadata = read_metadata(path)
        end = msgspec.json.decode((metadata.metadata or {}).get(KEY.encode(), b""), type=End)
    except (OSError, arrow.ArrowException, msgspec.MsgspecError):
        return None
    return end if end.counts.articles + end.counts.failed == metadata.num_rows else None


def read_parquet(path: Path) -> Iterator[Row]:
    """The rows, group by group."""
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path) as file:
        for batch in file.iter_batches(AT_ONCE):
            yield from (Row(**values) for values in batch.to_pylist())


def write_jsonl(rows: Iterable[Row], out: IO[bytes], end: Callable[[], End]) -> None:
    """The rows in frames, the end in one of its own."""
    codec = _pyarrow().Codec("zstd")
    rest = iter(rows)
    while frame := list(islice(rest, FRAME)):
        out.write(codec.compress(b"".join(map(_line, frame)), asbytes=True))
    out.write(codec.compress(msgspec.json.encode(end()) + b"\n", asbytes=True))


def verify_jsonl(path: Path) -> End | None:
    """The end in the last frame."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - LAST))
            last = file.read()
        frame = last[last.rindex(MAGIC) :]
        return msgspec.json.decode(_pyarrow().CompressedInputStream(_pyarrow().BufferReader(frame), "zstd").read(), type=End)
    except (OSError, ValueError):  # msgspec's errors are ValueErrors
        return None


def read_jsonl(path: Path) -> Iterator[Row]:
    """The rows, line by line."""
    with _pyarrow().CompressedInputStream(str(path), "zstd") as stream:
        rest = b""
        while data := stream.read(1 << 20):
            *lines, rest = (rest + data).split(b"\n")
            yield from (_row(line) for line in lines if not line.startswith(END))


def _line(row: Row) -> bytes:
    if row.coding:
        return row.coding.encode() + b"\n"
    return msgspec.json.encode({"failed": {"id": row.id, "stage": row.stage, "exception": row.exception}}) + b"\n"


def _row(line: bytes) -> Row:
    return Row(**msgspec.json.decode(line)["failed"]) if line.startswith(FAILED) else row_of(from_json(line))


OUTPUTS: tuple[Output, ...] = (
    Output("parquet", ".parquet", write_parquet, verify_parquet, read_parquet),
    Output("jsonl", ".jsonl.zst", write_jsonl, verify_jsonl, read_jsonl),
)


def output_named(name: str) -> Output:
    """The format of that name. Raises UsageError that lists them."""
    for output in OUTPUTS:
        if output.name == name:
            return output
    raise UsageError(f"no output format {name!r}: use {' or '.join(one.name for one in OUTPUTS)}")


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(MISSING) from error
    return pyarrow
