"""What an add did: a line on a terminal, JSON in a pipe."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from communique.show.cli.terminal.output import is_terminal, write_line

if TYPE_CHECKING:
    from communique.ledger import Added

COUNTS = ("new", "changed", "known", "outdated", "records", "superseded")


def show_added(ledger: Path, added: "Added", uncoded: int, *, jsonl: bool) -> None:
    """Shows the counts; `uncoded` articles were known before they were coded."""
    counts = {name: getattr(added, name) for name in COUNTS} | {"known": added.known + uncoded}
    if jsonl or not is_terminal():
        write_line(json.dumps({"ledger": str(ledger), "run": added.run, **counts}).encode())
    else:
        write_line(summary(ledger, added.run, counts).encode())


def summary(ledger: Path, run: int | None, counts: dict[str, int]) -> str:
    """ "news.duckdb: 812 new, 3 changed, 40 known; 9,300 records (run 4)", and what to do about readings that were passed over."""
    told = ", ".join(f"{counts[name]:,} {name}" for name in ("new", "changed", "known") if counts[name])
    written = f"; {counts['records']:,} records (run {run})" if run else "; nothing to record"
    passed_over = counts["outdated"]
    again = f"\n{passed_over:,} were recorded before and superseded since; --again makes them current" if passed_over else ""
    return f"{ledger}: {told or 'nothing'}{written}{again}"
