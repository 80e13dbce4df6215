"""The actors of an article on a terminal: the text with every mention in its actor's colour, and a table of who they are."""

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Explanation, Member
from communique.show.cli.terminal.coding import heading
from communique.show.cli.terminal.evidence import Mark, print_article
from communique.show.cli.terminal.style import shortened, style_of, visible

NUMBER, SAYS, KIND = 4, 5, 12
FORMS = 6  # different forms of a name shown


def print_actors(console: Console, explanation: Explanation) -> None:
    """Prints the text of one article with its actors marked, and a row for each."""
    coding, members = explanation.coding, explanation.members
    console.print(Rule(Text(shortened(heading(coding.article), console.width - 8)), style="dim", align="left"))
    console.print()
    marks = [Mark(span, str(number), number) for number, member in enumerate(members, start=1) for span in member.mentions]
    print_article(console, coding, sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
    console.print(Text(f"  {len(members) or 'no'} actor{'s' * (len(members) != 1)}", style="bold"))
    if members:
        console.print(actor_table(members, coding.article.text))


def actor_table(members: tuple[Member, ...], text: str) -> Table:
    """A row an actor: number, name and title, country and role, how many statements, and what the article calls them."""
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("#", justify="right", style="dim", width=NUMBER)
    table.add_column("actor", ratio=2)
    table.add_column("who", width=KIND)
    table.add_column("says", justify="right", width=SAYS)
    table.add_column("mentions", ratio=3)
    for number, member in enumerate(members, start=1):
        table.add_row(*_row(number, member, text))
    return table


def _row(number: int, member: Member, text: str) -> list[Text]:
    forms = list(dict.fromkeys(shortened(span.of(text), 50) for span in member.mentions))
    more = f" … {len(forms) - FORMS} more" if len(forms) > FORMS else ""
    name = visible(member.name or member.title or member.country or "nobody named")
    below = f"\n{visible(member.title)}" if member.name and member.title else ""
    return [
        Text(str(number)),
        Text.assemble((name, style_of(str(number))), (below, "dim")),
        Text(" ".join(part for part in (member.country, member.role) if part)),
        Text(str(len(member.statements) or "")),
        Text.assemble(" · ".join(forms[:FORMS]), (more, "dim")),
    ]
