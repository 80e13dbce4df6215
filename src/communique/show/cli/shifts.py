"""`communique shifts`: who moved."""

from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Holder = Annotated[str | None, typer.Option("--holder", metavar="CODE", help="Whose: RUS, IGO:EU, a name.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="TEXT", help="On issues whose name has this in it.")]
Since = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="From this day on.")]


def shifts(
    holder: Holder = None, issue: Issue = None, since: Since = None, ledger: LedgerFile = LEDGER, jsonl: JsonLines = False,
    debug: Debug = False,
) -> None:  # fmt: skip
    """
    \b
      communique shifts
      communique shifts --holder NOR --issue ban --since 2021-01-01

    Shows where a stance changed (shift), was put less or more firmly (softened, hardened) or was taken back (withdrawn), as far as the
    words settle it.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a link.
    """
    from datetime import date

    from communique.ask.chains import shifts as asked
    from communique.ledger import Ledger
    from communique.show.cli.terminal.links import show_links

    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        raise UsageError(f"--since {since}: not a day; write it as 2025-03-31") from None
    with Ledger.open(ledger) as opened:
        show_links(asked(opened, holder=holder, issue=issue, since=day), jsonl=jsonl)
