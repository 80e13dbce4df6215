"""`communique votes`: who said what before, and voted how."""

from typing import Annotated

import typer

from communique.show.cli.asking import Holder, Issue, Listed, asking

Within = Annotated[int, typer.Option("--within", metavar="DAYS", help="What was said so many days before the vote counts.")]
SHOWN = ("day", "holder", "issue", "resolution", "vote", "voted", "said", "said_day", "agrees", "words")


@asking
def votes(holder: Holder = None, issue: Issue = None, within: Within = 365, shown: Listed = Listed()) -> None:
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

    with shown.open() as opened:
        rows = (msgspec.structs.astuple(one) for one in said_and_voted(opened, holder=holder, issue=issue, within=within))
        shown.show(SaidAndVoted.__struct_fields__, rows, SHOWN)
