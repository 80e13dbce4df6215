"""Counts of judged statements: a table on a terminal, JSON Lines in a pipe."""

import json
from collections.abc import Callable, Sequence

from communique.show.cli.judging.count import Estimate, Tally
from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.style import visible

Show = Callable[[Sequence[str], Sequence[Tally]], None]


def shown_with(*, jsonl: bool) -> Show:
    """The function that shows tallies."""
    return written if jsonl or not is_terminal() else drawn


def written(columns: Sequence[str], tallies: Sequence[Tally]) -> None:
    """One JSON line a tally; "by" is empty in that of all."""
    for tally in tallies:
        counts = {name: getattr(tally, name) for name in ("judged", "yes", "partly", "no", "unjudged")}
        estimates = {"strict": _rounded(tally.strict()), "lenient": _rounded(tally.lenient())}
        by = dict(zip(columns, tally.group, strict=bool(tally.group)))
        write_line(json.dumps({"by": by, **counts, **estimates}, ensure_ascii=False).encode("utf-8", "replace"))


def _rounded(estimate: Estimate | None) -> dict[str, float] | None:
    return {name: round(value, 4) for name, value in estimate._asdict().items()} if estimate else None


def drawn(columns: Sequence[str], tallies: Sequence[Tally]) -> None:
    """A table, the tally of all in its last row."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from communique.show.cli.terminal.output import console

    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    for column in columns or ("",):
        table.add_column(column, overflow="fold")
    for name in ("yes", "partly", "no", "unjudged", "strict %", "lenient %"):
        table.add_column(name, justify="right", no_wrap=True)
    for tally in tallies:
        named = tally.group or ("all", *[""] * (len(columns) - 1))
        counts = (tally.yes, tally.partly, tally.no, tally.unjudged)
        cells = (*(visible(cell) or "–" if tally.group else cell for cell in named), *map(str, counts))
        table.add_row(*map(Text, (*cells, _shown(tally.strict()), _shown(tally.lenient()))), style="" if tally.group else "bold")
    console().print(table)


def _shown(estimate: Estimate | None) -> str:
    """In percent, with the interval: "94 (88–97)"."""
    return f"{estimate.precision:.0%} ({estimate.low:.0%}–{estimate.high:.0%})".replace("%", "") if estimate else "–"
