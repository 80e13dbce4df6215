"""Rows that a ledger gives: a table on a terminal, JSON Lines in a pipe, or CSV."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from communique.show.cli.terminal.output import is_terminal, write_bytes, write_line
from communique.show.cli.terminal.style import shortened

if TYPE_CHECKING:
    from rich.text import Text

Row = Sequence[object]
Marks = tuple[str, str]
WIDEST = 80  # characters of a cell
LISTED = 4  # entries of a list
WHOLE = frozenset(
    {"id", "chain", "day", "first", "last", "stance", "move", "status"}
)  # never broken, so that they can be copied and compared


def show_rows(
    columns: Sequence[str], rows: Iterable[Row], *, jsonl: bool = False, as_csv: bool = False, marks: Marks | None = None
) -> None:
    """Shows rows as they come; a table at the end, in which what stands between `marks` is bold."""
    if as_csv:
        _write_csv(columns, rows)
    elif jsonl or not is_terminal():
        for row in rows:
            write_line(_json(dict(zip(columns, row, strict=True))).encode("utf-8", "replace"))
    else:
        _draw(columns, rows, marks)


def _write_csv(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """CSV of UTF-8; lists and structs as JSON, null as nothing."""
    for row in chain([columns], rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([_cell(value) for value in row])
        write_bytes(line.getvalue().encode("utf-8", "replace"))


def _draw(columns: Sequence[str], rows: Iterable[Row], marks: Marks | None) -> None:
    from rich import box
    from rich.table import Table

    from communique.show.cli.terminal.output import console

    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=column in WHOLE)
    for row in rows:
        table.add_row(*(_text(_shown(value), marks) for value in row))
    console().print(table)


def _text(cell: str, marks: Marks | None) -> "Text":
    """A cell on one line, not too wide; around its first mark where there are any, for that is what it is shown for."""
    from rich.text import Text

    line, before, behind = " ".join(cell.split()), *(marks or ("", ""))
    if not before or before not in line:
        return Text(shortened(cell, WIDEST) or "–")
    start = max(line.index(before) - WIDEST // 3, 0)
    text = Text("…" if start else "")
    for number, part in enumerate(shortened(line[start:], WIDEST).split(before)):
        bold, _, plain = part.partition(behind) if number else ("", "", part)
        text.append(bold, style="bold").append(plain)
    return text


def _shown(value: object) -> str:
    """A cell for people: lists without brackets and no more than a few entries, of those who take part in an event the names."""
    if not isinstance(value, list | tuple) or not all(one is None or isinstance(one, str) or _is_party(one) for one in value):
        return _cell(value)
    more = f" and {len(value) - LISTED} more" if len(value) > LISTED else ""
    return ", ".join(_party(one) if isinstance(one, dict) else one or "–" for one in value[:LISTED]) + more


def _is_party(value: object) -> bool:
    return isinstance(value, dict) and {"name", "country", "sector"} <= value.keys()


def _party(value: dict[str, str | None]) -> str:
    name, country = value["name"], value["country"]
    return f"{name} ({country})" if name and country and name != country else name or country or "–"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return _json(value) if isinstance(value, dict | list | tuple) else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
