"""`communique commitments`: what was promised, and what is due."""

from typing import Annotated

import typer

from communique.show.cli.asking import Bounds, Outlet, Shown, asking

Due = Annotated[str | None, typer.Option("--due", metavar="[DAY]", help="Only what was due by a day (today), and nobody judged.")]
Committer = Annotated[str | None, typer.Option("--committer", metavar="WHO", help="A code, a state or its capital, or a name.")]
Beneficiary = Annotated[str | None, typer.Option("--beneficiary", metavar="WHICH", help="For whom: a code, a state or its capital.")]
Strength = Annotated[str | None, typer.Option("--strength", metavar="HOW", help="vow, intend or hope.")]
SHOWN = ("day", "committer", "action_text", "deadline_latest", "status", "strength", "outlet", "id")


@asking
def commitments(
    due: Due = None,
    committer: Committer = None,
    beneficiary: Beneficiary = None,
    strength: Strength = None,
    outlet: Outlet = None,
    bounds: Bounds = Bounds(),
    shown: Shown = Shown(),
) -> None:
    """
    \b
      communique commitments --due
      communique commitments --committer Fiji --due 2021-07-01

    Shows commitments, the earliest first. A commitment is overdue when the last day that its words name has passed, by today or by the day
    of --due; else it is open, also where the words name no day. Whether it was kept or broken only a person judges: communique judge.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row, with spans and ids.
    """
    with shown.open() as opened:
        found = opened.commitments(
            due=due, committer=committer, beneficiary=beneficiary, strength=strength, outlet=outlet, **bounds._asdict()
        )
        shown.show(found, SHOWN)
