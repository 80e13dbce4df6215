"""`communique votes`: who said what before, and voted how."""

from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Holder = Annotated[str | None, typer.Option("--holder", metavar="CODE", help="The state: USA.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="TEXT", help="On issues whose name has this in it.")]
Within = Annotated[int, typer.Option("--within", metavar="DAYS", help="What was said so many days before the vote counts.")]


def votes(
    holder: Holder = None, issue: Issue = None, within: Within = 365, ledger: LedgerFile = LEDGER, jsonl: JsonLines = False,
    debug: Debug = False,
) -> None:  # fmt: skip
    """
    \b
      communique votes --holder USA --issue "embargo on Cuba"
      communique votes --issue Cuba | jq 'select(.agrees == false)'

    Shows how states voted (communique import) beside what they said last on the issue before it. voted is what the vote says of the
    issue, agrees whether that is the stance taken; both are left open for abstentions, and where reports of the day differ.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a vote.
    """
    import msgspec

    from communique.ask.votes import SaidAndVoted, said_and_voted
    from communique.ledger import Ledger
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        rows = (msgspec.structs.astuple(one) for one in said_and_voted(opened, holder=holder, issue=issue, within=within))
        show_rows(SaidAndVoted.__struct_fields__, rows, jsonl=jsonl)
