"""Links of chains: a table of what matters on a terminal, all of it in a pipe."""

from collections.abc import Iterable

import msgspec

from communique.ask.chains import Link
from communique.show.cli.asking import Listed
from communique.show.cli.terminal.output import write_line
from communique.show.cli.terminal.rows import show_rows

COLUMNS = ("day", "holder", "issue", "n", "move", "stance", "words", "r/o/o", "chain")


def show_links(links: Iterable[Link], shown: Listed) -> None:
    """Shows links as they come."""
    if shown.is_table:
        show_rows(COLUMNS, map(_row, links))
    elif shown.csv:
        show_rows(Link.__struct_fields__, map(msgspec.structs.astuple, links), as_csv=True)
    else:
        for link in links:
            write_line(msgspec.json.encode(link))


def _row(link: Link) -> tuple[object, ...]:
    """A link; where it follows another, its words are what was added and dropped, and new grounds."""
    changes = [f"+ {', '.join(link.added)}"] * bool(link.added) + [f"− {', '.join(link.dropped)}"] * bool(link.dropped)
    words = " ".join((*changes, *(f"because {ground}" for ground in link.new_grounds))) or link.words
    words = f"after {link.gap} days: {words}" if link.silence else words
    reported = f"{link.reports}/{link.outlets}/{link.origins}"
    return link.day, link.holder, link.issue, link.n, link.move, link.stance, words, reported, link.chain
