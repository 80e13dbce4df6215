"""Tables, an article a row: CSV and its like, and Parquet, which needs the extra `scale` (pyarrow).

Columns are found by name ("text" or, for the text, "body" or "content"); `columns` (--map text=COLUMN) says which others to take.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO, NamedTuple

from communique.errors import ReadError
from communique.ingest.decoding import decode, split_mark
from communique.ingest.fields import FIELDS, TEXT, article_from
from communique.ingest.sources import LARGEST, Source, seekable
from communique.ingest.written_dates import iso_date
from communique.model import Article, Problem, Unread

DELIMITERS = ",\t;|"
TEXTS = (TEXT, "body", "content")  # names of a column that holds the text, the first one present wins
# the first line of a table, and what the head shows of the second
HEADER = re.compile(r"([^\r\n]{1,2000})(?:\r\n|\r|\n)([^\r\n]+)")
NAME = re.compile(r"[^\d\W][\w.:/()-]*(?: [\w.:/()-]+){0,3}$")
SURROGATES = re.compile("[\udc80-\udcff]")
ROWS_AT_ONCE = 64  # of Parquet
DATES = ("published", "date")
MISSING = 'reading Parquet needs pyarrow: pip install "communique[scale]", or export CSV or JSON Lines and read that'


class Columns(NamedTuple):
    """Which column of a table gives which field: the field and the column's place, and its name."""

    fields: tuple[tuple[str, int], ...]
    names: tuple[str, ...]


def sniff(head: str) -> bool:
    """True where the first line is a header of names, one of which is a text's."""
    match = HEADER.match(head.lstrip("\ufeff"))
    if match is None:
        return False
    header, below = match.groups()
    delimiter = _delimiter(header)
    names = [name.strip().casefold() for name in _split(header, delimiter)]
    is_header = len(names) > 1 and len(set(names)) == len(names) and not set(TEXTS).isdisjoint(names) and all(map(NAME.match, names))
    return is_header and ('"' in below or len(_split(below, delimiter)) == len(names))


def read(source: Source) -> Iterator[Article | Unread]:
    """An Article a row; a row that gives none is an Unread with its number. Raises ReadError where no column gives the text."""
    encoding, _ = split_mark(source.head)
    lines = io.TextIOWrapper(source.stream, encoding or "utf-8", "replace" if encoding else "surrogateescape", newline="")
    lines.read(1 if encoding else 0)
    try:
        yield from _rows(lines, source)
    except csv.Error as error:
        raise ReadError(f"no table from here on ({error}): is a quotation mark missing?") from error
    finally:
        lines.detach()


def sniff_parquet(head: str) -> bool:
    """True where the bytes open as a Parquet file does."""
    return head.startswith("PAR1")


def read_parquet(source: Source) -> Iterator[Article | Unread]:
    """An Article a row, streamed. Raises ReadError where no column gives the text or the file is broken."""
    try:
        import pyarrow.lib as arrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise ReadError(MISSING) from error
    with seekable(source.stream) as stream:
        try:
            table = ParquetFile(stream)
            columns = _columns(table.schema_arrow.names, source.columns)
            wanted = [columns.names[place] for _, place in columns.fields]
            rows = (
                row
                for batch in table.iter_batches(ROWS_AT_ONCE, columns=wanted, row_groups=source.groups and [*source.groups])
                for row in zip(*(batch.column(name).to_pylist() for name in wanted), strict=True)
            )
            for number, row in source.chosen(enumerate(rows, start=1)):
                yield _article([field for field, _ in columns.fields], row, f"{source.name}, row {number}")
        except arrow.ArrowException as error:
            raise ReadError(f"broken Parquet: {error}") from error


def group_sizes(stream: BinaryIO) -> list[int]:
    """Bytes of each row group of a Parquet file. Raises ReadError where the file is broken, or pyarrow missing."""
    try:
        import pyarrow.lib as arrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise ReadError(MISSING) from error
    try:
        metadata = ParquetFile(stream).metadata
        return [metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups)]
    except arrow.ArrowException as error:
        raise ReadError(f"broken Parquet: {error}") from error


def _rows(lines: io.TextIOWrapper, source: Source) -> Iterator[Article | Unread]:
    csv.field_size_limit(LARGEST)
    header = lines.readline(LARGEST)
    if not header.strip():
        yield Unread(source.name, "empty: no article")
        return
    delimiter = _delimiter(header)
    columns = _columns(_split(header, delimiter), source.columns)
    fields = [field for field, _ in columns.fields]
    for number, row in enumerate(csv.reader(lines, delimiter=delimiter), start=2):
        where = f"{source.name}, row {number}"
        if len(row) > len(columns.names) and any(row[len(columns.names) :]):
            yield Unread(where, f"{len(row)} columns, the header has {len(columns.names)}: is a quotation mark missing?")
        elif any(row):
            yield _article(fields, [row[place] if place < len(row) else "" for _, place in columns.fields], where)


def _article(fields: Sequence[str], values: Sequence[Any], where: str) -> Article | Unread:
    """The article of a row's values."""
    given: dict[str, object] = {}
    problems: list[Problem] = []
    for field, value in zip(fields, values, strict=True):
        try:
            written, complaints = _written(value)
        except ReadError as error:
            return Unread(where, f"{field}: {error}")
        given[field] = (iso_date(written) or written) if field in DATES else written
        problems += complaints
    return article_from(given, where, tuple(dict.fromkeys(problems)))


def _written(value: object) -> tuple[str, tuple[Problem, ...]]:
    """A cell as text; bytes that were no UTF-8 are decoded by the look of the cell. Raises ReadError where they are no text."""
    if value is None:
        return "", ()
    if isinstance(value, date):
        return value.isoformat(), ()
    if isinstance(value, bytes):
        return decode(value)
    text = str(value)
    return decode(text.encode("utf-8", "surrogateescape")) if SURROGATES.search(text) else (text, ())


def _columns(names: Sequence[str], given: Mapping[str, str]) -> Columns:
    """Which column gives which field. Raises ReadError that names the columns where none gives the text."""
    stripped = [name.strip().lstrip("\ufeff") for name in names]
    place_of = {name.casefold(): place for place, name in reversed(list(enumerate(stripped)))}
    places = {field: place_of[field] for field in FIELDS if field in place_of}
    text = next((place_of[name] for name in TEXTS if name in place_of), None)
    if text is not None:
        places[TEXT] = text
    for field, column in given.items():
        if column.casefold() not in place_of:
            raise ReadError(f"no column {column!r} for {field}: the columns are {_listed(stripped)}")
        places[field] = place_of[column.casefold()]
    if TEXT not in places:
        raise ReadError(f"no column gives the text: the columns are {_listed(stripped)}; say which one holds it (--map text=COLUMN)")
    return Columns(tuple(places.items()), tuple(names))


def _listed(names: Sequence[str], shown: int = 30) -> str:
    return ", ".join(names[:shown]) + (f" and {len(names) - shown} more" if len(names) > shown else "")


def _delimiter(header: str) -> str:
    """The mark between columns: the one that parts the header into most names."""
    return max(DELIMITERS, key=lambda mark: len(_split(header, mark)))


def _split(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
