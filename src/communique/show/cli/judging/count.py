"""Counting a judged sheet: how often statements are right, and how sure that is."""

import csv
import io
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from communique.errors import UsageError

JUDGEMENTS = {"yes": "yes", "y": "yes", "no": "no", "n": "no", "partly": "partly", "p": "partly", "": "unjudged"}
Z = 1.959964  # of the normal distribution, for 95 %

Group = tuple[str, ...]


class Estimate(NamedTuple):
    """A precision with its 95 % interval."""

    precision: float
    low: float
    high: float


class Tally(NamedTuple):
    """How the statements of one group were judged; the group of all is empty."""

    group: Group
    yes: int
    partly: int
    no: int
    unjudged: int

    @property
    def judged(self) -> int:
        """How many have a judgement."""
        return self.yes + self.partly + self.no

    def strict(self) -> Estimate | None:
        """Partly right is wrong. None where nothing is judged."""
        return wilson(self.yes, self.judged)

    def lenient(self) -> Estimate | None:
        """Partly right is right. None where nothing is judged."""
        return wilson(self.yes + self.partly, self.judged)


def wilson(right: int, judged: int) -> Estimate | None:
    """The share of the right ones with Wilson's interval, which holds for few and for shares near 1."""
    if not judged:
        return None
    share, weight = right / judged, Z * Z / judged
    middle = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / judged + weight / (4 * judged)) / (1 + weight)
    return Estimate(share, max(0.0, middle - half), min(1.0, middle + half))


def tallies(judged: Iterable[tuple[Group, str]], columns: Sequence[str]) -> list[Tally]:
    """A tally a group, by name, then one of all."""
    counts: dict[Group, Counter[str]] = defaultdict(Counter)
    for group, judgement in judged:
        counts[group][judgement] += 1
    every = sum(counts.values(), Counter[str]())
    groups = sorted(counts.items()) if columns else []
    return [Tally(group, *(count[j] for j in Tally._fields[1:])) for group, count in [*groups, ((), every)]]


def read_judged(file: Path, columns: Sequence[str]) -> Iterator[tuple[Group, str]]:
    """Group and judgement of every row. Raises UsageError that names the line of the first thing that is wrong."""
    name = "standard input" if str(file) == "-" else str(file)
    text = _text(file, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows = _numbered(reader, name)
    _, header = next(rows, (1, []))
    header = [column.strip() for column in header]
    if missing := [column for column in (*columns, "right") if column not in header]:
        raise UsageError(f"{name}, line 1: no column {missing[0]!r}; it has {', '.join(filter(None, header)) or 'none'}")
    places = [header.index(column) for column in columns]
    right = header.index("right")
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise UsageError(f"{name}, line {line}: {len(row)} cells, the first line has {len(header)}; is a quotation mark missing?")
        yield tuple(row[place] for place in places), _judgement(row[right], f"{name}, line {line}")


def _judgement(cell: str, where: str) -> str:
    judgement = JUDGEMENTS.get(cell.strip().casefold())
    if judgement is None:
        raise UsageError(f"{where}: `right` is {cell.strip()!r}; write yes, no or partly, or leave it empty")
    return judgement


def _text(file: Path, name: str) -> str:
    """The file's text; spreadsheets write a byte order mark before it."""
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}, line {line}: not UTF-8; save it as CSV in UTF-8") from None
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}; name a file that `communique sample` wrote and you judged") from error


def _delimiter(text: str) -> str:
    """What stands between the cells of the first line: some spreadsheets write semicolons or tabs."""
    first = text.partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)


def _numbered(reader: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on."""
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise UsageError(f"{name}, line {line}: not CSV ({error}); is a quotation mark missing?") from error
        if row is None:
            return
        yield line, row
