"""Links of chains: a table of what matters on a terminal, all of it in a pipe."""

from collections.abc import Iterable

import msgspec

from communique.ask.chains import Link
from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.rows import show_rows

COLUMNS = ("day", "holder", "issue", "n", "move", "stance", "words", "new", "dropped", "r/o/o")


def show_links(links: Iterable[Link], *, jsonl: bool) -> None:
    """Shows links as they come."""
    if jsonl or not is_terminal():
        for link in links:
            write_line(msgspec.json.encode(link))
        return
    show_rows(COLUMNS, map(_row, links))


def _row(link: Link) -> tuple[object, ...]:
    new = " / ".join((*link.added, *(f"because {ground}" for ground in link.new_grounds)))
    counts = f"{link.reports}/{link.outlets}/{link.origins}"
    days = f"{link.day} (+{link.gap} d)" if link.silence else link.day
    return days, link.holder, link.issue, link.n, link.move, link.stance, link.words, new, " / ".join(link.dropped), counts
