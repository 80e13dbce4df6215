"""`communique verify`: every span of a ledger checked against its text."""

from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

OnlyTell = Annotated[bool, typer.Option("--only-tell", help="Mark nothing.")]


def verify(ledger: LedgerFile = LEDGER, only_tell: OnlyTell = False, jsonl: JsonLines = False, debug: Debug = False) -> int:
    """
    \b
      communique verify
      communique verify --ledger news.duckdb --only-tell

    Checks each text against its hash, and each span of each row, superseded ones too, against the text and the words that were read
    from it. Rows that fail are shown and marked in the table `orphans`; nothing is moved to where the words might now be. Exit code 3
    where there are any.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row that fails.
    """
    from communique.ledger import Ledger, Orphan
    from communique.show.cli.exits import OK, SOME_FAILED, say
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        found = opened.verify(only_tell=only_tell)
    if found.orphans:
        columns = Orphan.__struct_fields__
        show_rows(columns, [[getattr(one, column) for column in columns] for one in found.orphans], jsonl=jsonl)
    say(f"{ledger}: {found.articles:,} texts and {found.rows:,} rows checked, {len(found.orphans):,} spans fail")
    return SOME_FAILED if found.orphans else OK
