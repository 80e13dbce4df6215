"""`communique sql`: a ledger asked in SQL."""

import sys
from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Query = Annotated[str, typer.Argument(metavar="QUERY", hidden=True)]
Param = Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="The value of $NAME; may be given again.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV; lists as JSON.")]


def sql(
    query: Query, ledger: LedgerFile = LEDGER, param: Param = None, csv: Csv = False, jsonl: JsonLines = False, debug: Debug = False
) -> None:
    """
    \b
      communique sql "SELECT act, count(*) FROM statements GROUP BY act ORDER BY 2 DESC"
      communique sql 'FROM positions WHERE issue = $issue' --param issue=embargo --csv > embargo.csv
      communique sql "FROM positions_as_of(until := '2021-06-01')"

    Asks a ledger in DuckDB's SQL; QUERY - is read from standard input. The tables, articles, statements, positions, commitments,
    events, actors, relays, issues, readings, runs, reprints, judgements, orphans, hold what is current; docs/reference/ledger.md
    tells their columns. Nothing can be written, and no other file is reached.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row.
    """
    from communique.ledger import Ledger
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        columns, rows = opened.rows(sys.stdin.read() if query == "-" else query, _parameters(param or []) or None)
        show_rows(columns, rows, jsonl=jsonl, as_csv=csv)


def _parameters(written: list[str]) -> dict[str, str]:
    """The parameters by name. Raises UsageError where one is not written as NAME=VALUE."""
    pairs = [one.partition("=") for one in written]
    if bad := [one for one, (name, mark, _) in zip(written, pairs, strict=True) if not (name and mark)]:
        raise UsageError(f"--param {bad[0]}: write it as NAME=VALUE")
    return {name: value for name, _, value in pairs}
