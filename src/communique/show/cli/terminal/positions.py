"""The positions of an article on a terminal: where each holder stands on what, the phrase that shows it, the reasons given."""

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Coding, Position
from communique.show.cli.terminal.coding import heading, print_problems
from communique.show.cli.terminal.style import shortened, visible

HOLDER, STANCE, NUMBER = 14, 8, 4
COLOURS = {"support": "green", "oppose": "red", "mixed": "yellow"}
LONGEST = 120  # characters of a phrase or reason shown


def print_positions(console: Console, coding: Coding) -> None:
    """Prints a row for each position of one article, and its problems."""
    console.print(Rule(Text(shortened(heading(coding.article), console.width - 8)), style="dim", align="left"))
    count = len(coding.positions)
    console.print(Text(f"  {count or 'no'} position{'s' * (count != 1)}", style="bold"))
    if count:
        console.print(position_table(coding.positions, coding.article.text))
    print_problems(console, coding.article.text, coding.problems)


def position_table(positions: tuple[Position, ...], text: str) -> Table:
    """A row a position: number, holder, stance with its confidence, issue, and the evidence with the grounds below it."""
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("#", justify="right", style="dim", width=NUMBER)
    table.add_column("holder", width=HOLDER)
    table.add_column("stance", width=STANCE)
    table.add_column("issue", ratio=2)
    table.add_column("evidence and grounds", ratio=3)
    for number, position in enumerate(positions, start=1):
        table.add_row(str(number), *_row(position, text))
    return table


def _row(position: Position, text: str) -> list[Text]:
    reasons = zip(position.grounds, position.ground_kinds, strict=True)
    grounds = "".join(f"\n– {f'{kind}: ' if kind else ''}{shortened(span.of(text), LONGEST)}" for span, kind in reasons)
    return [
        Text(visible(", ".join(position.holder))),
        Text.assemble((position.stance, COLOURS[position.stance]), (f"\n{position.confidence:.2f}", "dim")),
        Text(visible(position.issue)),
        Text.assemble(shortened(position.evidence.of(text), LONGEST), (grounds, "dim")),
    ]
