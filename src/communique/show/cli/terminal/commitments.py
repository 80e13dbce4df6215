"""The commitments of an article: a JSON line each, or on a terminal the text with every action marked and a table with the deadlines."""

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Coding, Commitment, Deadline
from communique.show.cli.terminal.coding import heading
from communique.show.cli.terminal.evidence import Mark, print_article
from communique.show.cli.terminal.style import shortened, style_of, visible

NUMBER, WHO, STRENGTH, BY_WHEN = 4, 22, 9, 24
LINES = 3  # lines of action in a row
OPEN, OVERDUE = "open", "overdue"


def status_of(commitment: Commitment, as_of: str | None) -> str | None:
    """ "open" or "overdue" on a day, by the last day of the deadline; None without a day or without such a deadline."""
    latest = commitment.deadline.latest if commitment.deadline else None
    if as_of is None or latest is None:
        return None
    return OVERDUE if latest < as_of else OPEN


def lines_of(coding: Coding, as_of: str | None) -> list[bytes]:
    """A JSON line for each commitment: the article's id, the fields of Commitment, the words of the action, the status on a day."""
    import msgspec

    text = coding.article.text
    return [
        msgspec.json.encode(
            {
                "article": coding.article.id,
                **msgspec.structs.asdict(commitment),
                "words": commitment.action.of(text),
                "status": status_of(commitment, as_of),
            }
        )
        for commitment in coding.commitments
    ]


def print_commitments(console: Console, coding: Coding, as_of: str | None) -> None:
    """Prints the text of one article with what was committed to marked, and a row for each commitment."""
    found = coding.commitments
    console.print(Rule(Text(shortened(heading(coding.article), console.width - 8)), style="dim", align="left"))
    console.print()
    print_article(console, coding, [Mark(one.action, str(number), number) for number, one in enumerate(found, start=1)])
    console.print(Text(f"  {len(found) or 'no'} commitment{'s' * (len(found) != 1)}", style="bold"))
    if found:
        console.print(commitment_table(coding, console.width, as_of))


def commitment_table(coding: Coding, width: int, as_of: str | None) -> Table:
    """A row a commitment: number, who binds himself, how firmly, to what on what condition, by when."""
    action = max(width - NUMBER - WHO - STRENGTH - BY_WHEN - 8, 16)
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("#", justify="right", style="dim", width=NUMBER)
    table.add_column("who", width=WHO)
    table.add_column("strength", width=STRENGTH)
    table.add_column("action", width=action)
    table.add_column("by when", width=BY_WHEN)
    for number, commitment in enumerate(coding.commitments, start=1):
        table.add_row(*_row(number, commitment, coding.article.text, action, as_of))
    return table


def _row(number: int, commitment: Commitment, text: str, width: int, as_of: str | None) -> list[Text]:
    served = f"\nfor {commitment.beneficiary}" if commitment.beneficiary else ""
    condition = commitment.condition
    apart = condition is not None and not commitment.action.covers(condition)
    return [
        Text(str(number)),
        Text.assemble((visible(", ".join(commitment.committer)), style_of(str(number))), (served, "dim")),
        Text(commitment.strength),
        Text.assemble(
            shortened(commitment.action.of(text), LINES * width - 8),
            (f"\n{shortened(condition.of(text), width)}" if condition and apart else "", "dim"),
        ),
        _by_when(commitment.deadline, status_of(commitment, as_of), text),
    ]


def _by_when(deadline: Deadline | None, status: str | None, text: str) -> Text:
    """The words of a deadline, its interval, and whether it is past."""
    if deadline is None:
        return Text("–", style="dim")
    first, last = deadline.earliest or "", deadline.latest or (f"~{deadline.assumed_latest}" if deadline.assumed_latest else "")
    days = last if first == last else f"{first}..{last}"
    judged = f"\n{status}" if status else ""
    return Text.assemble(
        shortened(deadline.span.of(text), BY_WHEN),
        (f"\n{days}" if days else "", "dim"),
        (judged, "bold red" if status == OVERDUE else "green"),
    )
