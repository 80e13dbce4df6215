"""An article's layout on a terminal: each part, where it is, what it says."""

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Article, Span
from communique.show.cli.terminal.coding import heading, print_problems
from communique.show.cli.terminal.evidence import PART_STYLES
from communique.show.cli.terminal.style import shortened

LINES = 3  # lines a part may take


def print_layout(console: Console, article: Article) -> None:
    """Prints what is known about an article, and a row for each part of its text."""
    console.print(Rule(Text(shortened(heading(article), console.width - 8)), style="dim", align="left"))
    console.print(facts(article))
    room = max(console.width - 32, 20)
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("  part", no_wrap=True, style="cyan")
    table.add_column("span", no_wrap=True, style="dim")
    table.add_column("text", overflow="fold", width=room)
    for kind, span in parts(article):
        style = PART_STYLES.get(kind, "dim strike")
        table.add_row(f"  {kind}", repr(span), Text.assemble((shortened(span.of(article.text), LINES * room - 10), style)))
    console.print(table)
    print_problems(console, article.text, article.problems)


def facts(article: Article) -> Table:
    """What the article's fields say, those that say something."""
    grid = Table.grid(padding=(0, 2))
    for name in ("id", "url", "title", "outlet", "byline", "published", "language"):
        value = getattr(article, name)
        if value is not None:
            grid.add_row(f"  {name}", Text(shortened(value, 300)), style=None)
    if line := article.dateline:
        said = ", ".join(f"{name} {value}" for name in ("place", "agency", "date") if (value := getattr(line, name)) is not None)
        grid.add_row("  dateline", Text(shortened(said, 300)))
    grid.columns[0].style = "dim"
    return grid


def parts(article: Article) -> Iterator[tuple[str, Span]]:
    """Name and span of each part, in the order of the text."""
    layout = article.layout
    found = [(span, kind) for kind in layout.__struct_fields__ for span in getattr(layout, kind)]
    found += [(article.dateline.span, "dateline")] if article.dateline else []
    yield from ((kind, span) for span, kind in sorted(found))
