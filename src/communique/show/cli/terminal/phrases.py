"""Phrases and who they stand for: a table on a terminal, JSON Lines in a pipe."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from communique.show.cli.phrases import Told
from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.style import visible

COLUMNS = ("text", "name", "country", "role", "title")


@contextmanager
def shown_with(*, jsonl: bool) -> Iterator[Callable[[Told], None]]:
    """The function that shows a phrase; a table is drawn at the end."""
    if jsonl or not is_terminal():
        yield lambda told: write_line(json.dumps(told._asdict(), ensure_ascii=False).encode("utf-8", "replace"))
        return
    rows: list[Told] = []
    yield rows.append
    _draw(rows)


def _draw(rows: list[Told]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from communique.show.cli.terminal.output import console

    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    for column in COLUMNS:
        table.add_column("phrase" if column == "text" else column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(getattr(row, column) or "–")) for column in COLUMNS))
    console().print(table)
