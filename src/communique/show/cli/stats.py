"""`communique stats`: what a ledger holds."""

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile


def stats(ledger: LedgerFile = LEDGER, jsonl: JsonLines = False, debug: Debug = False) -> None:
    """
    \b
      communique stats
      communique stats --ledger news.duckdb --jsonl

    Shows what a ledger holds: the rows of each table, current and with those superseded, outlets, first and last day, size.

    On a terminal: a table. In a pipe, or with --jsonl: all of it as one JSON line.
    """
    import msgspec

    from communique.ledger import Ledger
    from communique.show.cli.terminal.output import is_terminal, write_line
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        found = opened.stats()
    if jsonl or not is_terminal():
        write_line(msgspec.json.encode(found))
        return
    days = f"{found.first} to {found.last}" if found.first else "no known day"
    write_line(f"{ledger}: {found.bytes / 1e6:,.1f} MB, {found.outlets:,} outlets, {days}".encode())
    show_rows(("table", "current", "recorded"), [(name, f"{count:,}", f"{found.recorded[name]:,}") for name, count in found.tables.items()])
