"""`communique shifts`: who moved."""

from typing import Annotated

import typer

from communique.show.cli.asking import Holder, Issue, Listed, asking

Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on.")]


@asking
def shifts(holder: Holder = None, issue: Issue = None, since: Since = None, shown: Listed = Listed()) -> None:
    """
    \b
      communique shifts
      communique shifts --holder NOR --issue ban --since 2021-01-01

    Shows where a stance changed (shift), was put less or more firmly (softened, hardened) or was taken back (withdrawn), as far as the
    words settle it.

    On a terminal: a table, with the chain that communique chain shows whole. In a pipe, or with --jsonl: one JSON line a link.
    """
    from communique.ask.chains import shifts as asked
    from communique.show.cli.terminal.links import show_links

    with shown.open() as opened:
        show_links(asked(opened, holder=holder, issue=issue, since=since), shown)
