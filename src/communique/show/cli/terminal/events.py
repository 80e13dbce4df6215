"""The events of an article: a JSON line each, or on a terminal the text with every trigger marked and a table of who did what to whom."""

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Coding, Event, EventDate, Participant
from communique.show.cli.terminal.coding import heading, print_problems
from communique.show.cli.terminal.evidence import Mark, print_article
from communique.show.cli.terminal.style import shortened, style_of, visible

NUMBER, TYPE, WHEN = 4, 14, 22
LONGEST = 60  # characters of a mention shown


def lines_of(coding: Coding) -> list[bytes]:
    """A JSON line for each event: the article's id, the fields of Event, the words of the trigger."""
    import msgspec

    text = coding.article.text
    rows = [{"article": coding.article.id, **msgspec.structs.asdict(one), "words": one.trigger.of(text)} for one in coding.events]
    return [msgspec.json.encode(row) for row in rows]


def print_events(console: Console, coding: Coding) -> None:
    """Prints the text of one article with the triggers marked, a row for each event, and the problems."""
    found = coding.events
    console.print(Rule(Text(shortened(heading(coding.article), console.width - 8)), style="dim", align="left"))
    console.print()
    print_article(console, coding, [Mark(one.trigger, str(number), number) for number, one in enumerate(found, start=1)])
    console.print(Text(f"  {len(found) or 'no'} event{'s' * (len(found) != 1)}", style="bold"))
    if found:
        console.print(event_table(found, coding.article.text))
    print_problems(console, coding.article.text, coding.problems)


def event_table(events: tuple[Event, ...], text: str) -> Table:
    """A row an event: number, type with modes and CAMEO code, actors, recipients, trigger with what it is short of, when and where."""
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("#", justify="right", style="dim", width=NUMBER)
    table.add_column("event", width=TYPE)
    table.add_column("actor", ratio=3)
    table.add_column("recipient", ratio=3)
    table.add_column("trigger", ratio=2)
    table.add_column("when, where", width=WHEN)
    for number, event in enumerate(events, start=1):
        table.add_row(str(number), *_row(number, event, text))
    return table


def _row(number: int, event: Event, text: str) -> list[Text]:
    modes = f"\n{', '.join(event.mode)}" if event.mode else ""
    below = ", ".join((*event.auxiliary, f"{event.confidence:.2f}"))
    place = visible(event.location.name) if event.location else ""
    return [
        Text.assemble((event.event or "–", style_of(str(number))), (f"{modes}\n{event.cameo or ''}".rstrip(), "dim")),
        _side(event.actor, text),
        _side(event.recipient, text),
        Text.assemble(shortened(event.trigger.of(text), LONGEST), (f"\n{below}", "dim")),
        Text("\n".join(part for part in (_days(event.date), place) if part) or "–", style="dim"),
    ]


def _side(side: tuple[Participant, ...], text: str) -> Text:
    """The mentions of one side, each with country and sector."""
    cell = Text("" if side else "–", style="" if side else "dim")
    for number, one in enumerate(side):
        known = " ".join(part for part in (one.country, one.sector) if part)
        cell.append(("\n" if number else "") + shortened(one.span.of(text), LONGEST))
        cell.append(f" {known}".rstrip(), style="not bold dim")
    return cell


def _days(date: EventDate | None) -> str:
    if date is None:
        return ""
    first, last = date.earliest or "", date.latest or ""
    return first if first == last else f"{first}..{last}"
