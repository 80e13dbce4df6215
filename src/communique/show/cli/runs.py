"""`communique runs`: what wrote to a ledger."""

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile


def runs(ledger: LedgerFile = LEDGER, jsonl: JsonLines = False, debug: Debug = False) -> None:
    """
    \b
      communique runs
      communique runs --ledger news.duckdb | jq .records

    Shows what wrote to a ledger, the latest first: number, command, version, times (UTC), articles and records. A run without an end
    was interrupted; what it committed is whole.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a run.
    """
    from communique.ledger import Ledger
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        found = opened.runs.order("run DESC")
        show_rows(found.columns, found.fetchall(), jsonl=jsonl)
