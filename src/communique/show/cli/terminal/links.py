"""Links of chains: a table of what matters on a terminal, all of it in a pipe."""

from collections.abc import Iterable

import msgspec

from communique.ask.chains import Link
from communique.show.cli.terminal.output import is_terminal, write_line
from communique.show.cli.terminal.rows import show_rows

COLUMNS = ("day", "holder", "issue", "n", "move", "stance", "words", "r/o/o")


def show_links(links: Iterable[Link], *, jsonl: bool) -> None:
    """Shows links as they come."""
    if jsonl or not is_terminal():
        for link in links:
            write_line(msgspec.json.encode(link))
        return
    show_rows(COLUMNS, map(_row, links))


def _row(link: Link) -> tuple[object, ...]:
    """A link; where it follows another, its words are what was added and dropped, and new grounds."""
    changes = [f"+ {', '.join(link.added)}"] * bool(link.added) + [f"− {', '.join(link.dropped)}"] * bool(link.dropped)
    words = " ".join((*changes, *(f"because {ground}" for ground in link.new_grounds))) or link.words
    day = f"{link.day} after {link.gap} days" if link.silence else link.day
    return day, link.holder, link.issue, link.n, link.move, link.stance, words, f"{link.reports}/{link.outlets}/{link.origins}"
