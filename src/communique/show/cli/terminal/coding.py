"""A coding on a terminal: the text with its evidence, a table of statements, the problems."""

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.model import Article, Coding, Problem, Speaker, Statement
from communique.show.cli.terminal.evidence import marks_of, print_article
from communique.show.cli.terminal.style import COLOURS, CONTENT, CUE, RELAY, SOURCE, name_of, shortened, visible

NUMBER, SPEAKER, CUE_WIDTH, RULE = 4, 26, 16, 18  # columns of the table that have a fixed width; the content takes what is left
WIDE = 100  # columns of the terminal from which rules have a column
LINES = 2  # lines of content in a row


def print_coding(console: Console, coding: Coding, hint: str | None = None) -> None:
    """Prints everything read off one article, and a command to go on with."""
    console.print(Rule(Text(shortened(heading(coding.article), console.width - 8)), style="dim", align="left"))
    console.print()
    print_article(console, coding, marks_of(coding.statements))
    console.print(legend(console, coding))
    if coding.statements:
        console.print(statement_table(coding, console.width))
    print_problems(console, coding.article.text, coding.problems)
    if coding.statements and hint:
        console.print(Text.assemble(("  why?  ", "dim"), hint), soft_wrap=True)
        console.print()


def heading(article: Article) -> str:
    """Outlet, place and date, as far as they are known; else what the article is called."""
    place = article.dateline.place if article.dateline else None
    return " · ".join(part for part in (article.outlet, place, article.published) if part) or name_of(article)


def legend(console: Console, coding: Coding) -> Text:
    """How many statements, and which colour is what."""
    count = len(coding.statements)
    text = Text(f"  {count or 'no'} statement{'s' * (count != 1)}", style="bold")
    if console.color_system and not console.no_color:
        for role in [SOURCE, CUE, CONTENT] * bool(count) + [RELAY] * any(statement.via for statement in coding.statements):
            text.append("   ").append(role, style=f"not bold {COLOURS[role]}")
    return text


def statement_table(coding: Coding, width: int) -> Table:
    """A row a statement: number, speaker, cue, manner and confidence, content, and on a wide terminal the rule."""
    rule = RULE if width >= WIDE else 0
    content = max(width - NUMBER - SPEAKER - CUE_WIDTH - rule - 10, 16)
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", border_style="dim", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("#", justify="right", style="dim", width=NUMBER)
    table.add_column("speaker", width=SPEAKER)
    table.add_column("cue", width=CUE_WIDTH)
    table.add_column("content", width=content)
    if rule:
        table.add_column("rule", width=rule, style="dim", overflow="fold")
    numbers = {statement.id: number for number, statement in enumerate(coding.statements, start=1)}
    for statement in coding.statements:
        table.add_row(*statement_row(statement, coding.article.text, numbers, content)[: len(table.columns)])
    return table


def statement_row(statement: Statement, text: str, numbers: dict[str, int], width: int) -> list[Text]:
    """The cells of one statement; `numbers` tells the number of each statement's id, `width` is that of the content."""
    said = shortened(" … ".join(span.of(text) for span in statement.content), LINES * width - 8)
    parent = f"\nin {numbers[statement.parent]}" if statement.parent in numbers else ""
    manner = statement.manner if statement.kind == "speech" else statement.kind
    family, _, case = statement.rule.rpartition(".")
    return [
        Text(f"{numbers[statement.id]}{parent}"),
        speaker_cell(statement, text),
        Text.assemble(
            (visible(statement.cue.of(text)) if statement.cue else "–", "magenta"),
            (f"\n{manner} {statement.confidence:.2f}", "dim"),
        ),
        Text(said, style="green"),
        Text(f"{family}.\n{case}"),
    ]


def speaker_cell(statement: Statement, text: str) -> Text:
    """Who speaks, for whom, through whom; the bare mention where nobody is known."""
    mention = visible(statement.source.of(text)) if statement.source else "nobody named"
    speaker = statement.speaker
    if speaker is None:
        return Text.assemble(mention, ("\nnot resolved", "dim"))
    below = affiliation(speaker) + "".join(f" via {visible(relay.name)}" for relay in statement.via)
    return Text.assemble(names_of(speaker) or mention, (f"\n{below}".rstrip(), "dim"))


def affiliation(speaker: Speaker) -> str:
    """Country and role: "RUS GOV"."""
    return " ".join([*dict.fromkeys(_texts(speaker.country)), *([speaker.role] if speaker.role else [])])


def names_of(speaker: Speaker) -> str:
    """The name, or the names of joint speakers; "" where there is none."""
    return visible(", ".join(_texts(speaker.name)))


def _texts(value: str | tuple[str | None, ...] | None) -> list[str]:
    """One text, none, or those of joint speakers."""
    values = value if isinstance(value, tuple) else (value,)
    return [one for one in values if one]


def print_problems(console: Console, text: str, problems: Iterable[Problem]) -> None:
    """One line a problem, with the words it is about."""
    for problem in problems:
        line = Text.assemble(("  ! ", "bold yellow"), (f"{problem.stage}: ", "yellow"), visible(problem.message))
        if problem.span:
            line.append(f"  {problem.span} “{shortened(problem.span.of(text), 50)}”", style="dim")
        console.print(line)
